import { expect, test } from 'vitest'
import { defaultScorerRules, sheetCount } from '../../../../shared/domain/plans/scorer-rules.ts'
import { counterParts } from './counter-parts.ts'

const scale = { max: '10', bands: [{ band: 'A', points: '10' }, { band: 'B', points: '8' }, { band: 'C', points: '6' }] }
const sheet = (text: string) => [...text].map((mark) => ({ band: /[A-C]/.test(mark) ? mark : null, score: mark === '9' ? '9' : null }))
const line = (text: string) => {
  const entries = sheet(text)
  return counterParts(sheetCount(entries, scale, defaultScorerRules), entries.filter(({ score }) => score !== null).length)
}

test('twenty people half way', () => {
  expect(line('AABBBBBBB...........').map(({ text }) => text).join('，')).toBe('A 2/6，B 7，C 还差 1 人，未评 11 人')
})

test('too many of the best stand out, and a full sheet says so', () => {
  expect(line('AAAC')).toEqual([
    { key: 'A', text: 'A 3/1', tone: 'bad' },
    { key: 'B', text: 'B 0', tone: 'plain' },
    { key: 'C', text: 'C 1', tone: 'plain' },
    { key: ':left', text: '全部评完', tone: 'good' },
  ])
})

test('direct scores are counted where there are some', () => {
  expect(line('AB99').map(({ text }) => text)).toEqual(['A 1/1', 'B 1', 'C 还差 1 人', '打分 2', '全部评完'])
})
