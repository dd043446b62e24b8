import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { checkDigitOf } from '../../../shared/domain/people/id-number.ts'

/** Numbers in [0, 1) that depend on nothing but the seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What a row of the workbook must become. */
export interface ExpectedRow {
  readonly row: number
  readonly errors: readonly string[]
  readonly name: string | null
  readonly idNo: string | null
  readonly module: string | null
  readonly birth: string | null
  readonly phone: string | null
  readonly identity: string | null
  readonly workStart: string | null
}

export interface MessyRoster {
  readonly fileName: string
  readonly bytes: Buffer
  readonly headerRow: number
  readonly rows: readonly ExpectedRow[]
}

type Value = string | number | Date | null
interface Written {
  readonly value: Value
  readonly format?: string
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
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨单解仇区查曾'
const given = '伟芳娜敏静强磊洋艳勇军杰娟涛明超秀霞平刚桂飞'
const modules = ['大党建', '大协调', '大治理', '大经济', '大执法', '大服务']
const identities: readonly (readonly [string, string])[] = [['公务员', 'civil'], ['参公', 'ref_civil'], ['事业编制', 'institution'], ['派驻干部', 'dispatched'], ['借调', 'seconded_in'], ['编外人员', 'contract'], ['三支一扶', 'support'], ['劳务派遣', 'contract']]

interface Person {
  readonly expected: Omit<ExpectedRow, 'row'>
  readonly cells: ReadonlyMap<string, Written>
  readonly module: string
}

interface Dice {
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  between(low: number, high: number): number
}

function dice(random: () => number): Dice {
  return {
    chance: (probability) => random() < probability,
    pick: (list) => {
      const one = list[Math.floor(random() * list.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
  }
}

const two = (number: number) => String(number).padStart(2, '0')
const wide = (text: string) => text.replace(/[0-9.X]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const serialOf = (year: number, month: number) => Date.UTC(year, month - 1, 1) / 86_400_000 + 25_569

/** One of the ways people write a month; `text` leaves out what only a workbook can hold. */
function monthWritten(year: number, month: number, roll: Dice, text: boolean): Written {
  const plain = [`${year}.${month}`, `${year}.${two(month)}`, `${year}-${two(month)}`, `${year}/${month}`, `${year}年${month}月`, `${year}年${two(month)}月1日`, `${year}-${two(month)}-01`, `${year}/${month}/1`, `${year}${two(month)}`, `${year}${two(month)}01`, wide(`${year}.${two(month)}`), ` ${year}年 ${month}月 `, `${year}．${month}`, `${year}-${two(month)}-01 00:00:00`]
  if (text || roll.chance(0.7)) return { value: roll.pick(plain) }
  if (roll.chance(0.2)) return { value: Number(`${year}.${two(month)}`), format: '0.00' }
  if (roll.chance(0.6)) return { value: new Date(Date.UTC(year, month - 1, 1)), format: roll.pick(['yyyy-mm-dd', 'yyyy"年"m"月"', 'yyyy/m/d', 'yyyy\\.mm', '[$-804]yyyy"年"m"月";@', 'mmm-yy']) }
  return { value: roll.pick([serialOf(year, month), year * 100 + month, year * 10_000 + month * 100 + 1]) }
}

function idWritten(idNo: string, roll: Dice, text: boolean): Written {
  const ways = [idNo, idNo, idNo.toLowerCase(), `${idNo.slice(0, 6)} ${idNo.slice(6, 14)} ${idNo.slice(14)}`, wide(idNo), `${idNo.slice(0, 6)}\u200b${idNo.slice(6)}`, `\u00a0${idNo}\u00a0`, `'${idNo}`, `${idNo}\t`]
  const year = idNo.slice(6, 8)
  if (year !== '19' || roll.chance(0.8)) return { value: roll.pick(ways) }
  const fifteen = idNo.slice(0, 6) + idNo.slice(8, 17)
  return text || roll.chance(0.5) ? { value: fifteen } : { value: Number(fifteen) }
}

function phoneWritten(phone: string, roll: Dice, text: boolean): Written {
  const ways: readonly Value[] = [phone, phone, `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`, `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`, wide(phone)]
  return !text && roll.chance(0.4) ? { value: Number(phone) } : { value: roll.pick(ways) }
}

function nameWritten(name: string, roll: Dice): string {
  const [first = '', ...rest] = [...name]
  return roll.pick([name, name, `${first}  ${rest.join('')}`, `${first}\u3000${rest.join('')}`, `${name} `, ` ${name}\u3000`, `${first}\u00a0${rest.join('')}`])
}

function personOf(roll: Dice, taken: Set<string>, text: boolean, module: string, faults: number): Person {
  const [year, month] = [roll.between(1960, 2004), roll.between(1, 12)]
  const [startYear, startMonth] = [roll.between(1985, 2025), roll.between(1, 12)]
  let idNo = ''
  do {
    const digits = `330825${year}${two(month)}${two(roll.between(1, 28))}${String(roll.between(1, 999)).padStart(3, '0')}`
    idNo = digits + checkDigitOf(digits)
  } while (taken.has(idNo) || idNo.endsWith('000'))
  const name = roll.pick([...surnames]) + roll.pick([...given]) + (roll.chance(0.6) ? roll.pick([...given]) : '')
  const phone = `1${roll.between(3, 9)}${String(roll.between(0, 999_999_999)).padStart(9, '0')}`
  const [identityText, identity] = roll.pick(identities)
  const cells = new Map<string, Written>([
    ['name', { value: nameWritten(name, roll) }],
    ['sex', { value: Number(idNo.charAt(16)) % 2 === 1 ? '男' : '女' }],
    ['idNo', idWritten(idNo, roll, text)],
    ['birth', monthWritten(year, month, roll, text)],
    ['political', { value: roll.pick(['中共党员', '党员', '群众', '共青团员']) }],
    ['identity', { value: identityText }],
    ['sendingUnit', { value: identity === 'dispatched' ? '县市场监管局' : roll.pick([null, '/', '无']) }],
    ['module', { value: roll.pick([module, module, `${module}模块`, `${module} `, `${module}\u3000`, ...(module === '大经济' ? ['大生态', '大经济(大生态)', '大经济（大生态）模块'] : [])]) }],
    ['post', { value: roll.pick(['骨干', '窗口', '一般岗']) }],
    ['rankTitle', { value: roll.pick([null, '科员', '九级职员', '四级主任科员']) }],
    ['workStart', monthWritten(startYear, startMonth, roll, text)],
    ['phone', phoneWritten(phone, roll, text)],
    ['remark', { value: null }],
    ['x1', { value: roll.pick(['本科', '大专']) }], ['x2', { value: '汉族' }], ['x3', { value: '2020.05' }], ['x4', { value: '2001.07' }], ['x5', { value: 1.1 }], ['x6', { value: '李四' }], ['x7', { value: '浙江大学行政管理' }],
  ])
  const good = { errors: [], name, idNo, module, birth: `${year}-${two(month)}`, phone, identity, workStart: `${startYear}-${two(startMonth)}` }
  return spoil({ expected: good, cells, module }, roll, taken, idNo, text, faults)
}

/** Now and then something is wrong with a row. */
function spoil(person: Person, roll: Dice, taken: Set<string>, idNo: string, text: boolean, faults: number): Person {
  const cells = new Map(person.cells)
  const result = (errors: readonly string[], change: Partial<ExpectedRow> = {}): Person => ({ ...person, cells, expected: { ...person.expected, idNo: null, errors, ...change } })
  if (roll.chance(0.75)) {
    taken.add(idNo)
    return { ...person, cells }
  }
  switch (roll.between(0, faults)) {
    case 0:
      cells.set('idNo', { value: idNo.slice(0, 17) + (idNo.endsWith('1') ? '2' : '1') })
      return result(['id_check_digit'])
    case 1:
      cells.set('idNo', !text && roll.chance(0.5) ? { value: Number(idNo.slice(0, 17) + '0') } : { value: '3.30825E+17' })
      return result(['id_digits_lost'])
    case 2: {
      const used = [...taken][0]
      if (used === undefined) return result([], { idNo })
      cells.set('idNo', { value: used })
      return result(['id_duplicate'])
    }
    case 3:
      cells.set('identity', { value: '临时' })
      return result(['identity_unknown'], { identity: null })
    case 4:
      cells.set('workStart', { value: roll.pick(['2019年13月', '2020.2.30', '不知道', '2019']) })
      return result(['date_invalid'], { workStart: null })
    case 5:
      cells.set('name', { value: roll.pick([null, '  ', '\u3000']) })
      return result(['name_missing'], { name: null })
    case 6:
      cells.set('idNo', { value: null })
      return result([])
    case 7:
      cells.set('idNo', { value: idNo.slice(0, 17) })
      cells.set('identity', { value: '临时' })
      return result(['id_check_digit', 'identity_unknown'], { identity: null })
    case 8:
      cells.set('module', { value: '大后勤' })
      return result(['module_unknown'], { module: null })
    case 9:
      cells.set('module', { value: roll.pick([null, '/']) })
      return result(['required'], { module: null })
    case 10:
      cells.set('identity', { value: null })
      return result(['required'], { identity: null })
    default:
      throw new Error('no such fault')
  }
}

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
  if (roll.chance(0.15)) for (let column = 1; column <= chosen.length; column++) put(row, column + offset, roll.chance(0) ? null : column)
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
