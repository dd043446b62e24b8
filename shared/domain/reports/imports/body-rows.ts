import { compact } from '../../cells/clean-text.ts'
import type { KindSpec } from './columns.ts'
import type { FoundTable } from './find-table.ts'
import { headingForms, matchHeading } from './headings.ts'
import { isListKind } from './lists/codes.ts'
import { isBlankMark } from '../../cells/read-date.ts'
import type { GridCell, GridRow } from './sheet-grid.ts'

/** A record of the table: its cells by key, merged and 同上 cells filled in. `section` is the text of the last row that stood alone above it. */
export interface BodyRow<Key extends string> {
  readonly row: number
  readonly section: string | null
  readonly cells: ReadonlyMap<Key, GridCell>
}

const total = /^.{0,8}(?:合计|小计|总计|共计|累计|平均)[:()\d.人项件个名]*$|^(?:共计?|总人数|人数合计)[:\d]+[人名项件]?/u
/** A group's total stands among the records, the grand total at their end (or, in some forms, above them). */
const subtotal = /小计|累计|平均/u
const note = /^(?:注|备注|说明|附|附注|备考|填表|填报|制表|审核|审批|联系人|单位|主要|分管|负责人|经办|盖章|签字|签发|镇长|乡长|书记|主任|领导|联系|电话|日期)[^:]{0,14}:/u
const signature = /签字|签名|签章|盖章|\(公章\)/u
const sentenceMark = /[。,，;；:：、]/u
const longestTelling = 30
const sample = /^(?:例|示例|样例|例如|填写示例|范例|样表)\d?[:]?$/u
const ditto = /^(?:同上|〃|″|"|''|”|“)$/u

/** A name that stands alone in its row, and not the title of a section: `张三`, `买买提·艾力`. */
function readsAsName(text: string): boolean {
  return /^[\p{Script=Han}]{2,6}$|^[\p{L}]+[·. ][\p{L}·. ]+$/u.test(text) && !/(?:模块|中心|办公室|办|站|所|组|室|科|局|队|村|社区|班子)$/u.test(text)
}

/** Whether the anchor of a kind is the name of a person. */
function namesPeople({ kind, anchor, telling }: KindSpec): boolean {
  return kind === 'staff' || (anchor === 'name' && telling.includes('idNo'))
}

/** `填表人：王五`, `单位负责人（签字）`: a line to sign, not a value. */
function isLabelled(text: string): boolean {
  return note.test(text) || signature.test(text)
}

/** What no number, code or name has: a mark of a sentence, or its length. */
function readsAsSentence(text: string): boolean {
  return sentenceMark.test(text) || (text.length > longestTelling && [...text].length > longestTelling)
}

interface Surroundings<Key extends string> {
  readonly kind: KindSpec<Key>
  readonly found: FoundTable<Key>
  /** Forms of every heading by column, to know a heading row that is repeated on a new page. */
  readonly headings: ReadonlyMap<number, ReadonlySet<string>>
  readonly keyOf: ReadonlyMap<number, Key>
  readonly isSection: (text: string) => boolean
}

function headingsByColumn<Key extends string>({ table, grid }: FoundTable<Key>): ReadonlyMap<number, ReadonlySet<string>> {
  const headings = new Map<number, Set<string>>()
  for (const { row, cells } of grid.rows) {
    if (row < table.headerTop || row > table.headerRow) continue
    for (const [column, cell] of cells) {
      const known = headings.get(column) ?? new Set()
      headings.set(column, known.add(headingForms(cell.text)[0] ?? ''))
    }
  }
  return headings
}

/** Printed again on a new page, word for word, or as another clerk would write it. */
function repeatsHead<Key extends string>(row: GridRow, { kind, found, headings, keyOf }: Surroundings<Key>): boolean {
  const anchorColumn = found.columnOf.get(kind.anchor)
  const anchor = anchorColumn === undefined ? undefined : row.cells.get(anchorColumn)
  if (anchor && matchHeading(kind, [anchor.text])?.key === kind.anchor) {
    const known = [...row.cells].filter(([column]) => keyOf.has(column))
    const same = known.filter(([column, { text }]) => matchHeading(kind, [text])?.key === keyOf.get(column))
    if (known.length > 1 && same.length * 2 > known.length) return true
  }
  return [...row.cells].every(([column, cell]) => cell.raw.kind === 'text' && headings.get(column)?.has(headingForms(cell.text)[0] ?? ''))
}

/** The row of column numbers that official forms print under their headings: 1 2 3 … or 甲 1 2 …. */
function numbersColumns(row: GridRow): boolean {
  if ([...row.cells.values()].some(({ text }) => text.length > 4)) return false
  const numbers = [...row.cells.values()].map((cell) => compact(cell.text).replace(/[()]/gu, '')).filter((text) => !/^[甲乙丙丁栏次A-Z]{1,2}$/u.test(text))
  return numbers.length >= 3 && numbers.every((text, index) => /^\d{1,2}$/.test(text) && (index === 0 || Number(text) === Number(numbers[index - 1]) + 1))
}

/** `firm`: a record even below the grand total, where small tables and remarks stand. */
/** `more`: a further row of the record above, whose name is merged over it. */
type RowClass = { readonly is: 'record'; readonly firm: boolean } | { readonly is: 'aside'; readonly section: string | null } | { readonly is: 'grand_total' } | { readonly is: 'more' }

const aside: RowClass = { is: 'aside', section: null }

function classify<Key extends string>(row: GridRow, around: Surroundings<Key>): RowClass {
  const { kind, found, keyOf } = around
  const filled = Array.from(row.cells, ([column, { text }]) => ({ column, key: keyOf.get(column), text })).sort((a, b) => a.column - b.column)
  const data = filled.filter(({ key, text }) => key !== undefined && key !== 'seq' && key !== 'remark' && !isBlankMark(text))
  const first = filled[0]
  if (first === undefined || numbersColumns(row)) return aside
  const anchor = data.find(({ key }) => key === kind.anchor)
  const telling = data.some(({ key, text }) => kind.telling.some((known) => known === key) && /\d{2}/.test(compact(text)) && !readsAsSentence(text))
  const few = data.length <= 3
  const lead = [first.text, anchor?.text ?? ''].map(compact)
  if (lead.some((text) => total.test(text)) && (few || !telling)) return lead.some((text) => subtotal.test(text)) ? aside : { is: 'grand_total' }
  if (lead.some((text) => sample.test(text) || (few && note.test(text)))) return aside
  const labelled = filled.filter(({ text }) => text.length < 40 && (/[:：]/u.test(text) || signature.test(text)) && isLabelled(compact(text)))
  if (labelled.length * 2 >= filled.length) return aside
  const anchorColumn = found.columnOf.get(kind.anchor)
  const isFilledDown = kind.columns.some(({ key, fillDown }) => key === kind.anchor && fillDown)
  if (!isFilledDown && anchor === undefined && anchorColumn !== undefined && found.grid.mergedAbove(row.row, anchorColumn)) return { is: 'more' }
  const numbered = filled.some(({ key, text }) => key === 'seq' && /^\d+$/.test(compact(text)))
  if (data.length >= 2) return { is: 'record', firm: telling || (numbered && anchor !== undefined) }
  // A numbered row with anything in it is one that somebody meant to fill.
  if (numbered && data.length === 1 && isListKind(kind.kind)) return { is: 'record', firm: false }
  const only = data[0] ?? first
  if (around.isSection(only.text)) return { is: 'aside', section: only.text }
  const alone = anchor !== undefined && found.grid.span(row.row, only.column) < 3 && (!namesPeople(kind) || readsAsName(compact(only.text)))
  return telling || alone ? { is: 'record', firm: telling } : { is: 'aside', section: only.text }
}

/** The columns of a further table below, with headings of its own in another order; null where the row is no such head. */
function otherHead<Key extends string>(row: GridRow, { kind, found }: Surroundings<Key>): ReadonlyMap<Key, number> | null {
  if (found.isChosen) return null
  const named = [...row.cells].flatMap(([column, { text }]) => {
    const match = matchHeading(kind, [text])
    return match === null ? [] : [{ column, ...match }]
  })
  const columnOf = new Map(named.toSorted((a, b) => b.rank - a.rank).map(({ key, column }) => [key, column]))
  const isHead = columnOf.has(kind.anchor) && columnOf.size >= kind.minimum && named.length * 2 > row.cells.size
  return isHead && [...columnOf].some(([key, column]) => found.columnOf.get(key) !== column) ? columnOf : null
}

/** The record with what a further row of it adds. */
function withMore<Key extends string>(record: BodyRow<Key>, row: GridRow, { kind, found }: Surroundings<Key>): BodyRow<Key> {
  const cells = new Map(record.cells)
  for (const { key, several } of kind.columns) {
    const [own, before] = [row.cells.get(found.columnOf.get(key) ?? 0), cells.get(key)]
    if (!several || own === undefined) continue
    const text = before === undefined ? own.text : `${before.text}、${own.text}`
    cells.set(key, { raw: { kind: 'text', text, column: own.raw.column }, text })
  }
  return { ...record, cells }
}

function surroundingsOf<Key extends string>(kind: KindSpec<Key>, found: FoundTable<Key>, isSection: (text: string) => boolean): Surroundings<Key> {
  return { kind, found, headings: headingsByColumn(found), keyOf: new Map([...found.columnOf].map(([key, column]) => [column, key])), isSection }
}

/** The title that the whole table stands under: of its sheet, or above its headings. */
function titleAbove<Key extends string>({ table, grid }: FoundTable<Key>, isSection: (text: string) => boolean): string | null {
  const above = grid.rows.filter(({ row }) => row < table.headerTop).flatMap(({ cells }) => [...cells.values()].map(({ text }) => text))
  return [table.sheet, ...above].findLast(isSection) ?? null
}

/** Records of a table in order. `isSection` knows a text that, alone in its row, heads the rows below (大党建模块). Titles, notes, totals, signatures, samples, repeated headings and empty rows are left out; headings in another order hold for the rows below them. */
export function bodyRows<Key extends string>(kind: KindSpec<Key>, found: FoundTable<Key>, isSection: (text: string) => boolean): readonly BodyRow<Key>[] {
  let around = surroundingsOf(kind, found, isSection)
  const filling = new Set(kind.columns.filter((column) => column.fillDown).map((column) => column.key))
  const records: BodyRow<Key>[] = []
  let section = titleAbove(found, isSection)
  let totalled = false
  for (const row of found.grid.rows) {
    if (row.row <= found.table.headerRow) continue
    const repeated = repeatsHead(row, around)
    const columnOf = repeated ? null : otherHead(row, around)
    if (columnOf !== null) around = surroundingsOf(kind, { ...found, columnOf }, isSection)
    if (repeated || columnOf !== null) {
      totalled = false
      continue
    }
    const what = classify(row, around)
    totalled ||= what.is === 'grand_total'
    if (what.is === 'aside') section = what.section ?? section
    const last = records.at(-1)
    if (what.is === 'more' && last !== undefined) records[records.length - 1] = withMore(last, row, around)
    if (what.is !== 'record' || (totalled && !what.firm)) continue
    const cells = new Map<Key, GridCell>()
    for (const [key, column] of around.found.columnOf) {
      const own = row.cells.get(column)
      const cell = own ?? (filling.has(key) ? found.grid.mergedAbove(row.row, column) : undefined)
      const above = own && filling.has(key) && ditto.test(own.text) ? records.at(-1)?.cells.get(key) : cell
      if (above) cells.set(key, above)
    }
    records.push({ row: row.row, section, cells })
  }
  return records
}
