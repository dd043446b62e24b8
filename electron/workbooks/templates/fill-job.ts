import type { TemplateMapping } from '../../../shared/domain/reports/templates/template.ts'
import type { Layout } from '../../../shared/domain/papers/layout.ts'
import type { BookContent, BookJob, BookLists, WrittenSheet } from '../exports/write/export-job.ts'

/** What the filling process is given: the data of a workbook as an export would write it, and the template they go into. */
export interface FillJob {
  readonly book: BookContent & Pick<BookJob, 'layout'>
  /** The template as a file. */
  readonly template: string
  readonly mapping: TemplateMapping
  /** The township's own layout of the workbook, whose names a placeholder may use as well. */
  readonly ownLayout: Layout | null
  /** Where the filled file goes; it comes into being whole or not at all. */
  readonly target: string
}

/** To the filling process: rows of a list, `again` to forget them, `fill` last. */
export type FillRequest =
  | { readonly kind: 'rows'; readonly rows: Partial<BookLists> }
  | { readonly kind: 'again' }
  | { readonly kind: 'fill'; readonly job: FillJob }

/** From the filling process: how far it is, then one of the others, once. `code` is that of the system, or says what the template lacks. */
export type FillAnswer =
  | { readonly kind: 'progress'; readonly stage: 'arranging' | 'writing' }
  | { readonly kind: 'done'; readonly sheets: readonly WrittenSheet[] }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : null
}

/** Both ends are the program itself, so the kind alone is looked at. */
export function isFillRequest(message: unknown): message is FillRequest {
  return ['rows', 'again', 'fill'].includes(String(kindOf(message)))
}

export function isFillAnswer(message: unknown): message is FillAnswer {
  return ['progress', 'done', 'failed'].includes(String(kindOf(message)))
}
