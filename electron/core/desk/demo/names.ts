import type { Sex } from '../../../../shared/domain/people/codes.ts'
import type { Dice } from './dice.ts'
import type { NamesTable } from './tables.ts'

/** Given names in fashion in the decade of birth. */
function givenNames(sex: Sex, birthYear: number, names: NamesTable): readonly string[] {
  const given = names.given[sex]
  if (birthYear < 1970) return given[1960]
  if (birthYear < 1980) return given[1970]
  return birthYear < 1990 ? given[1980] : given[1990]
}

/** A name that nobody in `taken` bears. */
export function drawName(dice: Dice, surname: string | null, sex: Sex, birthYear: number, taken: ReadonlySet<string>, names: NamesTable): string {
  for (;;) {
    const family = surname ?? dice.weighted(names.surnames, ({ weight }) => weight).surname
    const name = family + dice.pick(givenNames(sex, birthYear, names))
    if (!taken.has(name)) return name
  }
}

/** A head of household, mostly of the older generations. */
export function drawHouseholder(dice: Dice, surnames: readonly string[], names: NamesTable): string {
  const sex = dice.chance(0.82) ? 'male' : 'female'
  return dice.pick(surnames) + dice.pick(givenNames(sex, dice.between(1955, 1984), names))
}
