import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { dice, modules, personOf, seededRandom, type Dice, type ExpectedRow, type Value, type Written } from './messy-people.testing.ts'

export interface MessyRoster {
  readonly fileName: string
  readonly bytes: Buffer
  readonly headerRow: number
  readonly rows: readonly ExpectedRow[]
}

interface Column {
  readonly key: string
  readonly headings: readonly string[]
  readonly group: string
}

const columns: readonly Column[] = [
  { key: 'seq', headings: ['序号', '序 号', '序\n号', '编号', 'No.'], group: '' },
  { key: 'name', headings: ['姓名', '姓  名', '姓　名', '*姓名', '姓名：', '人员姓名'], group: '基本情况' },
  { key: 'sex', headings: ['性别', '性 别', '性\n别'], group: '基本情况' },
  { key: 'idNo', headings: ['身份证号', '身份证\n号码', '公民身份号码', '身份证号码（18位）', '居民身份证号码', '证件号码'], group: '基本情况' },
  { key: 'birth', headings: ['出生年月', '出生日期', '出生\n年月', '出生年月（岁）'], group: '基本情况' },
  { key: 'political', headings: ['政治面貌', '政治\n面貌'], group: '基本情况' },
  { key: 'identity', headings: ['人员身份', '编制性质', '身份', '人员类别', '人员性质'], group: '任职情况' },
  { key: 'sendingUnit', headings: ['派出单位', '派驻单位', '派出单位（派驻人员填）'], group: '任职情况' },
  { key: 'module', headings: ['所在模块', '所属模块', '模块', '模块名称', '所在\n模块'], group: '任职情况' },
  { key: 'post', headings: ['岗位', '岗位名称', '工作岗位'], group: '任职情况' },
  { key: 'rankTitle', headings: ['职务职级', '职务', '现任职务', '职务/职级', '职务（职级）'], group: '任职情况' },
  { key: 'workStart', headings: ['参加工作时间', '参加工作\n年月', '参加工作时间（年月）'], group: '任职情况' },
  { key: 'phone', headings: ['联系电话', '手机', '手机号码', '联系\n电话', '联系方式（手机）'], group: '联系方式' },
  { key: 'remark', headings: ['备注', '备 注'], group: '' },
]
const strangers: readonly Column[] = [
  { key: 'x1', headings: ['学历'], group: '基本情况' },
  { key: 'x2', headings: ['民族'], group: '基本情况' },
  { key: 'x3', headings: ['任现职务时间'], group: '任职情况' },
  { key: 'x4', headings: ['入党时间'], group: '基本情况' },
  { key: 'x5', headings: ['岗位系数'], group: '任职情况' },
  { key: 'x6', headings: ['配偶姓名'], group: '家庭情况' },
  { key: 'x7', headings: ['毕业院校及专业'], group: '基本情况' },
]
/** A cell to write, at its place in the sheet. */
interface Placed extends Written {
  readonly row: number
  readonly column: number
}

interface Layout {
  readonly cells: Placed[]
  readonly merges: [number, number, number, number][]
  readonly headerRow: number
  readonly rows: ExpectedRow[]
}

function shuffled<T>(list: readonly T[], roll: Dice): readonly T[] {
  return list.map((one) => ({ one, key: roll.between(0, 1_000_000) })).sort((a, b) => a.key - b.key).map(({ one }) => one)
}

function chosenColumns(roll: Dice): readonly Column[] {
  const withModule = roll.chance(0.85)
  const optional = new Set(['sex', 'political', 'sendingUnit', 'rankTitle', 'remark', 'seq'])
  const kept = columns.filter(({ key }) => (key === 'module' ? withModule : !optional.has(key) || roll.chance(0.8)))
  const all = [...kept, ...strangers.filter(() => roll.chance(0.3))]
  if (roll.chance(0.4)) return all
  // Groups stay together, so that their heading can be merged over them.
  const groups = shuffled([...new Set(all.map(({ group }) => group).filter((group) => group !== ''))], roll)
  const head = all.filter(({ key }) => key === 'seq')
  const tail = all.filter(({ group, key }) => group === '' && key !== 'seq')
  return [...head, ...groups.flatMap((group) => shuffled(all.filter((column) => column.group === group), roll)), ...tail]
}

const notes = ['注:本表由党政综合办填写。', '说明：1.所在模块按三定方案填写；2.岗位按聘任填写。', '填表说明：身份证号请填18位。', '1.本表一式两份，一份存档。']

function layoutOf(roll: Dice, text: boolean): Layout {
  const chosen = chosenColumns(roll)
  const offset = text ? 0 : roll.pick([0, 0, 0, 1])
  const columnOf = new Map(chosen.map(({ key }, index) => [key, index + 1 + offset]))
  const last = chosen.length + offset
  const layout: Layout = { cells: [], merges: [], headerRow: 0, rows: [] }
  const put = (row: number, column: number, value: Value, format?: string) => {
    if (value !== null) layout.cells.push(format === undefined ? { row, column, value } : { row, column, value, format })
  }
  const across = (row: number, value: string) => {
    put(row, 1, value)
    if (!text && roll.chance(0.8)) layout.merges.push([row, 1, row, last])
  }

  let row = 1
  if (roll.chance(0.85)) across(row++, roll.pick(['清溪镇机关干部花名册(2026年)', '清溪镇模块化运行人员名单', '附件1']))
  if (roll.chance(0.3)) row++
  if (roll.chance(0.6)) across(row++, '填报单位(盖章):清溪镇人民政府            填报日期:2026年1月8日')
  const twoRows = roll.chance(0.5)
  if (twoRows) writeGroups(row++, chosen, offset, roll, layout, put)
  for (const [index, column] of chosen.entries()) {
    if (!twoRows || !layout.merges.some(([top, left, bottom]) => left === index + 1 + offset && top === row - 1 && bottom === row)) put(row, index + 1 + offset, roll.pick(column.headings))
  }
  const headerRow = row++
  if (roll.chance(0.15)) for (let column = 1; column <= chosen.length; column++) put(row, column + offset, column)
  if (layout.cells.some((cell) => cell.row === row)) row++

  const taken = new Set<string>()
  const people = Array.from({ length: roll.between(8, 30) }, () => roll.pick(modules))
  const bySection = !columnOf.has('module')
  const byModule = !bySection && !text && roll.chance(0.35)
  if (byModule || bySection) people.sort((a, b) => modules.indexOf(a) - modules.indexOf(b))
  let block: { readonly module: string; readonly top: number; readonly text: Written } | null = null
  let number = 1
  let section = ''
  const closeBlock = (bottom: number) => {
    const column = columnOf.get('module')
    if (block && column && bottom > block.top) layout.merges.push([block.top, column, bottom, column])
  }
  for (const module of people) {
    const person = personOf(roll, taken, text, module, byModule ? 8 : bySection ? 7 : 10)
    const seqColumn = columnOf.get('seq')
    if (bySection && section !== module) {
      section = module
      across(row++, roll.pick([module, `${module}模块`, `一、${module}（${number}人）`]))
    }
    if (!byModule && roll.chance(0.05)) row++
    if (!byModule && roll.chance(0.03) && number > 3) for (const [index, column] of chosen.entries()) put(row, index + 1 + offset, column.headings[0] ?? null)
    if (layout.cells.some((cell) => cell.row === row)) row++
    if (!byModule && !bySection && roll.chance(0.03)) across(row++, `小计：${number}人`)
    if (seqColumn) put(row, seqColumn, number)
    const own = person.expected.errors.includes('module_unknown') ? null : person.module
    const joins: boolean = byModule && block !== null && own !== null && block.module === own
    if (byModule && !joins) {
      closeBlock(row - 1)
      block = own === null ? null : { module: own, top: row, text: { value: own } }
    }
    for (const [key, written] of person.cells) {
      const column = columnOf.get(key)
      if (column === undefined || (joins && key === 'module')) continue
      put(row, column, written.value, written.format)
    }
    layout.rows.push({ row, ...person.expected })
    row++
    number++
  }
  closeBlock(row - 1)
  if (roll.chance(0.3)) row++
  if (roll.chance(0.7)) {
    put(row, 1 + offset, '合计')
    put(row++, 2 + offset, `${number - 1}人`)
  }
  if (roll.chance(0.7)) across(row++, roll.pick(notes))
  if (roll.chance(0.5)) {
    put(row, 1 + offset, '单位负责人（签字）：')
    put(row, 4 + offset, '审核人：')
    put(row, 7 + offset, '填表人：王五')
    put(row++, 10 + offset, '联系电话：0570-1234567')
  }
  return { ...layout, headerRow }
}

/** Group headings over the columns; columns without a group are merged down, or stand in the lower row alone. */
function writeGroups(row: number, chosen: readonly Column[], offset: number, roll: Dice, layout: Layout, put: (row: number, column: number, value: Value) => void): void {
  let index = 0
  while (index < chosen.length) {
    const group = chosen[index]?.group ?? ''
    let end = index
    while (group !== '' && chosen[end + 1]?.group === group) end++
    if (group === '' || end === index) {
      if (roll.chance(0.8)) {
        put(row, index + 1 + offset, roll.pick(chosen[index]?.headings ?? ['']))
        layout.merges.push([row, index + 1 + offset, row + 1, index + 1 + offset])
      }
    } else {
      put(row, index + 1 + offset, group)
      layout.merges.push([row, index + 1 + offset, row, end + 1 + offset])
    }
    index = end + 1
  }
}

async function asWorkbook(layout: Layout, roll: Dice): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  if (roll.chance(0.2)) workbook.addWorksheet('填表说明').addRow(['一、请如实填写；二、姓名、身份证号必填。'])
  if (roll.chance(0.3)) workbook.addWorksheet('旧表(勿用)', { state: roll.pick(['hidden', 'veryHidden'] as const) }).addRows([columns.map(({ headings }) => headings[0]), [1, '旧数据', '男']])
  const sheet = workbook.addWorksheet('花名册')
  for (const { row, column, value, format } of layout.cells) {
    const cell = sheet.getCell(row, column)
    cell.value = typeof value === 'string' && value.length > 3 && roll.chance(0.05) ? { richText: [{ text: value.slice(0, 2) }, { text: value.slice(2), font: { bold: true } }] } : value
    if (format !== undefined) cell.numFmt = format
    if (typeof value === 'string' && /^\d/.test(value)) cell.numFmt = '@'
  }
  for (const merge of layout.merges) sheet.mergeCells(merge)
  if (roll.chance(0.3)) workbook.addWorksheet('Sheet2')
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function asCsv(layout: Layout, roll: Dice): Buffer {
  const separator = roll.pick([',', ',', '\t', ';'])
  const lines: string[][] = []
  for (const { row, column, value } of layout.cells) {
    const line = (lines[row - 1] ??= [])
    line[column - 1] = String(value)
  }
  const quoted = (field: string | undefined) => (field !== undefined && (/[",;\t\n]/.test(field) || roll.chance(0.1)) ? `"${field.replaceAll('"', '""')}"` : (field ?? ''))
  const text = Array.from(lines, (line) => Array.from(line ?? [], quoted).join(separator)).join(roll.pick(['\n', '\r\n']))
  const encoding = roll.pick(['gbk', 'gbk', 'gb18030', 'utf8', 'bom'])
  if (encoding === 'bom') return Buffer.from(`\ufeff${text}`, 'utf8')
  // What GBK cannot hold would be written as a question mark by any program.
  return iconv.encode(encoding === 'gbk' ? text.replace(/[\u200b\u00a0]/g, '') : text, encoding)
}

/** One messy roster of a township and what it must become. */
export async function messyRoster(seed: number): Promise<MessyRoster> {
  const roll = dice(seededRandom(seed))
  const text = roll.chance(0.3)
  const layout = layoutOf(roll, text)
  const bytes = text ? asCsv(layout, roll) : await asWorkbook(layout, roll)
  return { fileName: `roster-${seed}.${text ? 'csv' : 'xlsx'}`, bytes, headerRow: layout.headerRow, rows: layout.rows }
}
