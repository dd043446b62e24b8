import { sum } from '../../../lib/rational.ts'
import { parseDecimal } from '../../../lib/decimal.ts'
import { groupBy } from '../../../lib/group-by.ts'
import { bonusFactors, splitBonus } from './bonus.ts'
import type { BonusRule, YearInput } from '../../plans/case.ts'
import { byPool, poolOf } from '../../plans/pool.ts'
import { quotaOf } from '../../plans/quota.ts'
import { gradePool, yearStanding } from './year-grade.ts'
import type { YearGradeOutcome, YearStanding } from './year-grade.ts'
import type { BonusPoolOutcome, BonusShare, YearOutcome, YearPersonOutcome, YearPoolOutcome } from './year-outcome.ts'

interface Placed extends YearStanding {
  readonly pool: string | null
}

interface GradedPools {
  readonly grades: ReadonlyMap<YearStanding, YearGradeOutcome>
  readonly pools: readonly YearPoolOutcome[]
}

function gradePools(people: readonly Placed[], input: YearInput): GradedPools {
  const share = parseDecimal(input.yearGrades.quota)
  const { rounding } = input.yearGrades
  const grades = new Map<YearStanding, YearGradeOutcome>()
  const pools = Array.from(byPool(people, (person) => person.pool, input.pools), ([pool, members]): YearPoolOutcome => {
    const { grades: poolGrades, ...counts } = gradePool(members, input.yearGrades)
    for (const [standing, grade] of poolGrades) grades.set(standing, grade)
    return { pool, people: members.length, share, exact: quotaOf(share, counts.eligible, rounding).exact, rounding, ...counts }
  })
  return { grades, pools }
}

interface SplitBonus {
  readonly shares: ReadonlyMap<string, BonusShare>
  readonly pools: readonly BonusPoolOutcome[]
}

function splitPools(people: readonly YearPersonOutcome[], bonus: BonusRule): SplitBonus {
  const factors = bonusFactors(bonus.factors)
  const byPoolId = groupBy(people, (person) => person.pool)
  const shares = new Map<string, BonusShare>()
  const pools = Object.entries(bonus.pools).map(([pool, amount]): BonusPoolOutcome => {
    const split = splitBonus(amount, byPoolId.get(pool) ?? [], factors)
    for (const [staff, share] of split) shares.set(staff, share)
    return { pool, amount, weight: sum(Array.from(split.values(), (share) => share.weight)), spent: split.size === 0 ? 0 : amount, staff: [...split.keys()] }
  })
  return { shares, pools }
}

function personOutcome({ person, pool, validQuarters, means, annual }: Placed, { grade, reason }: YearGradeOutcome): YearPersonOutcome {
  const { id: staff, identity, track, status, warned, vetoes, quarters, months } = person
  const flags = reason.kind === 'ranked' && reason.place === 'tiedAtLine' ? (['needsMeeting'] as const) : []
  return { staff, identity, track, status, pool, warned, vetoes, quarters, months, validQuarters: validQuarters.length, means, annual, grade, reason, flags, bonus: null }
}

/** Evaluates a year: annual scores, suggested grades and bonus, with all they are made of. 党政正职 do not appear. */
export function evaluateYear(input: YearInput): YearOutcome {
  const scored = input.staff.filter((person) => person.track !== 'excluded')
  const placed = scored.map((person): Placed => ({ ...yearStanding(person), pool: poolOf(person, input.pools) }))
  const { grades, pools } = gradePools(placed, input)
  const people = placed.flatMap((person) => {
    const grade = grades.get(person)
    return grade === undefined ? [] : [personOutcome(person, grade)]
  })
  if (input.bonus === null) return { year: input.year, people, pools, bonusPools: [] }
  const split = splitPools(people, input.bonus)
  return {
    year: input.year,
    people: people.map((person) => ({ ...person, bonus: split.shares.get(person.staff) ?? null })),
    pools,
    bonusPools: split.pools,
  }
}
