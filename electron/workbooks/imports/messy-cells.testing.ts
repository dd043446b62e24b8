import { checkDigitOf } from '../../../shared/domain/people/id-number.ts'
import type { ListIssueCode } from '../../../shared/domain/reports/imports/lists/codes.ts'
import type { ListColumn } from '../../../shared/domain/reports/imports/lists/list-spec.ts'
import { modules, type Dice, type Written } from './messy-people.testing.ts'

/** What a clerk writes into a cell of a list, and what must come of it: its value, or why it is refused. */
export interface MessyCell {
  readonly written: Written
  readonly value: string | null
  readonly error: ListIssueCode | null
}

/** The township's own words in the made lists. */
export const madeWords = {
  kind: [{ code: 'visit', names: ['走访', '入户走访'] }, { code: 'mediation', names: ['调解', '矛盾调解'] }],
  level: [{ code: 'county', names: ['县级'] }, { code: 'city', names: ['市级'] }],
} as const

const good = (written: Written['value'], value: string, format?: string): MessyCell => ({ written: format === undefined ? { value: written } : { value: written, format }, value, error: null })
const bad = (written: Written['value'], error: ListIssueCode): MessyCell => ({ written: { value: written }, value: null, error })
const two = (number: number) => String(number).padStart(2, '0')
const wide = (text: string) => text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const spaced = (text: string) => [...text].join(text.length === 2 ? '  ' : '')

function name(roll: Dice): MessyCell {
  const plain = roll.pick('赵钱孙李周吴郑王'.split('')) + roll.pick('伟芳娜敏静强磊洋'.split('')) + roll.pick(['', '', '平', '刚'])
  return roll.pick([() => good(plain, plain), () => good(spaced(plain), plain), () => good(`${plain}\u3000`, plain), () => good(`${plain}（女）`, plain), () => good(` ${plain}\u200b`, plain), () => good('买买提•艾力', '买买提·艾力')])()
}

/** `text`: a CSV, where every cell is what it shows. */
function day(roll: Dice, month: 'first' | 'last' | 'refused', text: boolean): MessyCell {
  const [y, m, d] = [2026, roll.between(1, 12), roll.between(1, 28)]
  const plain = `${y}-${two(m)}-${two(d)}`
  const lastOf = `${y}-${two(m)}-${two(new Date(Date.UTC(y, m, 0)).getUTCDate())}`
  const monthly = month === 'first' ? `${y}-${two(m)}-01` : lastOf
  const ofMonth = (written: string) => (month === 'refused' ? bad(written, 'date_invalid') : good(written, monthly))
  const forms = [
    () => good(plain, plain), () => good(`${y}.${m}.${d}`, plain), () => good(`${y}年${m}月${d}日`, plain), () => good(wide(`${y}.${two(m)}.${two(d)}`), plain), () => good(`${y}/${m}/${d}`, plain), () => good(`${y}${two(m)}${two(d)}`, plain), () => good(`${plain} 09:30:00`, plain),
    () => good(`${y}年 ${m} 月 ${d} 日`, plain), () => ofMonth(`${y}年${m}月`), () => ofMonth(`${y}-${two(m)}`), () => bad(`${y}-02-30`, 'date_invalid'), () => bad('上周', 'date_invalid'), () => bad(`${y}.13.${d}`, 'date_invalid'),
    ...(text ? [] : [() => good(new Date(Date.UTC(y, m - 1, d)), plain), () => good(Math.round(Date.UTC(y, m - 1, d) / 86_400_000) + 25_569, plain), () => good(new Date(Date.UTC(y, m - 1, d, 15, 30)), plain)]),
    // 2026.1 as a number may have been 2026.10.
    ...(text || month === 'refused' ? [] : [() => bad(2026.1, 'date_invalid')]),
  ]
  return roll.pick(forms)()
}

function decimal(roll: Dice, { decimals, least, most }: { readonly decimals: number; readonly least: number; readonly most: number }): MessyCell {
  const whole = String(roll.between(Math.ceil(least), Math.min(Math.floor(most), 90)))
  const half = Number(whole) + 0.5 <= most ? `${whole}.5` : whole
  return roll.pick([() => good(Number(half), half), () => good(wide(half), half), () => good(`${half} `, half), () => good(`${half}0`, half), () => good(` ${whole}`, whole), () => bad('若干', 'number_invalid'), () => bad(`${whole}.${'3'.repeat(decimals + 1)}`, Number(`${whole}.3`) > most ? 'out_of_range' : 'number_invalid'), () => bad(-3, 'out_of_range'), () => bad(String(most + 1), 'out_of_range')])()
}

function idNumber(roll: Dice): MessyCell {
  const front = `330825${roll.between(1966, 2001)}${two(roll.between(1, 12))}${two(roll.between(1, 28))}${String(roll.between(100, 998))}`
  const whole = front + checkDigitOf(front)
  const wrong = front + (checkDigitOf(front) === '1' ? '2' : '1')
  return roll.pick([() => good(whole, whole), () => good(whole.toLowerCase(), whole), () => good(`${whole.slice(0, 6)} ${whole.slice(6, 14)} ${whole.slice(14)}`, whole), () => bad(wrong, 'id_invalid'), () => bad(whole.slice(0, 17), 'id_invalid'), () => bad('3.30825E+17', 'id_invalid')])()
}

function choice(roll: Dice, words: readonly { readonly code: string; readonly names: readonly string[] }[]): MessyCell {
  const { code, names } = roll.pick(words)
  const word = roll.pick(names)
  return roll.pick([() => good(word, code), () => good(word, code), () => good(spaced(word), code), () => good(`${word} `, code), () => good(`“${word}”`, code), () => bad('其他情形', 'choice_unknown')])()
}

/** One cell of a column, as it is written and as it must be read. */
export function messyCell(column: ListColumn, roll: Dice, text: boolean): MessyCell {
  const { reading } = column
  switch (reading.as) {
    case 'person':
      return name(roll)
    case 'text': {
      const plain = `${roll.pick(['上溪村', '防汛值守', '综合岗', '一号网格'])}${String(roll.between(1, 999))}`
      return roll.pick([() => good(plain, plain), () => good(` ${plain}\u3000`, plain), () => good(`${plain.slice(0, 2)} ${plain.slice(2)}`, plain), () => (column.maxLength !== undefined && column.maxLength <= 60 ? bad(plain.repeat(20), 'too_long') : good(plain, plain))])()
    }
    case 'code': {
      const plain = `B${String(roll.between(100, 999))}`
      return roll.pick([() => good(plain, plain), () => good(`Ｂ${wide(plain.slice(1))}`, plain), () => good(` ${plain} `, plain)])()
    }
    case 'idNo':
      return idNumber(roll)
    case 'day':
      return day(roll, reading.month, text)
    case 'decimal':
      return decimal(roll, reading)
    case 'whole': {
      const plain = String(roll.between(Math.max(1, reading.least), 900))
      return roll.pick([() => good(Number(plain), plain), () => good(`${plain}户`, plain), () => good(wide(plain), plain), () => bad(`${plain}.5`, 'number_invalid'), () => bad('几百', 'number_invalid')])()
    }
    case 'rank':
      return roll.pick([() => good(3, '3'), () => good('第5名', '5'), () => good('１２', '12'), () => good('2/24', '2'), () => good('不排名', 'unranked'), () => bad('甲', 'number_invalid'), () => bad(0, 'number_invalid')])()
    case 'quarter':
      return roll.pick([() => good('2026年第一季度', '2026Q1'), () => good('2026年二季度', '2026Q2'), () => good('2026Q3', '2026Q3'), () => good('２０２６年第４季度', '2026Q4'), () => bad('上半年', 'period_unknown')])()
    case 'choice':
      return choice(roll, Object.entries(reading.words).map(([code, names]) => ({ code, names })))
    case 'word':
      return choice(roll, column.key === 'level' ? madeWords.level : madeWords.kind)
    case 'module': {
      const place = roll.between(0, modules.length - 1)
      const plain = modules[place] ?? ''
      return roll.pick([() => good(plain, `M${String(place + 1)}`), () => good(`${plain}模块`, `M${String(place + 1)}`), () => good(spaced(plain), `M${String(place + 1)}`), () => bad('大后勤', 'module_unknown')])()
    }
  }
}
