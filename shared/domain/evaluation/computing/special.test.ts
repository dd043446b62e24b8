import { describe, expect, test } from 'vitest'
import type { Honour } from '../../plans/case.ts'
import { firstQuarterDays, planWith } from '../example.testing.ts'
import { scoreSpecial } from './special.ts'
import type { GroupMembership } from './special.ts'

const plan = planWith()

function membership(role: string, grade: string, from = '2025-10-01', to: string | null = null, id = 'g'): GroupMembership {
  return { group: { id, name: '专班', grade, members: [] }, member: { staff: 'a', role, from, to } }
}

function honour(matter: string, level: string): Honour {
  return { staff: 'a', matter, level }
}

function x(groups: readonly GroupMembership[], honours: readonly Honour[] = [], circulars = 0, rules = plan) {
  return scoreSpecial(groups, honours, circulars, firstQuarterDays, rules)
}

describe('X', () => {
  test('张三: 3 + 4 = 7.00', () => {
    expect(x([membership('leader', 'A')], [honour('县级先进', 'county')])).toMatchObject({ sum: 700, score: 700 })
  })

  test('王五: 30 days of core A 0.67, 60 days of member B 0.53', () => {
    const outcome = x([membership('core', 'A', '2026-03-02'), membership('member', 'B', '2026-01-01', '2026-03-01')])
    expect(outcome.groups.map(({ days, score }) => [days, score])).toEqual([[30, 67], [60, 53]])
    expect(outcome.score).toBe(120)
  })

  test('the three highest groups count, the earlier of equal ones', () => {
    const outcome = x([membership('member', 'A'), membership('member', 'A'), membership('leader', 'A'), membership('core', 'B')])
    expect(outcome.groups.map(({ score, counted }) => [score, counted])).toEqual([[100, true], [100, false], [300, true], [160, true]])
  })

  test('a group left before the period is no item', () => {
    expect(x([membership('leader', 'A', '2025-01-01', '2025-12-31')]).groups).toEqual([])
  })

  test('one matter counts only at its highest level, once', () => {
    const outcome = x([], [honour('平安', 'township'), honour('平安', 'county'), honour('平安', 'county'), honour('党建', 'township')])
    expect(outcome.honours.map((item) => item.counted)).toEqual([false, true, false, true])
    expect(outcome.score).toBe(600)
  })

  test('every positive circular adds, the cap comes last', () => {
    expect(x([], [], 3)).toMatchObject({ circulars: { count: 3, each: 200, score: 600 }, score: 600 })
    expect(x([membership('leader', 'A')], [honour('平安', 'city')], 1)).toMatchObject({ sum: 1300, cap: 1000, score: 1000 })
  })

  test('does not exist under a cap of 0', () => {
    expect(x([], [], 1, planWith({ dimensions: { specialCap: '0' } })).score).toBeNull()
  })
})
