import { Refusal } from '../../../../shared/contract/refusal.ts'
import { layoutSchema } from '../../../../shared/contract/reports/layout.ts'
import { checkLayout, type LayoutFault } from '../../../../shared/domain/papers/check-layout.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { layoutFaultText } from '../../../../shared/domain/papers/vocabulary.ts'
import type { bookLayout } from '../../../db/schema/index.ts'

export type LayoutRow = typeof bookLayout.$inferSelect

/** The layout of a row; null where another version of the program wrote what this one cannot read. */
export function readableLayout(row: LayoutRow): Layout | null {
  return layoutSchema.safeParse(JSON.parse(row.content)).data ?? null
}

/** Which totals a table has is the program's to say: a form that was kept before they changed has those of the shipped one. */
function withTotalsOf(shipped: Layout, layout: Layout): Layout {
  const totals = new Map(shipped.sheets.flatMap(({ key, tables }) => tables.map((table) => [`${key}/${table.key}`, table.totals] as const)))
  return { ...layout, sheets: layout.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, totals: totals.get(`${sheet.key}/${table.key}`) ?? table.totals })) })) }
}

/** The layout of a row. @throws Refusal where another version of the program wrote what this one cannot read */
export function layoutOf(row: LayoutRow, shipped: Layout): Layout {
  const layout = readableLayout(row)
  if (layout === null) throw new Refusal('layout_outdated', { name: row.name })
  return withTotalsOf(shipped, layout)
}

/** What keeps a stored form from being used; one that cannot even be read has the one fault that says so. */
export function faultsOf(row: LayoutRow, shipped: Layout): readonly string[] {
  const layout = readableLayout(row)
  return layout !== null ? checkLayout(withTotalsOf(shipped, layout), shipped, row.book).map(layoutFaultText) : [new Refusal('layout_outdated', { name: row.name }).message]
}

/** Refuses with every fault at its place, `sheet key/field`; nothing where there is none. */
export function refuseFaults(faults: readonly LayoutFault[]): void {
  const [first] = faults
  if (first === undefined) return
  const issues = faults.map((fault) => ({ path: [fault.sheetKey, fault.field].filter((part) => part !== null).join('/'), code: fault.kind, message: layoutFaultText(fault) }))
  throw new Refusal('layout_refused', { count: faults.length, first: layoutFaultText(first) }, issues)
}
