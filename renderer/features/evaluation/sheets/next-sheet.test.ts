import { expect, test } from 'vitest'
import { nextSheet } from './next-sheet.ts'

const sheet = (id: string, state: 'draft' | 'submitted' = 'draft', isOwn = true) => ({ id, state, isOwn })
const sheets = [sheet('a'), sheet('b', 'submitted'), sheet('c', 'draft', false), sheet('d')]

test.each([
  ['a', 'd'],
  ['b', 'd'],
  ['d', 'a'],
  ['c', null],
])('after %s comes %s', (id, next) => {
  const current = sheets.find((other) => other.id === id)
  expect(current === undefined ? undefined : (nextSheet(sheets, current)?.id ?? null)).toBe(next)
})
