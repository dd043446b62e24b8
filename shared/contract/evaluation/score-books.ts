import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { binaryFile } from '../binary.ts'
import { command, id, query, rowVersion } from '../procedure.ts'
import { exportEvent } from '../papers/export-stream.ts'
import { faults } from '../vocabulary.ts'

export const bookRowStates = ['new', 'changed', 'same', 'missing', 'error'] as const

/** A score book that went out, and whether it came back. */
const issuedBook = z.object({
  bookId: id,
  issuedAt: z.string(),
  issuedBy: z.string(),
  takenAt: z.string().nullable(),
  takenBy: z.string().nullable(),
  version: rowVersion,
})

const scorerRow = z.object({
  scorerId: id,
  scorer: z.string(),
  /** Sheets that are not handed in, with their people: what a book would hold. */
  open: z.array(z.object({ sheetId: id, title: z.string(), people: z.int(), left: z.int() })),
  /** One of them rates the caller: the book is somebody else's to issue. */
  ratesCaller: z.boolean(),
  /** The newest one. */
  book: issuedBook.nullable(),
})

const field = z.enum(['given', 'note'])

/** What was entered since the book went out where the book says something else: one of both is to be taken. */
const bookConflict = z.object({
  fields: z.array(z.object({ field, stands: z.string().nullable(), inBook: z.string().nullable() })),
  /** What stands is kept, and nothing taken of the book. */
  isKept: z.boolean(),
})

/** One person of a sheet; `from` and `to` as they are shown. */
const bookRow = z.object({
  staffId: id,
  name: z.string(),
  state: z.enum(bookRowStates),
  changes: z.array(z.object({ field, from: z.string().nullable(), to: z.string().nullable() })),
  conflict: bookConflict.nullable(),
  /** Why it is not taken. */
  errors: z.array(z.string()),
  /** What is to be looked at, though it is taken. */
  warnings: z.array(z.string()),
})

const bookSheet = z.object({
  sheetId: id,
  title: z.string(),
  /** Why nothing of the sheet is taken; its rows say what it holds all the same. */
  refused: z.string().nullable(),
  warnings: z.array(z.string()),
  rows: z.array(bookRow),
})

const altered = z.object({ sheet: z.string(), cell: z.string().nullable(), from: z.string().nullable(), to: z.string().nullable() })

/** What a book would do, or has done. Nothing is taken of one with altered cells. */
const bookResult = z.object({
  bookId: id,
  scorer: z.string(),
  issuedAt: z.string(),
  issuedBy: z.string(),
  warnings: z.array(z.string()),
  /** The first of the fixed cells that are not as they went out, and how many there are. */
  altered: z.array(altered),
  alteredCount: z.int(),
  sheets: z.array(bookSheet),
  summary: z.object({ new: z.int(), changed: z.int(), same: z.int(), missing: z.int(), error: z.int() }),
  /** Of the book, for its undo. */
  version: rowVersion,
  /** Of what was shown: the taking is of the same, or is refused. */
  stamp: z.string(),
})
export type ScoreBookResult = z.infer<typeof bookResult>

/** `keep`: whose entries stay as they stand, of those in conflict; of the others the book's are taken. */
const takeIn = z.object({ periodId: id, file: binaryFile, keep: z.array(z.object({ sheetId: id, staffId: id })).max(5000).default([]) })
const opening = ['period_not_open', 'scoring_over'] as const

/** 评分工作簿: the score sheets of one scorer out to a workbook and back. Ballots never leave this way. */
export const scoreBooks = {
  /** The scorers of a period with what they have still to hand in, and the newest book of each. */
  list: query('score.proxy', ['score', 'period', 'staff', 'module', 'plan']).input(z.object({ periodId: id })).output(z.array(scorerRow)),
  /**
   * Makes one workbook a scorer, telling how many are done; several come in a zip. Who stops listening cancels it. Nothing has gone
   * out yet: the `id` of the last event is the `issueId` by which a saved file is entered.
   */
  make: command('score.proxy', { changes: [], errors: [...opening, 'score_book_empty', 'export_failed'], notAboutSelf: true })
    .input(z.object({ periodId: id, scorerIds: z.array(id).min(1, faults.empty).max(500, faults.tooMuch(500)) }))
    .output(eventIterator(exportEvent)),
  /** Enters the books of a file that was saved as gone out. */
  issue: command('score.proxy', { changes: ['score'], errors: [...opening, 'score_book_gone'], notAboutSelf: true }).input(z.object({ issueId: id })).output(z.object({ books: z.int() })),
  /** What a book that came back would change; nothing is written but that it was looked at. */
  preview: command('score.proxy', { changes: ['audit'], errors: [...opening, 'file_refused'], notAboutSelf: true }).input(takeIn).output(bookResult),
  /** Takes what the preview showed, in one transaction, as 代录. */
  apply: command('score.proxy', { changes: ['score'], errors: [...opening, 'file_refused', 'score_book_altered', 'score_book_nothing'], notAboutSelf: true })
    .input(takeIn.extend({ stamp: z.string().max(100) }))
    .output(bookResult),
  /** Puts back what stood before, until one of its sheets is handed in or written on again. */
  undo: command('score.proxy', { changes: ['score'], errors: [...opening, 'score_book_used', 'score_book_not_taken'], notAboutSelf: true })
    .input(z.object({ bookId: id, version: rowVersion }))
    .output(z.object({})),
}
