import type Database from 'better-sqlite3'
import { z } from 'zod'

/**
 * Leaves nothing in the file but what its rows hold now: the log is written back and cut off, the file is made anew without
 * free pages and in the order of its keys, and the log of that is cut off too. Not within a transaction.
 */
export function forgetPages(raw: Database.Database): void {
  emptyLog(raw)
  raw.exec('VACUUM')
  emptyLog(raw)
}

const checkpoint = z.tuple([z.object({ busy: z.literal(0) })])

/** Throws when somebody still reads and the log had to stay. */
function emptyLog(raw: Database.Database): void {
  checkpoint.parse(raw.pragma('wal_checkpoint(TRUNCATE)'))
}
