import type { ColumnKind, ColumnLayout, TableLayout } from './layout.ts'

/** What a digit of 12-point 仿宋 takes in units of the standard font, and what a cell keeps free beside it. */
const digit = 1.16
const padding = 0.3

/** What a column of numbers must have room for, lest it be printed as `###`: in a row, and in a sum over the township. */
export const widestNumbers: Readonly<Partial<Record<ColumnKind, { readonly row: string; readonly sum: string }>>> = {
  index: { row: '999', sum: '999' },
  integer: { row: '999', sum: '9999' },
  score: { row: '100.00', sum: '99999.99' },
  factor: { row: '10.0000', sum: '9999.9999' },
  percent: { row: '100.00%', sum: '100.00%' },
  date: { row: '2026-12-31', sum: '2026-12-31' },
  money: { row: '9,999,999.99', sum: '99,999,999.99' },
}

export const narrowestColumn = 2
export const widestColumn = 120

/** The least width of a column of this table, in characters of the standard font, with one decimal. */
export function leastWidth({ totals }: Pick<TableLayout, 'totals'>, { field, kind }: Pick<ColumnLayout, 'field' | 'kind'>): number {
  const widest = widestNumbers[kind]
  if (widest === undefined) return narrowestColumn
  const isSummed = totals.some(({ columns }) => columns[field] === 'sum')
  const characters = (isSummed ? widest.sum : widest.row).length
  return Math.ceil((characters * digit + padding - 0.001) * 10) / 10
}
