import { describe, expect, test } from 'vitest'
import { columnAt, layoutOf, movedColumn, pinnedWidth, reordered, shownColumns, withPlace } from './layout.ts'
import type { GridColumn } from './types.ts'

const column = (field: string, width = 100, more: Partial<GridColumn<null>> = {}): GridColumn<null> => ({ field, title: field, width, text: () => '', ...more })
const columns = [column('a', 50, { pinned: 'left' }), column('b'), column('c', 80, { hidden: true }), column('d')]
const fields = (places: readonly { readonly field: string }[]) => places.map(({ field }) => field).join('')

describe('layoutOf', () => {
  test('is the definition where nothing is stored', () => {
    expect(layoutOf(columns)).toEqual([
      { field: 'a', width: 50, hidden: false, pinned: true },
      { field: 'b', width: 100, hidden: false, pinned: false },
      { field: 'c', width: 80, hidden: true, pinned: false },
      { field: 'd', width: 100, hidden: false, pinned: false },
    ])
  })
  test('takes order and dress from what is stored, forgets columns that are gone, puts new ones where they belong', () => {
    const stored = ['d', 'gone', 'b'].map((field) => ({ field, width: 33, hidden: false, pinned: field === 'd' }))
    const layout = layoutOf(columns, stored)
    expect(fields(layout)).toBe('adbc')
    expect(layout[1]).toEqual({ field: 'd', width: 33, hidden: false, pinned: true })
  })
})

describe('places on the screen', () => {
  const shown = shownColumns(columns, withPlace(layoutOf(columns), 'd', { pinned: true }), 40)
  test('frozen columns come first and hidden ones not at all', () => {
    expect(shown.map(({ column: { field }, left, width }) => [field, left, width])).toEqual([['a', 40, 50], ['d', 90, 100], ['b', 190, 100]])
    expect(pinnedWidth(shown, 40)).toBe(190)
  })
  test.each([
    [0, 0],
    [89, 0],
    [90, 1],
    [289, 2],
    [999, 2],
  ])('at %i px stands column %i', (x, at) => {
    expect(columnAt(shown, x)).toBe(at)
  })
})

describe('a window wider than the columns', () => {
  const widths = (own: readonly GridColumn<null>[], available: number) => shownColumns(own, layoutOf(own), 40, available).map(({ width, grown }) => [width, grown])
  test('is filled by the last column that is not aligned to the right', () => {
    expect(widths([column('a'), column('b'), column('n', 60, { align: 'right' })], 400)).toEqual([[100, 0], [200, 100], [60, 0]])
  })
  test('or by the one that grows', () => {
    expect(widths([column('a', 100, { grow: true, pinned: 'left' }), column('b')], 400)).toEqual([[260, 160], [100, 0]])
  })
  test('a narrower one changes nothing', () => {
    expect(widths([column('a'), column('b')], 100)).toEqual([[100, 0], [100, 0]])
  })
})

test('a column moves among all, and not past the ends', () => {
  const layout = layoutOf(columns)
  expect(fields(movedColumn(layout, 'b', 1))).toBe('acbd')
  expect(fields(movedColumn(layout, 'a', -1))).toBe('abcd')
})

test('a drag reorders the shown columns, hidden ones stay behind theirs', () => {
  expect(fields(reordered(layoutOf(columns), ['a', 'd', 'b']))).toBe('adbc')
})
