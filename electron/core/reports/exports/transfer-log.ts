import { desc, eq } from 'drizzle-orm'
import { copies, exportedKinds, importKinds } from '../../../../shared/contract/reports/transfer.ts'
import { exportLog, importBatch } from '../../../db/schema/index.ts'
import { actorNames } from '../../app/actor-names.ts'
import { countRows } from '../../app/rows.ts'
import type { Guarded } from '../../app/guard.ts'

interface Page {
  readonly offset: number
  readonly limit: number
}

/** Past exports, the newest first. Who does not see the whole township sees his own. */
export function listExports({ read, view, actor }: Guarded, { offset, limit }: Page) {
  const where = view.kind === 'all' ? undefined : eq(exportLog.actor, actor.name)
  const rows = read.select().from(exportLog).where(where).orderBy(desc(exportLog.at), desc(exportLog.id)).limit(limit).offset(offset).all()
  const nameOf = actorNames(read)
  return {
    rows: rows.map(({ fileDigest: _, workbook, copy, ...row }) => ({ ...row, actor: nameOf(row.actor), workbook: oneOf(exportedKinds, workbook), copy: oneOf(copies, copy) })),
    total: countRows(read, exportLog, where),
  }
}

/** Past imports, the newest first, with what has become of them. */
export function listImports({ read, view, actor }: Guarded, { offset, limit }: Page) {
  const where = view.kind === 'all' ? undefined : eq(importBatch.actor, actor.name)
  const rows = read.select().from(importBatch).where(where).orderBy(desc(importBatch.at), desc(importBatch.id)).limit(limit).offset(offset).all()
  const nameOf = actorNames(read)
  return { rows: rows.map(({ fileDigest: _, kind, ...row }) => ({ ...row, actor: nameOf(row.actor), kind: oneOf(importKinds, kind) })), total: countRows(read, importBatch, where) }
}

/** A word the log holds, as the contract names it. */
function oneOf<Word extends string>(words: readonly Word[], found: string): Word {
  const word = words.find((known) => known === found)
  if (word === undefined) throw new Error(`the log says ${found}`)
  return word
}
