import { describe, expect, test } from 'vitest'
import { decimalText } from '../../../lib/decimal.ts'
import type { Rational } from '../../../lib/rational.ts'
import { decimal, person, quarterCase } from '../example.testing.ts'
import { ageGroupOn, compareScorers, fairnessOf } from './fairness.ts'
import { parseCase } from '../reading/parse-case.ts'
import { evaluateQuarter } from '../computing/quarter.ts'

const two = (value: Rational) => decimalText(value, 2)

/** Scores of a scorer as they were given, by the scorer's name. */
function given(scores: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(scores).flatMap(([scorer, texts]) => texts.map((text) => ({ scorer, module: 'm1', score: decimal(text), correction: null })))
}

const four = { 甲: ['8', '8', '9'], 乙: ['8', '8.5', '8'], 丙: ['8', '9', '8.5'], 丁: ['8', '8', '8.25'] } as const

describe('who is out of the ordinary', () => {
  test.each([
    ['nobody among equals', four, {}],
    ['a mean far above the others', { ...four, 戊: ['10', '10', '9.5'] }, { 戊: 'high' }],
    ['a mean far below the others', { ...four, 戊: ['5', '6', '5'] }, { 戊: 'low' }],
    ['two scores are too few to say anything', { ...four, 戊: ['5', '5'] }, {}],
    ['one and the same score for everybody', { 甲: ['8', '8', '8'] }, { 甲: 'same' }],
    ['three scorers cannot be compared', { 甲: ['8', '8', '9'], 乙: ['8', '9', '8'], 丙: ['1', '2', '1'] }, {}],
  ])('%s', (_, scores, odd) => {
    const { rows } = compareScorers(given(scores))
    expect(Object.fromEntries(rows.flatMap(({ scorer, oddity }) => (oddity === null ? [] : [[scorer, oddity]])))).toEqual(odd)
  })

  test('count, mean, standard deviation, lowest and highest', () => {
    const { rows, compared } = compareScorers(given(four))
    const [first] = rows
    if (first === undefined || compared === null) throw new Error('nothing compared')
    expect([first.count, two(first.mean), first.spread, two(first.lowest), two(first.highest), first.corrected]).toEqual([3, '8.33', 47, '8.00', '9.00', null])
    expect([compared.scorers, two(compared.mean), compared.spread]).toEqual([4, '8.27', 16])
  })
})

test.each([
  ['1991-04', 'upTo35'], ['1990-07', 'upTo35'], ['1990-06', 'from36'], ['1980-07', 'from36'], ['1980-06', 'from46'], ['1970-07', 'from46'], ['1970-06', 'from56'], [null, 'unknown'],
] as const)('born in %s is, on 2026-06-30, of the group %s', (month, group) => {
  expect(ageGroupOn(month, '2026-06-30')).toBe(group)
})

test('the spread of a quarter, by module, identity and age, and the factors of its heads', () => {
  const staff = ['a', 'b', 'c', 'd', 'e'].map((id) => person({ id, identity: id === 'e' ? 'contract' : 'civil', assignments: [{ module: id < 'd' ? 'm1' : 'm2', post: 'p', from: '2025-06-01', to: null }] }))
  const parsed = parseCase(
    quarterCase({
      staff,
      modules: ['m1', 'm2'].map((id) => ({ id, name: id, pkFactor: '1' })),
      headRatings: staff.map(({ id }) => ({ scorer: id < 'd' ? 'h1' : 'h2', staff: id, module: id < 'd' ? 'm1' : 'm2', band: null, score: id < 'd' ? '10' : '8' })),
    }),
  )
  if (parsed.kind !== 'quarter') throw new Error('refused')
  const { heads, leaders, spreads } = fairnessOf(evaluateQuarter(parsed.input), new Map([['a', '1990-01'], ['b', '1975-12']]), ['m1', 'm2'])
  expect(heads.rows.map(({ scorer, modules, mean, corrected, oddity }) => [scorer, modules, two(mean), corrected === null ? null : [two(corrected.mean), ...corrected.factors.map(two)], oddity])).toEqual([
    ['h1', ['m1'], '10.00', ['9.20', '0.92', '0.92'], 'same'],
    ['h2', ['m2'], '8.00', ['8.00', '1.00', '1.00'], null],
  ])
  expect([heads.compared, leaders.rows]).toEqual([null, []])
  expect(spreads.module.total.map(({ group, count }) => [group, count])).toEqual([['m1', 3], ['m2', 2]])
  expect(spreads.identity.post.map(({ group, count, mean }) => [group, count, two(mean)])).toEqual([['civil', 4, '18.00'], ['contract', 1, '18.00']])
  expect(spreads.age.total.map(({ group, count }) => [group, count])).toEqual([['from36', 1], ['from46', 1], ['unknown', 3]])
})

test('the modules of a scorer stand in official order, whomever he rated first', () => {
  const staff = ['a', 'b'].map((id) => person({ id, assignments: [{ module: id === 'a' ? 'm2' : 'm1', post: 'p', from: '2025-06-01', to: null }] }))
  const parsed = parseCase(
    quarterCase({
      staff,
      modules: ['m1', 'm2'].map((id) => ({ id, name: id, pkFactor: '1' })),
      headRatings: staff.map(({ id }) => ({ scorer: 'h', staff: id, module: id === 'a' ? 'm2' : 'm1', band: null, score: '9' })),
    }),
  )
  if (parsed.kind !== 'quarter') throw new Error('refused')
  expect(fairnessOf(evaluateQuarter(parsed.input), new Map(), ['m1', 'm2']).heads.rows.map(({ modules }) => modules)).toEqual([['m1', 'm2']])
})

test('quartiles lie between the values they stand among', () => {
  const posts = ['10', '12', '14', '18'].map((score, place) => ({ id: `p${String(place)}`, name: score, score, coefficient: null, factors: null }))
  const parsed = parseCase(quarterCase({ posts, staff: posts.map(({ id }) => person({ id, name: id, assignments: [{ module: 'm1', post: id, from: '2025-06-01', to: null }] })) }))
  if (parsed.kind !== 'quarter') throw new Error('refused')
  const [spread] = fairnessOf(evaluateQuarter(parsed.input), new Map(), ['m1']).spreads.module.post
  if (spread === undefined) throw new Error('no spread')
  expect([spread.lowest, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.highest].map(two)).toEqual(['10.00', '11.50', '13.00', '15.00', '18.00'])
})
