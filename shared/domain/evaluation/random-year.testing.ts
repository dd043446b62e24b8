import { identities, tracks } from '../people/codes.ts'
import type { Track } from '../people/codes.ts'
import { yearVetoes } from '../plans/points/codes.ts'
import type { YearInput, YearQuarter } from '../plans/case.ts'
import { defaultPlan } from '../plans/plan-presets.ts'
import { Draw } from './random-case.testing.ts'
import { quarterGrades, quotaRoundings, yearStatuses } from '../plans/vocabulary.ts'

/** A year case document as it comes from a file. */
export type YearCaseDocument = YearInput & { readonly format: string }

function randomQuarter(draw: Draw): YearQuarter {
  return {
    total: draw.decimal(5500, 9500),
    module: draw.of(['30.00', draw.decimal(2000, 4000)]),
    team: draw.of(['30.00', draw.decimal(2000, 4000)]),
    special: draw.of(['0.00', '2.00']),
    deduct: draw.of(['0.00', '0.50']),
    valid: !draw.once(5),
    grade: draw.of(['good', 'good', 'fair_good', ...quarterGrades]),
  }
}

/** A valid year case; totals come from a short list often enough that people tie. The same for the same seed. */
export function randomYearCase(seed: number): YearCaseDocument {
  const draw = new Draw(seed)
  const alike = randomQuarter(draw)
  const amount = () => draw.int(0, 10_000_000)
  return {
    format: 'township-year-case/1',
    year: 2026,
    pools: defaultPlan.pools,
    yearGrades: { quota: draw.of(['0.2', '0.5', '1']), rounding: draw.of(quotaRoundings), competent: '70', basic: '60' },
    staff: draw
      .times(0, 20, (index) => ({
        id: `s${String(index)}`,
        identity: draw.of(identities),
        track: draw.of<Track>(['staff', 'staff', ...tracks]),
        status: draw.once(5) ? draw.of(yearStatuses) : ('active' as const),
        pool: draw.once(6) ? 'special' : null,
        warned: draw.once(10),
        vetoes: draw.once(6) ? [draw.of(yearVetoes)] : [],
        months: draw.of([12, 12, 6, 1, 0]),
        quarters: draw.once(3) ? [alike] : draw.times(0, 4, () => randomQuarter(draw)),
      }))
      .toReversed(),
    bonus: draw.once(4) ? null : { pools: { civil: amount(), institution: amount(), contract: amount(), special: 7 }, factors: { excellent: '1.2', competent: '1', basic: '0.8' } },
  }
}
