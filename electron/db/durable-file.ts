import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Writes a small file so that after a power cut either the old or the new content is there, never half of one. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.new`
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const handle = openSync(temporary, 'w', 0o600)
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
  syncFolder(path.dirname(file))
}

/** Makes a rename in the folder lasting. Windows has no handle on folders and journals renames itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
