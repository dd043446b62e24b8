import type { EvaluationYearBookData } from '../annual/data.ts'
import type { EvaluationBookData } from '../evaluation/data.ts'
import type { PerformanceBookData } from '../performance/data.ts'
import type { RegistersBookData } from '../registers/data.ts'
import type { RosterBookData } from '../roster/data.ts'
import type { AssignmentOrder, LedgerSupervision, LedgerTask, TasksBookData } from '../tasks/data.ts'
import type { IssueRecord, TeamsBookData, TuesdayRecord, VisitRecord } from '../teams/data.ts'

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

/** What the writing process makes a workbook from: plain data, because it goes between processes. `snapshot` is a frozen input as its text. */
export type ExportJob = { readonly target: string; readonly copy: 'working' | 'official' } & (
  | { readonly workbook: 'evaluation'; readonly data: Omit<EvaluationBookData, 'input' | 'outcome'>; readonly snapshot: string }
  | { readonly workbook: 'evaluation-year'; readonly data: Omit<EvaluationYearBookData, 'outcome'>; readonly snapshot: string }
  | { readonly workbook: 'performance'; readonly data: Omit<PerformanceBookData, 'yearOutcome'>; readonly snapshot: string | null }
  | { readonly workbook: 'tasks'; readonly data: Omit<TasksBookData, LedgerList> }
  | { readonly workbook: 'teams'; readonly data: Omit<TeamsBookData, TeamList> }
  | { readonly workbook: 'roster'; readonly data: RosterBookData }
  | { readonly workbook: 'registers'; readonly data: RegistersBookData }
)

/** To the writing process: rows of a list, `again` to forget them, `write` last. */
export type ExportRequest =
  | { readonly kind: 'rows'; readonly rows: Partial<BookLists> }
  | { readonly kind: 'again' }
  | { readonly kind: 'write'; readonly job: ExportJob }

/** One sheet of a written workbook; its cells' digests lie gzipped in a file beside it. */
export interface WrittenSheet {
  readonly name: string
  readonly digest: string
  readonly cellsFile: string
}

/** From the writing process: how far it is, then one of the others, once. `of` 0 is not known yet. */
export type ExportAnswer =
  | { readonly kind: 'progress'; readonly stage: 'arranging' | 'writing'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly sheets: readonly WrittenSheet[] }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : null
}

/** Both ends are the program itself, so the kind alone is looked at. */
export function isExportRequest(message: unknown): message is ExportRequest {
  return ['rows', 'again', 'write'].includes(String(kindOf(message)))
}

export function isExportAnswer(message: unknown): message is ExportAnswer {
  return ['progress', 'done', 'failed'].includes(String(kindOf(message)))
}
