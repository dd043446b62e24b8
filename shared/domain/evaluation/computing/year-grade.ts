import { parseDecimal } from '../../../lib/decimal.ts'
import { reaching, round2 } from '../../../lib/hundredths.ts'
import type { Hundredths } from '../../../lib/hundredths.ts'
import { compare, divide, sum, whole } from '../../../lib/rational.ts'
import type { YearGradeRule, YearQuarter, YearStaff } from '../../plans/case.ts'
import { drawLine, quotaOf } from '../../plans/quota.ts'
import type { LinePlace } from '../../plans/quota.ts'
import type { YearGrade, YearVeto } from '../../plans/vocabulary.ts'
import type { ExcellentBar, YearGradeReason, YearMeans } from './year-outcome.ts'

/** A person with his year's means; null when no quarter is valid. */
export interface YearStanding {
  readonly person: YearStaff
  readonly validQuarters: readonly YearQuarter[]
  readonly means: YearMeans | null
  readonly annual: Hundredths | null
}

export interface YearGradeOutcome {
  readonly grade: YearGrade
  readonly reason: YearGradeReason
}

function meanOf(quarters: readonly YearQuarter[], field: keyof YearMeans) {
  return divide(sum(quarters.map((quarter) => parseDecimal(quarter[field]))), whole(quarters.length))
}

/** Annual (年度得分): the rounded mean of the totals of valid quarters. */
export function yearStanding(person: YearStaff): YearStanding {
  const validQuarters = person.quarters.filter((quarter) => quarter.valid)
  if (validQuarters.length === 0) return { person, validQuarters, means: null, annual: null }
  const mean = (field: keyof YearMeans) => meanOf(validQuarters, field)
  const means = { total: mean('total'), module: mean('module'), team: mean('team'), special: mean('special'), deduct: mean('deduct') }
  return { person, validQuarters, means, annual: round2(means.total) }
}

/** Someone whose grade comes from his annual score. */
interface Ranked extends YearStanding {
  readonly means: YearMeans
  readonly annual: Hundredths
}

function isRanked(standing: YearStanding): standing is Ranked {
  return standing.means !== null && standing.annual !== null
}

/** Better first: annual, then the exact means of M, T, X, then the smaller mean D. */
function precedes(a: Ranked, b: Ranked): number {
  return (
    b.annual - a.annual ||
    compare(b.means.module, a.means.module) ||
    compare(b.means.team, a.means.team) ||
    compare(b.means.special, a.means.special) ||
    compare(a.means.deduct, b.means.deduct)
  )
}

/** What keeps a person from 优秀, all of it. */
function barsOf({ person, validQuarters, annual }: Ranked, competent: Hundredths): readonly ExcellentBar[] {
  const grades = validQuarters.map((quarter) => quarter.grade)
  const bars: readonly (readonly [ExcellentBar, boolean])[] = [
    ['veto', person.vetoes.length > 0],
    ['warned', person.warned],
    ['noGoodQuarter', !grades.includes('good')],
    ['averageQuarter', grades.includes('average') || grades.includes('poor')],
    ['belowCompetent', annual < competent],
  ]
  return bars.filter(([, applies]) => applies).map(([bar]) => bar)
}

type ScoreGrade = 'competent' | 'basic' | 'incompetent'

function cap(byScore: ScoreGrade, vetoes: readonly YearVeto[]): { readonly grade: ScoreGrade; readonly cappedBy: YearVeto | null } {
  if (vetoes.includes('cap_incompetent') && byScore !== 'incompetent') return { grade: 'incompetent', cappedBy: 'cap_incompetent' }
  if (vetoes.includes('cap_basic') && byScore === 'competent') return { grade: 'basic', cappedBy: 'cap_basic' }
  return { grade: byScore, cappedBy: null }
}

function withoutRanking({ person, means }: YearStanding): YearGradeOutcome | null {
  if (person.status === 'probation') return { grade: 'comment_only', reason: { kind: 'status', status: 'probation' } }
  if (person.status === 'pending_case') return { grade: 'pending', reason: { kind: 'status', status: 'pending_case' } }
  if (person.status === 'long_leave') return { grade: 'no_grade', reason: { kind: 'status', status: 'long_leave' } }
  return means === null ? { grade: 'no_grade', reason: { kind: 'noValidQuarter' } } : null
}

export interface PoolGrades {
  readonly grades: ReadonlyMap<YearStanding, YearGradeOutcome>
  readonly eligible: number
  readonly quota: number
  readonly candidates: number
  readonly excellent: number
  readonly tiedAtLine: number
}

/** Suggests the year grades of one pool (年度等次). */
export function gradePool(members: readonly YearStanding[], rule: YearGradeRule): PoolGrades {
  const competent = reaching(parseDecimal(rule.competent))
  const basic = reaching(parseDecimal(rule.basic))
  const grades = new Map<YearStanding, YearGradeOutcome>()
  const rest: Ranked[] = []
  for (const standing of members) {
    const unranked = withoutRanking(standing)
    if (unranked !== null) grades.set(standing, unranked)
    else if (isRanked(standing)) rest.push(standing)
  }
  const quota = quotaOf(parseDecimal(rule.quota), rest.length, rule.rounding).places
  const bars = new Map(rest.map((standing) => [standing, barsOf(standing, competent)]))
  const line = drawLine(rest.filter((standing) => bars.get(standing)?.length === 0), quota, precedes)
  for (const standing of rest) {
    const byScore = standing.annual >= competent ? 'competent' : standing.annual >= basic ? 'basic' : 'incompetent'
    const capped = cap(byScore, standing.person.vetoes)
    const drawn = line.get(standing)
    const place = drawn?.place ?? 'barred'
    grades.set(standing, {
      grade: place === 'withinQuota' ? 'excellent' : capped.grade,
      reason: { kind: 'ranked', place, bars: bars.get(standing) ?? [], order: drawn?.order ?? null, quota, byScore, cappedBy: capped.cappedBy },
    })
  }
  const count = (place: LinePlace): number => [...line.values()].filter((drawn) => drawn.place === place).length
  return { grades, eligible: rest.length, quota, candidates: line.size, excellent: count('withinQuota'), tiedAtLine: count('tiedAtLine') }
}
