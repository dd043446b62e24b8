import { laySheet } from '../exports/pages/lay-sheet.ts'
import type { BookSheet } from './book-sheet.ts'

/** People that stand on the page of the signature. */
const fewestPeople = 2

/** No signature stands on a page without people: where it would, the last of them go over with it. */
export function signedPage(sheet: BookSheet, { first, last }: { readonly first: number; readonly last: number }): BookSheet {
  const { starts } = laySheet({ ...sheet, chart: null, streamed: false })
  const begins = (starts.at(-1) ?? 0) + 1
  const wanted = last - fewestPeople + 1
  if (starts.length === 1 || begins <= wanted || wanted <= first) return sheet
  return { ...sheet, rows: sheet.rows.map((row) => (row.number === wanted - 1 ? { ...row, pageBreakAfter: true } : row)) }
}
