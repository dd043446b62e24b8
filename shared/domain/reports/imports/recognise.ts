import { assertNever } from '../../../lib/assert-never.ts'
import { readIdentity } from '../../people/identity.ts'
import { trackOfDuty } from '../../people/track.ts'
import { bodyRows } from './body-rows.ts'
import { staffKind, taskKind } from './columns.ts'
import { findTable, recallReading } from './find-table.ts'
import { isListKind, type ListIssueCode, type ListKind } from './lists/codes.ts'
import { recogniseListOf } from './lists/recognise-list.ts'
import type { CountedQuarter } from './lists/title-period.ts'
import { headingCount, looksLike } from './looks-like.ts'
import { moduleIndex, titleIndex } from './modules.ts'
import type { RawWorkbook } from '../../cells/raw-workbook.ts'
import { readRegisterTable } from './read-register.ts'
import { readStaffRow, writesTwoDigitMonths, type StaffReading } from './read-staff.ts'
import { readTaskRow } from './read-tasks.ts'
import { remembering } from './remembering.ts'
import type { ImportChoice, ImportContext, ImportKind, ImportSummary, ListDraft, MatchedRow, ReadRow, RecognisedTable, RegisterDraft, RememberedReading, RowState, StaffDraft, StaffIssueCode, TaskDraft, TaskIssueCode, WordOfColumn } from './types.ts'
import { importKindNames, noHeaderMessages, noRowsMessage, otherKindMessage } from './vocabulary.ts'

/** A table of rows, or the sentence that says why there is none. `given`: keys of the columns the file has. */
export type Recognition<Draft, Code extends string> = RecognisedRows<Draft, Code> | NotRecognised

export interface RecognisedRows<Draft, Code extends string> {
  readonly kind: 'table'
  readonly table: RecognisedTable
  readonly given: readonly string[]
  readonly rows: readonly ReadRow<Draft, Code>[]
  /** Words of the choice columns of a list, with what each is taken for. */
  readonly words?: readonly WordOfColumn[]
  /** The quarter that rows without one are counted to. */
  readonly quarter?: CountedQuarter | null
  /** Whose remembered reading was used. */
  readonly sender?: string | null
  /** Of which kind the headings rather speak. */
  readonly looksLike?: ImportKind | null
}

/** Why no rows came of a workbook: it has no headings of the kind, or nothing stands below them. `looksLike`: of which kind it rather is. */
export interface NotRecognised {
  readonly kind: 'not_recognised'
  readonly code: 'no_header' | 'no_rows'
  readonly message: string
  readonly looksLike: ImportKind | null
}

/** What is said when a workbook has no table of this kind. */
export function notRecognised(kind: ImportKind, code: NotRecognised['code'] = 'no_header', other: ImportKind | null = null): NotRecognised {
  const message = code === 'no_rows' ? noRowsMessage : other === null ? noHeaderMessages[kind] : otherKindMessage(importKindNames[other], importKindNames[kind])
  return { kind: 'not_recognised', code, message, looksLike: other }
}

/** Finds the roster in a workbook and reads its rows; `choice` is what a person (or a remembered mapping) decided instead. */
export function recogniseStaff(workbook: RawWorkbook, context: ImportContext, choice: ImportChoice = {}): Recognition<StaffDraft, StaffIssueCode> {
  const found = findTable(staffKind, workbook, choice)
  if (found === null) return notRecognised('staff')
  const [moduleNamed, moduleTitled] = [remembering(moduleIndex(context.modules)), remembering(titleIndex(context.modules))]
  const rows = bodyRows(staffKind, found, (text) => moduleTitled(text) !== null)
  const reading: StaffReading = {
    moduleNamed,
    moduleTitled,
    identityNamed: remembering(readIdentity),
    trackOf: remembering(trackOfDuty),
    today: context.today,
    fromCsv: workbook.source === 'csv',
    octoberKeys: writesTwoDigitMonths(rows),
  }
  return { kind: 'table', table: found.table, given: [...found.columnOf.keys()], rows: rows.map((row) => readStaffRow(row, reading)) }
}

/** Finds the task ledger in a workbook and reads its rows. */
export function recogniseTasks(workbook: RawWorkbook, context: ImportContext, choice: ImportChoice = {}): Recognition<TaskDraft, TaskIssueCode> {
  const found = findTable(taskKind, workbook, choice)
  if (found === null) return notRecognised('tasks')
  const [moduleNamed, moduleTitled] = [remembering(moduleIndex(context.modules)), remembering(titleIndex(context.modules))]
  const rows = bodyRows(taskKind, found, (text) => moduleTitled(text) !== null)
  return { kind: 'table', table: found.table, given: [...found.columnOf.keys()], rows: rows.map((row) => readTaskRow(row, { moduleNamed, moduleTitled, fromCsv: workbook.source === 'csv' })) }
}

/** Finds the rows of a register in a workbook by the titles of its columns. */
export function recogniseRegister(workbook: RawWorkbook, { register }: ImportContext, choice: ImportChoice = {}): Recognition<RegisterDraft, never> {
  const found = register === undefined ? null : readRegisterTable(workbook, register, choice)
  return found === null ? notRecognised('registers') : { kind: 'table', ...found }
}

/** Finds the rows of a list by the table of its columns in `lists/specs.ts`. */
export function recogniseListRows(kind: ListKind, workbook: RawWorkbook, context: ImportContext, choice: ImportChoice = {}): Recognition<ListDraft, ListIssueCode> {
  const found = recogniseListOf(kind, workbook, context, choice)
  if (found === null) return notRecognised(kind)
  return { kind: 'table', ...found, rows: found.rows.map(({ row, cells, errors, read }) => ({ row, draft: { cells: Object.fromEntries(cells) }, errors, notices: [], read })) }
}

type AnyRecognition = Recognition<StaffDraft, StaffIssueCode> | Recognition<TaskDraft, TaskIssueCode> | Recognition<RegisterDraft, never> | Recognition<ListDraft, ListIssueCode>

function recogniseBy(what: ImportKind, workbook: RawWorkbook, context: ImportContext, choice: ImportChoice): AnyRecognition {
  if (isListKind(what)) return recogniseListRows(what, workbook, context, choice)
  switch (what) {
    case 'staff':
      return recogniseStaff(workbook, context, choice)
    case 'tasks':
      return recogniseTasks(workbook, context, choice)
    case 'registers':
      return recogniseRegister(workbook, context, choice)
    default:
      return assertNever(what)
  }
}

/** What is decided about a file beforehand: `choice` on screen, else the first of `remembered` whose headings it has. */
export interface Reading {
  readonly choice?: ImportChoice
  readonly remembered?: readonly RememberedReading[]
}

/** Reads a workbook as rows of any kind. */
export function recognise(what: ImportKind, workbook: RawWorkbook, context: ImportContext, reading: Reading = {}): AnyRecognition {
  const found = recogniseFirst(what, workbook, context, reading)
  if (found.kind === 'not_recognised') return notRecognised(what, 'no_header', looksLike(what, null, workbook))
  if (found.rows.length === 0) return notRecognised(what, 'no_rows')
  const isDecided = found.sender !== undefined || reading.choice?.columns !== undefined
  return { ...found, looksLike: isDecided ? null : looksLike(what, headingCount(found.given), workbook) }
}

function recogniseFirst(what: ImportKind, workbook: RawWorkbook, context: ImportContext, { choice = {}, remembered = [] }: Reading): AnyRecognition {
  const isChosen = choice.sheet !== undefined || choice.headerRow !== undefined || choice.columns !== undefined
  const recalled = isChosen ? null : recallReading(workbook, remembered)
  if (recalled === null) return recogniseBy(what, workbook, context, choice)
  const found = recogniseBy(what, workbook, context, { ...recalled.choice, words: { ...recalled.choice.words, ...choice.words } })
  return found.kind === 'table' ? { ...found, sender: recalled.sender } : recogniseBy(what, workbook, context, choice)
}

/** How many rows are in each state. */
export function summarise(rows: readonly Pick<MatchedRow<unknown, string>, 'state'>[]): ImportSummary {
  const count = (state: RowState) => rows.filter((row) => row.state === state).length
  return { new: count('new'), changed: count('changed'), same: count('same'), skipped: count('skipped'), ambiguous: count('ambiguous'), error: count('error') }
}
