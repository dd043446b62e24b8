import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { DataFolder } from '../db/data-folder.ts'
import type { DerivedKeys } from '../db/derived-keys.ts'
import { writeDurably } from '../db/durable-file.ts'

/**
 * Where the host that holds the data can be reached. Only the holder of the database writes it, sealed with a key of the
 * township and bound to the folder it lies in: nobody is sent a password for having written a file.
 */
const lockSchema = z.object({ socket: z.string(), address: z.string().nullable(), pid: z.int(), seal: z.string() })

export type HostLock = Readonly<z.infer<typeof lockSchema>>

/** The lock of a running host; null without one, and for half a file (its writer has died). */
export function readLock(folder: DataFolder): HostLock | null {
  if (!existsSync(folder.lock)) return null
  const parsed = lockSchema.safeParse(parseJson(readFileSync(folder.lock, 'utf8')))
  return parsed.success ? parsed.data : null
}

export function writeLock(folder: DataFolder, keys: DerivedKeys, lock: Omit<HostLock, 'seal'>): void {
  writeDurably(folder.lock, JSON.stringify({ ...lock, seal: sealOf(folder, keys, lock) }))
}

/** Whether a holder of this township's key wrote the lock, for this very folder: a copy of the folder is another one. */
export function isTrusted(folder: DataFolder, keys: DerivedKeys, lock: HostLock): boolean {
  const expected = Buffer.from(sealOf(folder, keys, lock))
  const found = Buffer.from(lock.seal)
  return expected.length === found.length && timingSafeEqual(expected, found)
}

export function removeLock(folder: DataFolder): void {
  rmSync(folder.lock, { force: true })
}

function sealOf(folder: DataFolder, keys: DerivedKeys, { socket, address, pid }: Omit<HostLock, 'seal'>): string {
  const { dev, ino } = statSync(folder.root, { bigint: true })
  return createHmac('sha256', keys.host).update(JSON.stringify([socket, address, pid, String(dev), String(ino)])).digest('hex')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
