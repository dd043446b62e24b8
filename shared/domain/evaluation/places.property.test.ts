import { describe, expect, test } from 'vitest'
import type { QuarterInput, YearInput } from '../plans/case.ts'
import type { PersonOutcome, QuarterOutcome } from './computing/outcome.ts'
import { evaluateQuarter } from './computing/quarter.ts'
import { Draw } from './random-case.testing.ts'
import { randomTownship, townshipSeeds } from './random-township.testing.ts'
import { quarterResult } from './results/result-document.ts'
import { quotaRoundings, type QuotaRounding } from '../plans/vocabulary.ts'
import { evaluateYear } from './computing/year.ts'
import type { YearPersonOutcome } from './computing/year-outcome.ts'

const seeds = townshipSeeds(300)

/** A third of the townships for each. */
function seedsOf(rounding: QuotaRounding): readonly number[] {
  return seeds.filter((seed) => quotaRoundings[seed % quotaRoundings.length] === rounding)
}

/** Places of a share with at most two decimals, in whole numbers alone. */
function places(share: string, eligible: number, rounding: QuotaRounding): number {
  const hundredths = Math.round(Number(share) * 100) * eligible
  const down = Math.trunc(hundredths / 100)
  if (rounding === 'floor') return down
  return rounding === 'ceil' ? Math.trunc((hundredths + 99) / 100) : Math.trunc((hundredths + 50) / 100)
}

interface Standing {
  readonly isBest: boolean
  readonly isTied: boolean
  /** What order is made by; equal texts stand on one place. */
  readonly numbers: string
}

/** No more than there are places; who is equal to somebody who got none did not get one either. */
function faultsOf(standings: readonly Standing[], quota: number): readonly string[] {
  const best = standings.filter(({ isBest }) => isBest)
  const outside = new Set(standings.filter(({ isTied }) => isTied).map(({ numbers }) => numbers))
  return [
    ...(best.length > quota ? [`${best.length} of ${quota} places`] : []),
    ...(best.some(({ numbers }) => outside.has(numbers)) ? ['one of the tied got a place'] : []),
    ...(outside.size > 0 && best.length + standings.filter(({ isTied }) => isTied).length <= quota ? ['tied with a place left'] : []),
  ]
}

function quarterStanding({ grade, dimensions, total }: PersonOutcome): Standing {
  const { module, team, special, deduct } = dimensions
  const isTied = grade.reason.kind === 'ranked' && grade.reason.place === 'tiedAtLine'
  return { isBest: grade.grade === 'good', isTied, numbers: [total.total, module, team, special, deduct].join(' ') }
}

function yearStanding({ grade, reason, annual, means }: YearPersonOutcome): Standing {
  const exact = (value: { readonly num: bigint; readonly den: bigint } | undefined) => (value === undefined ? '' : `${value.num}/${value.den}`)
  const numbers = [String(annual), exact(means?.module), exact(means?.team), exact(means?.special), exact(means?.deduct)].join(' ')
  return { isBest: grade === 'excellent', isTied: reason.kind === 'ranked' && reason.place === 'tiedAtLine', numbers }
}

/** A year of the township of which every quarter went like this one; who was only moved about gets fewer. */
function yearOf(input: QuarterInput, outcome: QuarterOutcome, draw: Draw, rounding: QuotaRounding): YearInput {
  const rows = new Map(quarterResult(outcome).results.map((row) => [row.staff, row]))
  const quota = draw.of(['0.2', '0.35', '0.5'])
  const quarters = draw.int(1, 4)
  return {
    year: 2026,
    pools: input.plan.pools,
    yearGrades: { quota, rounding, competent: '40', basic: '20' },
    staff: input.staff.flatMap(({ id, identity, track, status, pool }) => {
      const row = rows.get(id)
      if (row === undefined) return []
      const { total, dimensions: { module, team, special, deduct }, validPeriod: valid } = row
      const grade = draw.once(4) ? 'fair_good' : 'good'
      return [{ id, identity, track, status, pool, warned: draw.once(12), vetoes: [], months: 12, quarters: Array.from({ length: quarters }, () => ({ total, module, team, special, deduct, valid, grade }) as const) }]
    }),
    bonus: null,
  }
}

describe(`places, over ${seeds.length} townships from seed ${seeds[0] ?? 0}`, () => {
  test.each(quotaRoundings)('of a quarter are never exceeded, and none of the tied gets one: %s', (rounding) => {
    let tied = 0
    for (const seed of seedsOf(rounding)) {
      const drawn = randomTownship(seed)
      const quota = new Draw(seed).of(['0.4', '0.25', '0.15'])
      const input: QuarterInput = { ...drawn, plan: { ...drawn.plan, quarterGrades: { ...drawn.plan.quarterGrades, quota, rounding, good: '30' } } }
      const { people, pools } = evaluateQuarter(input)
      for (const pool of pools) {
        const members = people.filter((person) => person.pool === pool.pool)
        const eligible = members.filter(({ status, duty }) => status === 'active' && duty.valid).length
        expect([seed, pool.pool, pool.quota, ...faultsOf(members.map(quarterStanding), places(quota, eligible, rounding))]).toEqual([seed, pool.pool, places(quota, eligible, rounding)])
        tied += pool.tiedAtLine
      }
    }
    expect(tied).toBeGreaterThan(20)
  })

  test.each(quotaRoundings)('of a year are never exceeded, and none of the tied gets one: %s', (rounding) => {
    let tied = 0
    for (const seed of seedsOf(rounding)) {
      const input = randomTownship(seed)
      const year = yearOf(input, evaluateQuarter(input), new Draw(seed), rounding)
      const { people, pools } = evaluateYear(year)
      for (const pool of pools) {
        const members = people.filter((person) => person.pool === pool.pool)
        const eligible = members.filter(({ status, annual }) => status === 'active' && annual !== null).length
        const quota = places(year.yearGrades.quota, eligible, rounding)
        expect([seed, pool.pool, pool.quota, ...faultsOf(members.map(yearStanding), quota)]).toEqual([seed, pool.pool, quota])
        tied += pool.tiedAtLine
      }
    }
    expect(tied).toBeGreaterThan(20)
  })
})
