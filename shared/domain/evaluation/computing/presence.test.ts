import { describe, expect, test } from 'vitest'
import { firstQuarterDays, person, presenceWith } from '../example.testing.ts'
import { daysNotOnLeave, presenceOf } from './presence.ts'

describe('days in a module', () => {
  test('are cut to the period and united', () => {
    const presence = presenceWith(
      { module: 'm1', post: 'p', from: '2025-06-01', to: '2026-01-10' },
      { module: 'm1', post: 'q', from: '2026-01-05', to: '2026-01-15' },
      { module: 'm2', post: 'p', from: '2026-01-15', to: '2026-01-15' },
      { module: 'm1', post: 'p', from: '2026-03-31', to: null },
    )
    expect(presence.daysByModule).toEqual(new Map([['m1', 16], ['m2', 1]]))
    expect(presence.coveredDays).toBe(16)
  })

  test('someone without a day is nowhere', () => {
    expect(presenceOf(person({ assignments: [] }), firstQuarterDays)).toBeNull()
    expect(presenceOf(person({ assignments: [{ module: 'm1', post: 'p', from: '2025-01-01', to: '2025-12-31' }] }), firstQuarterDays)).toBeNull()
    expect(presenceOf(person({ assignments: [{ module: 'm1', post: 'p', from: '2026-04-01', to: null }] }), firstQuarterDays)).toBeNull()
  })
})

test('stretches change when the assignments held change, and skip gaps', () => {
  const presence = presenceWith(
    { module: 'm1', post: 'p', from: '2026-01-01', to: '2026-01-10' },
    { module: 'm2', post: 'q', from: '2026-01-06', to: '2026-01-20' },
    { module: 'm1', post: 'p', from: '2026-02-01', to: '2026-02-02' },
  )
  expect(presence.stretches.map(({ from, to, held }) => [to - from + 1, held.map((assignment) => assignment.post).join()])).toEqual([
    [5, 'p'],
    [5, 'p,q'],
    [10, 'q'],
    [2, 'p'],
  ])
})

describe('the primary module', () => {
  test('is the one of most days', () => {
    expect(presenceWith({ module: 'm1', post: 'p', from: '2026-01-01', to: '2026-02-20' }, { module: 'm2', post: 'p', from: '2026-02-21', to: null }).primaryModule).toBe('m1')
  })

  test('of equal days, the one whose latest assignment starts later', () => {
    expect(presenceWith({ module: 'm2', post: 'p', from: '2025-03-01', to: null }, { module: 'm1', post: 'p', from: '2025-06-01', to: null }).primaryModule).toBe('m1')
    expect(
      presenceWith(
        { module: 'm2', post: 'p', from: '2025-03-01', to: '2026-02-28' },
        { module: 'm1', post: 'p', from: '2025-06-01', to: null },
        { module: 'm2', post: 'q', from: '2026-03-01', to: null },
      ).primaryModule,
    ).toBe('m2')
  })

  test('of equal days and starts, the larger module id as a string', () => {
    expect(presenceWith({ module: 'm9', post: 'p', from: '2025-06-01', to: null }, { module: 'm10', post: 'p', from: '2025-06-01', to: null }).primaryModule).toBe('m9')
  })
})

test('leave days count once, inside the ranges only, and by kind', () => {
  const staff = person({
    leaves: [
      { kind: 'sick', from: '2026-03-02', to: '2026-03-13' },
      { kind: 'annual', from: '2026-03-10', to: '2026-03-20' },
      { kind: 'personal', from: '2025-12-20', to: '2026-01-02' },
    ],
  })
  const days = [firstQuarterDays]
  expect(daysNotOnLeave(staff, days, firstQuarterDays, null)).toBe(90 - 19 - 2)
  expect(daysNotOnLeave(staff, days, firstQuarterDays, new Set(['sick', 'personal']))).toBe(90 - 12 - 2)
  expect(daysNotOnLeave(staff, [], firstQuarterDays, null)).toBe(0)
})
