import { z } from 'zod'
import { layoutSchema } from '../../../../shared/contract/layout.ts'
import type { Layout } from '../../../../shared/domain/books/layout.ts'

/** A layout file that does not hold together; the message says where. */
export class LayoutError extends Error {}

function duplicates(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}

function checkNames(layout: Layout): void {
  const twice = [
    ...duplicates(layout.sheets.map((sheet) => sheet.key)),
    ...duplicates(layout.sheets.map((sheet) => sheet.name)),
    ...duplicates(layout.sheets.flatMap((sheet) => sheet.tables.map((table) => table.key))),
    ...layout.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => duplicates(table.columns.map((column) => column.field)))),
  ]
  if (twice.length > 0) throw new LayoutError(`named twice: ${twice.join(', ')}`)
}

/** Checks what a layout file holds. @throws LayoutError */
export function parseLayout(text: string): Layout {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new LayoutError('not JSON')
  }
  const parsed = layoutSchema.safeParse(json)
  if (!parsed.success) throw new LayoutError(z.prettifyError(parsed.error))
  checkNames(parsed.data)
  return parsed.data
}
