import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import type { Page, PageForm } from '../../../../shared/domain/papers/pages.ts'
import { fileStem } from '../../../../shared/lib/file-name.ts'
import type { DraftSheet } from '../arrange/draft.ts'
import { placeBook } from '../arrange/place.ts'
import { renderBook } from '../arrange/render.ts'
import { fillTokens } from '../arrange/tokens.ts'
import type { ExportMeta } from '../export-meta.ts'
import { LayoutError } from '../layout/layout.ts'
import { createdAt, metaTokens } from '../metadata.ts'
import { laySheet } from '../pages/lay-sheet.ts'
import { pagesOf } from '../pages/page-at.ts'

/** Pages of one form, counted by themselves. */
export interface PageStretch {
  readonly form: PageForm
  readonly pages: readonly Page[]
}

/** One sheet of the papers cut into pages. @throws LayoutError */
export function paperPages(layout: Layout, meta: ExportMeta, sheet: DraftSheet): PageStretch {
  const own = { ...layout, sheets: layout.sheets.filter(({ key }) => key === sheet.key) }
  const [made] = renderBook(placeBook({ tokens: metaTokens(meta), author: meta.exportedBy, createdAt: createdAt(meta), sheets: [sheet] }, own)).sheets
  if (made === undefined) throw new LayoutError(`the papers have no sheet ${sheet.key}`)
  const laid = laySheet(made)
  return { form: laid.form, pages: pagesOf(laid) }
}

/** `清溪镇_大治理模块长评价_2026Q1_20260408.pdf`; `paper` says what it is. */
export function paperFileName({ fileName }: Layout, meta: ExportMeta, paper: string): string {
  const filled = fillTokens(fileName.trim().replace(/\.pdf$/, ''), { ...metaTokens(meta), paper })
  return `${fileStem(filled)}.pdf`
}
