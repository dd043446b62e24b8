import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Preset } from './town.ts'

/** `build/e2e-host.ts` in one file, as the set-up of the specs makes it. */
const program = path.resolve('node_modules/.cache/bundled/e2e-host/program.js')

/** Starts the host of the specs on a folder. */
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
