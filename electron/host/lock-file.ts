import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import type { DataFolder } from '../db/data-folder.ts'
import { writeDurably } from '../db/durable-file.ts'

/** Where the host that holds the data can be reached. Only the holder of the database writes it. */
const lockSchema = z.object({ socket: z.string(), address: z.string(), pid: z.int() })

export type HostLock = Readonly<z.infer<typeof lockSchema>>

/** The lock of a running host; null without one, and for half a file (its writer has died). */
export function readLock(folder: DataFolder): HostLock | null {
  if (!existsSync(folder.lock)) return null
  const parsed = lockSchema.safeParse(parseJson(readFileSync(folder.lock, 'utf8')))
  return parsed.success ? parsed.data : null
}

export function writeLock(folder: DataFolder, lock: HostLock): void {
  writeDurably(folder.lock, JSON.stringify(lock))
}

export function removeLock(folder: DataFolder): void {
  rmSync(folder.lock, { force: true })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
