import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayText } from '../../../lib/calendar-day.ts'
import type { HolidayYear } from './holiday-year.ts'
import { addWorkingDays, holidaysOfYears, isWorkingDay, noHolidays, workingDaysBetween } from './working-days.ts'

const may: HolidayYear = { year: 2026, source: '', holidays: [{ name: '劳动节', from: '2026-05-01', to: '2026-05-05', work: ['2026-05-09'] }] }
const holidays = holidaysOfYears([may])

test.each([
  ['2026-04-30', true],
  ['2026-05-01', false],
  ['2026-05-05', false],
  ['2026-05-06', true],
  ['2026-05-09', true],
  ['2026-05-10', false],
] as const)('%s is worked: %s', (day, isWorked) => {
  expect(isWorkingDay(day, holidays)).toBe(isWorked)
})

test.each([
  ['2026-04-30', 1, '2026-05-06'],
  ['2026-04-30', 3, '2026-05-08'],
  ['2026-04-30', 4, '2026-05-09'],
  ['2026-04-30', 5, '2026-05-11'],
  ['2026-05-02', 0, '2026-05-06'],
  ['2026-05-06', 0, '2026-05-06'],
  ['2026-05-06', -1, '2026-04-30'],
] as const)('from %s %i working days on is %s', (day, count, expected) => {
  expect(addWorkingDays(day, count, holidays)).toEqual({ day: expected, known: true })
})

test('a term into a year without an arrangement says so', () => {
  expect(addWorkingDays('2026-12-31', 1, holidays)).toEqual({ day: '2027-01-01', known: false })
  expect(workingDaysBetween('2026-12-31', '2027-01-04', holidays)).toEqual({ days: 2, known: false })
  expect(workingDaysBetween('2025-12-31', '2027-01-04', holidaysOfYears([may, { ...may, year: 2025, holidays: [] }, { ...may, year: 2027, holidays: [] }])).known).toBe(true)
})

test.each([
  ['2026-04-30', '2026-04-30', 0],
  ['2026-04-30', '2026-05-05', 0],
  ['2026-04-30', '2026-05-11', 5],
  ['2026-05-11', '2026-04-30', -5],
] as const)('between %s and %s are %i', (from, to, days) => {
  expect(workingDaysBetween(from, to, holidays).days).toBe(days)
})

describe('whatever the arrangement', () => {
  const dayOf2026 = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }).map(dayText)
  const arrangement = fc
    .record({ off: fc.uniqueArray(dayOf2026, { maxLength: 40 }), work: fc.uniqueArray(dayOf2026, { maxLength: 20 }) })
    .map(({ off, work }) => holidaysOfYears([{ year: 2026, source: '', holidays: [...off.filter((day) => !work.includes(day)).map((day) => ({ name: '', from: day, to: day, work: [] })), { name: '', from: '2026-01-01', to: '2026-01-01', work }] }]))

  test('what is added is what lies between', () => {
    fc.assert(
      fc.property(arrangement, dayOf2026, fc.integer({ min: 1, max: 60 }), (arranged, day, count) => {
        const { day: end } = addWorkingDays(day, count, arranged)
        expect(workingDaysBetween(day, end, arranged).days).toBe(count)
        expect(isWorkingDay(end, arranged)).toBe(true)
      }),
      { seed: 20261125, numRuns: 200 },
    )
  })

  test('back from a working day is where it came from', () => {
    fc.assert(
      fc.property(arrangement, dayOf2026, fc.integer({ min: 1, max: 40 }), (arranged, day, count) => {
        const start = addWorkingDays(day, 0, arranged).day
        expect(addWorkingDays(addWorkingDays(start, count, arranged).day, -count, arranged).day).toBe(start)
      }),
      { seed: 20261126, numRuns: 200 },
    )
  })

  test('without any, weekends alone are free', () => {
    fc.assert(
      fc.property(dayOf2026, (day) => {
        expect(isWorkingDay(day, noHolidays)).toBe(![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
      }),
      { seed: 20261127 },
    )
  })
})
