import { expect, test } from 'vitest'
import { rankText, readRank } from './rank-text.ts'

test.each([
  ['1', 1],
  ['１２', 12],
  ['第3名', 3],
  ['007', 7],
  ['不排名', null],
  ['—', null],
  ['无', null],
])('%j is place %j', (typed, rank) => {
  expect(readRank(typed)).toEqual({ kind: 'rank', rank })
})

test('an empty cell is none entered', () => {
  expect(readRank(' ')).toEqual({ kind: 'none' })
})

test.each([
  ['0', '“0”不能作为名次，请输入 1、2、3 这样的整数，或者“不排名”。'],
  ['1.5', '“1.5”不能作为名次，请输入 1、2、3 这样的整数，或者“不排名”。'],
  ['优', '“优”不能作为名次，请输入 1、2、3 这样的整数，或者“不排名”。'],
])('%j is refused', (typed, sentence) => {
  expect(readRank(typed)).toEqual({ kind: 'refused', sentence })
})

test('a village without a place is either unranked or not entered', () => {
  expect([rankText({ isRecorded: true, rank: 4 }), rankText({ isRecorded: true, rank: null }), rankText({ isRecorded: false, rank: null })]).toEqual(['4', '不排名', ''])
})
