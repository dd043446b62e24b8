import type { YearOutcome, YearPersonOutcome } from '../../../../../shared/domain/evaluation/computing/year-outcome.ts'
import type { AnnualPerson } from '../annual/annual-table.ts'
import { inOfficialOrder, poolOrder, quarterNumbers } from '../annual/annual-table.ts'
import type { PerformanceBookData, PerformancePerson } from './data.ts'
import { distinctions } from '../evaluation/context.ts'

/** A person with what the performance book prints beyond the year. */
export interface ReportedPerson extends AnnualPerson {
  readonly info: PerformancePerson
  readonly outcome: YearPersonOutcome | null
}

export interface ReportedPeople {
  /** In official order. */
  readonly people: readonly ReportedPerson[]
  readonly order: ReadonlyMap<string | null, number>
}

function reported(info: PerformancePerson, outcome: YearPersonOutcome | null, distinction: string, published: PerformanceBookData['publishedQuarters']): ReportedPerson {
  const quarters = quarterNumbers.map((number) => {
    const given = published.includes(number) ? info.quarters.find((quarter) => quarter.quarter === number) : undefined
    return given === undefined ? null : { total: given.total, valid: given.valid, grade: given.decided ?? given.suggested }
  })
  const year = outcome && {
    annual: outcome.annual,
    suggested: outcome.grade,
    eligible: outcome.reason.kind === 'ranked',
    needsMeeting: outcome.flags.includes('needsMeeting'),
  }
  return { ...info, distinction, quarters, year, decided: info.decidedYearGrade, info, outcome }
}

/** Everyone of the book. 党政正职 are in the data only when the core puts them there. */
export function reportedPeople(data: PerformanceBookData): ReportedPeople {
  const outcomeOf = new Map(data.yearOutcome?.people.map((outcome) => [outcome.staff, outcome]))
  const distinction = distinctions(data.people)
  const order = poolOrder(data.people.map((person) => person.pool))
  const people = data.people.map((info) => reported(info, outcomeOf.get(info.staff) ?? null, distinction.get(info.staff) ?? '', data.publishedQuarters))
  const infoOf = new Map(people.map((person) => [person.staff, person]))
  return { people: inOfficialOrder(people, order).flatMap((person) => infoOf.get(person.staff) ?? []), order }
}

/** 优秀名额 of the people of some identities: the pools' share of those who take part in the grading, rounded as the plan says. */
export function excellentQuota(people: readonly ReportedPerson[], outcome: YearOutcome | null): number | null {
  const [pool] = outcome?.pools ?? []
  if (pool === undefined) return null
  const eligible = people.filter((person) => person.year?.eligible === true).length
  const exact = (eligible * Number(pool.share.num)) / Number(pool.share.den)
  // Whole shares come out a hair beside the whole number in binary.
  const steady = Number(exact.toFixed(9))
  return { floor: Math.floor, round: Math.round, ceil: Math.ceil }[pool.rounding](steady)
}
