import { describe, expect, test } from 'vitest'
import { hundredths } from '../../../lib/hundredths.ts'
import type { Dimensions } from './outcome.ts'
import { defaultPlan } from '../../plans/plan-presets.ts'
import type { QuarterGradeRule } from '../../plans/plan.ts'
import { gradeQuarter } from './quarter-grade.ts'
import type { GradedPerson } from './quarter-grade.ts'

const dimensions: Dimensions = { post: hundredths(2000), module: hundredths(3000), team: hundredths(3000), special: hundredths(100), deduct: hundredths(0) }

function someone(total: number, changes: Partial<GradedPerson> = {}): GradedPerson {
  return { pool: 'civil', status: 'active', validPeriod: true, total: hundredths(total), dimensions, vetoes: [], ...changes }
}

function grades(people: readonly GradedPerson[], rule: Partial<QuarterGradeRule> = {}): readonly string[] {
  const graded = gradeQuarter(people, defaultPlan.pools, { ...defaultPlan.quarterGrades, ...rule }).grades
  return people.map((person) => graded.get(person)?.grade ?? 'none')
}

const fillers = [someone(1000), someone(1000), someone(1000)]

describe('without ranking', () => {
  test('probation writes a comment only, a pending case waits, a period not valid has no grade', () => {
    expect(grades([someone(9900, { status: 'probation', validPeriod: false }), someone(9900, { status: 'pending_case', validPeriod: false }), someone(9900, { validPeriod: false })])).toEqual([
      'comment_only', 'pending', 'no_grade',
    ])
  })

  test('they do not count for the quota', () => {
    expect(grades([someone(9000), someone(9500, { validPeriod: false }), someone(9500, { status: 'probation' })])).toEqual(['fair_good', 'no_grade', 'comment_only'])
  })
})

describe('by score', () => {
  test.each([
    [8499, 'fair_good'], [7000, 'fair_good'], [6999, 'average'], [6000, 'average'], [5999, 'poor'], [0, 'poor'],
  ])('%i hundredths without a place: %s', (total, grade) => {
    expect(grades([someone(total), ...fillers])[0]).toBe(grade)
  })

  test('good begins exactly at the threshold', () => {
    expect(grades([someone(8500), someone(8499), ...fillers])).toEqual(['good', 'fair_good', 'poor', 'poor', 'poor'])
  })
})

describe('the quota', () => {
  test('is taken per pool, all tracks together', () => {
    const institution = { pool: 'institution' }
    expect(grades([someone(9000), someone(8900), someone(8800, institution), ...fillers, ...fillers.map((person) => ({ ...person, ...institution }))]).slice(0, 3)).toEqual(['good', 'good', 'good'])
  })

  test.each([['floor', ['good', 'fair_good']], ['round', ['good', 'good']], ['ceil', ['good', 'good']]] as const)('of 4 people, %s', (rounding, expected) => {
    expect(grades([someone(9000), someone(8900), ...fillers.slice(0, 2)], { rounding })).toEqual([...expected, 'poor', 'poor'])
  })

  test('people outside every pool are a group of their own', () => {
    expect(grades([someone(9000, { pool: null }), ...fillers.map((person) => ({ ...person, pool: null }))])[0]).toBe('good')
  })
})

describe('the order of candidates', () => {
  test.each([
    ['M', { module: hundredths(3001) }],
    ['T', { team: hundredths(3001) }],
    ['X', { special: hundredths(101) }],
  ])('equal totals: more %s stands first', (_, more) => {
    expect(grades([someone(9000), someone(9000, { dimensions: { ...dimensions, ...more } }), ...fillers.slice(0, 1)])).toEqual(['fair_good', 'good', 'poor'])
  })

  test('and last, fewer D', () => {
    expect(grades([someone(9000, { dimensions: { ...dimensions, deduct: hundredths(50) } }), someone(9000), ...fillers.slice(0, 1)])).toEqual(['fair_good', 'good', 'poor'])
  })

  test('tied on all five across the line: none gets it, the meeting decides', () => {
    const people = [someone(9500), someone(9000), someone(9000), ...fillers]
    const { grades: graded, pools } = gradeQuarter(people, defaultPlan.pools, defaultPlan.quarterGrades)
    expect(people.map((person) => graded.get(person)?.grade)).toEqual(['good', 'fair_good', 'fair_good', 'poor', 'poor', 'poor'])
    expect(graded.get(people[1] ?? someone(0))?.reason).toEqual({ kind: 'ranked', place: 'tiedAtLine', order: 2, quota: 2, byScore: 'fair_good', cappedBy: null })
    expect(pools).toMatchObject([{ pool: 'civil', people: 6, eligible: 6, quota: 2, candidates: 3, good: 1, tiedAtLine: 2 }])
  })
})

describe('vetoes', () => {
  test.each([
    ['no_good', 9000, 'fair_good'],
    ['no_good', 6500, 'average'],
    ['cap_basic', 9000, 'average'],
    ['cap_basic', 5000, 'poor'],
    ['cap_incompetent', 9000, 'poor'],
  ] as const)('%s at %i: %s', (veto, total, grade) => {
    expect(grades([someone(total, { vetoes: [veto] }), ...fillers])[0]).toBe(grade)
  })

  test('the hardest of several holds', () => {
    expect(grades([someone(9000, { vetoes: ['no_good', 'cap_basic', 'cap_incompetent'] }), ...fillers])[0]).toBe('poor')
  })

  test('of any kind keep from 好, and the place goes to the next', () => {
    expect(grades([someone(9500, { vetoes: ['no_good'] }), someone(9000), ...fillers.slice(0, 1)])).toEqual(['fair_good', 'good', 'poor'])
  })
})
