import { and, eq, gt } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import type { BinaryFile } from '../../../../../shared/contract/binary.ts'
import { Refusal } from '../../../../../shared/contract/refusal.ts'
import type { ScoreBookResult } from '../../../../../shared/contract/evaluation/score-books.ts'
import { periodTitle } from '../../../../../shared/domain/plans/cycle-vocabulary.ts'
import { canonicalJson } from '../../../../../shared/lib/canonical-json.ts'
import { scoreBook } from '../../../../db/schema/index.ts'
import type { Read, Write } from '../../../../db/types.ts'
import { alteredCells, foundCells, marksOf, shownText, type AlteredCell } from '../../../../workbooks/score-books/compare-book.ts'
import type { FixedSheet } from '../../../../workbooks/score-books/fixed-cells.ts'
import { readBook, type FoundSheet } from '../../../../workbooks/score-books/read-book.ts'
import { actorNames } from '../../../app/actor-names.ts'
import type { App } from '../../../app/app.ts'
import type { Guarded } from '../../../app/guard.ts'
import { scoreText } from '../../../app/rows.ts'
import { requireTownshipRow } from '../../../app/session.ts'
import { requirePeriodById, type PeriodRow } from '../../../plans/periods.ts'
import { entriesOf, requireScoring, writeEntries } from '../score-entry.ts'
import { withFile } from '../../../papers/file-pieces.ts'
import { momentInChina, nameOfStaff } from './gather.ts'
import { keptNote } from './kept-note.ts'
import { bookCode, keptCells, originalFrom, sameCode, shapesOf, type Original } from './original.ts'
import { issueWords, takeWords } from './vocabulary.ts'
import { weighBook, type KeptEntry, type WeighedSheet } from './weigh.ts'

export interface TakeInput {
  readonly periodId: string
  readonly file: BinaryFile
  readonly keep: readonly KeptEntry[]
}

type BookRow = typeof scoreBook.$inferSelect

/** A file that is a book of this township and period. */
interface Brought {
  readonly book: BookRow
  readonly original: Original
  readonly found: readonly FoundSheet[]
  readonly altered: readonly AlteredCell[]
  readonly fileDigest: string
}

interface Weighed {
  readonly result: ScoreBookResult
  readonly sheets: readonly WeighedSheet[]
}

/** So many altered cells are told one by one. */
const mostShown = 200

/** What a book that came back would do. Refusals: `file_refused` with the reason, the stages of the period, `about_self`. */
export async function previewBook(app: App, guard: Guarded, input: TakeInput): Promise<ScoreBookResult> {
  const row = requirePeriodById(guard.read, input.periodId)
  const brought = await bringIn(app, guard, row, input.file)
  return guard.mutate({
    about: () => aboutBook(brought),
    write: (tx) => weigh(tx, guard, requirePeriodById(tx, row.id), brought, input.keep).result,
    audit: ({ alteredCount, summary }) => ({ subject: brought.book.id, detail: { scorerId: brought.book.scorerId, fileDigest: brought.fileDigest, altered: alteredCount, summary } }),
  })
}

/**
 * Takes in what the preview has shown, in one transaction by the rules of 代录. Refusals besides: `changed_meanwhile` when it
 * would do something else by now, `score_book_altered`, `score_book_nothing`.
 */
export async function applyBook(app: App, guard: Guarded, input: TakeInput & { readonly stamp: string }): Promise<ScoreBookResult> {
  const row = requirePeriodById(guard.read, input.periodId)
  const brought = await bringIn(app, guard, row, input.file)
  const { book, altered, fileDigest } = brought
  const { result } = guard.mutate({
    about: () => aboutBook(brought),
    write(tx, now) {
      if (altered.length > 0) throw new Refusal('score_book_altered', { count: altered.length })
      const weighed = weigh(tx, guard, requirePeriodById(tx, row.id), brought, input.keep)
      if (weighed.result.stamp !== input.stamp) throw new Refusal('changed_meanwhile')
      if (isNothing(weighed)) throw new Refusal('score_book_nothing')
      const taken = weighed.sheets.flatMap((one) => writeSheet(tx, app, guard, one))
      const before = { takenAt: book.takenAt, takenBy: book.takenBy }
      tx.update(scoreBook).set({ takenAt: now, takenBy: guard.actor.name, version: book.version + 1 }).where(eq(scoreBook.id, book.id)).run()
      return { result: { ...weighed.result, version: book.version + 1 }, taken, before }
    },
    audit: ({ taken, before, result: { summary } }) => ({ subject: book.id, detail: { scorerId: book.scorerId, scorer: nameOfStaff(guard.read, book.scorerId), proxy: true, fileDigest, before, summary, sheets: taken } }),
  })
  return result
}

/** Whether nothing of a book can be taken though it holds something: it may be that everything was typed in already. */
function isNothing({ sheets, result: { summary } }: Weighed): boolean {
  return sheets.every(({ entries }) => entries.length === 0) && summary.same === 0
}

/** Writes the entries of one sheet; gives what the audit entry keeps of it, by which it can be undone. */
function writeSheet(tx: Write, { keys }: App, guard: Guarded, { sheet, entries }: WeighedSheet) {
  if (sheet === null || entries.length === 0) return []
  const present = new Map(entriesOf(tx, sheet).map(({ entry }) => [entry.staffId, entry]))
  writeEntries(tx, sheet, entries, guard.actor.name)
  return [{
    sheetId: sheet.id,
    proxyBefore: sheet.proxyBy,
    entries: entries.map(({ staffId, band, score, note }) => {
      const before = present.get(staffId)
      return { staffId, before: { band: before?.band ?? null, score: before === undefined ? null : scoreText(before), note: keptNote(keys, before?.note ?? null) }, after: { band, score, note: keptNote(keys, note) } }
    }),
  }]
}

function aboutBook({ book, original }: Brought) {
  return { scorer: book.scorerId, staff: original.sheets.flatMap(({ rating }) => rating?.people.map(({ staffId }) => staffId) ?? []) }
}

/** Everything that is said of a book as things stand now. */
function weigh(read: Read, guard: Guarded, row: PeriodRow, { book, original, found, altered }: Brought, keep: readonly KeptEntry[]): Weighed {
  requireScoring(row, issueWords.takeAct)
  const nameOf = actorNames(read)
  const sheets = altered.length > 0 ? [] : weighBook(read, row, book.scorerId, original, found, keep)
  const shown = sheets.map((one) => one.shown)
  const rows = shown.flatMap(({ refused, rows: of }) => of.map(({ state }) => (refused === null || state === 'missing' ? state : 'error')))
  const count = (state: (typeof rows)[number]) => rows.filter((other) => other === state).length
  const told = {
    bookId: book.id,
    scorer: nameOfStaff(read, book.scorerId),
    issuedAt: book.issuedAt,
    issuedBy: nameOf(book.issuedBy),
    warnings: [...olderThan(read, book), ...(book.takenAt === null || book.takenBy === null ? [] : [takeWords.takenBefore(momentInChina(book.takenAt), nameOf(book.takenBy))])],
    altered: altered.slice(0, mostShown).map(({ sheet, cell, from, to }) => ({ sheet, cell, from: shownCell(from), to: shownCell(to) })),
    alteredCount: altered.length,
    sheets: shown,
    summary: { new: count('new'), changed: count('changed'), same: count('same'), missing: count('missing'), error: count('error') },
  }
  return { result: { ...told, version: book.version, stamp: createHash('sha256').update(canonicalJson({ told, by: guard.actor.name }), 'utf8').digest('hex') }, sheets }
}

function shownCell(said: string | null): string | null {
  return said?.startsWith('d') ? takeWords.hidden : shownText(said)
}

function olderThan(read: Read, book: BookRow): string[] {
  const newer = read.select().from(scoreBook).where(and(eq(scoreBook.periodId, book.periodId), eq(scoreBook.scorerId, book.scorerId), gt(scoreBook.seq, book.seq))).all().at(-1)
  return newer === undefined ? [] : [takeWords.older(momentInChina(newer.issuedAt))]
}

async function bringIn(app: App, guard: Guarded, row: PeriodRow, file: BinaryFile): Promise<Brought> {
  requireScoring(row, issueWords.takeAct)
  const { found, fileDigest } = await readFileOf(app, file)
  const { number, code, township } = marksOf(found)
  if (number === null || code === null) throw refused('no_code', takeWords.noCode)
  const book = guard.read.select().from(scoreBook).where(eq(scoreBook.id, number)).get()
  const { name, reportingUnit } = requireTownshipRow(guard.read)
  if (book === undefined) throw township !== null && township !== name && township !== reportingUnit ? refused('other_township', takeWords.otherTownship(township)) : refused('unknown_book', takeWords.unknown)
  if (book.periodId !== row.id) throw refused('other_period', takeWords.otherPeriod(periodTitle(requirePeriodById(guard.read, book.periodId).code), periodTitle(row.code)))
  const original = originalFrom(guard.read, book.id)
  // What is kept of it has to be what this township made it of.
  if (original === null || !sameCode(bookCode(app.keys, book.id, sentCells(original)), book.code)) throw refused('unknown_book', takeWords.unknown)
  return { book, original, found, altered: alteredIn(app, book, original, found, code), fileDigest }
}

/** The fixed cells that were changed. 校验码 over what came back tells that there are none; only else are they sought one by one. */
function alteredIn(app: App, book: BookRow, original: Original, found: readonly FoundSheet[], code: string): readonly AlteredCell[] {
  const back = keptCells(foundCells(found, shapesOf(original)))
  if (sameCode(bookCode(app.keys, book.id, back), book.code) && sameCode(code, book.code)) return []
  const cells = alteredCells(sentCells(original), back)
  return sameCode(code, book.code) ? cells : [...cells, { sheet: original.code.sheet, cell: original.code.cell, from: `t${book.code}`, to: `t${code}` }]
}

function sentCells({ sheets }: Original): readonly FixedSheet[] {
  return sheets.map(({ name, cells }) => ({ name, cells }))
}

function refused(why: string, reason: string): Refusal {
  return new Refusal('file_refused', { reason, why })
}

/** Reads a file behind the gate. */
function readFileOf(app: App, file: BinaryFile): Promise<{ readonly found: readonly FoundSheet[]; readonly fileDigest: string }> {
  return withFile(app, file, async (source, fileDigest) => {
    const reading = await readBook(source, app.environment.workers)
    if (reading.kind === 'refused') throw refused(reading.refusal.code, reading.refusal.message)
    return { found: reading.sheets, fileDigest }
  }, 'scoreBook')
}
