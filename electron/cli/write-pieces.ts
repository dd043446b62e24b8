import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { makeFolder } from '../db/data-folder.ts'

/** Writes a large file into a folder as it comes, whole or not at all, for the owner's eyes alone. Gives its path. */
export async function writePieces(folder: string, name: string, fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>): Promise<string> {
  makeFolder(path.resolve(folder))
  const target = path.join(folder, path.basename(name))
  const part = `${target}.part`
  try {
    await using handle = await open(part, 'w', 0o600)
    await fill((bytes) => handle.writeFile(bytes))
    await handle.sync()
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return target
}
