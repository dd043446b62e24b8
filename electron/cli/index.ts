import { runCommand, type Ran } from './run-command.ts'

process.removeAllListeners('warning')

const ran = await runCommand(process.argv.slice(2))
print(ran)
if (ran.afterwards) print(await ran.afterwards)

function print({ exitCode, stdout, stderr }: Ran): void {
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = exitCode
}
