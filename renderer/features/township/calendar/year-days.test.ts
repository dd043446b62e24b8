import { expect, test } from 'vitest'
import { monthsOfYear } from './year-days.ts'

const arrangement = { year: 2026, source: '', holidays: [{ name: '劳动节', from: '2026-05-01', to: '2026-05-05', work: ['2026-05-09'] }] }

test('May of a year with an arrangement, Monday first', () => {
  const weeks = monthsOfYear(2026, arrangement)[4]
  const text = weeks?.map((week) => week.map((day) => (day === null ? '··' : `${day.day.slice(8)}${{ off: '休', work: '班', weekend: '末', plain: '' }[day.kind]}`)).join(' '))
  expect(text).toEqual(['·· ·· ·· ·· 01休 02休 03休', '04休 05休 06 07 08 09班 10末', '11 12 13 14 15 16末 17末', '18 19 20 21 22 23末 24末', '25 26 27 28 29 30末 31末'])
  expect(weeks?.[1]?.[5]?.holiday).toBe('劳动节')
})

test('every day of a leap year stands once', () => {
  const days = monthsOfYear(2028, null).flat(2).flatMap((day) => day?.day ?? [])
  expect([days.length, new Set(days).size, days[0], days.at(-1)]).toEqual([366, 366, '2028-01-01', '2028-12-31'])
})
