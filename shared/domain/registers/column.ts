import type { RegisterColumnType } from './codes.ts'

/** A column as it is defined; without an id it is to be made. */
export interface ColumnDefinition {
  readonly title: string
  readonly type: RegisterColumnType
  /** Behind the numbers of a `number` or `amount` column: 户, 万元. */
  readonly unit: string | null
  /** What a `choice` column offers, in order. */
  readonly options: readonly string[]
  readonly required: boolean
  readonly isUnique: boolean
  /** Shown in the list; the form shows every column. */
  readonly inList: boolean
  /** Summed up under the list and in the workbook. */
  readonly total: boolean
}

export interface RegisterColumn extends ColumnDefinition {
  readonly id: string
}

/**
 * The filled cells of a row by the id of their column: text as typed, a number as plain decimal digits, a day as `YYYY-MM-DD`,
 * a person or village by id. An attachment column has no cells: it shows how many files the row has.
 */
export type RegisterCells = Readonly<Record<string, string>>

export function isNumeric({ type }: Pick<ColumnDefinition, 'type'>): boolean {
  return type === 'number' || type === 'amount'
}

/** The cells of a row as they are kept. */
export function parseCells(json: string): RegisterCells {
  const parsed: unknown = JSON.parse(json)
  if (typeof parsed !== 'object' || parsed === null) return {}
  return Object.fromEntries(Object.entries(parsed).flatMap(([id, value]): [string, string][] => (typeof value === 'string' ? [[id, value]] : [])))
}
