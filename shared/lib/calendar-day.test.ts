import { expect, test } from 'vitest'
import { dayNumber, dayText, daysIn, daysOutside, isCalendarDay, lengthInDays, overlap, unite } from './calendar-day.ts'

test.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(isCalendarDay(text)).toBe(true)
  expect(dayText(dayNumber(text))).toBe(text)
})

test.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '2026-01-00', '20260101', '2026-01-01T00:00', ' 2026-01-01', ''])(
  '%j is none',
  (text) => {
    expect(isCalendarDay(text)).toBe(false)
    expect(() => dayNumber(text)).toThrow(SyntaxError)
  },
)

test('days are counted as the Gregorian calendar counts them', () => {
  for (let day = -750_000; day <= 750_000; day += 997) {
    const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
    if (isCalendarDay(text)) expect(dayNumber(text)).toBe(day)
  }
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayNumber('2026-04-01') - dayNumber('2026-01-01')).toBe(90)
})

test('ranges hold both their ends', () => {
  expect(lengthInDays({ from: 3, to: 3 })).toBe(1)
  expect(overlap({ from: 1, to: 5 }, { from: 5, to: 9 })).toEqual({ from: 5, to: 5 })
  expect(overlap({ from: 1, to: 4 }, { from: 5, to: 9 })).toBeNull()
})

test('days held twice count once', () => {
  expect(unite([{ from: 5, to: 6 }, { from: 1, to: 2 }, { from: 3, to: 3 }, { from: 5, to: 9 }])).toEqual([{ from: 1, to: 3 }, { from: 5, to: 9 }])
  expect(daysIn([{ from: 1, to: 10 }, { from: 2, to: 4 }])).toBe(10)
  expect(daysIn([])).toBe(0)
  expect(daysOutside([{ from: 1, to: 10 }], [{ from: 8, to: 12 }, { from: 2, to: 2 }])).toBe(6)
})
