import { parseDecimal } from '../../lib/decimal.ts'
import type { Rational } from '../../lib/rational.ts'
import { dayNumber } from '../../lib/calendar-day.ts'
import type { DayRange } from '../../lib/calendar-day.ts'
import type { Assignment, CaseStaff, PeerVote, Period, QuarterInput } from '../plans/case.ts'
import { exactPlan } from '../plans/exact-plan.ts'
import type { ExactPlan } from '../plans/exact-plan.ts'
import { planOfTrack } from '../plans/plan-of-track.ts'
import { defaultPlan } from '../plans/plan-presets.ts'
import type { PlanOverride } from '../plans/plan.ts'
import { presenceOf } from './computing/presence.ts'
import type { Presence } from './computing/presence.ts'

/** The default plan with an override, as exact numbers. For tests. */
export function planWith(override: PlanOverride = {}): ExactPlan {
  return exactPlan(planOfTrack({ ...defaultPlan, tracks: { staff: override } }, 'staff'))
}

export const firstQuarter: Period = { id: '2026Q1', kind: 'quarter', start: '2026-01-01', end: '2026-03-31', freeze: '2026-04-05' }
export const firstQuarterDays: DayRange = { from: dayNumber('2026-01-01'), to: dayNumber('2026-03-31') }

export function decimal(text: string): Rational {
  return parseDecimal(text)
}

export function person(changes: Partial<CaseStaff> = {}): CaseStaff {
  return {
    id: 'a', name: '张三', identity: 'civil', track: 'staff', status: 'active', pool: null, priorRejections: 0,
    assignments: [{ module: 'm1', post: 'p', from: '2025-06-01', to: null }], leaves: [], ...changes,
  }
}

/** Where someone with these assignments was in the first quarter. @throws RangeError when nowhere */
export function presenceWith(...assignments: readonly Assignment[]): Presence {
  const presence = presenceOf(person({ assignments }), firstQuarterDays)
  if (presence === null) throw new RangeError('no assignment day')
  return presence
}

/** A quarter case document as it comes from a file. */
export type QuarterCaseDocument = Omit<QuarterInput, 'peerCounts'> & { readonly format: string; readonly peerVotes: readonly PeerVote[] }

/** A valid case of one module, one post, one village and one person, with changes. */
export function quarterCase(changes: Partial<QuarterCaseDocument> = {}): QuarterCaseDocument {
  return {
    format: 'township-case/1',
    township: { name: '清溪镇', kind: 'town', county: '示例县', reportingUnit: '清溪镇人民政府' },
    plan: defaultPlan,
    period: firstQuarter,
    modules: [{ id: 'm1', name: '大党建', pkFactor: '1.00' }],
    posts: [{ id: 'p', name: '骨干', score: '18', coefficient: null, factors: null }],
    staff: [person()],
    headRatings: [], peerVotes: [], leaderScores: [], tasks: [],
    villages: [{ id: 'v1', name: '上溪村', quarterRank: 1 }],
    teamMembers: [], serviceEvents: [], specialGroups: [], honours: [], circulars: [], deductions: [], vetoes: [],
    ...changes,
  }
}

/** A copy of the document with the value at the keys replaced, or taken away when `replacement` is undefined. */
export function edited(value: unknown, [key, ...rest]: readonly (string | number)[], replacement: unknown): unknown {
  if (key === undefined) return replacement
  if (Array.isArray(value) && key === value.length) return [...value.map((element: unknown) => element), edited(null, rest, replacement)]
  if (Array.isArray(value)) return value.map((element: unknown, index) => (index === key ? edited(element, rest, replacement) : element))
  if (typeof value !== 'object' || value === null) throw new TypeError(`nothing at ${String(key)}`)
  const fields = new Map<string, unknown>(Object.entries(value))
  fields.set(String(key), edited(fields.get(String(key)), rest, replacement))
  return Object.fromEntries([...fields].filter(([, field]) => field !== undefined))
}
