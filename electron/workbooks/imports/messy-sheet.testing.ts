import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import type { RawWorkbook } from '../../../shared/domain/cells/raw-workbook.ts'
import type { Dice, Written } from './messy-people.testing.ts'

/** A cell to write, at its place in the sheet. */
export interface Placed extends Written {
  readonly row: number
  readonly column: number
}

export interface Sheet {
  readonly cells: Placed[]
  readonly merges: [top: number, left: number, bottom: number, right: number][]
  readonly hiddenRows: number[]
}

/** What a clerk writes into a cell, and what must come of it: its value, or why it is refused. */
export interface MadeCell<Value = string> {
  readonly written: Written
  readonly value: Value | null
  readonly error: string | null
}

/** A column of a made table. `blocks`: one value for several rows, as a merged cell or with 同上. `empty`: how often a cell is left out; `isAnchor` never is. */
export interface MadeColumn<Value = string> {
  readonly key: string
  readonly headings: readonly string[]
  readonly isAnchor?: true
  readonly blocks?: true
  readonly empty: number
  /** What `/`, `—` or `无` is read as, where it is not empty. */
  readonly mark?: (written: string) => MadeCell<Value>
  readonly cell: (roll: Dice, text: boolean) => MadeCell<Value>
}

/** A row of a made table: what was written into its cells, by column; `section` is the title it stands under. */
export interface LaidRow<Value> {
  readonly row: number
  readonly section: string | null
  readonly made: ReadonlyMap<string, MadeCell<Value>>
}

export interface LaidTable<Value> extends Sheet {
  readonly headerRow: number
  readonly rows: readonly LaidRow<Value>[]
}

export function shuffled<T>(list: readonly T[], roll: Dice): readonly T[] {
  return list.map((one) => ({ one, key: roll.between(0, 1_000_000) })).sort((a, b) => a.key - b.key).map(({ one }) => one)
}

function headingOf<Value>({ headings, isAnchor }: MadeColumn<Value>, roll: Dice, text: boolean): string {
  const plain = roll.chance(0.5) ? (headings[0] ?? '') : roll.pick(headings)
  const spread = plain.length === 2 ? `${plain.slice(0, 1)}  ${plain.slice(1)}` : plain
  return roll.pick([plain, plain, spread, `*${plain}`, `${plain}：`, isAnchor ? `${plain}（必填）` : plain, text ? plain : `${plain.slice(0, 2)}\n${plain.slice(2)}`])
}

const bare = (text: string) => text.replace(/[\s*：（）必填]/gu, '')
const notes = ['注:本表由党政综合办填写。', '说明：1.如实填写；2.逾期不报视为无。', '1.本表一式两份，一份存档。', '填表说明：带星号的必填。']

interface Block<Value> {
  readonly cell: MadeCell<Value>
  readonly top: number
  left: number
}

/** Lays a table out as a clerk does: titles, group headings, numbers of columns, blocks, gaps, a total, notes and signatures. `sections` are titles above groups of rows. */
export function layTable<Value>(title: string, columns: readonly MadeColumn<Value>[], sections: readonly string[], roll: Dice, text: boolean): LaidTable<Value> {
  const offset = text ? 0 : roll.pick([0, 0, 1])
  const last = columns.length + offset + 1
  const sheet: Sheet = { cells: [], merges: [], hiddenRows: [] }
  const put = (row: number, column: number, written: Written) => {
    if (written.value !== null) sheet.cells.push({ row, column, ...written })
  }
  const across = (row: number, value: string) => {
    put(row, 1, { value })
    if (!text && roll.chance(0.8)) sheet.merges.push([row, 1, row, last])
  }
  // 序号 first; a column of nothing but borders now and then.
  const empties = text || roll.chance(0.7) ? [] : [roll.between(1, columns.length)]
  const placeOf = (place: number) => place + 2 + offset + empties.filter((at) => at <= place).length
  let row = 1
  if (roll.chance(0.8)) across(row++, title)
  if (roll.chance(0.5)) across(row++, '填报单位(盖章):清溪镇人民政府        填报日期:2026年4月8日')
  if (roll.chance(0.2)) row++
  if (!text && columns.length > 3 && roll.chance(0.3)) {
    const half = Math.ceil(columns.length / 2)
    for (const [from, to, label] of [[0, half - 1, '基本情况'], [half, columns.length - 1, '登记情况']] as const) {
      put(row, placeOf(from), { value: label })
      if (to > from) sheet.merges.push([row, placeOf(from), row, placeOf(to)])
    }
    row++
  }
  put(row, 1 + offset, { value: roll.pick(['序号', '序 号', 'No.']) })
  const used: string[] = []
  for (const [place, column] of columns.entries()) {
    const written = headingOf(column, roll, text)
    const heading = used.some((other) => bare(other) === bare(written)) ? (column.headings[0] ?? '') : written
    used.push(heading)
    put(row, placeOf(place), { value: heading })
  }
  const headerRow = row++
  if (roll.chance(0.1)) {
    for (let place = -1; place < columns.length; place++) put(row, placeOf(place), { value: place + 2 })
    row++
  }
  const rows: LaidRow<Value>[] = []
  const blocks = new Map<string, Block<Value>>()
  const closeBlocks = () => {
    for (const [place, { key }] of columns.entries()) {
      const block = blocks.get(key)
      if (block !== undefined && row - 1 > block.top) sheet.merges.push([block.top, placeOf(place), row - 1, placeOf(place)])
    }
    blocks.clear()
  }
  const groups: readonly (string | null)[] = sections.length === 0 ? [null] : sections
  for (const section of groups) {
    closeBlocks()
    if (section !== null) across(row++, section)
    const count = roll.between(3, Math.ceil(12 / groups.length) + 2)
    for (let number = 1; number <= count; number++) {
      if (roll.chance(0.06)) {
        closeBlocks()
        row++
      }
      const made = new Map<string, MadeCell<Value>>()
      put(row, 1 + offset, { value: number })
      for (const [place, column] of columns.entries()) {
        const cell = nextCell(column, place)
        if (cell !== null) made.set(column.key, cell)
      }
      if (!text && roll.chance(0.05)) sheet.hiddenRows.push(row)
      rows.push({ row, section, made })
      row++
    }
  }
  closeBlocks()

  /** Writes the cell of a column in the present row. */
  function nextCell(column: MadeColumn<Value>, place: number): MadeCell<Value> | null {
    const at = placeOf(place)
    const block = blocks.get(column.key)
    if (block !== undefined && block.left > 0) {
      block.left--
      return block.cell
    }
    if (block !== undefined) {
      if (row - 1 > block.top) sheet.merges.push([block.top, at, row - 1, at])
      blocks.delete(column.key)
    }
    const above = rows.at(-1)
    const same = above?.made.get(column.key)
    if (column.blocks && same !== undefined && above?.row === row - 1 && roll.chance(0.08)) {
      put(row, at, { value: roll.pick(['同上', '〃']) })
      return same
    }
    if (!column.isAnchor && roll.chance(column.empty)) {
      if (roll.chance(0.6)) return null
      const mark = roll.pick(['/', '—', '无'])
      put(row, at, { value: mark })
      return column.mark?.(mark) ?? null
    }
    const cell = column.cell(roll, text)
    put(row, at, cell.written)
    if (column.blocks && !text && cell.written.value !== null && roll.chance(0.15)) blocks.set(column.key, { cell, top: row, left: roll.between(1, 3) })
    return cell
  }

  if (roll.chance(0.3)) row++
  if (roll.chance(0.6)) {
    put(row, 1 + offset, { value: roll.pick(['合计', '总计']) })
    put(row++, 2 + offset, { value: `${String(rows.length)}条` })
  }
  if (roll.chance(0.6)) across(row++, roll.pick(notes))
  if (roll.chance(0.4)) {
    put(row, 1 + offset, { value: '单位负责人（签字）：' })
    put(row, 2 + offset, { value: '审核人：' })
    put(row++, 3 + offset, { value: '填表人：王五' })
  }
  return { ...sheet, headerRow, rows }
}

/** The sheet in a workbook, beside sheets that are not meant: a guide, an empty one, a hidden one with the same headings. */
export async function asWorkbook({ cells, merges, hiddenRows }: Sheet, oldTable: readonly (readonly string[])[], roll: Dice): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  if (roll.chance(0.2)) workbook.addWorksheet('填表说明').addRow(['一、请如实填写；二、带星号的必填。'])
  if (roll.chance(0.3)) workbook.addWorksheet('旧表', { state: roll.pick(['hidden', 'veryHidden'] as const) }).addRows(oldTable.map((row) => [...row]))
  const sheet = workbook.addWorksheet('Sheet1')
  for (const { row, column, value, format } of cells) {
    const cell = sheet.getCell(row, column)
    cell.value = typeof value === 'string' && value.length > 3 && roll.chance(0.04) ? { richText: [{ text: value.slice(0, 2) }, { text: value.slice(2), font: { bold: true } }] } : value
    if (format !== undefined) cell.numFmt = format
    if (value instanceof Date) cell.numFmt = 'yyyy-mm-dd'
    if (typeof value === 'string' && /^\d/.test(value)) cell.numFmt = '@'
  }
  for (const merge of merges) sheet.mergeCells(merge)
  for (const row of hiddenRows) sheet.getRow(row).hidden = true
  if (roll.chance(0.2)) workbook.addWorksheet('Sheet2')
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The sheet as a CSV in GBK or UTF-8. What GBK cannot hold would be written as a question mark by any program. */
export function asCsv({ cells }: Sheet, roll: Dice): Buffer {
  const separator = roll.pick([',', ',', '\t', ';'])
  const lines: string[][] = []
  for (const { row, column, value } of cells) (lines[row - 1] ??= [])[column - 1] = String(value)
  const quoted = (field: string | undefined) => (field !== undefined && (/[",;\t\n]/.test(field) || roll.chance(0.1)) ? `"${field.replaceAll('"', '""')}"` : (field ?? ''))
  const text = Array.from(lines, (line) => Array.from(line ?? [], quoted).join(separator)).join(roll.pick(['\n', '\r\n']))
  return roll.chance(0.6) ? iconv.encode(text.replace(/[\u200b\u00a0]/g, '').replaceAll('•', '·'), 'gbk') : Buffer.from(`\ufeff${text}`, 'utf8')
}

/** Readings with one rule left out: a corpus that none of its workbooks fails would see nothing. */
export const brokenReadings: readonly (readonly [what: string, broken: (workbook: RawWorkbook) => RawWorkbook])[] = [
  ['loses merged cells', ({ source, sheets }) => ({ source, sheets: sheets.map((sheet) => ({ ...sheet, merges: [] })) })],
  ['takes dates for numbers', ({ source, sheets }) => ({ source, sheets: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => (cell.kind === 'date' ? { kind: 'number', value: -cell.serial, format: null, column: cell.column } : cell)) })) })) })],
]
