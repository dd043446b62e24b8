import { describe, expect, test } from 'vitest'
import { hundredths } from '../../../lib/hundredths.ts'
import type { CaseStaff, ServiceEvent, TeamMember } from '../../plans/case.ts'
import { decimal, firstQuarter, firstQuarterDays, person, planWith } from '../example.testing.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { ModuleOutcome } from './module-outcome.ts'
import { scoreTeam } from './team.ts'
import { villagePoints } from './village-points.ts'

const plan = planWith()
const ranked = [{ id: 'v1', name: '', quarterRank: 1 }, { id: 'v2', name: '', quarterRank: 2 }, { id: 'v3', name: '', quarterRank: 3 }, { id: 'v0', name: '', quarterRank: null }]

function module(score: number, max = '40'): ModuleOutcome {
  return { max: decimal(max), rescaleAt: decimal('0.5'), headRating: null, taskProgress: null, peer: null, leaderScore: null, leaves: [], how: { kind: 'sum' }, score: hundredths(score) }
}

function member(village: string, from = '2025-06-01', to: string | null = null): TeamMember {
  return { staff: 'a', village, from, to }
}

function team(memberships: readonly TeamMember[], staff: Partial<CaseStaff> = {}, rules: ExactPlan = plan, ofModule = module(3303), events: readonly ServiceEvent[] = []) {
  const facts = { staff: person(staff), memberships, events: { positions: [...events.keys()], events }, villages: villagePoints(ranked, rules.tiers), module: ofModule }
  return scoreTeam(facts, 3, firstQuarter, firstQuarterDays, rules)
}

const events: readonly ServiceEvent[] = [{ staff: 'a', village: 'v9', date: '2026-02-03', kind: 'tuesday', household: null, quantity: '10', verified: true }]
const wholeQuarterOff = { leaves: [{ kind: 'maternity', from: '2025-12-01', to: null }] } as const

describe('T', () => {
  test('T1 + T2, events of whichever village', () => {
    expect(team([member('v2')], {}, plan, module(0), events)).toMatchObject({ how: { kind: 'sum' }, score: 2600, result: { score: 1600 }, service: { score: 1000 } })
  })

  test('T1 is the mean over membership rows by their days in the period, rows beside each other too', () => {
    const outcome = team([member('v1', '2025-01-01', '2026-01-30'), member('v3', '2026-01-31'), member('v2', '2026-03-02', '2026-03-31'), member('v1', '2025-01-01', '2025-12-31')])
    expect(outcome.result?.rows.map((row) => row.days)).toEqual([30, 60, 30])
    expect(outcome.result?.score).toBe(1500)
  })

  test('coverage counts a day in two teams once, and no day of leave', () => {
    const staff = { leaves: [{ kind: 'training', from: '2026-03-30', to: '2026-04-02' }] } as const
    expect(team([member('v1', '2026-03-01'), member('v2', '2026-03-20')], staff).service?.coverage).toBe(29)
  })

  test('an unranked village is flagged', () => {
    expect(team([member('v0')])).toMatchObject({ unrankedVillage: true, result: { score: 1600, rows: [{ place: null }] } })
    expect(team([member('v1'), member('v0', '2025-01-01', '2025-12-31')]).unrankedVillage).toBe(false)
  })
})

describe('without a team', () => {
  test.each([
    ['40', '40', 3303, 3303],
    ['30', '40', 2477, 3303],
  ])('T comes from M: max %s, T max %s', (max, teamMax, score, expected) => {
    expect(team([member('v1', '2025-01-01', '2025-12-31')], wholeQuarterOff, planWith({ dimensions: { team: teamMax } }), module(score, max))).toMatchObject({
      how: { kind: 'noTeam' }, score: expected, result: null, service: null,
    })
  })

  test('a module dimension without points gives nothing to carry over', () => {
    expect(team([], {}, plan, module(0, '0')).score).toBe(0)
  })
})

describe('without a day of service', () => {
  test('T comes from T1: 16 × 40 / 20', () => {
    expect(team([member('v2')], wholeQuarterOff)).toMatchObject({ how: { kind: 'noServiceDays', from: 'result' }, score: 3200, service: { score: null, coverage: 0 } })
  })

  test('from M where the plan has no T1', () => {
    const noResult = planWith({ team: { result: '0', service: { max: '40' } } })
    expect(team([member('v0')], wholeQuarterOff, noResult)).toMatchObject({ how: { kind: 'noServiceDays', from: 'module' }, score: 3303, result: null, unrankedVillage: false })
  })

  test('nothing to carry over where the plan has no T2', () => {
    const noService = planWith({ team: { result: '40', service: { max: '0' }, tiers: ['40', '30', '20'] } })
    expect(team([member('v2')], wholeQuarterOff, noService)).toMatchObject({ how: { kind: 'sum' }, score: 3000, service: null })
  })
})
