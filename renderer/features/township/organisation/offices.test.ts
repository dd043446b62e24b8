import { expect, test } from 'vitest'
import { holdersOf, movedIds, type OfficeRow } from './offices.ts'

const row = (staffName: string, from: string, to: string | null, office: OfficeRow['office'] = 'head'): OfficeRow => ({ id: staffName, office, staffId: staffName, staffName, from, to })

test('the present holder is whose dates cover the day; the others follow, the latest first', () => {
  const offices = [row('甲', '2025-01-01', '2025-12-31'), row('乙', '2026-01-01', null), row('丙', '2024-01-01', '2024-12-31'), row('丁', '2020-01-01', null, 'lead_a')]
  const names = (day: string) => {
    const { present, others } = holdersOf({ offices }, 'head', day)
    return [present?.staffName ?? null, others.map(({ staffName }) => staffName)]
  }
  expect([names('2025-12-31'), names('2026-03-01'), names('2023-01-01')]).toEqual([['甲', ['乙', '丙']], ['乙', ['甲', '丙']], [null, ['乙', '甲', '丙']]])
})

test('a module moves by one place, never over the ends', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }))
  expect([movedIds(rows, 'b', -1), movedIds(rows, 'b', 1), movedIds(rows, 'a', -1), movedIds(rows, 'c', 1)]).toEqual([['b', 'a', 'c'], ['a', 'c', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c']])
})
