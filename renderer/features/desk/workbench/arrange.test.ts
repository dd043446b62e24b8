import { expect, test } from 'vitest'
import { arrange, linesPerGroup } from './arrange.ts'

const none = { own: 0, waiting: 0, supervision: 0, issues: 0, rulings: 0, groups: 0, cycle: 0, sheets: 0, points: 0, returned: 0, events: 0, meetings: 0, tuesday: 0, changes: 0 }

test.each([
  ['a clerk with tasks', { ...none, own: 9, waiting: 2, changes: 6 }, true, { left: ['own'], right: ['waiting', 'changes'] }],
  ['a clerk without', none, true, { left: ['own', 'changes'], right: ['waiting'] }],
  ['a head', { ...none, own: 1, waiting: 5, sheets: 1, points: 4, changes: 6 }, true, { left: ['own', 'sheets', 'changes'], right: ['waiting', 'points'] }],
  ['a head whose own work is done', { ...none, waiting: 9, sheets: 1 }, true, { left: ['waiting'], right: ['sheets', 'changes'] }],
  ['a leader', { ...none, own: 1, waiting: 12, sheets: 1, events: 5, changes: 6 }, true, { left: ['own', 'sheets', 'events'], right: ['waiting', 'changes'] }],
  ['an inspector', { ...none, waiting: 12, events: 5 }, true, { left: ['waiting'], right: ['events', 'changes'] }],
  ['an inspector with 民情', { ...none, waiting: 12, issues: 6, events: 5 }, true, { left: ['waiting', 'changes'], right: ['issues', 'events'] }],
  ['a clerk on a Monday', { ...none, own: 3, waiting: 1, returned: 2, meetings: 1, tuesday: 5, changes: 6 }, true, { left: ['own', 'meetings', 'changes'], right: ['waiting', 'returned', 'tuesday'] }],
  ['the console', none, false, { left: ['waiting'], right: ['changes'] }],
] as const)('%s', (_, lines, hasOwn, expected) => {
  expect(arrange(lines, hasOwn)).toEqual(expected)
})

test('more groups, fewer lines of each', () => {
  expect([0, 1, 2, 3, 5].map(linesPerGroup)).toEqual([8, 8, 4, 3, 2])
})
