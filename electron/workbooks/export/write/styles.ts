import type { Alignment, Borders, Font, Style } from 'exceljs'
import type { CellRole, CellStyle, NumberFormat } from '../model/model.ts'

/** Fonts of official documents: named, never embedded. */
const fonts: Readonly<Record<CellRole, Partial<Font>>> = {
  title: { name: '方正小标宋简体', size: 20 },
  unitLine: { name: '仿宋_GB2312', size: 12 },
  caption: { name: '黑体', size: 12 },
  header: { name: '黑体', size: 12 },
  body: { name: '仿宋_GB2312', size: 12 },
  total: { name: '仿宋_GB2312', size: 12 },
  signer: { name: '仿宋_GB2312', size: 12 },
  note: { name: '仿宋_GB2312', size: 12 },
  heading: { name: '黑体', size: 12 },
  paragraph: { name: '仿宋_GB2312', size: 12 },
}

const boxed: ReadonlySet<CellRole> = new Set<CellRole>(['header', 'body', 'total', 'heading', 'paragraph'])

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
    const fresh: Partial<Style> = {
      font: fonts[style.role],
      alignment: alignment(style),
      ...(boxed.has(style.role) ? { border: box } : {}),
      ...(numFmt === null ? {} : { numFmt }),
    }
    made.set(key, fresh)
    return fresh
  }
}
