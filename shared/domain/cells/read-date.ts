import { dayText, isCalendarDay } from '../../lib/calendar-day.ts'
import { compact, halfWidth } from './clean-text.ts'
import type { RawValue } from './raw-workbook.ts'

/**
 * A date as written. `day` is null where only the month stands. `perhapsOctober`: `1990.1` may be what a number format left of `1990.10`.
 */
export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'date'; readonly month: string; readonly day: string | null; readonly perhapsOctober: boolean }

const invalid: DateReading = { kind: 'invalid' }

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function reading(year: number, month: number, day: number | null, perhapsOctober = false): DateReading {
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return invalid
  const monthText = `${String(year)}-${two(month)}`
  if (day === null) return { kind: 'date', month: monthText, day: null, perhapsOctober }
  const dayWritten = `${monthText}-${two(day)}`
  return isCalendarDay(dayWritten) ? { kind: 'date', month: monthText, day: dayWritten, perhapsOctober: false } : invalid
}

/** Day `YYYY-MM-DD` of a serial number of the 1900 system; null outside 1900–2099. The system counts a 29 February 1900 that never was. */
export function dayOfSerial(serial: number): string | null {
  const whole = Math.floor(serial)
  if (!(whole >= 1 && whole <= 73_050)) return null
  return dayText(whole - (whole > 59 ? 25_569 : 25_568))
}

function fromSerial(serial: number): DateReading {
  const day = dayOfSerial(serial)
  return day === null ? invalid : { kind: 'date', month: day.slice(0, 7), day, perhapsOctober: false }
}

const chineseDigits: Readonly<Record<string, string>> = { 〇: '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }

/** `二〇二六年三月十二日` → `2026年3月12日` */
export function arabic(text: string): string {
  if (!/[〇零一二三四五六七八九十]/u.test(text)) return text
  return text
    .replace(/([一二三])?十([一二三四五六七八九])?/gu, (_, tens: string | undefined, ones: string | undefined) => `${tens ?? '一'}${ones ?? '〇'}`)
    .replace(/[〇零一二三四五六七八九]/gu, (digit) => chineseDigits[digit] ?? digit)
}

const clock = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$|[T ]\d{1,2}[时点].*$/u
const note = /\((?:\d+岁|周岁\d+|\d+周岁)\)$|(?:出生|生|参加工作|起)$|(?:上午|下午|中午|晚上?)$/u
const dated = /^(\d{4})(?:年|[-./\\、。,·—–_]+)(\d{1,2})(?:(?:月份?|[-./\\、。,·—–_]+)(?:(\d{1,2})[日号]?)?)?$/u
const empty = /^(?:[-—–_/\\.·*×]+|无|暂无|不详|N\/?A|\(空\))?$/iu

/** How most values begin; no mark begins so. */
const valueStart = /^\d|^(?![无暂不])[\u4e00-\u9fff]/

/** Whether a cell was filled only to show that there is nothing: `—`, `/`, `无`. */
export function isBlankMark(text: string): boolean {
  return !valueStart.test(text) && empty.test(compact(text))
}

function fromText(text: string): DateReading {
  const plain = halfWidth(text).replace(/^'/, '')
  if (isBlankMark(plain)) return { kind: 'empty' }
  const written = arabic(compact(plain.replace(clock, '')).replace(note, ''))
  const parts = dated.exec(written)
  if (parts) return reading(Number(parts[1]), Number(parts[2]), parts[3] === undefined ? null : Number(parts[3]), /^\d{4}\.1$/.test(written))
  return /^\d+(?:\.\d+)?$/.test(written) ? fromPlainNumber(Number(written)) : invalid
}

/** 20260301, 202603, 46082 */
function fromPlainNumber(value: number): DateReading {
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 20_991_231) return reading(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
  if (Number.isInteger(value) && value >= 190_001 && value <= 209_912) return reading(Math.floor(value / 100), value % 100, null)
  return value >= 10_000 && value <= 73_050 ? fromSerial(value) : invalid
}

/** How many decimals a number format shows: `0.00` → 2, General → null. */
function decimalsShown(format: string | null): number | null {
  const decimals = /^[#0,]*0\.(0+)/.exec(format ?? '')?.[1]
  return decimals === undefined ? null : decimals.length
}

function fromNumber(value: number, format: string | null): DateReading {
  if (value < 1900 || value >= 2100) return fromPlainNumber(value)
  const decimals = decimalsShown(format)
  return fromText(decimals === null ? String(value) : value.toFixed(decimals))
}

/** Reads a date cell: `2026.3`, `2026年3月1日`, `2026-03`, `１９９０．０１`, `20260301`, serial numbers, date cells. */
export function readDate(value: RawValue | undefined): DateReading {
  switch (value?.kind) {
    case undefined:
    case 'error':
      return { kind: 'empty' }
    case 'date':
      return fromSerial(value.serial)
    case 'number':
      return fromNumber(value.value, value.format)
    case 'text':
      return fromText(value.text)
    case 'boolean':
      return invalid
  }
}
