import { describe, expect, test } from 'vitest'
import { contains, extentOf, fillRange, nextInReading, rangeOf, selectionWithin, within } from './range.ts'

const at = (row: number, column: number) => ({ row, column })
const extent = { rows: 10, columns: 4 }

test('a range does not depend on which corner came first', () => {
  const range = { top: 1, left: 0, bottom: 5, right: 3 }
  expect(rangeOf({ active: at(5, 0), corner: at(1, 3) })).toEqual(range)
  expect(rangeOf({ active: at(1, 3), corner: at(5, 0) })).toEqual(range)
  expect(extentOf(range)).toEqual({ rows: 5, columns: 4 })
  expect(contains(range, at(5, 3))).toBe(true)
  expect(contains(range, at(6, 3))).toBe(false)
})

test('what lies outside is drawn to the edge', () => {
  expect(within(at(99, -1), extent)).toEqual(at(9, 0))
  expect(selectionWithin({ active: at(2, 9), corner: at(20, 0) }, extent)).toEqual({ active: at(2, 3), corner: at(9, 0) })
})

describe('reading order', () => {
  test.each([
    ['right', at(0, 0), 1, at(0, 1)],
    ['to the next row', at(0, 3), 1, at(1, 0)],
    ['back to the row before', at(1, 0), -1, at(0, 3)],
    ['past the end', at(9, 3), 1, null],
    ['before the start', at(0, 0), -1, null],
  ] as const)('%s', (_, from, step, to) => {
    expect(nextInReading(from, step, extent)).toEqual(to)
  })
})

describe('fillRange', () => {
  const source = { top: 2, left: 1, bottom: 3, right: 2 }
  test.each([
    ['within', at(3, 2), null],
    ['down', at(7, 2), { ...source, bottom: 7 }],
    ['up', at(0, 1), { ...source, top: 0 }],
    ['right', at(3, 3), { ...source, right: 3 }],
    ['further down than right', at(6, 3), { ...source, bottom: 6 }],
    ['left', at(2, 0), { ...source, left: 0 }],
  ] as const)('%s', (_, to, range) => {
    expect(fillRange(source, to)).toEqual(range)
  })
})
