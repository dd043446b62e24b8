import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayText } from '../../../lib/calendar-day.ts'
import { checkInOn, isTuesday, mondayOf, needsException, nextTuesday, tuesdayOfWeek, tuesdaysOfMonth, tuesdayUpTo } from './tuesday.ts'

const anyDay = fc.integer({ min: dayNumber('1969-01-01'), max: dayNumber('2099-12-31') }).map(dayText)

test.each([
  ['2026-06-02', true, '2026-06-09', '2026-06-02', '2026-06-02', '2026-06-01'],
  ['2026-06-01', false, '2026-06-02', '2026-05-26', '2026-06-02', '2026-06-01'],
  ['2026-06-03', false, '2026-06-09', '2026-06-02', '2026-06-02', '2026-06-01'],
  ['2026-06-07', false, '2026-06-09', '2026-06-02', '2026-06-02', '2026-06-01'],
  ['1969-12-31', false, '1970-01-06', '1969-12-30', '1969-12-30', '1969-12-29'],
])('%s', (day, is, next, last, ofWeek, monday) => {
  expect([isTuesday(day), needsException(day), nextTuesday(day), tuesdayUpTo(day), tuesdayOfWeek(day), mondayOf(day)]).toEqual([is, is, next, last, ofWeek, monday])
})

test.each([
  ['2026-06', ['2026-06-02', '2026-06-09', '2026-06-16', '2026-06-23', '2026-06-30']],
  ['2026-02', ['2026-02-03', '2026-02-10', '2026-02-17', '2026-02-24']],
  ['2026-12', ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29']],
])('the Tuesdays of %s', (month, days) => {
  expect(tuesdaysOfMonth(month)).toEqual(days)
})

test.each([
  ['2026-06-01', 'early'],
  ['2026-06-02', 'on_time'],
  ['2026-06-03', 'late'],
  ['2026-06-05', 'late'],
  ['2026-06-06', 'closed'],
] as const)('checking in on %s for 2026-06-02 is %s', (today, standing) => {
  expect(checkInOn('2026-06-02', today)).toBe(standing)
})

describe('whatever the day', () => {
  test('every seventh day is a Tuesday, and the neighbours are found from any day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [last, next] = [tuesdayUpTo(day), nextTuesday(day)]
        expect([isTuesday(last), isTuesday(next), dayNumber(next) - dayNumber(last), last <= day, day < next]).toEqual([true, true, 7, true, true])
        expect([tuesdayOfWeek(day)]).toContain(dayText(dayNumber(mondayOf(day)) + 1))
        expect(tuesdaysOfMonth(last.slice(0, 7))).toContain(last)
      }),
    )
  })
})
