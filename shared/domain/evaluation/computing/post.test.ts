import { describe, expect, test } from 'vitest'
import { rationalText } from '../../../lib/rational.ts'
import type { Post } from '../../plans/case.ts'
import { decimal, planWith, presenceWith } from '../example.testing.ts'
import { postCoefficient, postTable, scorePost } from './post.ts'

function post(id: string, score: string, coefficient: string | null = null): Post {
  return { id, name: id, score, coefficient, factors: null }
}

const plan = planWith()

describe('P', () => {
  test('李四: (16×45 + 18×45)/90 = 17.00', () => {
    const presence = presenceWith({ module: 's', post: 'b1', from: '2025-06-01', to: '2026-02-14' }, { module: 'e', post: 'b2', from: '2026-02-15', to: null })
    const outcome = scorePost(presence, postTable([post('b1', '16'), post('b2', '18')], plan), plan)
    expect(outcome).toMatchObject({ score: 1700, coveredDays: 90 })
    expect(outcome.segments.map(({ from, to, days }) => [from, to, days])).toEqual([['2026-01-01', '2026-02-14', 45], ['2026-02-15', '2026-03-31', 45]])
  })

  test('a day with two posts counts the higher score and the higher coefficient (就高)', () => {
    const presence = presenceWith({ module: 'm', post: 'x', from: '2026-01-01', to: null }, { module: 'n', post: 'y', from: '2026-03-02', to: null })
    const outcome = scorePost(presence, postTable([post('x', '15', '1.10'), post('y', '18', '0.95')], plan), plan)
    expect(rationalText(outcome.mean)).toBe('16')
    expect(rationalText(outcome.exactCoefficient)).toBe('11/10')
  })

  test('uncovered days do not lower the mean', () => {
    const presence = presenceWith({ module: 'm', post: 'x', from: '2026-03-30', to: null })
    expect(scorePost(presence, postTable([post('x', '15')], plan), plan)).toMatchObject({ score: 1500, coveredDays: 2 })
  })

  test('scores above the maximum are capped once, at the end', () => {
    const presence = presenceWith({ module: 'm', post: 'x', from: '2026-01-01', to: '2026-02-14' }, { module: 'm', post: 'y', from: '2026-02-15', to: null })
    const table = postTable([post('x', '24'), post('y', '14')], plan)
    expect(scorePost(presence, table, plan).score).toBe(1900)
    expect(scorePost(presence, postTable([post('x', '24'), post('y', '18')], plan), plan).score).toBe(2000)
  })

  test('does not exist when the plan gives posts no points', () => {
    const none = planWith({ dimensions: { post: '0' } })
    expect(scorePost(presenceWith({ module: 'm', post: 'x', from: '2026-01-01', to: null }), postTable([post('x', '15')], none), none).score).toBeNull()
  })
})

describe('k', () => {
  test.each([
    [{ workload: 5, difficulty: 5, risk: 5 }, '11/10'],
    [{ workload: 1, difficulty: 1, risk: 1 }, '9/10'],
    [{ workload: 3, difficulty: 4, risk: 4 }, '31/30'],
  ])('of factors %o is %s', (factors, expected) => {
    expect(rationalText(postCoefficient({ ...post('x', '15'), factors }, plan))).toBe(expected)
  })

  test('a stated coefficient wins, and without either it is 1', () => {
    expect(postCoefficient({ ...post('x', '15', '1.05'), factors: { workload: 1, difficulty: 1, risk: 1 } }, plan)).toEqual(decimal('1.05'))
    expect(postCoefficient(post('x', '15'), plan)).toEqual(decimal('1'))
  })

  test('is averaged exactly and rounded to 4 decimals', () => {
    const presence = presenceWith({ module: 'm', post: 'x', from: '2026-01-01', to: '2026-01-30' }, { module: 'm', post: 'y', from: '2026-01-31', to: null })
    const outcome = scorePost(presence, postTable([post('x', '15', '1'), post('y', '15', '1.0001')], plan), plan)
    expect(rationalText(outcome.exactCoefficient)).toBe('15001/15000')
    expect(outcome.coefficient).toEqual(decimal('1.0001'))
  })
})
