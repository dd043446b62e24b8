import { and, desc, eq } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { QuarterResultDocument, YearResultDocument } from '../../../../shared/domain/evaluation/results/result.ts'
import { resultVersion } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { requireTownshipRow } from '../../app/session.ts'
import type { PeriodRow } from '../../plans/periods.ts'

/** The transaction of a computation, and whose it is. */
export interface Computing {
  readonly tx: Write
  readonly now: string
  readonly actor: string
  readonly newId: () => string
  /** A 互评 that is still open is closed with the freeze; else the freeze waits for it. */
  readonly closesBallot?: boolean
}

/** What a computation gives: the document, its version, and whether that version was made just now. */
export interface Computed {
  readonly document: QuarterResultDocument | YearResultDocument
  readonly resultVersion: number
  readonly isNew: boolean
}

export type VersionRow = typeof resultVersion.$inferSelect

/** Keeps the document as a new version unless the newest version is the same one. */
export function storeVersion({ tx, now, actor, newId }: Computing, row: PeriodRow, snapshotId: string, document: Computed['document']) {
  const text = JSON.stringify(document)
  const hash = createHash('sha256').update(text).digest('hex')
  const newest = newestVersion(tx, row.id)
  if (newest?.hash === hash && newest.snapshotId === snapshotId) return { versionId: newest.id, resultVersion: newest.resultVersion, isNew: false }
  const versionId = newId()
  const number = (newest?.resultVersion ?? 0) + 1
  tx.insert(resultVersion)
    .values({ id: versionId, periodId: row.id, resultVersion: number, snapshotId, document: text, hash, state: 'computed', computedAt: now, computedBy: actor })
    .run()
  return { versionId, resultVersion: number, isNew: true }
}

export function newestVersion(read: Read, periodId: string): VersionRow | null {
  return read.select().from(resultVersion).where(eq(resultVersion.periodId, periodId)).orderBy(desc(resultVersion.resultVersion)).limit(1).get() ?? null
}

export function newestPublished(read: Read, periodId: string): VersionRow | null {
  return read.select().from(resultVersion).where(and(eq(resultVersion.periodId, periodId), eq(resultVersion.state, 'published'))).orderBy(desc(resultVersion.resultVersion)).limit(1).get() ?? null
}

/** The version that a year and the lists of the best may build on: the newest published one; in a demo or a loaded case, where nobody publishes, the newest. */
export function settledVersion(read: Read, periodId: string): VersionRow | null {
  const published = newestPublished(read, periodId)
  if (published !== null) return published
  return requireTownshipRow(read).origin === 'real' ? null : newestVersion(read, periodId)
}
