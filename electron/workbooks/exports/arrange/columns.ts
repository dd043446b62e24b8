import type { ColumnLayout, TableLayout } from '../../../../shared/domain/papers/layout.ts'
import { helperHeadings, wordFor } from '../vocabulary.ts'
import type { DraftTable } from './draft.ts'

export interface PlacedColumn {
  readonly field: string
  readonly heading: string
  readonly group: string | null
  readonly kind: ColumnLayout['kind']
  readonly width: number
  readonly hidden: boolean
  readonly withheld: boolean
  /** Counted from 1. */
  readonly column: number
}

/** The columns of a table with the places of their fields; `spans` are the fields that stand in several columns. */
export interface TableColumns {
  readonly columns: readonly PlacedColumn[]
  readonly byField: ReadonlyMap<string, number>
  readonly spans: ReadonlyMap<string, { readonly first: number; readonly last: number }>
}

/** The field of the `at`-th column made from one that stands `each`. */
export function fieldAt(field: string, at: number): string {
  return `${field}:${String(at)}`
}

type Unplaced = Omit<PlacedColumn, 'column'>

function expand(layout: ColumnLayout, table: DraftTable): readonly Unplaced[] {
  const { field, heading, group = null, kind, width, hidden, withheld = false, each } = layout
  if (each === undefined) return [{ field, heading, group, kind, width, hidden, withheld }]
  return (table.each?.[each] ?? []).map((name, at) => ({
    field: fieldAt(field, at),
    heading: heading.replace('{name}', name),
    group,
    kind,
    width,
    hidden,
    withheld,
  }))
}

/** Fields the rows have and the layout does not list: kept, but out of sight, because formulas may need them. */
function unlisted(listed: readonly Unplaced[], table: DraftTable): readonly Unplaced[] {
  if (table.streamed === true) return []
  const known = new Set(listed.map((column) => column.field))
  const extra = new Set<string>()
  for (const row of table.rows) for (const field of Object.keys(row.cells)) if (!known.has(field)) extra.add(field)
  return Array.from(extra, (field) => ({ field, heading: helperHeading(field), group: null, kind: 'plain', width: 10, hidden: true, withheld: false }))
}

/** `total:0` → 季度总分1 */
function helperHeading(field: string): string {
  const [name = field, at] = field.split(':')
  return `${wordFor(helperHeadings, name)}${at === undefined ? '' : String(Number(at) + 1)}`
}

/** Whether any row holds the field, or one of the fields made from it. */
function isUsed({ field }: ColumnLayout, table: DraftTable): boolean {
  for (const row of table.rows) if (Object.keys(row.cells).some((name) => name === field || name.startsWith(`${field}:`))) return true
  return false
}

/** Puts the columns of a table side by side from column A: those that are shown as the layout orders them, behind them the hidden ones. */
export function columnsOf(layout: TableLayout, table: DraftTable): TableColumns {
  const listed = layout.columns.flatMap((column) => (column.optional && !isUsed(column, table) ? [] : expand(column, table)))
  const all = [...listed, ...unlisted(listed, table)]
  const columns = [...all.filter(({ hidden }) => !hidden), ...all.filter(({ hidden }) => hidden)].map((column, index) => ({ ...column, column: index + 1 }))
  const spans = new Map<string, { first: number; last: number }>()
  for (const { field, column } of columns) {
    const name = field.includes(':') ? field.slice(0, field.indexOf(':')) : field
    const span = spans.get(name)
    spans.set(name, { first: Math.min(span?.first ?? column, column), last: Math.max(span?.last ?? column, column) })
  }
  return { columns, byField: new Map(columns.map(({ field, column }) => [field, column])), spans }
}
