import { addHundredths, exactly, larger, noHundredths, round2, subtractHundredths } from '../../../lib/hundredths.ts'
import type { Hundredths } from '../../../lib/hundredths.ts'
import { add, divide, isZero, multiply, whole, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { Dimensions, TotalOutcome } from './outcome.ts'

/** In coefficient mode the module and the team dimension weigh half of 100 each. */
const halfOfTotal = whole(50)

function shareOfHalf(score: Hundredths, max: Rational): Rational {
  return isZero(max) ? zero : divide(multiply(exactly(score), halfOfTotal), max)
}

/** Q, never below 0. `coefficient` is k, rounded to 4 decimals. */
export function scoreTotal(dimensions: Dimensions, coefficient: Rational, plan: ExactPlan): TotalOutcome {
  const { post, module, team, special, deduct } = dimensions
  if (plan.mode === 'additive') {
    const raw = subtractHundredths(addHundredths(post, module, team, special), deduct)
    return { mode: 'additive', raw, total: larger(noHundredths, raw) }
  }
  const moduleShare = shareOfHalf(module, plan.moduleMax)
  const teamShare = shareOfHalf(team, plan.teamMax)
  const scaled = round2(multiply(coefficient, add(moduleShare, teamShare)))
  const raw = subtractHundredths(addHundredths(scaled, special), deduct)
  return { mode: 'coefficient', coefficient, moduleShare, teamShare, scaled, raw, total: larger(noHundredths, raw) }
}
