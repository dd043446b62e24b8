import { expect, test } from 'vitest'
import { oversteps } from './decision.ts'
import type { PoolLine } from './pool-lines.ts'

const lines: readonly PoolLine[] = [
  { pool: 'civil', given: 2, quota: 2, state: 'full', tiedAtLine: 0 },
  { pool: 'institution', given: 1, quota: 2, state: 'room', tiedAtLine: 0 },
]
const person = (pool: string, grade: string, decidedGrade: string | null = null) => ({ pool, grade, decidedGrade })

test.each([
  { who: person('civil', 'fair_good'), chosen: 'good', pool: 'civil' },
  { who: person('civil', 'good'), chosen: 'good', pool: null },
  { who: person('civil', 'good', 'fair_good'), chosen: 'good', pool: 'civil' },
  { who: person('institution', 'fair_good'), chosen: 'good', pool: null },
  { who: person('civil', 'good'), chosen: 'fair_good', pool: null },
  { who: person('unknown', 'fair_good'), chosen: 'good', pool: null },
])('$chosen for $who oversteps $pool', ({ who, chosen, pool }) => {
  expect(oversteps('quarter', who, chosen, lines)?.pool ?? null).toBe(pool)
})
