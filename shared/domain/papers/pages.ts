import type { Orientation } from './layout.ts'

/**
 * A sheet of a workbook as it is printed: plain data that the window draws, the same pages in the preview, on paper and in a PDF.
 * Lengths of the paper are millimetres; of what stands on it, at a scale of 100 %, millimetres across and points down.
 */

/** 小标宋 of titles, 黑体 of headings, 仿宋 of the rest. */
export const typefaces = ['title', 'heading', 'text'] as const
export type Typeface = (typeof typefaces)[number]

export const pageAligns = ['left', 'centre', 'right'] as const
export type PageAlign = (typeof pageAligns)[number]

export interface PageStyle {
  readonly face: Typeface
  readonly points: number
  readonly align: PageAlign
  readonly boxed: boolean
}

/** A cell from the column `at` on, counted from 0 among those printed; `style` is its place among the styles of the sheet. What does not wrap stands on one line, whatever font it is shown in. */
export interface PageCell {
  readonly at: number
  readonly across: number
  readonly down: number
  readonly text: string
  readonly wraps: boolean
  readonly style: number
}

export interface PageRow {
  readonly height: number
  readonly cells: readonly PageCell[]
}

/** A clustered column chart as wide as the sheet; it stands over the rows `from` to `to` of its page, counted from 0, the last one included. */
export interface PageChart {
  readonly title: string
  readonly axisTitle: string
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
  readonly from: number
  readonly to: number
}

export interface Page {
  /** Counted from 1 within its sheet. */
  readonly number: number
  readonly rows: readonly PageRow[]
  readonly chart: PageChart | null
}

/** What the pages of one sheet have in common. */
export interface PageForm {
  readonly name: string
  readonly orientation: Orientation
  readonly paper: { readonly width: number; readonly height: number }
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly foot: number }
  /** Percent, a whole number: the sheet is as wide as one page at most. */
  readonly scale: number
  /** How wide each printed column is. */
  readonly columns: readonly number[]
  readonly styles: readonly PageStyle[]
  /** How many pages the sheet takes. */
  readonly pages: number
}

/** `第 2 页 共 5 页` */
export function pageFoot(number: number, of: number): string {
  return `第 ${String(number)} 页 共 ${String(of)} 页`
}
