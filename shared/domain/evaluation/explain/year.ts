import { parseDecimal } from '../../../lib/decimal.ts'
import { hundredthsText } from '../../../lib/hundredths.ts'
import { yearGradeNames } from '../cycle-vocabulary.ts'
import { planWord } from '../plan-vocabulary.ts'
import type { YearOutcome, YearPersonOutcome } from '../year-outcome.ts'
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

/** Why the suggested year grade is what it is. */
export function explainYearGrade({ pool, reason, annual, grade }: YearPersonOutcome, { pools }: YearOutcome): readonly string[] {
  if (reason.kind === 'status') return [gradeWords[reason.status]]
  if (reason.kind === 'noValidQuarter') return [gradeWords.noValidQuarter]
  const found = pools.find((other) => other.pool === pool)
  const places = { withinQuota: gradeWords.withinQuota, tiedAtLine: gradeWords.tiedAtLine, beyondQuota: gradeWords.beyondQuota } as const
  const { place } = reason
  const isExcellent = place === 'withinQuota'
  return [
    ...(found === undefined ? [] : [gradeWords.pool(pool === null ? gradeWords.noPool : planWord('pool', pool), found.eligible, found.quota)]),
    place === 'barred' ? gradeWords.barred(reason.bars.map((bar) => gradeWords.bars[bar]).join(gradeWords.joiner)) : places[place](reason.order ?? 0),
    ...(isExcellent || annual === null ? [] : [gradeWords.byScore(hundredthsText(annual), yearGradeNames[reason.byScore])]),
    ...(reason.cappedBy === null || isExcellent ? [] : [gradeWords.capped(yearGradeNames[grade])]),
  ]
}
