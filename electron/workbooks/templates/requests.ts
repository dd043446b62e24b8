import type { Catalogue, TemplateMapping } from '../../../shared/domain/reports/templates/template.ts'
import type { ReadLimits } from '../imports/limits.ts'

/** Asks the reading process what a template holds, and what of it is recognised. Plain data: it goes between processes. */
export interface TemplateRequest {
  readonly kind: 'template'
  readonly path: string
  readonly limits: ReadLimits
  readonly mapping: TemplateMapping
  readonly catalogue: Catalogue
  /** Rows of one sheet to draw: sheets counted from 0, rows from 1. */
  readonly window: { readonly sheet: number; readonly first: number; readonly rows: number }
  readonly probes: readonly { readonly sheet: string; readonly cell: string }[]
}

/** The asker is the program itself; what is not a request of this kind at all is refused. */
export function isTemplateRequest(value: object): value is TemplateRequest {
  const lists = ['catalogue', 'probes'].every((name) => Array.isArray(Object.entries(value).find(([key]) => key === name)?.[1]))
  return 'kind' in value && value.kind === 'template' && lists && 'mapping' in value && 'window' in value
}
