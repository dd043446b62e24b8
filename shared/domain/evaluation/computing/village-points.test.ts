import { describe, expect, test } from 'vitest'
import { rationalText } from '../../../lib/rational.ts'
import { planWith } from '../example.testing.ts'
import { placesOfRanks, tierOfPlace, villagePoints } from './village-points.ts'

const { tiers } = planWith()

function points(ranks: readonly (number | null)[]): readonly string[] {
  const villages = ranks.map((quarterRank, index) => ({ id: `v${String(index)}`, name: '', quarterRank }))
  return Array.from(villagePoints(villages, tiers).values(), (village) => rationalText(village.points))
}

test('places are competition places, ranks may have gaps', () => {
  expect([...placesOfRanks([7, 2, 2, 30])]).toEqual([[2, 1], [7, 3], [30, 4]])
})

describe('thirds of the ranked villages', () => {
  test.each([
    ['three', [1, 2, 3], ['20', '16', '12']],
    ['one', [1], ['20']],
    ['two', [2, 1], ['16', '20']],
    ['four: ⌈4/3⌉ = 2, ⌈8/3⌉ = 3', [1, 2, 3, 4], ['20', '20', '16', '12']],
    ['five: 2, 4', [5, 4, 3, 2, 1], ['12', '16', '16', '20', '20']],
    ['tied at the edge: places 1, 2, 2', [1, 2, 2], ['20', '16', '16']],
    ['gaps and ties: places 1, 1, 3', [4, 4, 9], ['20', '20', '12']],
  ])('%s', (_, ranks, expected) => {
    expect(points(ranks)).toEqual(expected)
  })

  test('a place nobody can have is an error', () => {
    expect(() => tierOfPlace(4, 3, tiers)).toThrow(RangeError)
  })
})

describe('an unranked village', () => {
  test('counts as the exact mean of the ranked', () => {
    expect(points([1, 2, 3, 4, null])).toEqual(['20', '20', '16', '12', '17'])
    expect(points([1, 2, 2, null])).toEqual(['20', '16', '16', '52/3'])
  })

  test('counts as the middle tier when none is ranked', () => {
    expect(points([null, null])).toEqual(['16', '16'])
  })
})
