import type { DayText } from '../../../../shared/domain/plans/case.ts'
import type { ChartModel } from '../model/model.ts'

/** What the builders say: which cells stand in which field of which table. Where that is on the page, the layout decides. */
export type DraftCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly day: DayText }
  | DraftFormula

export interface DraftFormula {
  readonly kind: 'formula'
  /** See `formula/parse.ts`. */
  readonly template: string
  /**
   * What the engine says the cell must give. Where binary floats would make it anything else, the cell becomes this plain
   * value: a number sent up may lose its formula, never its truth.
   */
  readonly expected: number | string | null
  /** Column of the constants that holds for this cell, where it differs from its row's. */
  readonly constants: string | null
}

/** Cells of another table: a row by its id, or from one id to another. */
export interface DraftReference {
  readonly table: string
  readonly row: string
  readonly lastRow?: string
  readonly field: string
}

export interface DraftRow {
  /** Names the row for references. */
  readonly id?: string
  readonly cells: Readonly<Record<string, DraftCell>>
  readonly references?: Readonly<Record<string, DraftReference>>
  /** Field of the constants table whose column holds for this row. */
  readonly constants?: string
}

/** Rows of a streamed table are made as they are read and cannot be referred to. */
export interface DraftTable {
  readonly key: string
  readonly rows: Iterable<DraftRow>
  /** Names for columns that stand once `each`. */
  readonly each?: Readonly<Record<string, readonly string[]>>
  readonly streamed?: boolean
  /** Cells of the rows of totals that are no sum, mean or count of their column, by field: `[x]` is a cell of the same row. */
  readonly totals?: Readonly<Record<string, DraftCell>>
}

/** A chart over the whole columns of one table. */
export interface DraftChart {
  readonly table: string
  readonly categories: string
  readonly values: readonly { readonly field: string; readonly name: string }[]
  readonly title: string
  readonly axisTitle: ChartModel['axisTitle']
}

/** One printed form, its values by field. */
export interface DraftForm {
  readonly values: Readonly<Record<string, string>>
}

export interface DraftSheet {
  /** The sheet of the layout; one the layout leaves out is not written. */
  readonly key: string
  readonly tables: readonly DraftTable[]
  readonly forms?: Iterable<DraftForm>
  readonly tokens?: Readonly<Record<string, string>>
  readonly notes?: readonly string[]
  readonly chart?: DraftChart | null
}

export interface DraftBook {
  readonly tokens: Readonly<Record<string, string>>
  readonly author: string
  readonly createdAt: number
  readonly sheets: readonly DraftSheet[]
}

/** The table whose rows are constants and whose fields are the profiles they hold for. */
export const constantsTable = 'constants'

export const empty: DraftCell = { kind: 'empty' }

export function text(value: string | null): DraftCell {
  return value === null || value === '' ? empty : { kind: 'text', text: value }
}

export function number(value: number | null): DraftCell {
  return value === null ? empty : { kind: 'number', value }
}

export function date(day: DayText | null): DraftCell {
  return day === null ? empty : { kind: 'date', day }
}

export function formula(template: string, expected: number | string | null = null, constants: string | null = null): DraftFormula {
  return { kind: 'formula', template, expected, constants }
}

/** The rows with 序号 1, 2, 3 … in the field `seq`. */
export function numbered(rows: readonly DraftRow[]): readonly DraftRow[] {
  return rows.map((row, index) => ({ ...row, cells: { seq: number(index + 1), ...row.cells } }))
}
