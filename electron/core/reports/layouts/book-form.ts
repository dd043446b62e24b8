import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { checkLayout } from '../../../../shared/domain/papers/check-layout.ts'
import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { bookLayout } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { readLayout } from '../../../workbooks/exports/layout/read-layout.ts'
import { layoutOf, readableLayout, type LayoutRow } from './stored-layouts.ts'

/** The form a workbook is made by. */
export interface BookForm {
  readonly layout: Layout
  /** What the township calls its own form, for the export log; null: the shipped one. */
  readonly name: string | null
  /** It says otherwise than the shipped one how the file is called. */
  readonly namesFile: boolean
}

/** The township's own layout in use, for its names alone: so it need not fit the shipped one any more. null: the shipped one is in use. */
export function ownLayoutOf(read: Read, book: LayoutBook): Layout | null {
  const row = usedRow(read, book)
  return row === undefined ? null : readableLayout(row)
}

function usedRow(read: Read, book: LayoutBook): LayoutRow | undefined {
  return read.select().from(bookLayout).where(and(eq(bookLayout.book, book), eq(bookLayout.inUse, 'yes'))).get()
}

/** The township's own form where one is in use, else the shipped one. @throws Refusal where the own one no longer fits the shipped one */
export async function bookForm(read: Read, book: LayoutBook): Promise<BookForm> {
  const shipped = await readLayout(book)
  const row = usedRow(read, book)
  if (row === undefined) return { layout: shipped, name: null, namesFile: false }
  const layout = layoutOf(row, shipped)
  if (checkLayout(layout, shipped, book).length > 0) throw new Refusal('layout_outdated', { name: row.name })
  return { layout, name: row.name, namesFile: layout.fileName !== shipped.fileName }
}
