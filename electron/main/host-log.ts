import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const mostBytes = 1024 * 1024

/** Keeps what the host writes to stderr: the present file and the one before it, 1 MB each. A disk that is full loses the line, never the program. */
export function hostLog(file: string): (chunk: Uint8Array) => void {
  return (chunk) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (size > 0 && size + chunk.byteLength > mostBytes) renameSync(file, file.replace(/\.log$/, '.1.log'))
      appendFileSync(file, chunk, { mode: 0o600 })
    } catch {
      // Nowhere is left to say it.
    }
  }
}
