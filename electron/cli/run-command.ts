import { Refusal } from '../../shared/contract/refusal.ts'
import { readCommandLine } from './arguments.ts'
import { commands, textOf } from './commands.ts'
import { failureOf } from './failure.ts'
import { cliWords } from './vocabulary.ts'

/** How a command ended: JSON alone in `stdout`, a failure alone in `stderr`. */
export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  /** Of a command that goes on until it is told to stop: how that ends. */
  readonly afterwards?: Promise<Ran>
}

/** Runs one command of the command line. Never throws. */
export async function runCommand(args: readonly string[]): Promise<Ran> {
  let data = ''
  try {
    const line = readCommandLine(args)
    data = line.values.data ?? ''
    const run = Object.hasOwn(commands, line.command) ? commands[line.command] : undefined
    if (run === undefined) throw new Refusal('usage', { reason: cliWords.unknownCommand(line.command, Object.keys(commands).join('、')) })
    const printed = await run(line)
    const { exitCode, running } = printed
    const ran = { exitCode, stdout: `${textOf(printed)}\n`, stderr: '' }
    if (running === undefined) return ran
    return { ...ran, afterwards: running.then(() => ({ exitCode, stdout: '', stderr: '' }), (error: unknown) => failed(error, data)) }
  } catch (error) {
    return failed(error, data)
  }
}

function failed(error: unknown, data: string): Ran {
  const { exitCode, ...failure } = failureOf(error, { folder: data })
  return { exitCode, stdout: '', stderr: `${JSON.stringify(failure)}\n` }
}
