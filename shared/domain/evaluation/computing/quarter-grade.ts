import type { Hundredths } from '../../../lib/hundredths.ts'
import { reaching } from '../../../lib/hundredths.ts'
import { parseDecimal } from '../../../lib/decimal.ts'
import type { StaffStatus } from '../../people/codes.ts'
import type { Dimensions, GradeOutcome, GradeReason, PoolOutcome } from './outcome.ts'
import { byPool } from '../../plans/pool.ts'
import type { PoolRule, QuarterGradeRule } from '../../plans/plan.ts'
import { drawLine, quotaOf } from '../../plans/quota.ts'
import type { LinePlace } from '../../plans/quota.ts'
import type { QuarterGrade, QuarterVeto } from '../../plans/vocabulary.ts'

/** What the grade of one person depends on. */
export interface GradedPerson {
  readonly pool: string | null
  readonly status: StaffStatus
  readonly validPeriod: boolean
  readonly total: Hundredths
  readonly dimensions: Dimensions
  readonly vetoes: readonly QuarterVeto[]
}

type ScoreGrade = 'fair_good' | 'average' | 'poor'

/** Scores from which a grade is reached. */
interface Thresholds {
  readonly good: Hundredths
  readonly fairGood: Hundredths
  readonly average: Hundredths
}

function thresholdsOf(rule: QuarterGradeRule): Thresholds {
  return { good: reaching(parseDecimal(rule.good)), fairGood: reaching(parseDecimal(rule.fairGood)), average: reaching(parseDecimal(rule.average)) }
}

/** Better first: total, then M, T, X, then fewer D. */
export function precedes(a: GradedPerson, b: GradedPerson): number {
  return (
    b.total - a.total ||
    b.dimensions.module - a.dimensions.module ||
    b.dimensions.team - a.dimensions.team ||
    b.dimensions.special - a.dimensions.special ||
    a.dimensions.deduct - b.dimensions.deduct
  )
}

function gradeByScore(total: Hundredths, thresholds: Thresholds): ScoreGrade {
  if (total >= thresholds.fairGood) return 'fair_good'
  return total >= thresholds.average ? 'average' : 'poor'
}

/** The grade below 好 after vetoes, and the veto that lowered it. */
function cap(byScore: ScoreGrade, vetoes: readonly QuarterVeto[]): { readonly grade: ScoreGrade; readonly cappedBy: QuarterVeto | null } {
  if (vetoes.includes('cap_incompetent') && byScore !== 'poor') return { grade: 'poor', cappedBy: 'cap_incompetent' }
  if (vetoes.includes('cap_basic') && byScore === 'fair_good') return { grade: 'average', cappedBy: 'cap_basic' }
  return { grade: byScore, cappedBy: null }
}

function withoutRanking(person: GradedPerson): { readonly grade: QuarterGrade; readonly reason: GradeReason } | null {
  if (person.status === 'probation') return { grade: 'comment_only', reason: { kind: 'status', status: 'probation' } }
  if (person.status === 'pending_case') return { grade: 'pending', reason: { kind: 'status', status: 'pending_case' } }
  return person.validPeriod ? null : { grade: 'no_grade', reason: { kind: 'periodNotValid' } }
}

function gradeRanked(
  person: GradedPerson,
  standing: { readonly place: LinePlace; readonly order: number } | undefined,
  quota: number,
  thresholds: Thresholds,
): GradeOutcome {
  const byScore = gradeByScore(person.total, thresholds)
  const outside = person.total < thresholds.good ? 'belowGood' : 'barredByVeto'
  const place = standing?.place ?? outside
  const capped = cap(byScore, person.vetoes)
  const reason: GradeReason = { kind: 'ranked', place, order: standing?.order ?? null, quota, byScore, cappedBy: capped.cappedBy }
  return { grade: place === 'withinQuota' ? 'good' : capped.grade, reason, vetoes: person.vetoes }
}

export interface QuarterGrades<Person> {
  readonly grades: ReadonlyMap<Person, GradeOutcome>
  readonly pools: readonly PoolOutcome[]
}

/** Suggests everyone's quarter grade, pool by pool over all tracks (季度等次). */
export function gradeQuarter<Person extends GradedPerson>(people: readonly Person[], pools: readonly PoolRule[], rule: QuarterGradeRule): QuarterGrades<Person> {
  const thresholds = thresholdsOf(rule)
  const share = parseDecimal(rule.quota)
  const grades = new Map<Person, GradeOutcome>()
  const poolOutcomes = Array.from(byPool(people, (person) => person.pool, pools), ([pool, members]): PoolOutcome => {
    const rest: Person[] = []
    for (const person of members) {
      const unranked = withoutRanking(person)
      if (unranked === null) rest.push(person)
      else grades.set(person, { ...unranked, vetoes: person.vetoes })
    }
    const { exact, places: quota } = quotaOf(share, rest.length, rule.rounding)
    const candidates = rest.filter((person) => person.total >= thresholds.good && person.vetoes.length === 0)
    const line = drawLine(candidates, quota, precedes)
    for (const person of rest) grades.set(person, gradeRanked(person, line.get(person), quota, thresholds))
    const count = (place: LinePlace): number => [...line.values()].filter((standing) => standing.place === place).length
    return {
      pool, people: members.length, eligible: rest.length, share, exact, rounding: rule.rounding, quota,
      candidates: candidates.length, good: count('withinQuota'), tiedAtLine: count('tiedAtLine'),
    }
  })
  return { grades, pools: poolOutcomes }
}
