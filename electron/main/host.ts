/** The entry of the utility process that holds the township; main names its data folder. */
import { runUtilityHost } from '../host/utility.ts'

const dataFolder = process.argv.find((argument) => argument.startsWith('--data='))?.slice('--data='.length)
if (dataFolder === undefined) process.exit(2)

await runUtilityHost({ parentPort: process.parentPort, dataFolder })
