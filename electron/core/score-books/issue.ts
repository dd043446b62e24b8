import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { scoreBook as bookTable, scoreBookOriginal } from '../../db/schema/index.ts'
import { scoreBook } from '../../workbooks/score-book/book.ts'
import { fixedCells } from '../../workbooks/score-book/fixed-cells.ts'
import { writeScoreBook } from '../../workbooks/score-book/write-book.ts'
import { zipOf } from '../../workbooks/score-book/zip-of.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { nextSeq } from '../app/rows.ts'
import { requireTownshipRow } from '../app/session.ts'
import { requirePeriodById, type PeriodRow } from '../evaluation/periods.ts'
import { requireScoring } from '../evaluation/score-entry.ts'
import { listSheets } from '../evaluation/score-sheets.ts'
import { gatherBook, nameOfStaff, openSheetsOf } from './gather.ts'
import { bookCode, keptCells, originalOf, packOriginal } from './original.ts'
import { issueWords } from './vocabulary.ts'

export interface IssueInput {
  readonly periodId: string
  readonly scorerIds: readonly string[]
}

interface MadeBook {
  readonly bookId: string
  readonly scorerId: string
  readonly scorer: string
  readonly sheets: readonly string[]
  readonly people: readonly string[]
  readonly code: string
  readonly original: Buffer
  readonly file: Buffer
}

/**
 * Makes the score books of some scorers and enters them, all or none, before they are handed over: one workbook, or a zip of
 * several. Refusals: `score_book_empty` for who has nothing open, the stages of the period, `about_self`.
 */
export async function issueBooks(app: App, guard: Guarded, input: IssueInput): Promise<{ readonly file: File; readonly books: number }> {
  const row = requirePeriodById(guard.read, input.periodId)
  requireScoring(row, issueWords.act)
  const listed = listSheets(guard, row)
  const scorers = [...new Set(input.scorerIds)].map((scorerId) => ({ scorerId, sheets: openSheetsOf(listed, scorerId) }))
  for (const { scorerId, sheets } of scorers) {
    if (sheets.length === 0) throw new Refusal('score_book_empty', { scorer: nameOfStaff(guard.read, scorerId) })
    guard.requireScope(aboutBook(scorerId, sheets))
  }
  const made: MadeBook[] = []
  for (const { scorerId, sheets } of scorers) {
    made.push(await makeBook(app, guard, row, scorerId, sheets))
    // Others have their turn between two books.
    await nextTurn()
  }
  const file = await packed(guard, row, made)
  guard.mutate({
    about: () => scorers.map(({ scorerId, sheets }) => aboutBook(scorerId, sheets)),
    write(tx, now) {
      requireScoring(requirePeriodById(tx, row.id), issueWords.act)
      for (const { bookId, scorerId, code, original } of made) {
        tx.insert(bookTable).values({ id: bookId, seq: nextSeq(tx, bookTable), periodId: row.id, scorerId, code, issuedAt: now, issuedBy: guard.actor.name }).run()
        tx.insert(scoreBookOriginal).values({ bookId, content: original }).run()
      }
    },
    audit: () => ({ subject: row.id, detail: { period: row.code, books: made.map(({ bookId, scorerId, scorer, sheets, people, code }) => ({ bookId, scorerId, scorer, sheets, people: people.length, code })) } }),
  })
  return { file, books: made.length }
}

/** A book is about everybody on its sheets. */
function aboutBook(scorerId: string, sheets: ReturnType<typeof openSheetsOf>) {
  return { scorer: scorerId, staff: sheets.flatMap(({ entries }) => entries.map(({ staffId }) => staffId)) }
}

async function makeBook(app: App, guard: Guarded, row: PeriodRow, scorerId: string, sheets: ReturnType<typeof openSheetsOf>): Promise<MadeBook> {
  const bookId = app.environment.newId()
  const data = gatherBook(guard, row, sheets, { bookId, scorerId })
  const blank = scoreBook(data, '')
  const code = bookCode(app.keys, bookId, keptCells(fixedCells(blank)))
  const file = await writeScoreBook(scoreBook(data, code), Date.parse(guard.now))
  return { bookId, scorerId, scorer: data.scorer, sheets: data.sheets.map(({ title }) => title), people: data.sheets.flatMap(({ people }) => people.map(({ staffId }) => staffId)), code, original: packOriginal(originalOf(blank)), file }
}

/** `清溪镇_评分表_张三_2026Q1_20260408.xlsx`; of several `清溪镇_评分工作簿_2026Q1_20260408.zip`. */
async function packed(guard: Guarded, row: PeriodRow, made: readonly MadeBook[]): Promise<File> {
  const township = requireTownshipRow(guard.read).name
  const day = dayInChina(guard.now).replaceAll('-', '')
  const names = fileNames(made.map(({ scorer }) => [township, issueWords.kind, scorer, row.code, day]))
  const [only] = made
  if (only !== undefined && made.length === 1) return new File([new Uint8Array(only.file)], `${names[0] ?? ''}.xlsx`)
  const zip = await zipOf(made.map(({ file }, place) => ({ name: `${names[place] ?? ''}.xlsx`, bytes: file })))
  const [name = ''] = fileNames([[township, issueWords.zipKind, row.code, day]])
  return new File([new Uint8Array(zip)], `${name}.zip`)
}

/** Without what a file system refuses; scorers of one name are numbered. */
function fileNames(parts: readonly (readonly string[])[]): readonly string[] {
  const taken = new Map<string, number>()
  return parts.map((words) => {
    const name = words.join('_').replace(/[\\/:*?"<>|\s\u0000-\u001f]/g, '').replace(/^\.+/, '')
    const before = taken.get(name) ?? 0
    taken.set(name, before + 1)
    return before === 0 ? name : `${name}_${String(before + 1)}`
  })
}
