import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayText } from '../../../lib/calendar-day.ts'
import { taskStates } from './codes.ts'
import { daysLate, isOverdue, lightOf } from './light.ts'

const base = { state: 'active', issuedOn: '2026-03-01', due: '2026-03-31', progress: 0 } as const

test.each([
  ['overdue', { ...base, progress: 90 }, '2026-04-01', 'red'],
  ['on its last day', { ...base, progress: 100 }, '2026-03-31', 'yellow'],
  ['three days left', { ...base, progress: 100 }, '2026-03-28', 'yellow'],
  ['a fifth of the time left', { ...base, progress: 100 }, '2026-03-25', 'yellow'],
  ['seven of thirty days left', { ...base, progress: 100 }, '2026-03-24', 'green'],
  ['fifteen points behind', { ...base, progress: 35 }, '2026-03-16', 'yellow'],
  ['fourteen points behind', { ...base, progress: 36 }, '2026-03-16', 'green'],
  ['handed in late', { ...base, state: 'submitted' as const }, '2026-04-20', 'green'],
  ['not issued', { ...base, state: 'pending' as const, issuedOn: null }, '2026-04-20', 'grey'],
  ['suspended', { ...base, state: 'suspended' as const }, '2026-04-20', 'grey'],
  ['done', { ...base, state: 'completed' as const }, '2026-04-20', 'grey'],
])('%s', (_, task, today, light) => {
  expect(lightOf(task, today)).toBe(light)
})

test.each([
  ['past due', { ...base, handedInOn: null }, '2026-04-01', 1],
  ['on the due day', { ...base, handedInOn: null }, '2026-03-31', 0],
  ['a part handed in in time, the whole late', { ...base, handedInOn: '2026-03-20' }, '2026-04-01', 1],
  ['handed in in time, waiting since', { ...base, state: 'submitted' as const, handedInOn: '2026-03-31' }, '2026-05-01', 0],
  ['handed in late', { ...base, state: 'reviewed' as const, handedInOn: '2026-04-02' }, '2026-05-01', 2],
  ['finished late', { ...base, state: 'completed' as const, handedInOn: '2026-04-02' }, '2026-05-01', 0],
])('%s: days late %#', (_, task, today, days) => {
  expect([daysLate(task, today), isOverdue(task, today)]).toEqual([days, days > 0])
})

test('a red light is always overdue', () => {
  const day = fc.integer({ min: 20_000, max: 20_200 }).map(dayText)
  const task = fc.record({ state: fc.constantFrom(...taskStates), issuedOn: fc.option(day), due: day, progress: fc.integer({ min: 0, max: 100 }), handedInOn: fc.option(day) })
  fc.assert(
    fc.property(task, day, (facts, today) => {
      fc.pre(lightOf(facts, today) === 'red')
      expect(isOverdue(facts, today)).toBe(true)
    }),
  )
})
