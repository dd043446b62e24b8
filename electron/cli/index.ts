import { Refusal } from '../../shared/contract/refusal.ts'
import { readCommandLine } from './arguments.ts'
import { commands, textOf } from './commands.ts'
import { failureOf } from './failure.ts'
import { cliWords } from './vocabulary.ts'

process.removeAllListeners('warning')
process.exitCode = await main(process.argv.slice(2))

/** Runs one command: JSON alone on stdout, a failure alone on stderr. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  let data = ''
  try {
    const line = readCommandLine(args)
    data = line.values.data ?? ''
    const run = Object.hasOwn(commands, line.command) ? commands[line.command] : undefined
    if (run === undefined) throw new Refusal('usage', { reason: cliWords.unknownCommand(line.command, Object.keys(commands).join('、')) })
    const printed = await run(line)
    process.stdout.write(`${textOf(printed)}\n`)
    await printed.running
    return printed.exitCode
  } catch (error) {
    const { exitCode, ...failure } = failureOf(error, { folder: data })
    process.stderr.write(`${JSON.stringify(failure)}\n`)
    return exitCode
  }
}
