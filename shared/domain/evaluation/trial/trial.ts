import { decimalText, parseDecimal } from '../../../lib/decimal.ts'
import { addHundredths, noHundredths, subtractHundredths } from '../../../lib/hundredths.ts'
import type { Hundredths } from '../../../lib/hundredths.ts'
import { compare, divide, isZero, multiply } from '../../../lib/rational.ts'
import { tracks } from '../../people/codes.ts'
import type { Track } from '../../people/codes.ts'
import type { QuarterInput } from '../../plans/case.ts'
import type { Issue } from '../../plans/issue.ts'
import type { GradeReason, PersonOutcome, QuarterOutcome } from '../computing/outcome.ts'
import { parseQuarterInput } from '../reading/parse-case.ts'
import { planOfTrack } from '../../plans/plan-of-track.ts'
import type { DecimalText, Plan } from '../../plans/plan.ts'
import type { PlanDocument } from '../../plans/plan-document.ts'
import { planDoubts, type PlanDoubt } from './plan-sense.ts'
import { evaluateQuarter } from '../computing/quarter.ts'
import { leafNames, quarterGrades, type LeafName, type QuarterGrade } from '../../plans/vocabulary.ts'

/** 试算: what a period would have given under another plan. */

export const trialCauses = [...leafNames, 'moduleFill', 'teamFill', 'total'] as const
/** Where a change of a total comes from: a leaf; the filling of M or T where leaves are missing; the total's own rule (岗位系数, never below 0). */
export type TrialCause = (typeof trialCauses)[number]

/** How a person came to the grade: `status` and `periodNotValid` before any score, else the place in the pool. */
export type TrialPlace = 'status' | 'periodNotValid' | Extract<GradeReason, { kind: 'ranked' }>['place']

/** A person under one of the two plans. */
export interface TrialSide {
  readonly total: Hundredths
  readonly pool: string | null
  readonly rankTown: number
  readonly rankPool: number
  readonly grade: QuarterGrade
  readonly place: TrialPlace
}

export interface TrialPerson {
  readonly staff: string
  readonly name: string
  readonly track: Track
  readonly primaryModule: string
  readonly before: TrialSide
  readonly after: TrialSide
  /** What the change of the total is made of; they add up to it exactly. */
  readonly causes: readonly { readonly cause: TrialCause; readonly delta: Hundredths }[]
}

export interface TrialPoolSide {
  readonly people: number
  readonly eligible: number
  readonly quota: number
  readonly tiedAtLine: number
  readonly grades: Readonly<Record<QuarterGrade, number>>
}

/** A pool under both plans; null where a plan has no such pool with people in it. */
export interface TrialPool {
  readonly pool: string | null
  readonly before: TrialPoolSide | null
  readonly after: TrialPoolSide | null
}

export interface Trial {
  /** In input order. */
  readonly people: readonly TrialPerson[]
  readonly pools: readonly TrialPool[]
}

/** Points given directly were given out of another maximum: they are taken in proportion, to 6 decimals. */
function inProportion(score: DecimalText, given: DecimalText, wanted: DecimalText): DecimalText {
  const [from, to] = [parseDecimal(given), parseDecimal(wanted)]
  if (compare(from, to) === 0 || isZero(from)) return score
  return decimalText(divide(multiply(parseDecimal(score), to), from), 6)
}

/** The input under another plan, with the scores that were given out of the maxima of its own plan brought to those of the other. */
export function inputUnder(input: QuarterInput, plan: Plan): QuarterInput {
  const maxima = new Map(tracks.map((track) => [track, { given: planOfTrack(input.plan, track).module, wanted: planOfTrack(plan, track).module }] as const))
  const trackOf = new Map(input.staff.map(({ id, track }) => [id, track]))
  const scaled = (staff: string, score: DecimalText, leaf: 'head' | 'leader') => {
    const track = trackOf.get(staff)
    const max = track === undefined ? undefined : maxima.get(track)
    return max === undefined ? score : inProportion(score, max.given[leaf], max.wanted[leaf])
  }
  return {
    ...input,
    plan,
    headRatings: input.headRatings.map((rating) => (rating.score === null ? rating : { ...rating, score: scaled(rating.staff, rating.score, 'head') })),
    leaderScores: input.leaderScores.map((given) => ({ ...given, score: scaled(given.staff, given.score, 'leader') })),
  }
}

/** What makes no sense about a plan that is tried: of what the period's own plan says already, nothing. */
export function trialDoubts(own: PlanDocument, tried: PlanDocument): readonly PlanDoubt[] {
  const known = new Set(planDoubts(own).map(({ path, message }) => `${path} ${message}`))
  return planDoubts(tried).filter(({ path, message }) => !known.has(`${path} ${message}`))
}

export type TriedPlan = { readonly kind: 'trial'; readonly trial: Trial } | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** Evaluates the input under its own plan and under another; refused with every issue where what was given does not fit the other plan. */
export function tryPlan(input: QuarterInput, plan: Plan): TriedPlan {
  const parsed = parseQuarterInput(inputUnder(input, plan))
  if (parsed.kind === 'refused') return parsed
  return { kind: 'trial', trial: trialOf(evaluateQuarter(input), evaluateQuarter(parsed.input)) }
}

/** Two outcomes of the same people side by side. */
export function trialOf(before: QuarterOutcome, after: QuarterOutcome): Trial {
  const now = new Map(after.people.map((person) => [person.staff, person]))
  return {
    people: before.people.flatMap((person) => {
      const other = now.get(person.staff)
      if (other === undefined) return []
      const { staff, name, track, primaryModule } = person
      return [{ staff, name, track, primaryModule, before: sideOf(person), after: sideOf(other), causes: causesOf(person, other) }]
    }),
    pools: poolsOf(before, after),
  }
}

function sideOf({ total, pool, ranks, grade }: PersonOutcome): TrialSide {
  const { reason } = grade
  return { total: total.total, pool, rankTown: ranks.town, rankPool: ranks.pool, grade: grade.grade, place: reason.kind === 'ranked' ? reason.place : reason.kind }
}

const moduleLeaves = ['M1', 'M2', 'M3', 'M4'] as const satisfies readonly LeafName[]
const teamLeaves = ['T1', 'T2'] as const satisfies readonly LeafName[]

function causesOf(before: PersonOutcome, after: PersonOutcome): TrialPerson['causes'] {
  const leaf = (name: LeafName) => subtractHundredths(after.leaves[name] ?? noHundredths, before.leaves[name] ?? noHundredths)
  const dimension = (name: keyof PersonOutcome['dimensions']) => subtractHundredths(after.dimensions[name], before.dimensions[name])
  const beyond = (whole: Hundredths, leaves: readonly LeafName[]) => subtractHundredths(whole, addHundredths(...leaves.map(leaf)))
  const deduct = subtractHundredths(noHundredths, leaf('D'))
  const ofDimensions = addHundredths(dimension('post'), dimension('module'), dimension('team'), dimension('special'), deduct)
  const deltas: Readonly<Record<TrialCause, Hundredths>> = {
    P: leaf('P'), M1: leaf('M1'), M2: leaf('M2'), M3: leaf('M3'), M4: leaf('M4'), T1: leaf('T1'), T2: leaf('T2'), X: leaf('X'), D: deduct,
    moduleFill: beyond(dimension('module'), moduleLeaves),
    teamFill: beyond(dimension('team'), teamLeaves),
    total: subtractHundredths(subtractHundredths(after.total.total, before.total.total), ofDimensions),
  }
  return trialCauses.flatMap((cause) => (deltas[cause] === 0 ? [] : [{ cause, delta: deltas[cause] }]))
}

function poolsOf(before: QuarterOutcome, after: QuarterOutcome): readonly TrialPool[] {
  const [old, fresh] = [poolSides(before), poolSides(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].map((pool) => ({ pool, before: old.get(pool) ?? null, after: fresh.get(pool) ?? null }))
}

function poolSides({ pools, people }: QuarterOutcome): ReadonlyMap<string | null, TrialPoolSide> {
  return new Map(
    pools
      .filter((pool) => pool.people > 0)
      .map(({ pool, people: all, eligible, quota, tiedAtLine }) => {
        const own = people.filter((person) => person.pool === pool)
        const count = (grade: QuarterGrade) => own.filter((person) => person.grade.grade === grade).length
        const grades: Record<QuarterGrade, number> = { good: 0, fair_good: 0, average: 0, poor: 0, comment_only: 0, pending: 0, no_grade: 0 }
        for (const grade of quarterGrades) grades[grade] = count(grade)
        return [pool, { people: all, eligible, quota, tiedAtLine, grades }]
      }),
  )
}

/** Whether anything about a person is otherwise: the total, a rank, the grade. */
export function isMoved({ before, after, causes }: Pick<TrialPerson, 'before' | 'after' | 'causes'>): boolean {
  return causes.length > 0 || before.rankTown !== after.rankTown || before.rankPool !== after.rankPool || before.pool !== after.pool || before.grade !== after.grade || before.place !== after.place
}
