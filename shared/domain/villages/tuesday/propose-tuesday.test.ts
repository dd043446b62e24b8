import { expect, test } from 'vitest'
import { proposeTuesday } from './propose-tuesday.ts'

const members = [
  { staff: 'a', village: 'V1' },
  { staff: 'b', village: 'V1' },
  { staff: 'a', village: 'V2' },
  { staff: 'c', village: 'V3' },
  { staff: 'c', village: 'V3' },
]

test('one village each; two villages by turns; nobody who has a plan', () => {
  const weeks = ['2026-06-02', '2026-06-09', '2026-06-16'].map((day) => proposeTuesday(day, members, new Set(['b'])))
  expect(weeks.map((rows) => rows.map(({ staff }) => staff))).toEqual([['a', 'c'], ['a', 'c'], ['a', 'c']])
  const [first, second, third] = weeks.map((rows) => rows[0]?.village)
  expect([first === second, first === third, [first, second].sort()]).toEqual([false, true, ['V1', 'V2']])
  expect(proposeTuesday('2026-06-02', members, new Set()).find(({ staff }) => staff === 'b')).toEqual({ staff: 'b', village: 'V1' })
})
