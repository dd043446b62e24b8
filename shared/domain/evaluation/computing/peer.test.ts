import { describe, expect, test } from 'vitest'
import { rationalText } from '../../../lib/rational.ts'
import { planWith } from '../example.testing.ts'
import { countVotes, scorePeers } from './peer.ts'

const plan = planWith()

function m3(votes: Readonly<Record<string, number>>, abstained = 0, rules = plan) {
  const { why, mean, score } = scorePeers({ staff: 'a', votes, abstained }, rules)
  return [why, mean === null ? null : rationalText(mean), score]
}

describe('M3', () => {
  test.each([
    ['张三', { A: 2, B: 1 }, 0, ['valid', '13/3', 433]],
    ['李四', { A: 1, B: 3 }, 0, ['valid', '7/2', 350]],
    ['王五: 3 of 5 voted', { B: 3 }, 2, ['valid', '3', 300]],
    ['exactly half voted', { A: 1, B: 1, C: 1 }, 3, ['valid', '3', 300]],
    ['under half', { B: 3 }, 4, ['lowTurnout', '3', null]],
    ['two votes', { A: 2 }, 0, ['fewVotes', '5', null]],
    ['abstentions only', {}, 5, ['noVotes', null, null]],
  ])('%s', (_, votes, abstained, expected) => {
    expect(m3(votes, abstained)).toEqual(expected)
  })

  test('nobody asked: missing', () => {
    expect(scorePeers(null, plan)).toMatchObject({ ballots: 0, why: 'noVotes', score: null })
  })

  test('no votes make no score even where none are required', () => {
    expect(m3({}, 2, planWith({ module: { minVotes: 0, minTurnout: '0' } }))).toEqual(['noVotes', null, null])
  })
})

test('ballots are counted by ratee, and who cast them is forgotten', () => {
  const counts = countVotes([
    { scorer: 'v1', staff: 'b', band: 'A' },
    { scorer: 'v1', staff: 'a', band: null },
    { scorer: 'v2', staff: 'b', band: 'A' },
    { scorer: 'v3', staff: 'b', band: 'C' },
  ])
  expect(counts).toEqual([
    { staff: 'b', votes: { A: 2, C: 1 }, abstained: 0 },
    { staff: 'a', votes: {}, abstained: 1 },
  ])
})
