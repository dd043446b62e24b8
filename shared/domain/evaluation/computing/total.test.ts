import { describe, expect, test } from 'vitest'
import { hundredths } from '../../../lib/hundredths.ts'
import { decimal, planWith } from '../example.testing.ts'
import type { Dimensions } from './outcome.ts'
import { scoreTotal } from './total.ts'

function dimensions(post: number, module: number, team: number, special: number, deduct: number): Dimensions {
  return { post: hundredths(post), module: hundredths(module), team: hundredths(team), special: hundredths(special), deduct: hundredths(deduct) }
}

const zhangSan = dimensions(1800, 3739, 3500, 700, 0)
const liSi = dimensions(1700, 3315, 3200, 0, 50)
const wangWu = dimensions(1600, 2469, 2585, 120, 150)

describe('Q, additive', () => {
  test.each([
    ['张三', zhangSan, 9739],
    ['李四', liSi, 8165],
    ['王五', wangWu, 6624],
    ['never below 0', dimensions(0, 0, 0, 0, 1000), 0],
  ])('%s', (_, given, total) => {
    expect(scoreTotal(given, decimal('1'), planWith())).toMatchObject({ mode: 'additive', total })
  })
})

describe('Q, coefficient', () => {
  const plan = planWith({ mode: 'coefficient' })

  test.each([
    ['张三', zhangSan, '1.05', 10201],
    ['李四', liSi, '1.00', 8094],
    ['王五', wangWu, '0.98', 6161],
    ['never below 0', dimensions(2000, 0, 0, 0, 1000), '1', 0],
  ])('%s', (_, given, coefficient, total) => {
    expect(scoreTotal(given, decimal(coefficient), plan)).toMatchObject({ mode: 'coefficient', total })
  })

  test('a dimension without points has no share', () => {
    const moduleOnly = planWith({ mode: 'coefficient', dimensions: { team: '0' }, team: { result: '0', service: { max: '0' } } })
    expect(scoreTotal(dimensions(0, 4000, 0, 0, 0), decimal('1'), moduleOnly)).toMatchObject({ scaled: 5000, total: 5000 })
  })
})
