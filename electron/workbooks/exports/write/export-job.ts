import type { Layout, Orientation } from '../../../../shared/domain/papers/layout.ts'
import type { Page, PageForm } from '../../../../shared/domain/papers/pages.ts'
import type { EvaluationYearBookData } from '../books/annual/data.ts'
import type { EvaluationBookData } from '../books/evaluation/data.ts'
import type { PerformanceBookData } from '../books/performance/data.ts'
import type { RegistersBookData } from '../books/registers/data.ts'
import type { RosterBookData } from '../books/roster/data.ts'
import type { AssignmentOrder, LedgerSupervision, LedgerTask, TasksBookData } from '../books/tasks/data.ts'
import type { IssueRecord, TeamsBookData, TuesdayRecord, VisitRecord } from '../books/teams/data.ts'
import type { SheetCells } from '../verify/requests.ts'

/** Lists of a ledger that may be of any length. */
export interface LedgerRows {
  readonly tasks: LedgerTask
  readonly overdue: LedgerTask
  readonly supervisions: LedgerSupervision
  readonly orders: AssignmentOrder
}

export type LedgerList = keyof LedgerRows

/** Records of the village teams, of any length. */
export interface TeamRows {
  readonly tuesdays: TuesdayRecord
  readonly visits: VisitRecord
  readonly issues: IssueRecord
}

export type TeamList = keyof TeamRows

/** Lists of any length go to the writing process ahead of its job, piece by piece. */
export type BookLists = { readonly [List in LedgerList]: readonly LedgerRows[List][] } & { readonly [List in TeamList]: readonly TeamRows[List][] }

/** The same as the writing process keeps them. */
export type BookRows = { readonly [List in LedgerList]: Iterable<LedgerRows[List]> } & { readonly [List in TeamList]: readonly TeamRows[List][] }

/** What a workbook says, apart from the lists that go ahead; `snapshot` is a frozen input as its text. */
export type BookContent =
  | { readonly workbook: 'evaluation'; readonly data: Omit<EvaluationBookData, 'input' | 'outcome'>; readonly snapshot: string }
  | { readonly workbook: 'evaluation-year'; readonly data: Omit<EvaluationYearBookData, 'outcome'>; readonly snapshot: string }
  | { readonly workbook: 'performance'; readonly data: Omit<PerformanceBookData, 'yearOutcome'>; readonly snapshot: string | null }
  | { readonly workbook: 'tasks'; readonly data: Omit<TasksBookData, LedgerList> }
  | { readonly workbook: 'teams'; readonly data: Omit<TeamsBookData, TeamList> }
  | { readonly workbook: 'roster'; readonly data: RosterBookData }
  | { readonly workbook: 'registers'; readonly data: RegistersBookData }

/** What the writing process makes a workbook from: plain data, because it goes between processes. `layout` is the form it is made by. */
export type BookJob = BookContent & { readonly copy: 'working' | 'official'; readonly layout: Layout }

/** To the writing process: rows of a list, `again` to forget them, then `write`, or `arrange` and as many times `pages` as pages are looked at. */
export type ExportRequest =
  | { readonly kind: 'rows'; readonly rows: Partial<BookLists> }
  | { readonly kind: 'again' }
  | { readonly kind: 'write'; readonly job: BookJob; readonly target: string }
  | { readonly kind: 'arrange'; readonly job: BookJob }
  | { readonly kind: 'pages'; readonly wanted: WantedPages }

/** Pages of a sheet from one on, counted from 1. */
export interface WantedPages {
  readonly sheet: string
  readonly from: number
  readonly count: number
}

/** How many pages a sheet takes, and how it lies on them. */
export interface ArrangedSheet {
  readonly name: string
  readonly pages: number
  readonly orientation: Orientation
}

export interface ShownPages {
  readonly form: PageForm
  readonly pages: readonly Page[]
}

/** One sheet of a written workbook, with the digests of its cells beside it. */
export type WrittenSheet = SheetCells

/** The code of a failure by a layout that does not go with its workbook. */
export const layoutFault = 'LAYOUT'

/** From the writing process: how far it is, then one of the others, once for each request. `of` 0 is not known yet. */
export type ExportAnswer =
  | { readonly kind: 'progress'; readonly stage: 'arranging' | 'writing'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly sheets: readonly WrittenSheet[] }
  | { readonly kind: 'arranged'; readonly sheets: readonly ArrangedSheet[] }
  | { readonly kind: 'pages'; readonly shown: ShownPages }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : null
}

/** Both ends are the program itself, so the kind alone is looked at. */
export function isExportRequest(message: unknown): message is ExportRequest {
  return ['rows', 'again', 'write', 'arrange', 'pages'].includes(String(kindOf(message)))
}

export function isExportAnswer(message: unknown): message is ExportAnswer {
  return ['progress', 'done', 'arranged', 'pages', 'failed'].includes(String(kindOf(message)))
}
