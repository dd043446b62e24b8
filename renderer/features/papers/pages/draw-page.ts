import type { CSSProperties } from 'react'
import type { PageCell, PageForm, PageRow, PageStyle } from '../../../../shared/domain/papers/pages.ts'

const pointsPerMillimetre = 72 / 25.4

/** Half of a line around a cell, which is half a point wide. */
const line = 0.25 / pointsPerMillimetre

/** A length on the paper. */
export function millimetres(length: number): string {
  return `${String(Math.round(length * 1000) / 1000)}mm`
}

function sum(lengths: readonly number[], from: number, to: number): number {
  let total = 0
  for (let at = from; at < to; at += 1) total += lengths[at] ?? 0
  return total
}

/** The room of a sheet's pages: where columns and rows stand, in millimetres of the paper. */
export interface PageRoom {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly factor: number
}

/** Sheets stand in the middle between their margins. */
export function roomOf({ paper, margins, columns, scale }: PageForm): PageRoom {
  const factor = scale / 100
  const width = sum(columns, 0, columns.length) * factor
  return { left: margins.left + (paper.width - margins.left - margins.right - width) / 2, top: margins.top, width, factor }
}

export function rowHeight({ height }: PageRow, factor: number): number {
  return (height / pointsPerMillimetre) * factor
}

/** Where each row begins below the first one; one more for the end of the last. */
export function rowTops(rows: readonly PageRow[], factor: number): readonly number[] {
  const tops = [0]
  for (const row of rows) tops.push((tops.at(-1) ?? 0) + rowHeight(row, factor))
  return tops
}

/** Where boxed cells stand on a page, with those that reach down from above: whose line a cell can share. */
export function boxedPlaces(rows: readonly PageRow[], styles: readonly PageStyle[]): (row: number, column: number) => boolean {
  const boxed = new Set<string>()
  rows.forEach(({ cells }, row) => {
    for (const { at, across, down, style } of cells) {
      if (styles[style]?.boxed !== true) continue
      for (let below = 0; below < down; below += 1) for (let right = 0; right < across; right += 1) boxed.add(`${String(row + below)} ${String(at + right)}`)
    }
  })
  return (row, column) => boxed.has(`${String(row)} ${String(column)}`)
}

/** The place of a cell from the left end of its row; its height reaches over the rows it is merged with. At its sides it keeps as much free as the measure of its text allows. */
export function cellBox(form: PageForm, { factor }: PageRoom, { at, across }: PageCell, height: number): CSSProperties {
  return {
    left: millimetres(sum(form.columns, 0, at) * factor),
    width: millimetres(sum(form.columns, at, at + across) * factor),
    height: millimetres(height),
    paddingInline: millimetres(Math.max(0, 0.25 * factor - line)),
  }
}

/** Each line is drawn once: at the right and below, and where there is no neighbour to draw it, at the left and above. */
export function cellClass({ face, align, boxed }: PageStyle, { at, wraps }: PageCell, row: number, isBoxed: (row: number, column: number) => boolean): string {
  const lines = boxed ? ` book-boxed${at === 0 || !isBoxed(row, at - 1) ? ' book-first' : ''}${isBoxed(row - 1, at) ? '' : ' book-top'}` : ''
  return `book-cell book-${face} book-${align}${wraps ? ' book-wraps' : ''}${lines}`
}
