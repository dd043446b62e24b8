import { isCalendarDay } from '../../lib/calendar-day.ts'
import { compact } from '../cells/clean-text.ts'

/**
 * 公民身份号码 by GB 11643-1999: 6 digits of region, birth day YYYYMMDD, 3 digits of order (odd = male), a check digit 0–9 or X.
 * Numbers of the first generation have 15 digits: no century (it is 19) and no check digit.
 */
export type IdNumberReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'valid'; readonly idNo: string }
  /** A number cell keeps 15 digits: the last three are gone for good. */
  | { readonly kind: 'digits_lost' }
  | { readonly kind: 'wrong_length'; readonly length: number }
  | { readonly kind: 'wrong_birth' }
  | { readonly kind: 'wrong_check_digit' }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

/** Check digit of the first 17 digits (ISO 7064 MOD 11-2). */
export function checkDigitOf(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0)
  return checkDigits.charAt(sum % 11)
}

function hasBirthDay(first17: string): boolean {
  const year = Number(first17.slice(6, 10))
  return year >= 1850 && year <= 2100 && isCalendarDay(`${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`)
}

/** 18 digits, a real birth day and the right check digit. */
export function isIdNumber(text: string): boolean {
  return /^[1-9]\d{16}[\dX]$/.test(text) && hasBirthDay(text) && checkDigitOf(text.slice(0, 17)) === text.charAt(17)
}

/** `330825750124206` → 18 digits; null when it is no number of the first generation. */
export function fromFifteenDigits(text: string): string | null {
  if (!/^[1-9]\d{14}$/.test(text)) return null
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`
  return hasBirthDay(first17) ? first17 + checkDigitOf(first17) : null
}

/** As people type it: spaces, hyphens, quotes and hidden characters anywhere, full-width digits, `x`, `×` or a Cyrillic х for X. */
function normalise(text: string): string {
  return compact(text)
    .replace(/[-_'"`‘’“”·.,;:]/gu, '')
    .toUpperCase()
    .replace(/[×✕✖ХΧ]$/u, 'X')
}

/** `330***********12`, as masked lists show it: not a number, and not an error either. */
const masked = /^\d{1,10}[*＊•●Xx×]{3,}\d{0,4}[\dXx]?$/u
const scientific = /^\d(?:\.\d+)?E\+?1[4-9]$/i
const fromFloat = /^\d{15,18}\.0+$/

/** Reads an ID number from text. */
export function readIdNumber(text: string): IdNumberReading {
  const plain = compact(text)
  if (isIdNumber(plain)) return { kind: 'valid', idNo: plain }
  if (plain === '' || masked.test(plain)) return { kind: 'empty' }
  if (scientific.test(plain) || fromFloat.test(plain)) return { kind: 'digits_lost' }
  const idNo = normalise(text)
  if (idNo.length === 15) {
    const converted = fromFifteenDigits(idNo)
    return converted === null ? { kind: 'wrong_birth' } : { kind: 'valid', idNo: converted }
  }
  if (!/^\d{17}[\dX]$/.test(idNo)) return { kind: 'wrong_length', length: idNo.length }
  if (isIdNumber(idNo)) return { kind: 'valid', idNo }
  if (idNo.endsWith('000')) return { kind: 'digits_lost' }
  return hasBirthDay(idNo) ? { kind: 'wrong_check_digit' } : { kind: 'wrong_birth' }
}

/** Reads an ID number from a number cell: 15 digits are whole, more are not. */
export function readIdNumberFromNumber(value: number): IdNumberReading {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return { kind: 'digits_lost' }
  return readIdNumber(String(value))
}

/** Birth month `YYYY-MM` that a valid number carries. */
export function birthMonthOf(idNo: string): string {
  return `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}`
}

/** Sex that a valid number carries. */
export function sexOf(idNo: string): 'male' | 'female' {
  return Number(idNo.charAt(16)) % 2 === 1 ? 'male' : 'female'
}

/** `330825198202169773` → `330*************73`: three digits in front, two behind. */
export function maskIdNumber(idNo: string): string {
  return `${idNo.slice(0, 3)}${'*'.repeat(Math.max(idNo.length - 5, 0))}${idNo.slice(-2)}`
}
