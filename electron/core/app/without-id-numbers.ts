import { halfWidth } from '../../../shared/domain/people/clean-text.ts'
import { fromFifteenDigits, maskIdNumber } from '../../../shared/domain/people/id-number.ts'

/** 18 or 15 digits as people type them: full width, in groups, with hyphens or spaces between. */
const written = /(?<![0-9０-９A-Za-z])[1-9１-９](?:[\s\u00a0\u200b-]{0,2}[0-9０-９]){13,16}(?:[\s\u00a0\u200b-]{0,2}[0-9０-９XxＸｘ])?(?![0-9０-９A-Za-z])/gu

/** Text in which every 身份证号 is masked, wherever somebody typed it: for what is kept to be read later by others. */
export function withoutIdNumbers(text: string): string {
  return text.replace(written, (found) => {
    const digits = halfWidth(found).replace(/[^0-9Xx]/gu, '')
    if (digits.length === 18) return maskIdNumber(digits)
    return digits.length === 15 && fromFifteenDigits(digits) !== null ? maskIdNumber(digits) : found
  })
}
