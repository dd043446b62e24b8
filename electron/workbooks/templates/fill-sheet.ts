import { serialOf } from '../exports/arrange/calculate.ts'
import { cellAddress } from '../exports/model/address.ts'
import { storedText } from '../exports/model/clean-text.ts'
import type { CellFormat } from '../imports/xlsx/number-formats.ts'
import { rangeOf } from '../imports/xlsx/references.ts'
import type { FillValue } from './book-values.ts'
import { applied, type Edit } from './edits.ts'
import type { FormulaCell } from './formula-cells.ts'
import { moveFormula, type Movement, type Standing } from './move-formula.ts'
import { frameEdits } from './move-frame.ts'
import { movedRange } from './move-ranges.ts'
import { headerEdits } from './page-headers.ts'
import { wordsOf, type SheetPlan } from './plan-filling.ts'
import { copiesOf, isInCopy, rowStart, type Block, type RowShift } from './row-shift.ts'
import { followsCopies, type SheetCells } from './running-cells.ts'
import { attributeOf, escapeXml, withAttribute, type SheetCell, type SheetRow, type SheetXml } from './sheet-xml.ts'

export interface SheetFilling {
  readonly sheet: string
  readonly source: SheetXml
  readonly plan: SheetPlan | null
  readonly formulas: readonly FormulaCell[]
  /** Formulas whose remembered value is wrong now, as `row,column`. */
  readonly stale: ReadonlySet<string>
  readonly formats: readonly CellFormat[]
  readonly date1904: boolean
  readonly movement: Movement
}

interface RowCopy {
  readonly block: Block
  readonly index: number
}

/** How a cell says that it holds words. */
const wordTypes: ReadonlySet<string> = new Set(['s', 'str', 'inlineStr'])

const days1904 = 1_462

function keyOf(row: number, column: number): string {
  return `${String(row)},${String(column)}`
}

/** Writes the rows of one sheet anew where something in them changes; all others keep their bytes. */
class SheetWriter {
  readonly #filling: SheetFilling
  readonly #shift: RowShift
  readonly #filled: ReadonlyMap<string, (copy: number) => FillValue>
  readonly #columns: ReadonlyMap<number, readonly number[]>
  readonly #formulas: ReadonlyMap<string, string>
  readonly #sheetCells: SheetCells
  readonly #spelledOut: boolean

  constructor(filling: SheetFilling, spellOut: boolean) {
    this.#filling = filling
    this.#shift = filling.movement.of(filling.sheet)
    const cells = filling.plan?.cells ?? []
    this.#filled = new Map(cells.map(({ row, column, valueOf }) => [keyOf(row, column), valueOf]))
    this.#columns = new Map([...Map.groupBy(cells, ({ row }) => row)].map(([row, ofRow]) => [row, ofRow.map(({ column }) => column).sort((a, b) => a - b)]))
    this.#formulas = new Map(filling.formulas.map(({ row, column, text }) => [keyOf(row, column), text]))
    const numbers = new Set(filling.source.rows.flatMap(({ number, cells: ofRow }) => ofRow.flatMap(({ column, type, value }) => (value !== '' && !wordTypes.has(type) ? [keyOf(number, column)] : []))))
    this.#sheetCells = {
      formulaAt: (row, column) => this.#formulas.get(keyOf(row, column)) ?? null,
      isHeading: (row, column) => [this.#formulas, this.#filled, numbers].every((one) => !one.has(keyOf(row, column))),
    }
    this.#spelledOut = spellOut || filling.source.rows.some(({ number, cells: ofRow }) => ofRow.some((cell) => cell.formula !== null && this.#filled.has(keyOf(number, cell.column))))
  }

  /** The text of `sheetData`, from its first row to its last. */
  data(): string {
    const { source } = this.#filling
    const inside = source.xml.slice(source.dataStart, source.dataEnd)
    const rows = this.#allRows()
    if (/\/>$/.test(inside) && !inside.includes('<', 1)) {
      const written = rows.map((row) => this.#row(row, rowStart(this.#shift, row.number), null)).join('')
      return written === '' ? inside : `${inside.slice(0, -2).trimEnd()}>${written}</${source.prefix}sheetData>`
    }
    let position = source.dataStart
    let result = ''
    const done = new Set<Block>()
    for (const row of rows) {
      if (row.start !== -1) {
        result += source.xml.slice(position, row.start)
        position = row.end
      } else if (result === '') {
        const end = source.xml.indexOf('>', source.dataStart) + 1
        result += source.xml.slice(position, end)
        position = end
      }
      const block = this.#shift.blocks.find((one) => isUsed(one, row.number))
      if (block === undefined) result += this.#row(row, rowStart(this.#shift, row.number), null)
      else if (!done.has(block)) {
        done.add(block)
        result += this.#repeated(block, rows.filter(({ number }) => isInCopy(block, number)))
      }
    }
    return result + source.xml.slice(position, source.dataEnd)
  }

  /** The rows of the file, and between them those that are only now written to. */
  #allRows(): readonly SheetRow[] {
    const { rows } = this.#filling.source
    const present = new Set(rows.map(({ number }) => number))
    const added = [...this.#columns.keys()].filter((number) => !present.has(number)).map((number): SheetRow => ({ number, open: `<${this.#filling.source.prefix}row>`, start: -1, end: -1, cells: [] }))
    return [...rows, ...added].sort((a, b) => a.number - b.number)
  }

  #repeated(block: Block, rows: readonly SheetRow[]): string {
    const places = rows.map((row) => ({ row, at: copiesOf(this.#shift, block, row.number) }))
    return Array.from({ length: block.copies }, (_, index) => places.map(({ row, at }) => this.#row(row, at[index] ?? row.number, { block, index })).join('')).join('')
  }

  #row(row: SheetRow, to: number, copy: RowCopy | null): string {
    const { xml, prefix } = this.#filling.source
    const wanted = this.#columns.get(row.number) ?? []
    const raw = row.start === -1 ? '' : xml.slice(row.start, row.end)
    const missing = wanted.filter((column) => !row.cells.some((cell) => cell.column === column))
    const unspanned = missing.length > 0 ? withAttribute(row.open, 'spans', null) : row.open
    const open = to === row.number && attributeOf(row.open, 'r') !== null ? unspanned : withAttribute(unspanned, 'r', String(to))
    const cells = [...row.cells, ...missing].sort((a, b) => columnOf(a) - columnOf(b))
    const written = cells.map((cell) => (typeof cell === 'number' ? this.#value(row.number, cell, to, '', 0, copy) : this.#cell(cell, row.number, to, copy)))
    const isSame = raw !== '' && to === row.number && cells.every((cell, index) => typeof cell !== 'number' && xml.slice(cell.start, cell.end) === written[index])
    if (isSame) return raw
    const body = written.join('')
    if (body === '') return open.endsWith('/>') ? open : `${open}</${prefix}row>`
    return `${open.endsWith('/>') ? `${open.slice(0, -2).trimEnd()}>` : open}${body}</${prefix}row>`
  }

  #value(row: number, column: number, to: number, style: string, styleIndex: number, copy: RowCopy | null): string {
    const { prefix: p } = this.#filling.source
    const value = this.#filled.get(keyOf(row, column))?.(copy?.index ?? 0) ?? { kind: 'empty' }
    const head = `<${p}c r="${cellAddress(to, column)}"${style}`
    const words = (text: string) => `${head} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeXml(storedText(text))}</${p}t></${p}is></${p}c>`
    switch (value.kind) {
      case 'empty':
        return `${head}/>`
      case 'number':
        return Number.isFinite(value.value) ? `${head}><${p}v>${String(value.value)}</${p}v></${p}c>` : `${head}/>`
      case 'text':
        return value.text === '' ? `${head}/>` : words(value.text)
      case 'date': {
        if (this.#filling.formats[styleIndex]?.kind !== 'date') return words(wordsOf(value))
        return `${head}><${p}v>${String(serialOf(value.day) - (this.#filling.date1904 ? days1904 : 0))}</${p}v></${p}c>`
      }
    }
  }

  #cell(cell: SheetCell, row: number, to: number, copy: RowCopy | null): string {
    const { xml } = this.#filling.source
    const key = keyOf(row, cell.column)
    if (this.#filled.has(key)) {
      const style = attributeOf(cell.open, 's')
      return this.#value(row, cell.column, to, style === null ? '' : ` s="${style}"`, cell.style, copy)
    }
    const raw = xml.slice(cell.start, cell.end)
    const open = to === row ? cell.open : withAttribute(cell.open, 'r', cellAddress(to, cell.column))
    if (cell.formula === null) return open === cell.open ? raw : `${open}${raw.slice(cell.open.length)}`
    return this.#formulaCell(cell, cell.formula, key, open, raw, this.#standing(row, cell.column, copy))
  }

  #standing(row: number, column: number, copy: RowCopy | null): Standing {
    const { sheet } = this.#filling
    if (copy === null) return { sheet, copy }
    return { sheet, copy: { ...copy, follows: followsCopies(this.#sheetCells, sheet, copy.block, { row, column }) } }
  }

  #formulaCell(cell: SheetCell, formula: NonNullable<SheetCell['formula']>, key: string, open: string, raw: string, standing: Standing): string {
    const { prefix: p } = this.#filling.source
    const own = this.#formulas.get(key)
    const isStale = this.#filling.stale.has(key)
    const moved = own === undefined ? null : moveFormula(own, standing, this.#filling.movement)
    const isShared = attributeOf(formula.open, 't') === 'shared'
    const ref = attributeOf(formula.open, 'ref')
    const movedRef = ref === null || isShared ? ref : this.#refOf(ref, standing)
    const isSame = !isStale && movedRef === ref && (moved === own || own === undefined) && !(isShared && this.#spelledOut)
    if (isSame) return open === cell.open ? raw : `${open}${raw.slice(cell.open.length)}`
    let head = formula.open.replace(/\s*\/?>$/, '>')
    let text = formula.text
    if (isShared && this.#spelledOut) {
      head = ['t', 'ref', 'si'].reduce((tag, name) => withAttribute(tag, name, null), head)
      text = moved ?? formula.text
    } else if (!isShared && moved !== null) text = moved
    if (movedRef !== null && movedRef !== ref) head = withAttribute(head, 'ref', movedRef)
    const written = text === '' ? head.replace(/>$/, '/>') : `${head}${escapeXml(text)}</${p}f>`
    const remembered = isStale ? '' : (new RegExp(`<${p}v[\\s>][^]*</${p}v>`).exec(raw)?.[0] ?? '')
    return `${isStale ? withAttribute(open, 't', null) : open}${written}${remembered}</${p}c>`
  }

  /** The cells an array formula fills. */
  #refOf(ref: string, { copy }: Standing): string {
    const range = rangeOf(ref)
    if (copy === null || range === null) return movedRange(ref, this.#shift)
    const top = rowStart(this.#shift, range.top) + copy.index * copy.block.height
    const first = cellAddress(top, range.left)
    return ref.includes(':') ? `${first}:${cellAddress(top + range.bottom - range.top, range.right)}` : first
  }
}

function columnOf(cell: SheetCell | number): number {
  return typeof cell === 'number' ? cell : cell.column
}

/** Whether the copies of a block take the place of a row: the first copy itself, and the blank rows it needs. */
function isUsed(block: Block, row: number): boolean {
  return row >= block.first && row < block.first + Math.min(block.copies * block.height, block.height + block.spare)
}

/** What the sheet says it holds must reach to what is written into it. */
function dimensionEdit(xml: string, frame: readonly Edit[], plan: SheetPlan | null, shift: RowShift): Edit | null {
  const match = /<(?:[\w.-]+:)?dimension\s[^>]*>/.exec(xml)
  if (match === null || plan === null || plan.cells.length === 0) return null
  const edit = frame.find(({ from }) => from === match.index)
  const present = edit?.text ?? match[0]
  const range = rangeOf(attributeOf(present, 'ref') ?? '')
  if (range === null) return null
  const rows = plan.cells.map(({ row }) => rowStart(shift, row))
  const columns = plan.cells.map(({ column }) => column)
  const grown = { top: Math.min(range.top, ...rows), left: Math.min(range.left, ...columns), bottom: Math.max(range.bottom, ...rows), right: Math.max(range.right, ...columns) }
  const ref = `${cellAddress(grown.top, grown.left)}:${cellAddress(grown.bottom, grown.right)}`
  const isInside = grown.top === range.top && grown.left === range.left && grown.bottom === range.bottom && grown.right === range.right
  return isInside ? null : { from: match.index, to: match.index + match[0].length, text: withAttribute(present, 'ref', ref) }
}

/** A worksheet with its filling; the very same text where nothing on it changes. `spellOut`: rows move somewhere, so shared formulas are written out. */
export function fillSheet(filling: SheetFilling, spellOut: boolean): string {
  const { source, sheet, movement, plan } = filling
  const shift = movement.of(sheet)
  const frame = { sheet, shift, movement }
  const around = [...frameEdits(source.xml, 0, source.dataStart, frame), ...frameEdits(source.xml, source.dataEnd, source.xml.length, frame)]
  const dimension = dimensionEdit(source.xml, around, plan, shift)
  const others = dimension === null ? around : around.filter(({ from }) => from !== dimension.from)
  const data = new SheetWriter(filling, spellOut).data()
  return applied(source.xml, [...others, ...headerEdits(sheet, plan?.headers ?? []), ...(dimension === null ? [] : [dimension]), { from: source.dataStart, to: source.dataEnd, text: data }])
}

