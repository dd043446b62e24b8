import type { LayoutBook } from '../../../../shared/domain/papers/codes.ts'
import type { PeriodRow } from '../../plans/api-types.ts'
import { periodFor } from '../../papers/export-choice.ts'
import type { BookAsked } from '../../papers/pages/use-book.ts'

type Period = Pick<PeriodRow, 'code' | 'start' | 'kind' | 'result'>

/** The workbook a form is shown with: of the period one works in, or of the newest that has a result where it takes one; null where none has, and of papers, which are each printed from their own screen. */
export function previewBook(book: LayoutBook, periods: readonly Period[], wished: string | null): BookAsked['book'] | null {
  if (book === 'papers') return null
  const workbook = book === 'evaluation-year' ? 'evaluation' : book
  if (workbook === 'roster') return { workbook, period: '', copy: 'official' }
  const kind = book === 'evaluation' ? 'quarter' : book === 'evaluation-year' ? 'year' : null
  const period = periodFor(workbook, kind === null ? periods : periods.filter((one) => one.kind === kind), wished)
  return period === null ? null : { workbook, period, copy: 'official' }
}
