import { mkdtempSync, rmSync } from 'node:fs'
import { fileWords } from '../../../papers/vocabulary.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExportEvent } from '../../../../../shared/contract/papers/export-stream.ts'
import { Refusal } from '../../../../../shared/contract/refusal.ts'
import { fileStemOf } from '../../../../../shared/lib/file-name.ts'
import { WriterEnded } from '../../../../workbooks/exports/write/run-export.ts'
import { scoreBook } from '../../../../workbooks/score-books/book.ts'
import { fixedCells } from '../../../../workbooks/score-books/fixed-cells.ts'
import { startBooksWriter, type BooksWriter } from '../../../../workbooks/score-books/run-books.ts'
import type { App } from '../../../app/app.ts'
import { dayInChina } from '../../../app/environment.ts'
import type { Guarded, GuardedContext } from '../../../app/guard.ts'
import { withProgress } from '../../../app/progress.ts'
import { requireTownshipRow } from '../../../app/session.ts'
import { requirePeriodById, type PeriodRow } from '../../../plans/periods.ts'
import { requireScoring } from '../score-entry.ts'
import { listSheets } from '../score-sheets.ts'
import { bytesPerPart } from '../../../papers/file-pieces.ts'
import { gatherBook, nameOfStaff, openSheetsOf } from './gather.ts'
import type { MadeBook } from '../../../app/made-books.ts'
import { bookCode, keptCells, originalOf, packOriginal } from './original.ts'
import { issueWords } from './vocabulary.ts'

export interface MakeInput {
  readonly periodId: string
  readonly scorerIds: readonly string[]
}

interface WantedBook {
  readonly scorerId: string
  readonly sheets: ReturnType<typeof openSheetsOf>
}

interface MadeFile {
  readonly kind: 'made'
  readonly books: readonly MadeBook[]
  readonly fileName: string
  readonly bytes: Buffer
}

type Progress = Extract<ExportEvent, { kind: 'progress' }>

/**
 * Makes the score books of some scorers in a process of their own, all or none, and hands them over: one workbook, or a zip of
 * several. Nothing is entered: that is for `issueBooks`, when the file is saved. Refusals: `score_book_empty` for who has nothing
 * open, the stages of the period, `about_self`, `export_failed`.
 */
export async function* startMaking({ app, house, guard, connection }: GuardedContext, input: MakeInput, signal: AbortSignal | undefined): AsyncGenerator<ExportEvent, void> {
  const { session } = connection
  const row = requirePeriodById(guard.read, input.periodId)
  requireScoring(row, issueWords.act)
  const wanted = wantedBooks(guard, row, input.scorerIds)
  let made: MadeFile | null = null
  for await (const event of withProgress<Progress, MadeFile>(signal, (report, stop) => makeBooks(app, guard, row, wanted, report, stop))) {
    if (event.kind === 'progress') yield event
    else made = event
  }
  if (made === null) return
  const { bytes, books, fileName } = made
  for (let at = 0; at < bytes.length; at += bytesPerPart) yield { kind: 'part', base64: bytes.subarray(at, at + bytesPerPart).toString('base64') }
  // Who has logged out meanwhile is handed nothing to issue.
  if (signal?.aborted || connection.session !== session) return
  const issueId = app.environment.newId()
  house.madeBooks.hold(connection, { issueId, periodId: row.id, books })
  yield { kind: 'done', id: issueId, fileName, size: bytes.length }
}

function wantedBooks(guard: Guarded, row: PeriodRow, scorerIds: readonly string[]): readonly WantedBook[] {
  const listed = listSheets(guard, row)
  return [...new Set(scorerIds)].map((scorerId) => {
    const sheets = openSheetsOf(listed, scorerId)
    if (sheets.length === 0) throw new Refusal('score_book_empty', { scorer: nameOfStaff(guard.read, scorerId) })
    // A book is about everybody on its sheets.
    guard.requireScope({ scorer: scorerId, staff: sheets.flatMap(({ entries }) => entries.map(({ staffId }) => staffId)) })
    return { scorerId, sheets }
  })
}

async function makeBooks(app: App, guard: Guarded, row: PeriodRow, wanted: readonly WantedBook[], report: (progress: Progress) => void, signal: AbortSignal): Promise<MadeFile> {
  const folder = mkdtempSync(path.join(app.environment.temporary, 'books-'))
  const writer = startBooksWriter(app.environment.workers, signal)
  try {
    const names = fileNamesOf(guard, row, wanted)
    const books: MadeBook[] = []
    for (const [place, book] of wanted.entries()) {
      report({ kind: 'progress', stage: 'writing', done: place, of: wanted.length })
      books.push(await makeBook(app, guard, row, book, writer, names.books[place] ?? ''))
      // Others have their turn between two books.
      await nextTurn()
    }
    const target = path.join(folder, 'books')
    await writer.pack(target)
    return { kind: 'made', books, fileName: names.file, bytes: await readFile(target) }
  } catch (error) {
    throw error instanceof WriterEnded ? new Refusal('export_failed', { reason: fileWords.writerEnded }) : error
  } finally {
    writer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 校验码 is made here: its key does not leave this process. */
async function makeBook(app: App, guard: Guarded, row: PeriodRow, { scorerId, sheets }: WantedBook, writer: BooksWriter, fileName: string): Promise<MadeBook> {
  const bookId = app.environment.newId()
  const data = gatherBook(guard, row, sheets, { bookId, scorerId })
  const blank = scoreBook(data, '')
  const code = bookCode(app.keys, bookId, keptCells(fixedCells(blank)))
  await writer.add({ data, code, fileName, createdAt: Date.parse(guard.now) })
  return { bookId, scorerId, scorer: data.scorer, sheets: data.sheets.map(({ title }) => title), people: data.sheets.flatMap(({ people }) => people.map(({ staffId }) => staffId)), code, original: packOriginal(originalOf(blank)) }
}

/** `清溪镇_评分表_张三_2026Q1_20260408.xlsx`; of several `清溪镇_评分工作簿_2026Q1_20260408.zip`. */
function fileNamesOf({ read, now }: Guarded, { code }: PeriodRow, wanted: readonly WantedBook[]): { readonly books: readonly string[]; readonly file: string } {
  const township = requireTownshipRow(read).name
  const day = dayInChina(now).replaceAll('-', '')
  const books = fileNames(wanted.map(({ scorerId }) => [township, issueWords.kind, nameOfStaff(read, scorerId), code, day])).map((name) => `${name}.xlsx`)
  const [only] = books
  const [zip = ''] = fileNames([[township, issueWords.zipKind, code, day]])
  return { books, file: only !== undefined && books.length === 1 ? only : `${zip}.zip` }
}

/** Scorers of one name are numbered. */
function fileNames(parts: readonly (readonly string[])[]): readonly string[] {
  const taken = new Map<string, number>()
  return parts.map((words) => {
    const name = fileStemOf(words)
    const before = taken.get(name) ?? 0
    taken.set(name, before + 1)
    return before === 0 ? name : `${name}_${String(before + 1)}`
  })
}
