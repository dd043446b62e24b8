import { assertNever } from '../../../../../shared/lib/assert-never.ts'
import { date, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftRow, DraftSheet } from '../../arrange/draft.ts'
import { placeBook } from '../../arrange/place.ts'
import type { PlacedBook } from '../../arrange/place.ts'
import { renderBook } from '../../arrange/render.ts'
import { textWidth } from '../../arrange/text-width.ts'
import type { PrintedRegister, RegisterColumnData, RegistersBookData } from './data.ts'
import { LayoutError } from '../../layout/layout.ts'
import type { ColumnLayout, Layout, SheetLayout, TableLayout } from '../../../../../shared/domain/papers/layout.ts'
import { createdAt, metadataSheet, metaTokens } from '../../metadata.ts'
import type { WorkbookModel } from '../../model/model.ts'
import { words } from '../../vocabulary.ts'

/** The sheet of the layout that every register is printed by; its columns are one for each type. */
const pattern = 'register'
const longestSheetName = 31

/** Characters of the standard font that a heading of two lines needs. */
function headingWidth(heading: string): number {
  return Math.ceil(textWidth(heading) / 2) + 2.3
}

function columnLayout(table: TableLayout, { key, title, unit, type }: RegisterColumnData): ColumnLayout {
  const like = table.columns.find(({ field }) => field === type)
  if (like === undefined) throw new LayoutError(`the layout of registers has no column for ${type}`)
  const heading = like.heading.replace('{title}', unit === null ? title : `${title}(${unit})`)
  return { ...like, field: key, heading, width: Math.max(like.width, headingWidth(heading)) }
}

/** Keys that formulas can name, whatever ids the township has. */
function keyed(register: PrintedRegister, index: number): PrintedRegister {
  return { ...register, key: `register${String(index + 1)}`, columns: register.columns.map((column, place) => ({ ...column, key: `column${String(place + 1)}` })) }
}

/** One sheet for each register: the pattern with the register's own columns, 合计 where a column has one. */
function sheetLayout(like: SheetLayout, register: PrintedRegister, name: string): SheetLayout {
  const [table] = like.tables
  const seq = table?.columns.find(({ field }) => field === 'seq')
  if (table === undefined || seq === undefined) throw new LayoutError('the layout of registers has no table with 序号')
  const summed = register.columns.filter(({ total }) => total)
  const totals = table.totals.flatMap((total) => {
    const columns = Object.fromEntries(summed.flatMap(({ key, type }) => (total.columns[type] === undefined ? [] : [[key, total.columns[type]] as const])))
    return Object.keys(columns).length === 0 ? [] : [{ ...total, columns }]
  })
  const first = register.columns[0]
  return { ...like, key: register.key, name, ...(first === undefined ? {} : { freeze: first.key }), tables: [{ ...table, key: register.key, columns: [seq, ...register.columns.map((column) => columnLayout(table, column))], totals }] }
}

function cellOf({ type }: RegisterColumnData, value: string): DraftCell {
  switch (type) {
    case 'number':
    case 'amount':
      return number(Number(value))
    case 'date':
      return date(value)
    case 'text':
    case 'long_text':
    case 'choice':
    case 'person':
    case 'village':
    case 'attachment':
      return text(value)
    default:
      return assertNever(type)
  }
}

function sheetOf({ key, name, place, scope, columns, rows }: PrintedRegister): DraftSheet {
  const drafted = rows.map((row): DraftRow => ({ cells: Object.fromEntries(columns.flatMap((column, index) => (row[index] === undefined || row[index] === '' ? [] : [[column.key, cellOf(column, row[index])] as const]))) }))
  return { key, tables: [{ key, rows: numbered(drafted) }], tokens: { register: words.registerTitle(name), place, scope, rows: String(rows.length) } }
}

/** Names that a spreadsheet takes: without its signs, no longer than it may be, each once. */
export function sheetNames(registers: readonly Pick<PrintedRegister, 'name' | 'place'>[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken)
  return registers.map(({ name, place }) => {
    const plain = (value: string) => value.replace(/[[\]:*?/\\']/g, '').trim()
    const wanted = [plain(name), `${plain(place)}-${plain(name)}`].map((value) => value.slice(0, longestSheetName)).find((value) => value !== '' && !used.has(value))
    let found = wanted
    for (let count = 2; found === undefined; count += 1) {
      const counted = `${plain(name).slice(0, longestSheetName - 4)}(${String(count)})`
      if (!used.has(counted)) found = counted
    }
    used.add(found)
    return found
  })
}

/** The sheets with their places, before anything is calculated. @throws LayoutError */
export function placeRegisters(data: RegistersBookData, layout: Layout): PlacedBook {
  const like = layout.sheets.find(({ key }) => key === pattern)
  if (like === undefined) throw new LayoutError('the layout of registers has no sheet for a register')
  const others = layout.sheets.filter(({ key }) => key !== pattern)
  const registers = data.registers.map(keyed)
  const names = sheetNames(registers, others.map(({ name }) => name))
  const sheets = registers.map((register, index) => sheetLayout(like, register, names[index] ?? register.key))
  const draft = {
    tokens: metaTokens(data.meta),
    author: data.meta.exportedBy,
    createdAt: createdAt(data.meta),
    sheets: [...registers.map(sheetOf), metadataSheet(data.meta)],
  }
  return placeBook(draft, { ...layout, sheets: [...sheets, ...others] })
}

/** 特色台账: one sheet a register, its columns as the township has defined them. @throws LayoutError */
export function registersWorkbook(data: RegistersBookData, layout: Layout): WorkbookModel {
  return renderBook(placeRegisters(data, layout))
}
