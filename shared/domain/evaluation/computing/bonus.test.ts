import { describe, expect, test } from 'vitest'
import { hundredths } from '../../../lib/hundredths.ts'
import { rationalText } from '../../../lib/rational.ts'
import { bonusFactors, bonusWeight, splitBonus } from './bonus.ts'
import type { BonusClaim } from './bonus.ts'

const factors = bonusFactors({ excellent: '1.2', competent: '1', basic: '0.8' })

function claim(staff: string, changes: Partial<BonusClaim> = {}): BonusClaim {
  return { staff, annual: hundredths(8000), grade: 'competent', months: 12, vetoes: [], ...changes }
}

function split(amount: number, claims: readonly BonusClaim[]): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from(splitBonus(amount, claims, factors), ([staff, share]) => [staff, share.fen]))
}

describe('the weight', () => {
  test.each([
    ['优秀', { grade: 'excellent' }, '96'],
    ['9 months', { months: 9 }, '60'],
    ['基本称职 for 6 months', { grade: 'basic', months: 6 }, '32'],
  ] as const)('%s', (_, changes, expected) => {
    expect(rationalText(bonusWeight(claim('a', changes), factors)?.weight ?? { num: 0n, den: 1n })).toBe(expected)
  })

  test.each([
    ['a grade without a factor', { grade: 'incompetent' }],
    ['the veto no_bonus', { vetoes: ['no_bonus'] }],
    ['no annual score', { annual: null }],
  ] as const)('%s gets none', (_, changes) => {
    expect(bonusWeight(claim('a', changes), factors)).toBeNull()
  })
})

describe('largest remainders', () => {
  test('spend the pool exactly, the smaller id first among equals', () => {
    expect(split(100, [claim('c'), claim('b'), claim('a')])).toEqual({ a: 34, b: 33, c: 33 })
    expect(split(101, [claim('s10'), claim('s9'), claim('s8')])).toEqual({ s10: 34, s9: 33, s8: 34 })
  })

  test('go by the remainder before the id', () => {
    expect(split(10, [claim('a'), claim('b', { grade: 'excellent' })])).toEqual({ a: 5, b: 5 })
    expect(split(1, [claim('a'), claim('b', { grade: 'excellent' })])).toEqual({ a: 0, b: 1 })
  })

  test('leave a pool unspent when nobody has weight', () => {
    expect(split(100, [claim('a', { grade: 'pending' })])).toEqual({})
    expect(split(100, [claim('a', { months: 0 })])).toEqual({})
    expect(split(100, [])).toEqual({})
  })
})
