import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstQuarter, planWith } from '../../evaluation/example.testing.ts'
import { scoreService } from '../../plans/service-points.ts'
import { planEntry, readHouseholds, type KnownRecord } from './plan-entry.ts'

test.each([
  ['张三\n李四\r\n王五', ['张三', '李四', '王五']],
  ['张三、李四，王五,赵六；钱七', ['张三', '李四', '王五', '赵六', '钱七']],
  ['  张三  \n\n 、李四', ['张三', '李四']],
  ['张三\t李四', ['张三', '李四']],
  ['张三、张三', ['张三', '张三']],
  [' \n、', []],
])('households of %j', (text, households) => {
  expect(readHouseholds(text)).toEqual(households)
})

const visit = { village: 'V1', date: '2026-03-12', kind: 'visit' }

test('twelve households of one person are twelve records, of two people twenty-four', () => {
  const households = Array.from({ length: 12 }, (_, index) => `户${String(index)}`)
  expect(planEntry({ ...visit, staff: ['a'], households }, []).map(({ isRepeat }) => isRepeat)).toEqual(Array.from({ length: 12 }, () => false))
  expect(planEntry({ ...visit, staff: ['a', 'b'], households }, [])).toHaveLength(24)
})

test('only what the same person has done there on the day is a repeat', () => {
  const known: readonly KnownRecord[] = [
    { ...visit, staff: 'a', household: '张三' },
    { ...visit, staff: 'b', household: '李四' },
    { ...visit, staff: 'a', household: '王五', date: '2026-03-13' },
    { ...visit, staff: 'a', household: '王五', kind: 'issue' },
  ]
  expect(planEntry({ ...visit, staff: ['a'], households: ['张三', '李四', '王五', '李四'] }, known).map(({ household, isRepeat }) => [household, isRepeat])).toEqual([['张三', true], ['李四', false], ['王五', false], ['李四', true]])
  expect(planEntry({ ...visit, staff: ['a'], households: [] }, []).map(({ household }) => household)).toEqual([null])
})

test('what is announced as a repeat is what the engine does not count', () => {
  const record = fc.record({ village: fc.constantFrom('V1', 'V2'), date: fc.constantFrom('2026-03-12', '2026-03-13'), kind: fc.constantFrom('visit', 'issue'), household: fc.constantFrom(null, '张三', '李四') })
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), record, fc.array(fc.constantFrom('张三', '李四', '王五'), { maxLength: 6 }), (records, { village, date, kind }, households) => {
      const known = records.map((row): KnownRecord => ({ ...row, staff: 'a' }))
      const planned = planEntry({ village, date, kind, staff: ['a'], households }, known)
      const events = [...known, ...planned.map(({ staff, household }) => ({ staff, household, village, date, kind }))].map((row) => ({ ...row, quantity: '1', verified: true }))
      const { duplicates } = scoreService({ positions: events.map((_, position) => position), events }, 90, 90, firstQuarter, planWith())
      const repeats = planned.flatMap(({ isRepeat }, index) => (isRepeat ? [known.length + index] : []))
      expect(duplicates.map(({ event }) => event).filter((position) => position >= known.length)).toEqual(repeats)
    }),
  )
})
