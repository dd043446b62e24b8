import { staffKind, taskKind, type KindSpec } from './columns.ts'
import { findTable } from './find-table.ts'
import { listKinds } from './lists/codes.ts'
import type { ListSpec } from './lists/list-spec.ts'
import { listSpecs } from './lists/specs.ts'
import type { RawWorkbook } from '../../cells/raw-workbook.ts'
import { lastHeadRow } from './sheet-grid.ts'
import type { ImportKind } from './types.ts'

const lists: readonly ListSpec[] = listKinds.map((kind) => listSpecs[kind])
const requiredBy: readonly { readonly kind: KindSpec; readonly required: readonly string[] }[] = [
  { kind: staffKind, required: ['name'] },
  { kind: taskKind, required: ['title', 'hosts'] },
  ...lists.map((kind) => ({ kind, required: kind.columns.flatMap(({ key, required }) => (required ? [key] : [])) })),
]

/** What any table has, and what tells nothing of its kind. */
const everywhere: ReadonlySet<string> = new Set(['seq', 'remark'])

/**
 * The kind that the headings of a workbook rather speak of: all it needs is there, and two headings more than the kind that was asked for has (`own`: how many, null where its table was not found). null: none.
 */
export function looksLike(asked: ImportKind, own: number | null, workbook: RawWorkbook): ImportKind | null {
  const heads: RawWorkbook = { source: workbook.source, sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(({ row }) => row <= lastHeadRow) })) }
  let best: { readonly kind: ImportKind; readonly count: number } | null = null
  for (const { kind, required } of requiredBy) {
    if (kind.kind === asked) continue
    const columnOf = findTable(kind, heads)?.columnOf
    if (columnOf === undefined || required.some((key) => !columnOf.has(key))) continue
    const count = headingCount(columnOf.keys())
    if (count > (best?.count ?? (own === null ? 0 : own + 1))) best = { kind: kind.kind, count }
  }
  return best?.kind ?? null
}

/** How many of the headings found tell of the kind. */
export function headingCount(keys: Iterable<string>): number {
  return [...keys].filter((key) => !everywhere.has(key)).length
}
