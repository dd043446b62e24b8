import { expect, test } from 'vitest'
import { groupBy } from './group-by.ts'
import { compareText } from './text-order.ts'

test('groups keep the order met', () => {
  expect([...groupBy([3, 1, 4, 1, 5], (n) => n % 2)]).toEqual([[1, [3, 1, 1, 5]], [0, [4]]])
})

test('ids are ordered as plain strings', () => {
  expect(['m10', 'm2', 'M3', 'm1'].sort(compareText)).toEqual(['M3', 'm1', 'm10', 'm2'])
})
