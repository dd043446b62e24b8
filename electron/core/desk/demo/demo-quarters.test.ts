import { describe, expect, it } from 'vitest'
import { parseQuarterInput } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/computing/quarter.ts'
import { quarterResult } from '../../../../shared/domain/evaluation/results/result-document.ts'
import type { QuarterResult } from '../../../../shared/domain/evaluation/results/result.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import type { BundlePeriod, BundleTask, TownshipBundle } from '../bundle/bundle.ts'
import { generateDemo } from './demo.ts'

function statusOf({ state, exempt }: BundleTask): string {
  if (exempt) return 'exempt'
  if (state === 'suspended' || state === 'revoked') return state
  return state === 'completed' || state === 'closed' ? 'completed' : 'open'
}

function rejectionsBefore(bundle: TownshipBundle, code: string, start: string): number {
  return bundle.deductions.filter(({ staff, rule, date, exempt }) => staff === code && rule === 'rejected_feedback' && date < start && !exempt).length
}

/** The bundle's quarter as the engine reads it. */
function quarterOf(bundle: TownshipBundle, period: BundlePeriod): object {
  const byCode = <Row extends { readonly code: string }>({ code, ...row }: Row) => ({ id: code, ...row })
  const factors = new Map(period.pkFactors.map(({ module, factor }) => [module, factor]))
  const ranks = new Map(period.villageRanks.map(({ village, rank }) => [village, rank]))
  const grades = new Map(period.groupGrades.map(({ group, grade }) => [group, grade]))
  const within = (date: string): boolean => period.start <= date && date <= period.end
  return {
    township: bundle.township,
    plan: bundle.plans[0]?.document,
    period: { id: period.code, kind: period.kind, start: period.start, end: period.end, freeze: period.freeze },
    modules: bundle.modules.map(({ code, name }) => ({ id: code, name, pkFactor: factors.get(code) })),
    posts: bundle.posts.map(byCode),
    staff: bundle.staff.map(({ code, name, identity, track, status, pool }) => ({
      id: code, name, identity, track, status, pool,
      priorRejections: rejectionsBefore(bundle, code, period.start),
      assignments: bundle.assignments.filter(({ staff }) => staff === code),
      leaves: bundle.leaves.filter(({ staff }) => staff === code),
    })),
    headRatings: period.headRatings,
    peerCounts: period.peerCounts,
    leaderScores: period.leaderScores,
    tasks: bundle.tasks.filter(({ due }) => within(due)).map((task) => ({ ...byCode(task), status: statusOf(task) })),
    villages: bundle.villages.map(({ code, name }) => ({ id: code, name, quarterRank: ranks.get(code) ?? null })),
    teamMembers: bundle.teamMembers,
    serviceEvents: bundle.serviceEvents.filter(({ date }) => within(date)).map((event) => ({ ...event, verified: event.state === 'verified' })),
    specialGroups: bundle.groups.filter(({ code }) => grades.has(code)).map((group) => ({ ...byCode(group), grade: grades.get(group.code) })),
    honours: period.honours,
    circulars: period.circulars,
    deductions: bundle.deductions.filter(({ date }) => within(date)).map(byCode),
    vetoes: period.vetoes,
  }
}

function resultsOf(bundle: TownshipBundle, period: BundlePeriod): readonly QuarterResult[] {
  const parsed = parseQuarterInput(quarterOf(bundle, period))
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.issues.slice(0, 10)))
  return quarterResult(evaluateQuarter(parsed.input)).results
}

const demo = generateDemo(2026)
const scored = demo.staff.filter(({ track }) => track !== 'excluded')

describe.each(demo.periods.filter(({ stage }) => stage === 'scoring'))('the quarter $code', (period) => {
  const results = resultsOf(demo, period)
  const totals = results.map(({ total }) => Number(total)).sort((a, b) => a - b)

  it('evaluates everybody who worked in it', () => {
    const started = scored.filter(({ joinedOn }) => (joinedOn ?? '') <= period.end)
    expect(results.map(({ staff }) => staff)).toEqual(started.map(({ code }) => code))
  })

  it('spreads believably', () => {
    const usual = totals.filter((total) => total >= 65 && total <= 98)
    expect(usual.length / totals.length).toBeGreaterThan(0.75)
    expect(totals.at(-1)).toBeGreaterThan(100)
    expect(totals.filter((total) => total > 100).length).toBeLessThan(12)
    expect(totals[0]).toBeLessThan(65)
    expect(new Set(totals).size).toBeGreaterThan(totals.length * 0.9)
  })

  it('gives every grade to somebody and leaves few leaves to be filled', () => {
    const grades = groupBy(results, ({ grade }) => grade)
    for (const grade of ['good', 'fair_good', 'average', 'poor', 'comment_only', 'pending'] as const) expect([grade, (grades.get(grade)?.length ?? 0) > 0]).toEqual([grade, true])
    const flags = results.flatMap((result) => result.flags)
    expect(flags).toContain('rescaled')
    expect(flags).toContain('noTeam')
    expect(flags).not.toContain('noScore')
    expect(results.filter(({ leaves }) => leaves.M1 === undefined || leaves.M4 === undefined)).toEqual([])
  })
})

it('leaves somebody without a valid period, and marks the village that was not ranked', () => {
  const [first, second] = demo.periods
  if (first === undefined || second === undefined) throw new Error('two quarters are expected')
  expect(resultsOf(demo, first).filter(({ grade }) => grade === 'no_grade').length).toBeGreaterThanOrEqual(1)
  expect(resultsOf(demo, second).flatMap(({ flags }) => flags)).toContain('villageUnranked')
})

it.each([1, 2, 3])('is computable for the seed %i as well', (seed) => {
  const other = generateDemo(seed)
  for (const period of other.periods.filter(({ stage }) => stage === 'scoring')) {
    const totals = resultsOf(other, period).map(({ total }) => Number(total))
    expect(Math.min(...totals)).toBeGreaterThan(30)
    expect(Math.max(...totals)).toBeGreaterThan(95)
  }
})
