import type { ReactNode, Ref } from 'react'

/** A value as the server takes it: text, number, code of a choice, day `YYYY-MM-DD`; null is an empty cell. */
export type CellValue = string | number | boolean | null

export interface Choice {
  readonly value: string | number | boolean
  readonly label: string
  /** What else finds it while typing: pinyin, initials, an alias. */
  readonly keys?: readonly string[]
}

interface EditOf<Row> {
  /** The present value, which an undo puts back. */
  readonly read: (row: Row) => CellValue
  /** true, or the sentence why this row's cell may not be changed. All rows may, unless given. */
  readonly editable?: (row: Row) => true | string
  /** An empty cell is refused. */
  readonly required?: boolean
  /**
   * What a single key enters over the cell: it is saved at once and the next cell of the kind is selected, down the column and on to
   * the top of the next one. Null for a key that only begins a text.
   */
  readonly oneKey?: (key: string, row: Row) => string | null
  /** A rule of the field's own; gives the sentence of the refusal or null. */
  readonly check?: (value: CellValue, row: Row) => string | null
}

/** How a cell is typed, pasted and checked. Every kind is typed as text. */
export type CellEdit<Row> =
  | (EditOf<Row> & { readonly kind: 'text'; readonly maxLength?: number; readonly multiline?: boolean })
  | (EditOf<Row> & { readonly kind: 'choice'; readonly choices: readonly Choice[] | ((row: Row) => readonly Choice[]) })
  | (EditOf<Row> & { readonly kind: 'day'; readonly min?: string; readonly max?: string })
  | (EditOf<Row> & { readonly kind: 'number'; readonly min?: number; readonly max?: number; /** 0 unless given. */ readonly decimals?: number })

/** What the header of a column filters by. */
export type ColumnFilter =
  | { readonly kind: 'text'; readonly blank?: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'day'; readonly blank?: boolean }
  | { readonly kind: 'number'; readonly blank?: boolean }

export interface GridColumn<Row> {
  readonly field: string
  readonly title: string
  /** In px. */
  readonly width: number
  readonly pinned?: 'left'
  readonly align?: 'left' | 'right' | 'center'
  /** What is shown, copied and read aloud. */
  readonly text: (row: Row) => string
  /** Shown instead of the text (a light, a tag, a mark); nothing that takes the keyboard. */
  readonly render?: (row: Row) => ReactNode
  readonly sortable?: boolean
  readonly filter?: ColumnFilter
  /** For the sum and mean of a selection. */
  readonly number?: (row: Row) => number | null
  readonly edit?: CellEdit<Row>
  /** Takes what is left of the window's width; the last column that is not aligned to the right does unless one says so. */
  readonly grow?: boolean
  /** Not shown until the user asks for it. */
  readonly hidden?: boolean
}

export interface GridSort {
  readonly field: string
  readonly descending: boolean
}

export type GridFilter =
  | { readonly field: string; readonly kind: 'text'; readonly contains: string }
  | { readonly field: string; readonly kind: 'choice'; readonly values: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly kind: 'day'; readonly from: string | null; readonly to: string | null }
  | { readonly field: string; readonly kind: 'number'; readonly min: number | null; readonly max: number | null }
  | { readonly field: string; readonly kind: 'blank'; readonly blank: boolean }

/** Which rows in which order. */
export interface GridQuery {
  readonly sort: readonly GridSort[]
  readonly filters: readonly GridFilter[]
  readonly search: string
}

export interface GridRequest extends GridQuery {
  readonly offset: number
  readonly limit: number
}

export interface GridSource<Row> {
  /** The rows from `offset` on, at most `limit`, and how many there are in all. A failure is thrown. */
  readonly load: (request: GridRequest, signal: AbortSignal) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>
  readonly key: (row: Row) => string
  /** The row's version, for the optimistic check of an edit; needed only where the grid is edited. */
  readonly version?: (row: Row) => number
  /** When it changes, what is loaded is loaded again in place: scroll, selection and an open edit stay. */
  readonly revision: unknown
  /** Which list this is (a module, a period): when it changes, the grid starts anew at the top. */
  readonly scope?: string
}

/** The changes of one row, with the version the user saw: what `editCells` takes. */
export interface RowEdit {
  readonly key: string
  readonly version: number
  readonly changes: Readonly<Record<string, CellValue>>
}

export interface CellRefusal {
  readonly key: string
  readonly field: string
  /** One sentence: why, and the way out. */
  readonly reason: string
}

export interface EditOutcome {
  /** The rows that were written, with their new version. */
  readonly applied: readonly { readonly key: string; readonly version: number }[]
  readonly refused: readonly CellRefusal[]
}

/** `all`: one refusal means that nothing is written. `good`: what is not refused is written. */
export type EditMode = 'all' | 'good'

export interface GridEditing {
  /** Writes the edits of one step. What concerns all of it, a failure or a refusal, is thrown. */
  readonly apply: (edits: readonly RowEdit[], mode: EditMode) => Promise<EditOutcome>
  /** The sentence, if what was thrown is a refusal, which no retry can change; null of a failure. */
  readonly refusal: (error: unknown) => string | null
  /** The rows one step may change, and what is said of more. */
  readonly limit?: { readonly rows: number; readonly sentence: string }
}

/** How a user likes to see a grid: plain JSON. */
export interface GridState {
  /** In order; a column that is not named stands where its definition puts it. */
  readonly columns: readonly { readonly field: string; readonly width: number; readonly hidden: boolean; readonly pinned: boolean }[]
  readonly sort: readonly GridSort[]
  readonly filters: readonly GridFilter[]
}

export interface SavedView {
  readonly name: string
  readonly state: GridState
}

/** Where saved views are kept. */
export interface GridViews {
  readonly list: () => Promise<readonly SavedView[]>
  /** A view of that name is replaced. */
  readonly save: (name: string, state: GridState) => Promise<void>
  readonly remove: (name: string) => Promise<void>
}

/** A command on one row: in the context menu. */
export interface RowAction {
  readonly key: string
  readonly label: string
  readonly danger?: boolean
  readonly onRun: () => void
}

/** Rows chosen by their box, for a command on many. */
export interface RowChoice {
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
}

/** For what a page does to its grid from outside. */
export interface SheetHandle {
  readonly focus: () => void
  /** Loads again in place, as a new revision does. */
  readonly reload: () => void
  /** Which rows are shown, for an export of the same. */
  readonly query: () => GridQuery
}

export interface SheetGridProps<Row> {
  /** What the rows are: “任务台账”; read aloud and shown to nobody else. */
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly source: GridSource<Row>
  /** Without it the grid only reads. */
  readonly editing?: GridEditing
  readonly views?: GridViews
  /** How it is shown at first; a stored place of a tab. */
  readonly initial?: Partial<GridState> & { readonly search?: string }
  readonly onState?: (state: GridState & { readonly search: string }) => void
  /** The placeholder of the search box; without it there is none. */
  readonly search?: string
  /** Filters and commands of the page, left in the line above the grid. */
  readonly tools?: ReactNode
  /** Stands in place of the rows when there are none and nothing is filtered. */
  readonly empty?: ReactNode
  readonly onOpen?: (row: Row) => void
  readonly rowActions?: (row: Row) => readonly RowAction[]
  readonly onActive?: (row: Row | null) => void
  readonly selectable?: RowChoice
  /** What a row is called in the list of refusals: “张三”, “〔2026〕3号”. */
  readonly rowName?: (row: Row) => string
  /** The sentence of a failed load or a failed save. */
  readonly sentence?: (error: unknown) => string
  /** Today, for days typed without a year; `YYYY-MM-DD`. */
  readonly today?: string
  readonly handle?: Ref<SheetHandle>
}
