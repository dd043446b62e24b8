import { setImmediate as nextTurn } from 'node:timers/promises'
import { filesIn, removeFile, stateOfContent, type StoredFile } from '../../../db/content-store.ts'
import { attachment } from '../../../db/schema/index.ts'
import type { App } from '../../app/app.ts'
import { keptDatabases } from '../backups/kept-databases.ts'

export interface AttachmentReport {
  /** Rows, those in the 回收站 counted. */
  readonly rows: number
  readonly files: number
  readonly missing: readonly FaultyFile[]
  readonly damaged: readonly FaultyFile[]
  /** Files that no row names. */
  readonly orphans: number
}

export interface FaultyFile {
  readonly id: string
  readonly name: string
}

/** Opens every attached file, one after the other; others get their turn in between. */
export async function checkAttachments({ folder, keys, read }: App): Promise<AttachmentReport> {
  const rows = read().select({ id: attachment.id, name: attachment.name, digest: attachment.digest }).from(attachment).orderBy(attachment.seq).all()
  const states = new Map<string, ReturnType<typeof stateOfContent>>()
  for (const { digest } of rows) {
    if (states.has(digest)) continue
    states.set(digest, stateOfContent(folder.attachments, keys, digest))
    await nextTurn()
  }
  const inState = (state: 'missing' | 'damaged') => rows.filter(({ digest }) => states.get(digest) === state).map(({ id, name }) => ({ id, name }))
  const files = filesIn(folder.attachments)
  return { rows: rows.length, files: files.length, missing: inState('missing'), damaged: inState('damaged'), orphans: orphansAmong(files, new Set(states.keys())).length }
}

/** A file is written before its row, so a young one may still get it. */
const orphanAgeMs = 6 * 3_600_000

/**
 * Clears away files that no row has named for hours: what a refused or broken-off addition left. As long as a database from
 * before a restore is kept, everything is: its rows may name them. Gives how many went.
 */
export function clearOrphans({ folder, read, environment }: App): number {
  if (keptDatabases(folder).length > 0) return 0
  const named = new Set(read().selectDistinct({ digest: attachment.digest }).from(attachment).all().map(({ digest }) => digest))
  const before = Date.parse(environment.now()) - orphanAgeMs
  const old = orphansAmong(filesIn(folder.attachments), named).filter(({ writtenAt }) => writtenAt < before)
  old.forEach(removeFile)
  return old.length
}

function orphansAmong(files: readonly StoredFile[], named: ReadonlySet<string>): readonly StoredFile[] {
  return files.filter(({ digest }) => digest === null || !named.has(digest))
}
