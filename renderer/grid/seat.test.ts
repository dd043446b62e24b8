import { expect, test } from 'vitest'
import { singleCell } from './range.ts'
import { reseated, seatOf } from './seat.ts'

const rowsOf = (...keys: readonly (string | null)[]) => ({
  keyAt: (row: number) => keys[row] ?? null,
  placeOf: (key: string) => (keys.includes(key) ? keys.indexOf(key) : null),
})
const before = rowsOf('a', 'b', 'c', 'd')
const cell = singleCell({ row: 1, column: 2 })
const range = { active: { row: 1, column: 0 }, corner: { row: 2, column: 3 } }

test('a selection goes with its row', () => {
  const { selection, isLost } = reseated(cell, seatOf(cell, before), rowsOf('new', 'a', 'b', 'c', 'd'))
  expect([selection, isLost]).toEqual([singleCell({ row: 2, column: 2 }), false])
})

test('and comes back to it when it was lost and is loaded again', () => {
  const lost = reseated(cell, seatOf(cell, before), rowsOf('new', 'a', 'c', 'd'))
  expect(lost.isLost).toBe(true)
  // The very same one, or a grid would never come to rest.
  expect(lost.selection).toBe(cell)
  expect(reseated(lost.selection, lost.seat, rowsOf('new', 'a', 'c', 'd', 'b'))).toMatchObject({ selection: singleCell({ row: 4, column: 2 }), isLost: false })
})

test('a range that moved as it was stays, one that would be another becomes its first cell', () => {
  const seat = seatOf(range, before)
  expect(reseated(range, seat, rowsOf('new', 'a', 'b', 'c')).selection).toEqual({ active: { row: 2, column: 0 }, corner: { row: 3, column: 3 } })
  expect(reseated(range, seat, rowsOf('a', 'b', 'new', 'c')).selection).toEqual(singleCell({ row: 1, column: 0 }))
  expect(reseated(range, seat, rowsOf('c', 'x', 'y', 'z'))).toMatchObject({ selection: singleCell({ row: 1, column: 0 }), isLost: true })
})

test('rows that are not loaded say nothing', () => {
  expect(reseated(cell, seatOf(cell, before), rowsOf('a', null)).isLost).toBe(false)
  expect(reseated(cell, { active: null, corner: null }, before)).toEqual({ selection: cell, seat: { active: 'b', corner: 'b' }, isLost: false })
})
