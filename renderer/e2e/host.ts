import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Preset } from './town.ts'

const program = path.resolve('build/e2e-host.ts')

/** Starts `build/e2e-host.ts` on a folder. */
export function startHost(folder: string, preset: Preset) {
  const child = spawn('node', [program, folder, preset], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the host has ended')
    return value
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    ready: nextLine(),
    /** An address that opens one window, once. */
    async entrance() {
      child.stdin.write('\n')
      return nextLine()
    },
    /** Sets the clock of the host; it goes on from there. */
    async setClock(moment: string) {
      child.stdin.write(`clock ${moment}\n`)
      await nextLine()
    },
    stop() {
      child.stdin.end()
      return ended
    },
  }
}
