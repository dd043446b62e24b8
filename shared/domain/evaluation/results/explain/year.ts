import { parseDecimal } from '../../../../lib/decimal.ts'
import { assertNever } from '../../../../lib/assert-never.ts'
import { hundredthsText } from '../../../../lib/hundredths.ts'
import { vetoEffectNames } from '../../../plans/points/vocabulary.ts'
import { quarterGradeNames, yearGradeNames } from '../../../plans/cycle-vocabulary.ts'
import { planWord } from '../../../plans/plan-vocabulary.ts'
import type { QuarterGrade } from '../../../plans/vocabulary.ts'
import type { ExcellentBar, YearGradeReason, YearOutcome, YearPersonOutcome } from '../../computing/year-outcome.ts'
import { child, exactly, given, quotient, rounded, sumOfAll } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { makeNode, notes, sourceOf } from './make-node.ts'
import { shown, sumOf } from './numbers.ts'
import { explainWords, gradeWords } from './words.ts'

/** Why an annual score is what it is: the mean of the totals of the valid quarters. */
export function explainYear({ annual, means, quarters }: YearPersonOutcome): ExplainNode {
  const valid = quarters.filter((quarter) => quarter.valid)
  return makeNode({
    key: 'total',
    label: explainWords.annual,
    value: annual === null ? null : hundredthsText(annual),
    arithmetic: annual === null ? null : rounded(quotient(sumOfAll(quarters.flatMap((quarter, at) => (quarter.valid ? [child(at)] : []))), given(valid.length))),
    formula: means === null ? null : `(${sumOf(valid.map(({ total }) => total))}) ÷ ${valid.length} = ${shown(means.total)}`,
    notes: notes(annual === null && explainWords.noValidQuarter),
    children: quarters.map((quarter, index) =>
      makeNode({
        key: 'quarter',
        label: explainWords.quarter(index + 1),
        value: quarter.total,
        arithmetic: exactly(given(parseDecimal(quarter.total))),
        notes: notes(!quarter.valid && explainWords.quarterNotValid),
        source: sourceOf({ kind: 'quarter', quarter: index }),
      }),
    ),
  })
}

type Ranked = Extract<YearGradeReason, { kind: 'ranked' }>

/** Where the person stands to the line, or everything that keeps him from 优秀, with its values. */
function yearPlace(person: YearPersonOutcome, { place, order, bars }: Ranked, { people, pools }: YearOutcome, competent: string): readonly string[] {
  switch (place) {
    case 'barred':
      return [gradeWords.barred(bars.map((bar) => barText(bar, person, competent)).join(gradeWords.joiner))]
    case 'withinQuota':
      return [gradeWords.withinQuota(order ?? 0)]
    case 'tiedAtLine':
      return [gradeWords.tiedAtLine(order ?? 0, pools.find((other) => other.pool === person.pool)?.tiedAtLine ?? 0)]
    case 'beyondQuota': {
      const inside = people.filter((other) => other.pool === person.pool && other.reason.kind === 'ranked' && other.reason.place === 'withinQuota').flatMap(({ annual }) => annual ?? [])
      return [gradeWords.beyondQuota(order ?? 0), ...(inside.length === 0 ? [] : [gradeWords.lastInside(hundredthsText(inside.reduce((least, score) => (score < least ? score : least))))])]
    }
    default:
      return assertNever(place)
  }
}

function barText(bar: ExcellentBar, { vetoes, quarters, annual }: YearPersonOutcome, competent: string): string {
  const graded = (...grades: readonly QuarterGrade[]) =>
    quarters.flatMap((quarter, place) => (quarter.valid && (grades.length === 0 || grades.includes(quarter.grade)) ? [gradeWords.quarterGrade(place + 1, quarterGradeNames[quarter.grade])] : [])).join(gradeWords.joiner)
  switch (bar) {
    case 'veto':
      return gradeWords.barredByEffects(vetoes.map((veto) => vetoEffectNames[veto]).join(gradeWords.joiner))
    case 'warned':
      return gradeWords.bars.warned
    case 'noGoodQuarter':
      return gradeWords.quartersOf(gradeWords.bars.noGoodQuarter, graded())
    case 'averageQuarter':
      return gradeWords.quartersOf(gradeWords.bars.averageQuarter, graded('average', 'poor'))
    case 'belowCompetent':
      return gradeWords.belowLine(gradeWords.bars.belowCompetent, annual === null ? '' : hundredthsText(annual), competent)
    default:
      return assertNever(bar)
  }
}

/** Why the suggested year grade is what it is; `competent` is the line of 称职. */
export function explainYearGrade(person: YearPersonOutcome, outcome: YearOutcome, competent: string): readonly string[] {
  const { pool, reason, annual, grade } = person
  const { pools } = outcome
  if (reason.kind === 'status') return [gradeWords[reason.status]]
  if (reason.kind === 'noValidQuarter') return [gradeWords.noValidQuarter]
  const found = pools.find((other) => other.pool === pool)
  const { place } = reason
  const isExcellent = place === 'withinQuota'
  return [
    ...(found === undefined ? [] : [gradeWords.pool(pool === null ? gradeWords.noPool : planWord('pool', pool), found.eligible, found.quota)]),
    ...yearPlace(person, reason, outcome, competent),
    ...(isExcellent || annual === null ? [] : [gradeWords.byScore(hundredthsText(annual), yearGradeNames[reason.byScore])]),
    ...(reason.cappedBy === null || isExcellent ? [] : [gradeWords.capped(yearGradeNames[grade])]),
  ]
}
