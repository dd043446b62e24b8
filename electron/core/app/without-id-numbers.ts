import { maskIdNumber } from '../../../shared/domain/people/id-number.ts'

/** Text in which every 身份证号 is masked, wherever somebody typed it: for what is kept to be read later by others. */
export function withoutIdNumbers(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, maskIdNumber)
}
