import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../lib/rational.ts'
import { evaluateCase } from './evaluate-case.ts'
import { parseCase } from './reading/parse-case.ts'
import { randomYearCase } from './random-year.testing.ts'
import type { YearCaseDocument } from './random-year.testing.ts'
import type { YearOutcome } from './computing/year-outcome.ts'
import { yearResult } from './results/result-document.ts'
import { evaluateYear } from './computing/year.ts'

function evaluate(json: unknown): YearOutcome {
  const parsed = parseCase(json)
  if (parsed.kind !== 'year') throw new Error(JSON.stringify(parsed))
  return evaluateYear(parsed.input)
}

function forYears(check: (document: YearCaseDocument, outcome: YearOutcome) => void): void {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const document = randomYearCase(seed)
      check(document, evaluate(document))
    }),
    { seed: 20261231, numRuns: 300 },
  )
}

test('the bonus of a pool sums exactly to it, or stays unspent when nobody has weight', () => {
  forYears((_, { people, bonusPools }) => {
    for (const { pool, amount, spent, staff } of bonusPools) {
      const shares = people.flatMap((person) => (person.pool === pool && person.bonus !== null ? [person.bonus] : []))
      expect(shares.length).toBe(staff.length)
      expect(shares.reduce((total, share) => total + share.fen, 0)).toBe(spent)
      expect(spent).toBe(staff.length === 0 ? 0 : amount)
    }
  })
})

test('more weight never gets less, equal weight at most one fen more', () => {
  forYears((_, { people, bonusPools }) => {
    for (const { pool } of bonusPools) {
      const shares = people.flatMap((person) => (person.pool === pool && person.bonus !== null ? [person.bonus] : []))
      for (const a of shares) {
        for (const b of shares) {
          if (compare(a.weight, b.weight) > 0) expect(a.fen).toBeGreaterThanOrEqual(b.fen)
          if (compare(a.weight, b.weight) === 0) expect(Math.abs(a.fen - b.fen)).toBeLessThanOrEqual(1)
        }
      }
    }
  })
})

test('quotas are never exceeded, and 优秀 is barred to the barred', () => {
  forYears((_, { people, pools }) => {
    for (const pool of pools) {
      const excellent = people.filter((person) => person.pool === pool.pool && person.grade === 'excellent')
      expect(excellent.length).toBe(pool.excellent)
      expect(excellent.length).toBeLessThanOrEqual(pool.quota)
      if (pool.tiedAtLine === 0) expect(excellent.length).toBe(Math.min(pool.quota, pool.candidates))
      for (const { reason } of excellent) expect(reason).toMatchObject({ kind: 'ranked', place: 'withinQuota', bars: [] })
    }
  })
})

test('the same case gives the same text, another order everyone the same', () => {
  forYears((document, outcome) => {
    const text = JSON.stringify(yearResult(outcome))
    expect(JSON.stringify(evaluateCase(document))).toBe(JSON.stringify({ kind: 'result', document: JSON.parse(text) }))
    const reversed = yearResult(evaluate({ ...document, staff: document.staff.map((person) => ({ ...person, quarters: person.quarters.toReversed() })).toReversed() }))
    expect(reversed.results.toReversed()).toEqual(yearResult(outcome).results)
    const byStaff = (rows: readonly { readonly staff: string }[]) => [...rows].sort((a, b) => (a.staff < b.staff ? -1 : 1))
    expect(byStaff(reversed.bonus)).toEqual(byStaff(yearResult(outcome).bonus))
  })
})
