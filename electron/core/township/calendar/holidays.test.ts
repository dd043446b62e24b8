import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay } from '../../../../shared/domain/township/calendar/working-days.ts'
import { holidayYear } from '../../../db/schema/index.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { holidaysOf, knownYears, shippedYears } from './holidays.ts'

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(smallTown())
})
afterAll(() => town.dispose())

test('the shipped arrangements are read, each with the days the notice counts', () => {
  expect(shippedYears.map(({ year }) => year)).toEqual([2025, 2026])
  const holidays = holidaysOf(town.app.read())
  const of = (year: string) => [[...holidays.off], [...holidays.work]].map((days) => days.filter((day) => day.startsWith(year)).length)
  expect([of('2025'), of('2026')]).toEqual([[28, 5], [33, 6]])
})

test('an arrangement stored in the township stands in place of the shipped one', () => {
  const document = JSON.stringify({ year: 2026, source: '县里通知', holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-01', work: [] }] })
  town.app.mutate({ actor: 'test', action: 'test.year', areas: [], write: (tx) => tx.insert(holidayYear).values({ year: 2026, document }).run(), audit: () => ({ subject: null, detail: {} }) })
  expect(knownYears(town.app.read()).map(({ year, origin }) => [year, origin])).toEqual([[2025, 'shipped'], [2026, 'stored']])
  const holidays = holidaysOf(town.app.read())
  expect([isWorkingDay('2026-10-01', holidays), addWorkingDays('2026-01-01', 1, holidays)]).toEqual([true, { day: '2026-01-02', known: true }])
})
