import { describe, expect, test } from 'vitest'
import { rationalText } from '../../../lib/rational.ts'
import type { Deduction } from '../../plans/case.ts'
import { scoreDeductions } from './deduction.ts'
import { firstQuarter, planWith } from '../example.testing.ts'

const plan = planWith()

function item(id: string, rule: Deduction['rule'], date = '2026-02-10', exempt = false): Deduction {
  return { id, staff: 'a', rule, date, exempt }
}

function points(deductions: readonly Deduction[], prior = 0) {
  return scoreDeductions(deductions, 0, prior, firstQuarter, plan).items.map((counted) => [counted.id, counted.state, counted.order, rationalText(counted.points)])
}

describe('D', () => {
  test('王五: red 1 and a first rejection 0.5', () => {
    expect(scoreDeductions([item('d2', 'red_supervision'), item('d3', 'rejected_feedback', '2026-02-20')], 0, 0, firstQuarter, plan).score).toBe(150)
  })

  test('fixed rules and negative circulars', () => {
    const deductions = [item('a', 'yellow_supervision'), item('b', 'absence'), item('c', 'negative_circular')]
    const outcome = scoreDeductions(deductions, 2, 0, firstQuarter, plan)
    expect([rationalText(outcome.circulars.points), rationalText(outcome.sum), outcome.score]).toEqual(['4', '7', 700])
  })

  test('rejections grow through the year: by date, then id as a string', () => {
    const same = ['d10', 'd9', 'd2'].map((id) => item(id, 'rejected_feedback', '2026-03-01'))
    expect(points([...same, item('z', 'rejected_feedback', '2026-01-01')])).toEqual([
      ['z', 'counted', 1, '1/2'],
      ['d10', 'counted', 2, '1'],
      ['d2', 'counted', 3, '2'],
      ['d9', 'counted', 4, '5'],
    ])
  })

  test('earlier ones of the year come before, the fourth and later cost 5', () => {
    expect(points([item('a', 'rejected_feedback')], 2)).toEqual([['a', 'counted', 3, '2']])
    expect(points([item('a', 'rejected_feedback')], 9)).toEqual([['a', 'counted', 10, '5']])
  })

  test('exempt items stay visible at 0, items outside the period count nowhere, neither advances the count', () => {
    expect(
      points([
        item('a', 'rejected_feedback', '2025-12-31'),
        item('b', 'rejected_feedback', '2026-01-05', true),
        item('c', 'rejected_feedback', '2026-01-06'),
        item('d', 'red_supervision', '2026-04-01'),
        item('e', 'absence', '2026-01-07', true),
      ]),
    ).toEqual([
      ['a', 'outside', null, '0'],
      ['b', 'exempt', null, '0'],
      ['c', 'counted', 1, '1/2'],
      ['e', 'exempt', null, '0'],
      ['d', 'outside', null, '0'],
    ])
  })

  test('is capped', () => {
    expect(scoreDeductions([item('a', 'red_supervision')], 6, 0, firstQuarter, plan)).toMatchObject({ score: 1000 })
    expect(scoreDeductions([], 1, 0, firstQuarter, planWith({ dimensions: { deductCap: '0' } })).score).toBeNull()
  })
})
