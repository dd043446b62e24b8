import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../../../../../shared/contract/refusal.ts'
import { auditEntry, scoreBook, scoreEntry, scoreSheet } from '../../../../db/schema/index.ts'
import type { DerivedKeys } from '../../../../db/derived-keys.ts'
import type { Read, Write } from '../../../../db/types.ts'
import type { App } from '../../../app/app.ts'
import type { Guarded } from '../../../app/guard.ts'
import { nextVersion, requireRow, scoreColumns, scoreText } from '../../../app/rows.ts'
import { nouns } from '../../../app/vocabulary.ts'
import { requirePeriodById } from '../../../plans/periods.ts'
import { requireScoring } from '../score-entry.ts'
import { sheetNames } from '../../../plans/vocabulary.ts'
import { noteFrom, noteKept } from './kept-note.ts'
import { sameScore } from './same-score.ts'
import { issueWords } from './vocabulary.ts'

const given = z.object({ band: z.string().nullable(), score: z.string().nullable(), note: noteKept })
const taken = z.object({
  before: z.object({ takenAt: z.string().nullable(), takenBy: z.string().nullable() }),
  sheets: z.array(z.object({ sheetId: z.string(), proxyBefore: z.string().nullable(), entries: z.array(z.object({ staffId: z.string(), before: given, after: given })) })),
})

export interface UndoInput {
  readonly bookId: string
  readonly version: number
}

/** Takes the latest taking of a book back. Refusals: `score_book_not_taken`, `score_book_used` once one of its sheets was handed in, or a score of it written over. */
export function undoBook({ keys }: App, guard: Guarded, { bookId, version }: UndoInput): void {
  guard.mutate({
    about: (read) => ({ staff: takingOf(read, bookRow(read, bookId)).sheets.flatMap(({ entries }) => entries.map(({ staffId }) => staffId)) }),
    write(tx) {
      const row = bookRow(tx, bookId)
      requireScoring(requirePeriodById(tx, row.periodId), issueWords.undoAct)
      const next = nextVersion(row, version)
      const { before, sheets } = takingOf(tx, row)
      for (const sheet of sheets) putBack(tx, keys, sheet)
      tx.update(scoreBook).set({ ...before, version: next }).where(eq(scoreBook.id, bookId)).run()
      return row
    },
    audit: ({ scorerId, takenAt }) => ({ subject: bookId, detail: { scorerId, takenAt } }),
  })
}

function bookRow(read: Read, bookId: string): BookRow {
  return requireRow(read.select().from(scoreBook).where(eq(scoreBook.id, bookId)).get(), nouns.sheet)
}

type BookRow = typeof scoreBook.$inferSelect
type Taking = z.infer<typeof taken>

/** The taking that the book tells of, from its audit entry. */
function takingOf(read: Read, { id, takenAt, takenBy }: BookRow): Taking {
  if (takenAt === null || takenBy === null) throw new Refusal('score_book_not_taken')
  const of = and(eq(auditEntry.actor, takenBy), eq(auditEntry.action, 'scoreBooks.apply'), eq(auditEntry.subject, id), eq(auditEntry.at, takenAt))
  const entry = requireRow(read.select({ detail: auditEntry.detail }).from(auditEntry).where(of).orderBy(desc(auditEntry.seq)).limit(1).get(), nouns.sheet)
  return taken.parse(JSON.parse(entry.detail))
}

function putBack(tx: Write, keys: DerivedKeys, { sheetId, proxyBefore, entries }: Taking['sheets'][number]): void {
  const sheet = tx.select().from(scoreSheet).where(eq(scoreSheet.id, sheetId)).get()
  const used = new Refusal('score_book_used', { sheet: sheet === undefined ? nouns.sheet : sheetNames[sheet.kind] })
  if (sheet === undefined || sheet.state !== 'draft') throw used
  for (const { staffId, before, after } of entries) {
    const of = and(eq(scoreEntry.sheetId, sheetId), eq(scoreEntry.staffId, staffId))
    const present = tx.select().from(scoreEntry).where(of).get()
    const stands = present === undefined ? null : { band: present.band, score: scoreText(present), note: present.note }
    if (stands === null || !sameScore(stands, after) || stands.note !== noteFrom(keys, after.note)) throw used
    tx.update(scoreEntry).set({ band: before.band, ...scoreColumns(before.score), note: noteFrom(keys, before.note), version: sql`${scoreEntry.version} + 1` }).where(of).run()
  }
  tx.update(scoreSheet).set({ version: sheet.version + 1, proxyBy: proxyBefore }).where(eq(scoreSheet.id, sheetId)).run()
}
