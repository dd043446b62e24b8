import { describe, expect, test } from 'vitest'
import { defaultScorerRules, scaleOf, sheetCount, type ScorerRules } from './scorer-rules.ts'
import { scorerFaultText } from './scorer-vocabulary.ts'

const scale = scaleOf('10', { C: '6', A: '10', B: '8' })

function given(bands: string): { readonly band: string | null; readonly score: string | null }[] {
  return [...bands].map((letter) => (letter === '.' ? { band: null, score: null } : letter === '9' ? { band: null, score: '9' } : { band: letter, score: null }))
}

function count(bands: string, rules: Partial<ScorerRules> = {}) {
  return sheetCount(given(bands), scale, { ...defaultScorerRules, ...rules })
}

test('bands stand best first, whatever order the plan names them in', () => {
  expect(scale).toEqual({ max: '10', bands: [{ band: 'A', points: '10' }, { band: 'B', points: '8' }, { band: 'C', points: '6' }] })
})

describe('what is refused at the submit', () => {
  test.each<[string, Partial<ScorerRules>, readonly string[]]>([
    ['ABBC', {}, []],
    ['AABC', {}, ['tooManyBest']],
    ['ABBB', {}, ['lowestMissing']],
    ['ABB', {}, []],
    ['AAB', {}, ['tooManyBest']],
    ['A', {}, []],
    ['AABBBBBBBC', {}, []],
    ['AAAABBBBBC', {}, ['tooManyBest']],
    ['AAABBBBBBC', {}, []],
    ['9999', {}, []],
    ['A999', {}, ['lowestMissing']],
    ['AAAA', { bestShare: null, lowestFrom: null }, []],
    ['ABBC', { spread: '4' }, []],
    ['ABB9', { lowestFrom: null, spread: '4' }, ['spreadTooSmall']],
    ['ABBC', { sameShare: '0.5' }, []],
    ['ABBBC', { sameShare: '0.5' }, ['tooManyAlike']],
    ['ABB', { spread: '9', sameShare: '0.1' }, []],
  ])('%s by %j: %j', (bands, rules, faults) => {
    expect(count(bands, rules).faults.map(({ kind }) => kind)).toEqual(faults)
  })

  test('every fault is one clause that says what to change', () => {
    const texts = [...count('AABB').faults, ...count('BBBB', { spread: '4', sameShare: '0.5', lowestFrom: null }).faults].map(scorerFaultText)
    expect(texts).toEqual(['A 最多 1 人，现为 2 人', '4 人以上须至少评出一个 C', '最高分与最低分须相差 4 分以上', '同为 8.00 分的最多 2 人，现为 4 人'])
  })
})

test('what the counters show while a sheet is filled in', () => {
  expect(count('AA...B....')).toEqual({
    people: 10,
    left: 7,
    bands: [
      { band: 'A', count: 2, most: 3, least: 0, room: 1, lacking: 0 },
      { band: 'B', count: 1, most: null, least: 0, room: null, lacking: 0 },
      { band: 'C', count: 0, most: null, least: 1, room: null, lacking: 1 },
    ],
    faults: [{ kind: 'lowestMissing', band: 'C', from: 4 }],
  })
  expect(sheetCount(given('A.'), { max: '5', bands: [] }, null)).toEqual({ people: 2, left: 1, bands: [], faults: [] })
})
