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

/** What stands in a cell. */
export type Value = string | number | Date | null
export interface Written {
  readonly value: Value
  readonly format?: string
}
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨单解仇区查曾'
const given = '伟芳娜敏静强磊洋艳勇军杰娟涛明超秀霞平刚桂飞'
export const modules = ['大党建', '大协调', '大治理', '大经济', '大执法', '大服务']
const identities: readonly (readonly [string, string])[] = [['公务员', 'civil'], ['参公', 'ref_civil'], ['事业编制', 'institution'], ['派驻干部', 'dispatched'], ['借调', 'seconded_in'], ['编外人员', 'contract'], ['三支一扶', 'support'], ['劳务派遣', 'contract']]

/** A person as written, and as the import must read him. */
export interface Person {
  readonly expected: Omit<ExpectedRow, 'row'>
  readonly cells: ReadonlyMap<string, Written>
  readonly module: string
}

export interface Dice {
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  between(low: number, high: number): number
}

export function dice(random: () => number): Dice {
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

/** `faults`: how many kinds of mistake may befall him (see `spoil`). `text`: nothing that only a workbook can hold. */
export function personOf(roll: Dice, taken: Set<string>, text: boolean, module: string, faults: number): Person {
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

