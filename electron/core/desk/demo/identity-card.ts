import type { Sex } from '../../../../shared/domain/people/codes.ts'
import { checkDigitOf } from '../../../../shared/domain/people/id-number.ts'
import type { Dice } from './dice.ts'

/**
 * A 公民身份号码 of an invented person: region, birth day, an order number whose oddness is the sex, the check digit.
 * `birthDay` is `YYYY-MM-DD`; the result is none of `taken`.
 */
export function drawIdNumber(dice: Dice, areaCode: string, birthDay: string, sex: Sex, taken: ReadonlySet<string>): string {
  for (;;) {
    const order = dice.between(1, 499) * 2 - (sex === 'male' ? 1 : 0)
    const first17 = areaCode + birthDay.replaceAll('-', '') + String(order).padStart(3, '0')
    const idNo = first17 + checkDigitOf(first17)
    if (!taken.has(idNo)) return idNo
  }
}

/** A mobile number, 11 digits. */
export function drawMobile(dice: Dice, prefixes: readonly string[]): string {
  return dice.pick(prefixes) + String(dice.below(100_000_000)).padStart(8, '0')
}
