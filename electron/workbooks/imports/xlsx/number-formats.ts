import { attributesOf, type XmlHandler } from '../../gate/xml-tokens.ts'
import { ReadRefusal } from '../refusal.ts'

/** How the cells of one style show a number. */
export type CellFormat = { readonly kind: 'plain' } | { readonly kind: 'date' } | { readonly kind: 'number'; readonly format: string }

const plain: CellFormat = { kind: 'plain' }

/** Built-in formats that a workbook does not spell out: dates, among them the Chinese ones (27–36, 50–58), and the decimal ones. */
const builtInDates: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const builtInNumbers: Readonly<Record<number, string>> = { 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00' }

/** Excel's own limits: characters of a format code, cell formats of a workbook. */
const longestCode = 255
const mostFormats = 65_490

/** Whether a format code shows a calendar date: a year or a day, or a month that is no minute. */
function showsDate(code: string): boolean {
  const letters = code.replace(/"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|_.|AM\/PM|A\/P|上午\/下午/gi, '').toLowerCase()
  return /[yd]|^e+m/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters))
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id)
  if (code === undefined) return builtInDates.has(id) ? { kind: 'date' } : id in builtInNumbers ? { kind: 'number', format: builtInNumbers[id] ?? '' } : plain
  if (code.length > longestCode || /^(?:general|g\/通用格式|@)?$/i.test(code)) return plain
  return showsDate(code) ? { kind: 'date' } : { kind: 'number', format: code }
}

/** Collects the number formats of `styles.xml`; `formats` gives them by style index once the part is read. @throws ReadRefusal `unreadable` when there are more than a workbook can have */
export function stylesHandler(): { readonly handler: XmlHandler; readonly formats: () => readonly CellFormat[] } {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  return {
    handler: {
      open: (tag) => {
        if (tag.name === 'cellXfs') inCellFormats = true
        else if (tag.name === 'xf' && inCellFormats) {
          if (ids.length >= mostFormats) throw new ReadRefusal('unreadable')
          ids.push(Number(attributesOf(tag.attributes).get('numFmtId') ?? 0))
        } else if (tag.name === 'numFmt') {
          const attributes = attributesOf(tag.attributes)
          codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
        }
      },
      close: (name) => {
        if (name === 'cellXfs') inCellFormats = false
      },
    },
    formats: () => ids.map((id) => formatOf(id, codes)),
  }
}
