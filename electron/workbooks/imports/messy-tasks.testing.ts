import { dice, modules, seededRandom, type Dice } from './messy-people.testing.ts'
import { asCsv, asWorkbook, layTable, shuffled, type LaidRow, type MadeCell, type MadeColumn } from './messy-sheet.testing.ts'

/** What a row of a made ledger must become. */
export interface MadeTask {
  readonly row: number
  readonly draft: Readonly<Record<string, Value | null>>
  /** `办理时限 date_invalid`, sorted. */
  readonly errors: readonly string[]
}

export interface MessyTasks {
  readonly fileName: string
  readonly bytes: Buffer
  readonly headerRow: number
  readonly rows: readonly MadeTask[]
}

type Value = string | number | readonly string[]
type Cell = MadeCell<Value>
type Column = MadeColumn<Value>

const good = (written: Cell['written']['value'], value: Value): Cell => ({ written: { value: written }, value, error: null })
const bad = (written: Cell['written']['value'], error: string): Cell => ({ written: { value: written }, value: null, error })
const two = (number: number) => String(number).padStart(2, '0')
const wide = (text: string) => text.replace(/[0-9.()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const spread = (name: string) => ([...name].length === 2 ? `${name.slice(0, 1)}${'  '}${name.slice(1)}` : name)

const people = ['张三', '李四', '王小明', '赵敏', '周国强', '吴芳', '欧阳磊', '买买提·艾力']
const matters = ['防汛隐患排查', '垃圾分类整治', '一季度项目开工', '信访积案化解', '违建拆除', '重点人员走访', '村级换届准备', '森林防火巡查']

function docNo(roll: Dice): Cell {
  const number = String(roll.between(1, 9_999))
  const plain = `清政交〔2026〕${number}号`
  return roll.pick([() => good(plain, plain), () => good(`清政交 〔2026〕 ${number} 号`, plain), () => good(`清政交（2026）${wide(number)}号`, `清政交(2026)${number}号`), () => good(` ${plain}\u3000`, plain), () => bad(plain.repeat(8), 'too_long')])()
}

function title(roll: Dice, text: boolean): Cell {
  const plain = roll.pick(matters) + String(roll.between(1, 999))
  return roll.pick([
    () => good(plain, plain), () => good(`${plain.slice(0, 2)}  ${plain.slice(2)}`, plain), () => good(`\u3000${plain} `, plain), () => good(`${plain}（上溪村）`, `${plain}（上溪村）`), () => good(`${plain}，6月底前见效`, `${plain}，6月底前见效`),
    ...(text ? [] : [() => good(`${plain.slice(0, 3)}\n${plain.slice(3)}`, plain)]), ...(roll.chance(0.3) ? [() => bad(plain.repeat(40), 'too_long')] : []),
  ])()
}

function module(roll: Dice): Cell {
  const place = roll.between(0, modules.length - 1)
  const [name, code] = [modules[place] ?? '', `M${String(place + 1)}`]
  return roll.pick([() => good(name, code), () => good(name, code), () => good(`${name}模块`, code), () => good(name.slice(1), code), () => good(`${name.slice(0, 1)} ${name.slice(1)}`, code), () => good(` ${name}\u3000`, code), () => (code === 'M4' ? good('大经济（大生态）', code) : good(name, code)), () => bad('大后勤', 'module_unknown')])()
}

function names(roll: Dice): Cell {
  const named = shuffled(people, roll).slice(0, roll.pick([1, 1, 1, 2, 3]))
  const between = roll.pick(['、', '，', ',', '；', '/', '\n', ' ', '、 '])
  // With spaces between names none is written with a space in it.
  return good(named.map((name) => (between !== ' ' && roll.chance(0.2) ? spread(name) : name.replace('·', roll.pick(['·', '.', '•'])))).join(between), named)
}

function weight(roll: Dice, text: boolean): Cell {
  const plain = roll.between(1, 3)
  return roll.pick([() => good(text ? String(plain) : plain, plain), () => good(String(plain), plain), () => good(wide(String(plain)), plain), () => good(` ${String(plain)} `, plain), () => bad('高', 'weight_invalid'), () => bad(text ? '5' : 5, 'weight_invalid'), () => bad('1.5', 'weight_invalid')])()
}

function day(roll: Dice, text: boolean, isDue: boolean): Cell {
  const [y, m, d] = [2026, roll.between(1, 12), roll.between(1, 28)]
  const plain = `${String(y)}-${two(m)}-${two(d)}`
  const end = `${String(y)}-${two(m)}-${two(new Date(Date.UTC(y, m, 0)).getUTCDate())}`
  const ofMonth = (written: string) => (isDue ? good(written, end) : bad(written, 'date_invalid'))
  const ways = [
    () => good(plain, plain), () => good(`${String(y)}.${String(m)}.${String(d)}`, plain), () => good(`${String(y)}年${String(m)}月${String(d)}日`, plain), () => good(wide(`${String(y)}.${two(m)}.${two(d)}`), plain), () => good(`${String(y)}/${String(m)}/${String(d)}`, plain), () => good(`${String(y)}${two(m)}${two(d)}`, plain), () => good(`${plain} 18:00`, plain),
    () => ofMonth(`${String(y)}年${String(m)}月`), () => ofMonth(`${String(y)}-${two(m)}`), () => bad('尽快', 'date_invalid'), () => bad(`${String(y)}-02-30`, 'date_invalid'), () => bad(`${String(m)}月${String(d)}日`, 'date_invalid'),
    ...(isDue ? [() => good(`${String(y)}年${String(m)}月底前`, end), () => good(`${plain}前`, plain), () => good(`${String(y)}年${String(m)}月${String(d)}日之前`, plain)] : []),
    ...(text ? [] : [() => good(new Date(Date.UTC(y, m - 1, d)), plain), () => good(Math.round(Date.UTC(y, m - 1, d) / 86_400_000) + 25_569, plain), () => good(new Date(Date.UTC(y, m - 1, d, 17, 30)), plain), () => bad(2026.1, 'date_invalid')]),
  ]
  return roll.pick(ways)()
}

const plainText = (roll: Dice): Cell => {
  const text = roll.pick(['推进中', '县委办督办', '每周报进度', '李伟军'])
  return good(text, text)
}

const columns: readonly Column[] = [
  { key: 'docNo', headings: ['文号', '交办文号', '任务编号', '交办单号', '文号（可不填）'], empty: 0.3, cell: docNo },
  { key: 'title', headings: ['事项', '任务名称', '工作任务', '重点工作', '交办事项'], isAnchor: true, empty: 0, cell: title },
  { key: 'module', headings: ['所在模块', '牵头模块', '责任模块', '主办模块', '模块'], blocks: true, empty: 0.05, cell: module },
  { key: 'hosts', headings: ['主办', '主办人', '责任人', '承办人', '主办（责任人）'], blocks: true, empty: 0.05, cell: names },
  { key: 'cohosts', headings: ['协办', '协办人', '配合人员', '参与人员'], blocks: true, empty: 0.4, cell: names },
  { key: 'weight', headings: ['权重', '任务权重', '权重（1-3）'], empty: 0.3, cell: weight },
  { key: 'issuedOn', headings: ['交办时间', '交办日期', '下达时间', '布置时间'], blocks: true, empty: 0.3, cell: (roll, text) => day(roll, text, false) },
  { key: 'due', headings: ['办理时限', '完成时限', '截止日期', '时限要求', '限办时间'], blocks: true, empty: 0.05, cell: (roll, text) => day(roll, text, true) },
  { key: 'remark', headings: ['备注', '备注说明'], empty: 0.7, cell: plainText },
]
/** Columns of other ledgers that nothing is read from. */
const strangers: readonly Column[] = ['完成情况', '责任单位', '任务来源', '事项类别', '牵头领导', '实际完成时间', '进展'].map((heading) => ({ key: `x ${heading}`, headings: [heading], empty: 0.3, cell: plainText }))
const labels: ReadonlyMap<string, string> = new Map([['docNo', '文号'], ['title', '事项'], ['module', '所在模块'], ['hosts', '主办'], ['cohosts', '协办'], ['weight', '权重'], ['issuedOn', '交办时间'], ['due', '办理时限'], ['remark', '备注']])
const required = ['title', 'module', 'hosts', 'due']

function expected({ row, section, made }: LaidRow<Value>): MadeTask {
  const draft: Record<string, Value | null> = Object.fromEntries([...labels.keys()].map((key) => [key, made.get(key)?.value ?? (key === 'hosts' || key === 'cohosts' ? [] : null)]))
  if (section !== null && !made.has('module')) draft['module'] = `M${String(modules.findIndex((name) => section.includes(name)) + 1)}`
  const errors = [...labels].flatMap(([key, label]) => {
    const fault = made.get(key)?.error ?? null
    if (fault !== null) return [`${label} ${fault}`]
    const value = draft[key]
    return required.includes(key) && (value === null || (Array.isArray(value) && value.length === 0)) ? [`${label} required`] : []
  })
  const [issuedOn, due] = [draft['issuedOn'], draft['due']]
  const isBackwards = typeof issuedOn === 'string' && typeof due === 'string' && due < issuedOn
  return { row, draft, errors: [...errors, ...(isBackwards ? ['办理时限 dates_backwards'] : [])].sort() }
}

/** One messy task ledger of a township and what it must become. */
export async function messyTasks(seed: number): Promise<MessyTasks> {
  const roll = dice(seededRandom(seed))
  const text = roll.chance(0.3)
  const bySection = roll.chance(0.2)
  const kept = columns.filter(({ key }) => (key === 'module' ? !bySection : required.includes(key) || roll.chance(0.7)))
  const all = [...kept, ...strangers.filter(() => roll.chance(0.2))]
  const sections = bySection ? shuffled(modules, roll).slice(0, 3).map((name, place) => roll.pick([name, `${name}模块`, `${'一二三'.charAt(place)}、${name}`])) : []
  const table = layTable(roll.pick(['清溪镇2026年重点工作任务交办清单', '督办事项台账', '附件1']), roll.chance(0.4) ? shuffled(all, roll) : all, sections, roll, text)
  const old = [['序号', '事项', '所在模块', '主办', '办理时限'], ['1', '旧任务', '大党建', '张三', '2025-01-01']]
  const bytes = text ? asCsv(table, roll) : await asWorkbook(table, old, roll)
  return { fileName: `tasks-${String(seed)}.${text ? 'csv' : 'xlsx'}`, bytes, headerRow: table.headerRow, rows: table.rows.map(expected) }
}
