import type { PeopleNamed } from '../../../shared/domain/people/people-in-cell.ts'
import type { VillagesNamed } from '../../../shared/domain/villages/villages/village-in-cell.ts'
import type { RegisterColumnType } from '../../../shared/domain/registers/codes.ts'
import type { RegisterColumn } from '../../../shared/domain/registers/column.ts'
import { dice, seededRandom, type Dice } from './messy-people.testing.ts'
import { asCsv, asWorkbook, layTable, shuffled, type LaidRow, type MadeCell, type MadeColumn } from './messy-sheet.testing.ts'

/** What a row of a made register must become: values by the id of their column, and `立案日期 not_a_day`, sorted. */
export interface MadeRegisterRow {
  readonly row: number
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly string[]
}

export interface MessyRegister {
  readonly fileName: string
  readonly bytes: Buffer
  readonly columns: readonly RegisterColumn[]
  readonly headerRow: number
  readonly rows: readonly MadeRegisterRow[]
}

type Cell = MadeCell
const good = (written: Cell['written']['value'], value: string): Cell => ({ written: { value: written }, value, error: null })
const bad = (written: Cell['written']['value'], error: string): Cell => ({ written: { value: written }, value: null, error })
const two = (number: number) => String(number).padStart(2, '0')
const wide = (text: string) => text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

const people = [['S1', '张三'], ['S2', '李小四'], ['S3', '王小明'], ['S4', '王小明'], ['S5', '买买提·艾力']] as const
const villages = [['V1', '上溪村'], ['V2', '下溪村'], ['V3', '溪口社区']] as const

/** Whom and what the cells of made registers may name. */
export const registerNames: { readonly peopleNamed: PeopleNamed; readonly villagesNamed: VillagesNamed; readonly person: (id: string) => undefined; readonly village: (id: string) => undefined } = {
  peopleNamed: (name) => people.filter((person) => person[1] === name).map(([code, known]) => ({ id: code, code, name: known, modules: [] })),
  villagesNamed: (name) => villages.filter((village) => village[1] === name).map(([code, known]) => ({ id: code, code, name: known })),
  person: () => undefined,
  village: () => undefined,
}

const options = ['已办结', '办理中', '已移交']

function day(roll: Dice, text: boolean): Cell {
  const [y, m, d] = [2026, roll.between(1, 12), roll.between(1, 28)]
  const plain = `${String(y)}-${two(m)}-${two(d)}`
  return roll.pick([
    () => good(plain, plain), () => good(`${String(y)}.${String(m)}.${String(d)}`, plain), () => good(`${String(y)}年${String(m)}月${String(d)}日`, plain), () => good(wide(`${String(y)}/${two(m)}/${two(d)}`), plain), () => good(`${String(y)}${two(m)}${two(d)}`, plain), () => good(`${plain} 09:30`, plain),
    () => bad(`${String(y)}年${String(m)}月`, 'not_a_day'), () => bad('上周', 'not_a_day'), () => bad(`${String(y)}-02-30`, 'not_a_day'),
    ...(text ? [] : [() => good(new Date(Date.UTC(y, m - 1, d)), plain), () => good(Math.round(Date.UTC(y, m - 1, d) / 86_400_000) + 25_569, plain)]),
  ])()
}

function number(roll: Dice, unit: string, decimals: number): Cell {
  const plain = String(roll.between(1, 9)) + String(roll.between(100, 999))
  const grouped = `${plain.slice(0, 1)},${plain.slice(1)}`
  return roll.pick([() => good(Number(plain), plain), () => good(plain, plain), () => good(grouped, plain), () => good(wide(plain), plain), () => good(`${plain}${unit}`, plain), () => good(`${plain}.50`, `${plain}.5`), () => good(` ${grouped} ${unit}`, plain), () => bad('若干', 'not_a_number'), () => bad(`${plain}.${'3'.repeat(decimals + 1)}`, 'too_fine')])()
}

const cellMakers: Readonly<Record<RegisterColumnType, (roll: Dice, text: boolean) => Cell>> = {
  text: (roll) => {
    const plain = `${roll.pick(['上溪村河道采砂纠纷', '李某与王某宅基地纠纷', '超限运输'])}${String(roll.between(1, 99_999))}`
    return roll.pick([() => good(plain, plain), () => good(` ${plain}\u3000`, plain), () => good(`${plain}\u200b`, plain), () => bad(plain.repeat(30), 'too_long')])()
  },
  long_text: (roll, text) => (text || roll.chance(0.5) ? good('双方达成协议。', '双方达成协议。') : good('第一次调解未果。\n第二次达成协议。', '第一次调解未果。\n第二次达成协议。')),
  number: (roll) => number(roll, '户', 4),
  amount: (roll) => number(roll, '万元', 2),
  date: day,
  choice: (roll) => {
    const option = roll.pick(options)
    return roll.pick([() => good(option, option), () => good(`${option.slice(0, 1)} ${option.slice(1)}`, option), () => good(`${option}\u3000`, option), () => bad('不清楚', 'not_in_list')])()
  },
  person: (roll) => roll.pick([() => good('张三', 'S1'), () => good('张  三', 'S1'), () => good('李小四（女）', 'S2'), () => good('王小明（S4）', 'S4'), () => good('买买提•艾力', 'S5'), () => bad('王小明', 'person_ambiguous'), () => bad('查无此人', 'person_unknown')])(),
  village: (roll) => roll.pick([() => good('上溪村', 'V1'), () => good('下溪', 'V2'), () => good('溪 口 社 区', 'V3'), () => bad('白鹤村', 'village_unknown')])(),
  attachment: (roll) => ({ written: { value: String(roll.between(1, 4)) }, value: null, error: null }),
}

interface Titled {
  readonly title: string
  readonly type: RegisterColumnType
  readonly unit?: string
  readonly isUnique?: true
}

const pool: readonly Titled[] = [
  { title: '案件编号', type: 'text', isUnique: true }, { title: '纠纷类型', type: 'choice' }, { title: '发生日期', type: 'date' }, { title: '涉及户数', type: 'number', unit: '户' }, { title: '涉及金额', type: 'amount', unit: '万元' },
  { title: '调解人', type: 'person' }, { title: '所在村社', type: 'village' }, { title: '办理情况', type: 'long_text' }, { title: '办结日期', type: 'date' }, { title: '材料', type: 'attachment' }, { title: '当事人', type: 'text' },
]

function shapeOf(roll: Dice): readonly RegisterColumn[] {
  const chosen = pool.filter(() => roll.chance(0.6))
  const all: readonly Titled[] = [{ title: '事项名称', type: 'text' }, ...(chosen.length < 2 ? pool.slice(1, 4) : chosen)]
  return all.map(({ title, type, unit = null, isUnique = false }, place) => ({ id: `c${String(place)}`, title, type, unit, options: type === 'choice' ? options : [], required: place === 0 || roll.chance(0.3), isUnique, inList: true, total: false }))
}

function columnOf({ id, title, type, unit, required }: RegisterColumn, isAnchor: boolean): MadeColumn {
  const headings = [title, unit === null ? title : `${title}（${unit}）`, `${title.slice(0, 2)} ${title.slice(2)}`]
  const blocks = type === 'date' || type === 'choice' || type === 'person' || type === 'village'
  return { key: id, headings, ...(isAnchor ? { isAnchor: true } : {}), ...(blocks ? { blocks: true } : {}), ...(type === 'text' || type === 'long_text' ? { mark: (written: string) => good(written, written) } : {}), empty: required ? 0.06 : 0.3, cell: cellMakers[type] }
}

/** `seen`: values of the unique column above, as the clerk wrote them. */
function expected({ row, made }: LaidRow<string>, columns: readonly RegisterColumn[], seen: Set<string>): MadeRegisterRow {
  const values: Record<string, string> = {}
  const errors: string[] = []
  for (const { id, title, type, required, isUnique } of columns) {
    const cell = made.get(id)
    if (type === 'attachment') continue
    if (cell?.error) errors.push(`${title} ${cell.error}`)
    else if (cell?.value !== undefined && cell.value !== null) {
      values[id] = cell.value
      if (isUnique && seen.has(cell.value)) errors.push(`${title} taken`)
      if (isUnique) seen.add(cell.value)
    } else if (required) errors.push(`${title} empty`)
  }
  return { row, values, errors: errors.sort() }
}

/** One messy sheet of a made register and what it must become. */
export async function messyRegister(seed: number): Promise<MessyRegister> {
  const roll = dice(seededRandom(seed))
  const text = roll.chance(0.3)
  const columns = shapeOf(roll)
  const made = columns.map((column, place) => columnOf(column, place === 0))
  const strangers: readonly MadeColumn[] = ['序列', '录入单位', '核对意见'].filter(() => roll.chance(0.2)).map((heading) => ({ key: `x ${heading}`, headings: [heading], empty: 0.3, cell: () => good('已核', '已核') }))
  const all = [...made, ...strangers]
  const table = layTable('清溪镇2026年特色台账', roll.chance(0.4) ? shuffled(all, roll) : all, [], roll, text)
  const bytes = text ? asCsv(table, roll) : await asWorkbook(table, [columns.map(({ title }) => title), columns.map(() => '旧数据')], roll)
  const seen = new Set<string>()
  return { fileName: `register-${String(seed)}.${text ? 'csv' : 'xlsx'}`, bytes, columns, headerRow: table.headerRow, rows: table.rows.map((row) => expected(row, columns, seen)) }
}
