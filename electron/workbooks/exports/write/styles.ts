import type { Alignment, Borders, Style } from 'exceljs'
import type { CellStyle, NumberFormat } from '../model/model.ts'
import { fontNames, roleTypes } from '../model/typography.ts'

const formats: Readonly<Record<NumberFormat, string | null>> = {
  plain: null,
  integer: '0',
  score: '0.00',
  factor: '0.0000',
  money: '#,##0.00',
  percent: '0.00%',
  date: 'yyyy-mm-dd',
}

const aligns = { left: 'left', centre: 'center', right: 'right' } as const

const line = { style: 'thin' } as const
const box: Partial<Borders> = { top: line, left: line, bottom: line, right: line }

function alignment(style: CellStyle): Partial<Alignment> {
  return { horizontal: aligns[style.align], vertical: 'middle', wrapText: true }
}

/** Looks up the library's style of a cell; equal styles give the same object, which spares the writer comparing them. */
export function styleBook(): (style: CellStyle) => Partial<Style> {
  const made = new Map<string, Partial<Style>>()
  // The cells of a column share one object, so most are found without building the key.
  const seen = new WeakMap<CellStyle, Partial<Style>>()
  return (style) => {
    const same = seen.get(style)
    if (same) return same
    const key = `${style.role} ${style.align} ${style.format}`
    const known = made.get(key)
    if (known) {
      seen.set(style, known)
      return known
    }
    const numFmt = formats[style.format]
    const { face, points, boxed } = roleTypes[style.role]
    const fresh: Partial<Style> = {
      font: { name: fontNames[face], size: points },
      alignment: alignment(style),
      ...(boxed ? { border: box } : {}),
      ...(numFmt === null ? {} : { numFmt }),
    }
    made.set(key, fresh)
    return fresh
  }
}
