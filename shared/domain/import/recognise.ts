import { readIdentity } from '../people/identity.ts'
import { trackOfDuty } from '../people/track.ts'
import { bodyRows } from './body-rows.ts'
import { staffKind, taskKind } from './columns.ts'
import { findTable } from './find-table.ts'
import { moduleIndex } from './modules.ts'
import type { RawWorkbook } from './raw-workbook.ts'
import { readRegisterTable } from './read-register.ts'
import { readStaffRow, writesTwoDigitMonths, type StaffReading } from './read-staff.ts'
import { readTaskRow } from './read-tasks.ts'
import { remembering } from './remembering.ts'
import type { ImportChoice, ImportContext, ImportKind, ImportSummary, MatchedRow, ReadRow, RecognisedTable, RegisterDraft, RowState, StaffDraft, StaffIssueCode, TaskDraft, TaskIssueCode } from './types.ts'
import { noHeaderMessages } from './vocabulary.ts'

/** A table of rows, or the sentence that says why there is none. `given`: keys of the columns the file has. */
export type Recognition<Draft, Code extends string> = RecognisedRows<Draft, Code> | NotRecognised

export interface RecognisedRows<Draft, Code extends string> {
  readonly kind: 'table'
  readonly table: RecognisedTable
  readonly given: readonly string[]
  readonly rows: readonly ReadRow<Draft, Code>[]
}

export interface NotRecognised {
  readonly kind: 'not_recognised'
  readonly code: 'no_header'
  readonly message: string
}

/** What is said when a workbook has no table of this kind. */
export function notRecognised(kind: ImportKind): NotRecognised {
  return { kind: 'not_recognised', code: 'no_header', message: noHeaderMessages[kind] }
}

/** Finds the roster in a workbook and reads its rows; `choice` is what a person (or a remembered mapping) decided instead. */
export function recogniseStaff(workbook: RawWorkbook, context: ImportContext, choice: ImportChoice = {}): Recognition<StaffDraft, StaffIssueCode> {
  const found = findTable(staffKind, workbook, choice)
  if (found === null) return notRecognised('staff')
  const moduleNamed = remembering(moduleIndex(context.modules))
  const rows = bodyRows(staffKind, found, (text) => moduleNamed(text) !== null)
  const reading: StaffReading = {
    moduleNamed,
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
  const moduleNamed = remembering(moduleIndex(context.modules))
  const rows = bodyRows(taskKind, found, (text) => moduleNamed(text) !== null)
  return { kind: 'table', table: found.table, given: [...found.columnOf.keys()], rows: rows.map((row) => readTaskRow(row, { moduleNamed })) }
}

/** Finds the rows of a register in a workbook by the titles of its columns. */
export function recogniseRegister(workbook: RawWorkbook, { register }: ImportContext, choice: ImportChoice = {}): Recognition<RegisterDraft, never> {
  const found = register === undefined ? null : readRegisterTable(workbook, register, choice)
  return found === null ? notRecognised('registers') : { kind: 'table', ...found }
}

/** The recogniser of every kind: a new kind is added here and in `columns.ts`. */
export const recognisers = { staff: recogniseStaff, tasks: recogniseTasks, registers: recogniseRegister } as const satisfies Record<ImportKind, unknown>

/** How many rows are in each state. */
export function summarise(rows: readonly Pick<MatchedRow<unknown, string>, 'state'>[]): ImportSummary {
  const count = (state: RowState) => rows.filter((row) => row.state === state).length
  return { new: count('new'), changed: count('changed'), same: count('same'), ambiguous: count('ambiguous'), error: count('error') }
}
