import type { Cell, CellStyle, ColumnModel, Merge, RowModel } from '../model/model.ts'
import { lineHeight, linesNeeded } from './text-width.ts'
import { cutPage, pageStretch, stretch } from './page-width.ts'
import type { Stretch } from './page-width.ts'
import type { PlacedTable } from './place.ts'

/** The rows around the tables: title, reporting unit, headings, signers and notes. */

interface Piece {
  readonly at: Stretch
  readonly text: string
  readonly style: CellStyle
}

function style(role: CellStyle['role'], align: CellStyle['align']): CellStyle {
  return { role, align, format: 'plain' }
}

/** A row of texts that each take a stretch of columns. */
function pieceRow(number: number, height: number, pieces: readonly Piece[]): RowModel {
  const cells: (Cell | null)[] = []
  const merges: Merge[] = []
  for (const { at, text, style: pieceStyle } of pieces) {
    for (let column = at.left; column <= at.right; column += 1) cells[column - 1] = { kind: 'empty', style: pieceStyle }
    cells[at.left - 1] = text === '' ? { kind: 'empty', style: pieceStyle } : { kind: 'text', text, style: pieceStyle }
    if (at.right > at.left) merges.push({ left: at.left, right: at.right, down: 0 })
  }
  return { number, height, cells: Array.from(cells, (cell) => cell ?? null), merges, pageBreakAfter: false }
}

/** 20-point characters are a good 1.7 times as wide as those the width is measured in. */
export const titleStretch = 1.72

export function titleRow(number: number, columns: readonly ColumnModel[], title: string): RowModel {
  const page = pageStretch(columns)
  const lines = linesNeeded(title, page.width / titleStretch)
  return pieceRow(number, 14 + 28 * lines, [{ at: page, text: title, style: style('title', 'centre') }])
}

/** How the three parts may share the page: as a form usually has them, or with more room at the right. */
const unitShares = [[5, 4, 2], [5, 4, 3], [4, 3, 3], [2, 2, 3]] as const

/** 填报单位 at the left, 填报日期 in the middle, 单位 at the right; all together where they would not fit. */
export function unitRow(number: number, columns: readonly ColumnModel[], unit: string, date: string, measure: string): RowModel {
  const parts = date === '' ? [unit, measure] : [unit, date, measure]
  const aligns = date === '' ? (['left', 'right'] as const) : (['left', 'centre', 'right'] as const)
  for (const shares of date === '' ? [[1, 1]] : unitShares) {
    const pieces = (cutPage(columns, shares) ?? []).map((at, index): Piece => ({ at, text: parts[index] ?? '', style: style('unitLine', aligns[index] ?? 'left') }))
    if (pieces.length > 0 && pieces.every(({ at, text }) => linesNeeded(text, at.width) === 1)) return pieceRow(number, 22, pieces)
  }
  const text = parts.filter((part) => part !== '').join('    ')
  const page = pageStretch(columns)
  return pieceRow(number, 4 + lineHeight * linesNeeded(text, page.width), [{ at: page, text, style: style('unitLine', 'left') }])
}

export function captionRow(number: number, columns: readonly ColumnModel[], text: string): RowModel {
  return pieceRow(number, 22, [{ at: pageStretch(columns), text, style: style('caption', 'left') }])
}

export function noteRow(number: number, columns: readonly ColumnModel[], text: string): RowModel {
  const page = pageStretch(columns)
  return pieceRow(number, 4 + lineHeight * linesNeeded(text, page.width), [{ at: page, text, style: style('note', 'left') }])
}

/** `单位负责人(签字): 审核人: 填表人: 联系电话:` with room to sign; below each other where the page is narrow. */
export function signerRows(number: number, columns: readonly ColumnModel[], signers: readonly string[]): readonly RowModel[] {
  const cuts = cutPage(columns, signers.map(() => 1))
  const role = style('signer', 'left')
  if (cuts) return [pieceRow(number, 30, cuts.map((at, index) => ({ at, text: signers[index] ?? '', style: role })))]
  return signers.map((text, index) => pieceRow(number + index, 24, [{ at: pageStretch(columns), text, style: role }]))
}

/** Headings, in two rows where neighbours share a group. */
export function headerRows(table: PlacedTable, columns: readonly ColumnModel[]): readonly RowModel[] {
  const header = style('header', 'centre')
  const headings = table.columns.map(({ heading }): Cell => ({ kind: 'text', text: heading, style: header }))
  const height = (texts: readonly { readonly text: string; readonly width: number }[]): number =>
    8 + lineHeight * Math.max(1, ...texts.map(({ text, width }) => linesNeeded(text, width)))
  const shown = table.columns.filter((column) => !column.hidden)
  const own = shown.map((column) => ({ text: column.heading, width: column.width }))
  if (table.headerRows === 1) return [{ number: table.headerRow, height: height(own), cells: headings, merges: [], pageBreakAfter: false }]

  const upper: Cell[] = []
  const merges: Merge[] = []
  const groupHeights: { readonly text: string; readonly width: number }[] = []
  for (let index = 0; index < table.columns.length; ) {
    const group = table.columns[index]?.group ?? null
    let last = index
    while (group !== null && table.columns[last + 1]?.group === group) last += 1
    const text = group ?? table.columns[index]?.heading ?? ''
    for (let at = index; at <= last; at += 1) upper.push(at === index ? { kind: 'text', text, style: header } : { kind: 'empty', style: header })
    if (group === null) merges.push({ left: index + 1, right: index + 1, down: 1 })
    else {
      if (last > index) merges.push({ left: index + 1, right: last + 1, down: 0 })
      groupHeights.push({ text: group, width: stretch(columns, index + 1, last + 1).width })
    }
    index = last + 1
  }
  const lower = table.columns.map(({ heading, group }): Cell => (group === null ? { kind: 'empty', style: header } : { kind: 'text', text: heading, style: header }))
  const grouped = shown.filter((column) => column.group !== null).map((column) => ({ text: column.heading, width: column.width }))
  const single = shown.filter((column) => column.group === null).map((column) => ({ text: column.heading, width: column.width }))
  const upperHeight = height(groupHeights)
  const lowerHeight = Math.max(height(grouped), height(single) - upperHeight)
  return [
    { number: table.headerRow, height: upperHeight, cells: upper, merges, pageBreakAfter: false },
    { number: table.headerRow + 1, height: lowerHeight, cells: lower, merges: [], pageBreakAfter: false },
  ]
}
