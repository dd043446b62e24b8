import { assertNever } from '../../../../lib/assert-never.ts'
import { hundredthsText } from '../../../../lib/hundredths.ts'
import { vetoEffectNames } from '../../../plans/points/vocabulary.ts'
import { isZero, type Rational } from '../../../../lib/rational.ts'
import type { QuarterInput } from '../../../plans/case.ts'
import { quarterGradeNames } from '../../../plans/cycle-vocabulary.ts'
import type { GradeReason, PersonOutcome, PoolOutcome, QuarterOutcome } from '../../computing/outcome.ts'
import { planWord } from '../../../plans/plan-vocabulary.ts'
import { atLeast, child, difference, given, product, quotient, rounded, sumOfAll, type Reckoning } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { makeNode, notes } from './make-node.ts'
import { explainModule } from './module.ts'
import { namesOf } from '../../computing/names.ts'
import { shown } from './numbers.ts'
import { explainDeduction, explainSpecial } from './points.ts'
import { explainCoefficient, explainPost } from './post.ts'
import { explainTeam } from './team.ts'
import { explainWords, gradeWords } from './words.ts'

function halfOf(at: number, max: Rational): Reckoning {
  return isZero(max) ? given(0) : quotient(product(child(at), given(50)), given(max))
}

/** The first children add up, one is taken off, and nothing falls below 0. */
function totalOf(added: readonly number[], taken: number) {
  return rounded(atLeast(difference(sumOfAll(added.map(child)), child(taken)), given(0)))
}

/** Why a person's total is what it is: everything the engine made it of, down to the rows of the frozen input. */
export function explainQuarter(person: PersonOutcome, outcome: QuarterOutcome, input: QuarterInput): ExplainNode {
  const names = namesOf(input)
  const { days } = outcome.period
  const post = explainPost(person.post, names)
  const module = explainModule(person.module, names)
  const team = explainTeam(person.team, days, input, names)
  const special = explainSpecial(person.special, days)
  const deduct = explainDeduction(person.deduction)
  const { total, dimensions } = person
  const printed = (node: ExplainNode) => node.value ?? ''
  const isFloored = total.raw < 0
  const common = {
    key: 'total',
    label: explainWords.total,
    value: hundredthsText(total.total),
    isSum: !isFloored,
    notes: notes(isFloored && explainWords.notBelowZero),
  }
  if (total.mode === 'additive') {
    const formula = `${[post, module, team, special].map(printed).join(' + ')} − ${printed(deduct)} = ${hundredthsText(total.raw)}`
    return makeNode({ ...common, arithmetic: totalOf([0, 1, 2, 3], 4), formula, children: [post, module, team, special, deduct] })
  }
  const coefficient = explainCoefficient(person.post, names)
  const scaled = makeNode({
    key: 'scaled',
    label: explainWords.scaled,
    value: hundredthsText(total.scaled),
    arithmetic: rounded(product(child(0), sumOfAll([halfOf(1, person.module.max), halfOf(2, person.team.max)]))),
    enters: 'plus',
    formula: `${printed(coefficient)} × (${hundredthsText(dimensions.module)} × 50 ÷ ${shown(person.module.max)} + ${hundredthsText(dimensions.team)} × 50 ÷ ${shown(person.team.max)}) = ${hundredthsText(total.scaled)}`,
    children: [coefficient, { ...module, enters: 'asStated' }, { ...team, enters: 'asStated' }],
  })
  return makeNode({
    ...common,
    arithmetic: totalOf([0, 1], 2),
    formula: `${printed(scaled)} + ${printed(special)} − ${printed(deduct)} = ${hundredthsText(total.raw)}`,
    children: [scaled, special, deduct, { ...post, enters: 'asStated', notes: [...post.notes, explainWords.postNotCounted] }],
  })
}

function poolReason({ pools }: QuarterOutcome, pool: string | null): readonly string[] {
  const found: PoolOutcome | undefined = pools.find((other) => other.pool === pool)
  return found === undefined ? [] : [gradeWords.pool(pool === null ? gradeWords.noPool : planWord('pool', pool), found.eligible, found.quota)]
}

type Ranked = Extract<GradeReason, { kind: 'ranked' }>

/** Where the person stands to the line of his pool, with the score the line was drawn at. */
function placeReasons({ total, grade, pool }: PersonOutcome, { place, order }: Ranked, { people, pools }: QuarterOutcome, input: QuarterInput): readonly string[] {
  switch (place) {
    case 'belowGood':
      return [gradeWords.belowGood(hundredthsText(total.total), input.plan.quarterGrades.good)]
    case 'barredByVeto':
      return [gradeWords.barredByVeto(grade.vetoes.map((veto) => vetoEffectNames[veto]).join(gradeWords.joiner))]
    case 'withinQuota':
      return [gradeWords.withinQuota(order ?? 0)]
    case 'tiedAtLine':
      return [gradeWords.tiedAtLine(order ?? 0, pools.find((other) => other.pool === pool)?.tiedAtLine ?? 0)]
    case 'beyondQuota': {
      const inside = people.filter((other) => other.pool === pool && other.grade.reason.kind === 'ranked' && other.grade.reason.place === 'withinQuota').map((other) => other.total.total)
      return [gradeWords.beyondQuota(order ?? 0), ...(inside.length === 0 ? [] : [gradeWords.lastInside(hundredthsText(inside.reduce((least, score) => (score < least ? score : least))))])]
    }
    default:
      return assertNever(place)
  }
}

/** Why the suggested grade is what it is, in sentences that follow one another. */
export function explainQuarterGrade(person: PersonOutcome, outcome: QuarterOutcome, input: QuarterInput): readonly string[] {
  const { grade, duty, pool, total } = person
  const { reason } = grade
  if (reason.kind === 'status') return [gradeWords[reason.status]]
  if (reason.kind === 'periodNotValid') return [gradeWords.periodNotValid(duty.dutyDays, shown(duty.needed))]
  const { place } = reason
  const isGood = place === 'withinQuota'
  return [
    ...poolReason(outcome, pool),
    ...placeReasons(person, reason, outcome, input),
    ...(isGood ? [] : [gradeWords.byScore(hundredthsText(total.total), quarterGradeNames[reason.byScore])]),
    ...(reason.cappedBy === null || isGood ? [] : [gradeWords.capped(quarterGradeNames[grade.grade])]),
  ]
}
