import { expect, test } from 'vitest'
import { choiceOfKey, countsText, votesOf, type Choices } from './ballot-choice.ts'

test.each([
  ['a', { kind: 'band', band: 'A' }],
  ['C', { kind: 'band', band: 'C' }],
  ['2', { kind: 'band', band: 'B' }],
  ['0', { kind: 'abstain' }],
  ['-', { kind: 'abstain' }],
  ['4', null],
  ['d', null],
  ['Tab', null],
])('the key %s chooses %j', (key, choice) => {
  expect(choiceOfKey(key, ['A', 'B', 'C'])).toEqual(choice)
})

test('a ballot says what it holds, and an abstention has no band', () => {
  const choices: Choices = new Map([['p1', { kind: 'band', band: 'A' }], ['p2', { kind: 'abstain' }], ['p3', { kind: 'band', band: 'A' }]])
  expect(countsText(choices, ['A', 'B', 'C'])).toBe('A 2 人，弃权 1 人')
  expect(votesOf(choices)).toEqual([{ staffId: 'p1', band: 'A' }, { staffId: 'p2', band: null }, { staffId: 'p3', band: 'A' }])
})
