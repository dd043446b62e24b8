import { halfWidth } from '../cells/clean-text.ts'
import { fromFifteenDigits, isIdNumber, maskIdNumber } from './id-number.ts'

/** 18 or 15 digits as people type them: full width, in groups, with hyphens or spaces between. */
const written = /(?<![0-9０-９A-Za-z])[1-9１-９](?:[\s\u00a0\u200b-]{0,2}[0-9０-９]){13,16}(?:[\s\u00a0\u200b-]{0,2}[0-9０-９XxＸｘ])?(?![0-9０-９A-Za-z])/gu

function masked(text: string, isMeant: (idNo: string) => boolean): string {
  return text.replace(written, (found) => {
    const idNo = halfWidth(found).replace(/[^0-9Xx]/gu, '')
    if (idNo.length === 18) return isMeant(idNo.toUpperCase()) ? maskIdNumber(idNo) : found
    return idNo.length === 15 && fromFifteenDigits(idNo) !== null ? maskIdNumber(idNo) : found
  })
}

/** Text in which every 身份证号 is masked, wherever somebody typed it, a mistyped one too: for what is kept to be read later by others. */
export function withoutIdNumbers(text: string): string {
  return masked(text, () => true)
}

/** Text in which every 身份证号 that can be one is masked: for what is only looked at, where another number of 18 digits must stay readable. */
export function withIdNumbersMasked(text: string): string {
  return masked(text, isIdNumber)
}
