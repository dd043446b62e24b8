import type { LayoutBook } from '../../../shared/domain/books/codes.ts'
import type { Layout } from '../../../shared/domain/books/layout.ts'
import type { Read } from '../../db/types.ts'
import { readLayout } from '../../workbooks/export/layout/read-layout.ts'
import { layoutInUse } from './stored-layouts.ts'

/** The form a workbook is made by. */
export interface BookForm {
  readonly layout: Layout
  /** What the township calls its own form; null: the shipped one. */
  readonly name: string | null
  /** It names the file otherwise than the shipped one. */
  readonly namesFiles: boolean
}

/** The township's own form where one is in use, else the shipped one. @throws Refusal where the own one no longer fits the shipped one */
export async function bookForm(read: Read, book: LayoutBook): Promise<BookForm> {
  const shipped = await readLayout(book)
  const own = layoutInUse(read, book, shipped)
  return own === null ? { layout: shipped, name: null, namesFiles: false } : { layout: own.layout, name: own.name, namesFiles: own.layout.fileName !== shipped.fileName }
}
