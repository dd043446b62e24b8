import { describe, expect, test } from 'vitest'
import { daysOfLongLeave, monthsServed, yearStatusOf } from './year-service.ts'

const year = { start: '2026-01-01', end: '2026-12-31' }

describe('long leave', () => {
  test.each([
    ['182 days are not more than half of 365', [{ kind: 'sick', from: '2026-01-01', to: '2026-07-01' }], 182, 'active'],
    ['183 days are', [{ kind: 'sick', from: '2026-01-01', to: '2026-07-02' }], 183, 'long_leave'],
    ['sick and personal leave add up', [{ kind: 'sick', from: '2026-01-01', to: '2026-04-30' }, { kind: 'personal', from: '2026-09-01', to: null }], 242, 'long_leave'],
    ['overlapping days count once', [{ kind: 'sick', from: '2026-01-01', to: '2026-06-30' }, { kind: 'personal', from: '2026-03-01', to: '2026-06-30' }], 181, 'active'],
    ['other leaves do not count', [{ kind: 'maternity', from: '2026-01-01', to: '2026-12-31' }], 0, 'active'],
    ['the year before does not count', [{ kind: 'sick', from: '2025-01-01', to: '2026-01-31' }], 31, 'active'],
  ] as const)('%s', (_, leaves, days, status) => {
    expect([daysOfLongLeave(leaves, year), yearStatusOf('active', leaves, year)]).toEqual([days, status])
  })

  test('does not take the place of probation or 立案', () => {
    const leaves = [{ kind: 'sick', from: '2026-01-01', to: null }] as const
    expect([yearStatusOf('probation', leaves, year), yearStatusOf('pending_case', leaves, year)]).toEqual(['probation', 'pending_case'])
  })
})

test.each([
  [[], 0],
  [[{ from: '2020-01-01', to: null }], 12],
  [[{ from: '2026-03-31', to: '2026-05-01' }], 3],
  [[{ from: '2026-01-01', to: '2026-02-28' }, { from: '2026-02-15', to: '2026-04-01' }], 4],
  [[{ from: '2027-01-01', to: null }], 0],
] as const)('months served %#', (assignments, months) => {
  expect(monthsServed(assignments, year)).toBe(months)
})
