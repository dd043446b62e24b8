import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { layoutSchema } from '../../../shared/contract/layout.ts'
import { checkLayout, type LayoutFault } from '../../../shared/domain/books/check-layout.ts'
import type { LayoutBook } from '../../../shared/domain/books/codes.ts'
import type { Layout } from '../../../shared/domain/books/layout.ts'
import { layoutFaultText } from '../../../shared/domain/books/vocabulary.ts'
import { bookLayout } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'

export type LayoutRow = typeof bookLayout.$inferSelect

/** An own form that stands for the shipped one; `name` is what the export log calls it. */
export interface LayoutInUse {
  readonly name: string
  readonly layout: Layout
}

/** The layout of a row. @throws Refusal where another version of the program wrote what this one cannot read */
export function layoutOf(row: LayoutRow): Layout {
  const parsed = layoutSchema.safeParse(JSON.parse(row.content))
  if (!parsed.success) throw new Refusal('layout_outdated', { name: row.name })
  return parsed.data
}

/** What keeps a stored form from being used; one that cannot even be read has the one fault that says so. */
export function faultsOf(row: LayoutRow, shipped: Layout): readonly string[] {
  const parsed = layoutSchema.safeParse(JSON.parse(row.content))
  return parsed.success ? checkLayout(parsed.data, shipped, row.book).map(layoutFaultText) : [new Refusal('layout_outdated', { name: row.name }).message]
}

/** The own form by which a book is made, or null: then it is made by the shipped one. @throws Refusal where it no longer fits the shipped one */
export function layoutInUse(read: Read, book: LayoutBook, shipped: Layout): LayoutInUse | null {
  const row = read.select().from(bookLayout).where(and(eq(bookLayout.book, book), eq(bookLayout.inUse, 'yes'))).get()
  if (row === undefined) return null
  const layout = layoutOf(row)
  if (checkLayout(layout, shipped, book).length > 0) throw new Refusal('layout_outdated', { name: row.name })
  return { name: row.name, layout }
}

/** Refuses with every fault at its place, `sheet key/field`; nothing where there is none. */
export function refuseFaults(faults: readonly LayoutFault[]): void {
  const [first] = faults
  if (first === undefined) return
  const issues = faults.map((fault) => ({ path: [fault.sheetKey, fault.field].filter((part) => part !== null).join('/'), code: fault.kind, message: layoutFaultText(fault) }))
  throw new Refusal('layout_refused', { count: faults.length, first: layoutFaultText(first) }, issues)
}
