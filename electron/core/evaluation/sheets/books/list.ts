import { asc, eq } from 'drizzle-orm'
import { scoreBook } from '../../../../db/schema/index.ts'
import { actorNames } from '../../../app/actor-names.ts'
import type { Guarded } from '../../../app/guard.ts'
import type { PeriodRow } from '../../../plans/periods.ts'
import { listSheets } from '../score-sheets.ts'
import { nameOfStaff, titleOfSheet } from './gather.ts'

/** The scorers of a period in the order of their sheets, each with the newest book that went out to him. */
export function listScorers(guard: Guarded, row: PeriodRow) {
  const { read } = guard
  const nameOf = actorNames(read)
  const newest = new Map(read.select().from(scoreBook).where(eq(scoreBook.periodId, row.id)).orderBy(asc(scoreBook.seq)).all().map((book) => [book.scorerId, book]))
  const byScorer = Map.groupBy(listSheets(guard, row), ({ scorerId }) => scorerId)
  return [...byScorer].flatMap(([scorerId, sheets]) => {
    if (scorerId === null) return []
    const open = sheets.filter(({ state }) => state === 'draft')
    const book = newest.get(scorerId)
    return [{
      scorerId,
      scorer: nameOfStaff(read, scorerId),
      open: open.map((sheet) => ({ sheetId: sheet.id, title: titleOfSheet(sheet), people: sheet.entries.length, left: sheet.entries.filter(({ band, score, isHidden }) => !isHidden && band === null && score === null).length })),
      ratesCaller: open.some(({ ratesCaller }) => ratesCaller),
      book: book === undefined ? null : { bookId: book.id, issuedAt: book.issuedAt, issuedBy: nameOf(book.issuedBy), takenAt: book.takenAt, takenBy: book.takenBy === null ? null : nameOf(book.takenBy), version: book.version },
    }]
  })
}
