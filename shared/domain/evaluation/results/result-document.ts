import { decimalText } from '../../../lib/decimal.ts'
import { hundredthsText } from '../../../lib/hundredths.ts'
import type { PersonOutcome, QuarterOutcome } from '../computing/outcome.ts'
import type { QuarterResult, QuarterResultDocument, ScoreText, YearResultDocument } from './result.ts'
import { leafNames } from '../../plans/vocabulary.ts'
import type { LeafName } from '../../plans/vocabulary.ts'
import type { YearOutcome } from '../computing/year-outcome.ts'

function leafTexts(leaves: PersonOutcome['leaves']): Readonly<Partial<Record<LeafName, ScoreText>>> {
  const texts: Partial<Record<LeafName, ScoreText>> = {}
  for (const leaf of leafNames) {
    const score = leaves[leaf]
    if (score !== undefined) texts[leaf] = hundredthsText(score)
  }
  return texts
}

function quarterRow(person: PersonOutcome): QuarterResult {
  const { dimensions, ranks, total } = person
  return {
    staff: person.staff,
    leaves: leafTexts(person.leaves),
    coefficient: total.mode === 'coefficient' ? decimalText(total.coefficient, 4) : null,
    dimensions: {
      post: hundredthsText(dimensions.post),
      module: hundredthsText(dimensions.module),
      team: hundredthsText(dimensions.team),
      special: hundredthsText(dimensions.special),
      deduct: hundredthsText(dimensions.deduct),
    },
    total: hundredthsText(total.total),
    primaryModule: person.primaryModule,
    pool: person.pool,
    rankTown: ranks.town,
    rankModule: ranks.module,
    rankPool: ranks.pool,
    validPeriod: person.duty.valid,
    grade: person.grade.grade,
    flags: person.flags,
  }
}

/** The document a quarter prints. */
export function quarterResult(outcome: QuarterOutcome): QuarterResultDocument {
  return { format: 'township-result/1', period: outcome.period.id, results: outcome.people.map(quarterRow) }
}

/** The document a year prints. */
export function yearResult(outcome: YearOutcome): YearResultDocument {
  const fen = new Map(outcome.people.map((person) => [person.staff, person.bonus?.fen ?? 0]))
  return {
    format: 'township-year-result/1',
    year: outcome.year,
    results: outcome.people.map((person) => ({
      staff: person.staff,
      annual: person.annual === null ? null : hundredthsText(person.annual),
      validQuarters: person.validQuarters,
      pool: person.pool,
      grade: person.grade,
      flags: person.flags,
    })),
    bonus: outcome.bonusPools.flatMap(({ pool, staff }) => staff.map((id) => ({ staff: id, pool, fen: fen.get(id) ?? 0 }))),
  }
}
