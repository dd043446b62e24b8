import { describe, expect, test } from 'vitest'
import { rationalText } from '../../../lib/rational.ts'
import type { YearInput, YearQuarter, YearStaff } from '../../plans/case.ts'
import { defaultPlan } from '../../plans/plan-presets.ts'
import { yearResult } from '../results/result-document.ts'
import { evaluateYear } from './year.ts'

function quarter(total: string, changes: Partial<YearQuarter> = {}): YearQuarter {
  return { total, module: '30.00', team: '30.00', special: '0.00', deduct: '0.00', valid: true, grade: 'good', ...changes }
}

function someone(id: string, total: string, changes: Partial<YearStaff> = {}): YearStaff {
  return {
    id, identity: 'civil', track: 'staff', status: 'active', pool: null, warned: false, vetoes: [], months: 12, quarters: [quarter(total)], ...changes,
  }
}

function year(staff: readonly YearStaff[], changes: Partial<YearInput> = {}): YearInput {
  return { year: 2026, pools: defaultPlan.pools, yearGrades: { quota: '0.2', rounding: 'ceil', competent: '70', basic: '60' }, staff, bonus: null, ...changes }
}

const fillers = [someone('x1', '50'), someone('x2', '50')]

function gradeOf(person: YearStaff, others: readonly YearStaff[] = fillers) {
  return evaluateYear(year([person, ...others])).people[0]?.grade
}

describe('annual', () => {
  test('is the rounded mean of the valid quarters', () => {
    const outcome = evaluateYear(year([someone('a', '80', { quarters: [quarter('80.01'), quarter('80.02'), quarter('10', { valid: false })] })]))
    expect(outcome.people[0]).toMatchObject({ annual: 8002, validQuarters: 2 })
  })

  test('is null without one', () => {
    const result = yearResult(evaluateYear(year([someone('a', '80', { quarters: [quarter('80', { valid: false })] }), someone('b', '1', { quarters: [] })])))
    expect(result.results).toMatchObject([{ annual: null, validQuarters: 0, grade: 'no_grade' }, { annual: null, grade: 'no_grade' }])
    expect(result.bonus).toEqual([])
  })

  test('党政正职 do not appear', () => {
    expect(evaluateYear(year([someone('a', '80', { track: 'excluded' })])).people).toEqual([])
  })
})

describe('without ranking', () => {
  test.each([['probation', 'comment_only'], ['pending_case', 'pending'], ['long_leave', 'no_grade']] as const)('%s: %s', (status, grade) => {
    expect(gradeOf(someone('a', '99', { status }))).toBe(grade)
    expect(gradeOf(someone('a', '99', { status, quarters: [] }))).toBe(grade)
  })
})

describe('优秀', () => {
  test('goes to the best within the quota', () => {
    const outcome = evaluateYear(year([someone('a', '80'), someone('b', '90'), ...fillers], { yearGrades: { quota: '0.2', rounding: 'round', competent: '70', basic: '60' } }))
    expect(outcome.people.map((person) => person.grade)).toEqual(['competent', 'excellent', 'incompetent', 'incompetent'])
    expect(outcome.pools).toMatchObject([{ pool: 'civil', people: 4, eligible: 4, quota: 1, candidates: 2, excellent: 1 }])
  })

  test.each([
    ['a warning', { warned: true }, ['warned']],
    ['a veto of any kind', { vetoes: ['no_bonus'] }, ['veto']],
    ['no 好', { quarters: [quarter('95', { grade: 'fair_good' })] }, ['noGoodQuarter']],
    ['an 一般', { quarters: [quarter('95'), quarter('95', { grade: 'average' })] }, ['averageQuarter']],
    ['a 较差', { quarters: [quarter('95'), quarter('95', { grade: 'poor' })] }, ['averageQuarter']],
    ['a 好 only in a quarter that is not valid', { quarters: [quarter('95', { valid: false }), quarter('95', { grade: 'comment_only' })] }, ['noGoodQuarter']],
  ] as const)('is barred by %s', (_, changes, bars) => {
    const outcome = evaluateYear(year([someone('a', '95', changes), someone('b', '90'), ...fillers]))
    expect(outcome.people.map((person) => person.grade)).toEqual(['competent', 'excellent', 'incompetent', 'incompetent'])
    expect(outcome.people[0]?.reason).toMatchObject({ place: 'barred', bars })
  })

  test('is barred below 称职', () => {
    expect(gradeOf(someone('a', '69.99'))).toBe('basic')
    expect(gradeOf(someone('a', '70'))).toBe('excellent')
  })

  test('an 一般 in a quarter that is not valid does not bar', () => {
    expect(gradeOf(someone('a', '90', { quarters: [quarter('90'), quarter('10', { valid: false, grade: 'poor' })] }))).toBe('excellent')
  })

  test.each([
    ['M', { module: '30.01' }],
    ['T', { team: '30.01' }],
    ['X', { special: '0.01' }],
  ])('equal annual scores: the larger mean %s stands first', (_, more) => {
    const outcome = evaluateYear(year([someone('a', '90'), someone('b', '90', { quarters: [quarter('90', more)] }), ...fillers]))
    expect(outcome.people.map((person) => person.grade).slice(0, 2)).toEqual(['competent', 'excellent'])
  })

  test('then the smaller mean D, exact to the last place', () => {
    const thirds = ['0.00', '0.00', '0.01'].map((deduct) => quarter('90', { deduct }))
    const outcome = evaluateYear(year([someone('a', '90', { quarters: thirds }), someone('b', '90'), ...fillers]))
    expect(outcome.people.map((person) => person.grade).slice(0, 2)).toEqual(['competent', 'excellent'])
  })

  test('tied at the line: none gets it, the meeting decides', () => {
    const result = yearResult(evaluateYear(year([someone('a', '90'), someone('b', '90'), ...fillers])))
    expect(result.results.map((person) => [person.grade, person.flags])).toEqual([
      ['competent', ['needsMeeting']], ['competent', ['needsMeeting']], ['incompetent', []], ['incompetent', []],
    ])
  })
})

describe('vetoes', () => {
  test.each([
    ['no_excellent', '90', 'competent'],
    ['no_bonus', '65', 'basic'],
    ['cap_basic', '90', 'basic'],
    ['cap_basic', '50', 'incompetent'],
    ['cap_incompetent', '90', 'incompetent'],
  ] as const)('%s at %s: %s', (veto, total, grade) => {
    expect(gradeOf(someone('a', total, { vetoes: [veto] }))).toBe(grade)
  })
})

test('pools in the order of the rules, the bonus in that of its own pools and the input', () => {
  const staff = [someone('i', '90', { identity: 'institution' }), someone('b', '90'), someone('a', '80'), someone('s', '80', { pool: 'special' })]
  const outcome = evaluateYear(year(staff, { bonus: { pools: { institution: 100, civil: 101, leader: 50 }, factors: { excellent: '1.2', competent: '1', basic: '0.8' } } }))
  expect(outcome.pools.map(({ pool, exact }) => [pool, rationalText(exact)])).toEqual([['civil', '2/5'], ['institution', '1/5'], ['special', '1/5']])
  expect(outcome.bonusPools.map(({ pool, spent, staff: shared }) => [pool, spent, shared])).toEqual([['institution', 100, ['i']], ['civil', 101, ['b', 'a']], ['leader', 0, []]])
  expect(yearResult(outcome).bonus).toEqual([{ staff: 'i', pool: 'institution', fen: 100 }, { staff: 'b', pool: 'civil', fen: 58 }, { staff: 'a', pool: 'civil', fen: 43 }])
})
