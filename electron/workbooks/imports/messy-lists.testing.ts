import { listKinds, type ListKind } from '../../../shared/domain/reports/imports/lists/codes.ts'
import type { ListColumn, ListSpec } from '../../../shared/domain/reports/imports/lists/list-spec.ts'
import { listSpecs } from '../../../shared/domain/reports/imports/lists/specs.ts'
import { importKindNames } from '../../../shared/domain/reports/imports/vocabulary.ts'
import { messyCell, type MessyCell } from './messy-cells.testing.ts'
import { dice, seededRandom, type Dice, type Written } from './messy-people.testing.ts'
import { asCsv, asWorkbook, shuffled, type Sheet } from './messy-sheet.testing.ts'

export interface MadeRow {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
  /** `日期 date_invalid`, in the order of the columns. */
  readonly errors: readonly string[]
}

export interface MessyList {
  readonly kind: ListKind
  readonly fileName: string
  readonly bytes: Buffer
  readonly headerRow: number
  readonly rows: readonly MadeRow[]
}

function chosenColumns({ columns, anchor, minimum }: ListSpec, roll: Dice): readonly ListColumn[] {
  // 备注 and 序号 are read by nobody here, and tell nothing of the table.
  const told = columns.filter(({ key }) => key !== 'seq' && key !== 'remark')
  const kept = told.filter(({ key, required }) => key === anchor || required === true || roll.chance(0.6))
  const needed = Math.max(minimum, 3)
  const all = kept.length >= needed ? kept : [...kept, ...told.filter((column) => !kept.includes(column)).slice(0, needed - kept.length)]
  const body = roll.chance(0.5) ? shuffled(all, roll) : all
  const seq = columns.find(({ key }) => key === 'seq')
  return seq !== undefined && roll.chance(0.8) ? [seq, ...body] : body
}

function headingOf({ headings, required }: ListColumn, roll: Dice, text: boolean): string {
  const plain = roll.chance(0.6) ? (headings[0] ?? '') : roll.pick(headings)
  const spread = plain.length === 2 ? `${plain.slice(0, 1)}  ${plain.slice(1)}` : plain
  return roll.pick([plain, plain, spread, `*${plain}`, `${plain}：`, required ? `${plain}（必填）` : plain, text ? plain : `${plain.slice(0, 2)}\n${plain.slice(2)}`])
}

function isSimilar(chosen: readonly string[], heading: string): boolean {
  const bare = (text: string) => text.replace(/[\s*：（）必填]/gu, '')
  return chosen.some((other) => bare(other) === bare(heading))
}

/** Errors and values of a row as its cells promise; what two columns say together is left to other tests. */
function expected(spec: ListSpec, row: number, made: ReadonlyMap<string, MessyCell>): MadeRow {
  const cells: Record<string, string> = {}
  const errors: string[] = []
  for (const { key, label, required } of spec.columns) {
    const cell = made.get(key)
    if (cell?.value !== undefined && cell.value !== null) cells[key] = cell.value
    if (cell?.error) errors.push(`${label} ${cell.error}`)
    const isNamed = key === spec.anchor && spec.telling.some((one) => made.has(one))
    if (required && cell === undefined && !isNamed) errors.push(`${label} ${key === spec.anchor ? 'name_missing' : 'required'}`)
  }
  const [from, to] = spec.range ?? []
  const [begin, end] = [cells[from ?? ''], cells[to ?? '']]
  if (begin !== undefined && end !== undefined && end < begin) errors.push(`${spec.columns.find(({ key }) => key === to)?.label ?? ''} dates_backwards`)
  return { row, cells, errors }
}

function layoutOf(kind: ListKind, roll: Dice, text: boolean): Sheet & { readonly headerRow: number; readonly rows: readonly MadeRow[] } {
  const spec: ListSpec = listSpecs[kind]
  const chosen = chosenColumns(spec, roll)
  const offset = text ? 0 : roll.pick([0, 0, 1])
  const last = chosen.length + offset
  const sheet: Sheet = { cells: [], merges: [], hiddenRows: [] }
  const put = (row: number, column: number, { value, format }: Written) => {
    if (value !== null) sheet.cells.push(format === undefined ? { row, column, value } : { row, column, value, format })
  }
  const across = (row: number, value: string) => {
    put(row, 1, { value })
    if (!text && roll.chance(0.8)) sheet.merges.push([row, 1, row, last])
  }
  let row = 1
  if (roll.chance(0.8)) across(row++, `清溪镇2026年${importKindNames[kind]}情况登记表`)
  if (roll.chance(0.5)) across(row++, '填报单位(盖章):清溪镇人民政府        填报日期:2026年4月8日')
  if (roll.chance(0.2)) row++
  const used: string[] = []
  const grouped = !text && roll.chance(0.35)
  const half = Math.ceil(chosen.length / 2)
  if (grouped) {
    for (const [left, right, label] of [[1, half, '基本情况'], [half + 1, chosen.length, '登记情况']] as const) {
      if (right <= left) continue
      put(row, left + offset, { value: label })
      sheet.merges.push([row, left + offset, row, right + offset])
    }
    row++
  }
  for (const [place, column] of chosen.entries()) {
    const written = headingOf(column, roll, text)
    const heading = isSimilar(used, written) ? (column.headings[0] ?? '') : written
    used.push(heading)
    put(row, place + 1 + offset, { value: heading })
  }
  const headerRow = row++
  if (roll.chance(0.1)) {
    for (const place of chosen.keys()) put(row, place + 1 + offset, { value: place + 1 })
    row++
  }
  const rows: MadeRow[] = []
  const count = roll.between(4, 14)
  for (let number = 1; number <= count; number++) {
    if (roll.chance(0.05)) row++
    const made = new Map<string, MessyCell>()
    for (const [place, column] of chosen.entries()) {
      if (column.key === 'seq') {
        made.set('seq', { written: { value: number }, value: String(number), error: null })
        put(row, place + 1 + offset, { value: number })
        continue
      }
      // A cell left empty, or filled only to show that nothing is there.
      if (roll.chance(column.required ? 0.04 : 0.3) && column.key !== spec.anchor) {
        if (roll.chance(0.4)) put(row, place + 1 + offset, { value: roll.pick(['/', '—', '无']) })
        continue
      }
      const cell = messyCell(column, roll, text)
      made.set(column.key, cell)
      put(row, place + 1 + offset, cell.written)
    }
    rows.push(expected(spec, row, made))
    row++
  }
  if (roll.chance(0.3)) row++
  if (roll.chance(0.6)) {
    put(row, 1 + offset, { value: '合计' })
    put(row++, last, { value: `${String(count)}条` })
  }
  if (roll.chance(0.6)) across(row++, roll.pick(['注:本表由党政综合办填写。', '说明：1.如实填写；2.逾期不报视为无。', '1.本表一式两份，一份存档。']))
  if (roll.chance(0.4)) {
    put(row, 1 + offset, { value: '单位负责人（签字）：' })
    put(row, 2 + offset, { value: '审核人：' })
    put(row++, 3 + offset, { value: '填表人：王五' })
  }
  return { ...sheet, headerRow, rows }
}

/** One messy list of a kind and what it must become; seeds go round the kinds. */
export async function messyList(seed: number): Promise<MessyList> {
  const roll = dice(seededRandom(seed))
  const kind = listKinds[seed % listKinds.length] ?? 'posts'
  const text = roll.chance(0.25)
  const { headerRow, rows, ...sheet } = layoutOf(kind, roll, text)
  const bytes = text ? asCsv(sheet, roll) : await asWorkbook(sheet, [listSpecs[kind].columns.map(({ headings }) => headings[0] ?? ''), ['1', '旧数据', '旧数据', '旧数据']], roll)
  return { kind, fileName: `${kind}-${String(seed)}.${text ? 'csv' : 'xlsx'}`, bytes, headerRow, rows }
}
