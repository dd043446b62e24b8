import { describe, expect, test } from 'vitest'
import { pointsOf, readGiven } from './given.ts'

const banded = { max: '10', bands: [{ band: 'A', points: '10' }, { band: 'B', points: '8' }, { band: 'C', points: '6' }] }
const scored = { max: '5', bands: [] }

describe('what was typed', () => {
  test.each([
    ['A', { band: 'A', score: null }],
    ['b', { band: 'B', score: null }],
    ['Ｃ', { band: 'C', score: null }],
    [' ａ ', { band: 'A', score: null }],
    ['9', { band: null, score: '9' }],
    ['８．５', { band: null, score: '8.5' }],
    ['8。5', { band: null, score: '8.5' }],
    ['.5', { band: null, score: '0.5' }],
    ['08.50', { band: null, score: '8.50' }],
    ['10', { band: null, score: '10' }],
    ['0', { band: null, score: '0' }],
    ['', { band: null, score: null }],
  ])('%j is %j', (typed, given) => {
    expect(readGiven(typed, banded)).toEqual({ kind: 'given', given })
  })

  test.each([
    ['D', '“D”不能作为评分，请输入 A、B、C 之一，或 0 到 10、最多两位小数的分数。'],
    ['10.01', '评分 10.01 超过满分 10，请改正。'],
    ['8.555', '“8.555”不能作为评分，请输入 A、B、C 之一，或 0 到 10、最多两位小数的分数。'],
    ['-1', '“-1”不能作为评分，请输入 A、B、C 之一，或 0 到 10、最多两位小数的分数。'],
    ['1e1', '“1e1”不能作为评分，请输入 A、B、C 之一，或 0 到 10、最多两位小数的分数。'],
  ])('%j is refused', (typed, sentence) => {
    expect(readGiven(typed, banded)).toEqual({ kind: 'refused', sentence })
  })

  test('a sheet of scores knows no bands', () => {
    expect(readGiven('A', scored)).toEqual({ kind: 'refused', sentence: '“A”不能作为评分，请输入 0 到 5、最多两位小数的分数。' })
  })
})

test('a band counts its points, a score itself', () => {
  expect([pointsOf({ band: 'B', score: null }, banded), pointsOf({ band: null, score: '9.5' }, banded), pointsOf({ band: null, score: null }, banded)]).toEqual(['8', '9.5', null])
})
