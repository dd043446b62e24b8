import { expect, test } from 'vitest'
import { planWith } from '../example.testing.ts'
import { scoreLeaders } from './leader-score.ts'

const plan = planWith()
const given = (...scores: readonly string[]) => scores.map((score, index) => ({ scorer: `l${String(index)}`, staff: 'a', score }))

test.each([
  [['4.5'], 450],
  [['4.5', '4', '4'], 417],
  [['0'], 0],
  [[], null],
])('M4 of %j is %s', (scores, expected) => {
  expect(scoreLeaders(given(...scores), plan).score).toBe(expected)
})
