import { compact } from '../../../cells/clean-text.ts'
import { arabic } from '../../../cells/read-date.ts'
import type { ListIssueCode } from './codes.ts'
import { listMessages as says } from './vocabulary.ts'
import { unrankedWords } from './words.ts'

type Result = { readonly is: 'empty' } | { readonly is: 'value'; readonly value: string } | { readonly is: 'fault'; readonly code: ListIssueCode; readonly message: string }

const shown = (text: string) => text.slice(0, 20)
const unit = /(?:分|户|次|件|人|个|名|位)$/u

/** The digits of a number as written: `１２.５分`, `1,200户`, and the tail that binary arithmetic leaves (`0.30000000000000004`) cut. */
function digitsOf(text: string): string {
  const plain = compact(text).replace(unit, '').replace(/,(?=\d{3}(?:\D|$))/gu, '')
  return /^\d+\.\d{10,}$/.test(plain) ? String(Number(Number(plain).toFixed(8))) : plain
}

/** `12.5` → `12.5`, `12.50` → `12.5`: plain digits without idle zeros. */
export function readDecimal(text: string, { decimals, least, most }: { readonly decimals: number; readonly least: number; readonly most: number }): Result {
  const digits = digitsOf(text)
  if (!/^-?\d+(?:\.\d+)?$/.test(digits)) return { is: 'fault', code: 'number_invalid', message: says.numberInvalid(shown(compact(text))) }
  const number = Number(digits)
  if (number < least || number > most) return { is: 'fault', code: 'out_of_range', message: says.outOfRange(least, most) }
  const plain = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits.replace(/^0+(?=\d)/, '')
  if ((plain.split('.')[1] ?? '').length > decimals) return { is: 'fault', code: 'number_invalid', message: says.decimals(decimals) }
  return { is: 'value', value: plain }
}

export function readWhole(text: string, { least, most }: { readonly least: number; readonly most: number }): Result {
  const digits = digitsOf(text).replace(/\.0+$/, '')
  if (!/^-?\d+$/.test(digits)) return { is: 'fault', code: 'number_invalid', message: says.whole(shown(compact(text))) }
  const number = Number(digits)
  return number < least || number > most ? { is: 'fault', code: 'out_of_range', message: says.outOfRange(least, most) } : { is: 'value', value: String(number) }
}

/** `3`, `第3名`, `并列第2`, `一`, `3/24`: the place; `不排名` is `unranked`. */
export function readRank(text: string, unranked: string): Result {
  const plain = compact(text)
  if (unrankedWords.some((word) => word === plain)) return { is: 'value', value: unranked }
  const written = /^(?:并列)?第?(\d{1,4}|[一二三四五六七八九十]{1,3})(?:名|位)?(?:\((?:并列)\))?(?:\/\d+)?(?:\.0)?$/u.exec(plain)?.[1]
  const place = written === undefined ? undefined : arabic(written)
  return place === undefined || Number(place) === 0 ? { is: 'fault', code: 'number_invalid', message: says.rankInvalid(shown(plain)) } : { is: 'value', value: String(Number(place)) }
}

const ordinals: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4', 首: '1' }

/** `2026年第一季度`, `2026年一季度`, `2026Q1`, `2026-1季度` → `2026Q1`; `第二季度` is of the given year. */
export function readQuarter(text: string, year: string): Result {
  const parts = /^(?:(\d{4})(?:年度?|[-./])?)?(?:第)?(?:Q([1-4])|([1-4一二三四首])季度?)$/u.exec(compact(text).toUpperCase())
  const quarter = parts?.[2] ?? (parts?.[3] === undefined ? undefined : (ordinals[parts[3]] ?? parts[3]))
  return parts === null || quarter === undefined ? { is: 'fault', code: 'period_unknown', message: says.quarterUnknown(shown(compact(text))) } : { is: 'value', value: `${parts[1] ?? year}Q${quarter}` }
}
