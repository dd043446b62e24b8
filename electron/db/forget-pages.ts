import type Database from 'better-sqlite3'
import { z } from 'zod'
import { StorageRefusal } from './refusal.ts'

/**
 * Leaves nothing in the file but what its rows hold now: the log is written back and cut off, the file is made anew without
 * free pages and in the order of its keys, and the log of that is cut off too. Not within a transaction. Refusal: `in_use`, when
 * somebody still reads and the log had to stay.
 */
export function forgetPages(raw: Database.Database): void {
  emptyLog(raw)
  raw.exec('VACUUM')
  emptyLog(raw)
}

const checkpoint = z.tuple([z.object({ busy: z.number() })])

function emptyLog(raw: Database.Database): void {
  const [{ busy }] = checkpoint.parse(raw.pragma('wal_checkpoint(TRUNCATE)'))
  if (busy !== 0) throw new StorageRefusal('in_use')
}
