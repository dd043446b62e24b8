import { parseDecimal } from '../../lib/decimal.ts'
import { round2 } from '../../lib/hundredths.ts'
import { divide, isZero, minimum, multiply, one, ratio, sum, whole } from '../../lib/rational.ts'
import type { Rational } from '../../lib/rational.ts'
import type { Period, ServiceEvent } from './case.ts'
import type { ExactPlan } from './exact-plan.ts'
import type { DecimalText } from './plan.ts'
import type { DuplicateEvent, ServiceKindOutcome, ServiceOutcome } from './team-outcome.ts'

/** One person's events: their positions, in order, among all of the input. */
export interface OwnEvents {
  readonly positions: readonly number[]
  readonly events: readonly ServiceEvent[]
}

/** Events of one person that count once: same village, day, kind and household, an empty household equal to an empty one. */
export function isSameEvent(a: ServiceEvent, b: ServiceEvent): boolean {
  return a.date === b.date && a.kind === b.kind && a.village === b.village && (a.household ?? '') === (b.household ?? '')
}

interface SortedEvents {
  readonly counted: readonly number[]
  readonly duplicates: readonly DuplicateEvent[]
  readonly outside: readonly number[]
  readonly unverified: readonly number[]
  readonly quantities: ReadonlyMap<string, ReadonlyMap<DecimalText, number>>
}

/** Quantities are few and repeat, so they are tallied as texts and each is read once. */
function tally(quantities: Map<string, Map<DecimalText, number>>, { kind, quantity }: ServiceEvent): void {
  const ofKind = quantities.get(kind)
  if (ofKind) ofKind.set(quantity, (ofKind.get(quantity) ?? 0) + 1)
  else quantities.set(kind, new Map([[quantity, 1]]))
}

function sumOfTally(tallied: ReadonlyMap<DecimalText, number> = new Map()): Rational {
  return sum(Array.from(tallied, ([quantity, times]) => multiply(parseDecimal(quantity), whole(times))))
}

function sortEvents({ positions, events }: OwnEvents, period: Period): SortedEvents {
  // One person has few events a day, so walking back over those is quicker than building a key for each.
  const lastOfDay = new Map<string, number>()
  const earlierThatDay = new Map<number, number>()
  const quantities = new Map<string, Map<DecimalText, number>>()
  const counted: number[] = []
  const duplicates: DuplicateEvent[] = []
  const outside: number[] = []
  const unverified: number[] = []
  for (const position of positions) {
    const event = events[position]
    if (event === undefined) continue
    if (!event.verified) unverified.push(position)
    else if (event.date < period.start || event.date > period.end) outside.push(position)
    else {
      const last = lastOfDay.get(event.date)
      let first = last
      while (first !== undefined && !isSameEvent(events[first] ?? event, event)) first = earlierThatDay.get(first)
      if (first !== undefined) duplicates.push({ event: position, first })
      else {
        if (last !== undefined) earlierThatDay.set(position, last)
        lastOfDay.set(event.date, position)
        counted.push(position)
        tally(quantities, event)
      }
    }
  }
  return { counted, duplicates, outside, unverified, quantities }
}

/** points / needed, at most 1; where nothing is needed, 1. */
function shareOf(points: Rational, needed: Rational): Rational {
  return isZero(needed) ? one : minimum(one, divide(points, needed))
}

/** T2 (履职积分) of one person, with `coverage` of the period's `days`. */
export function scoreService(own: OwnEvents, coverage: number, days: number, period: Period, plan: ExactPlan): ServiceOutcome {
  const { quantities, counted, duplicates, outside, unverified } = sortEvents(own, period)
  const kinds = Array.from(plan.serviceKinds, ([kind, rule]): ServiceKindOutcome => {
    const quantity = sumOfTally(quantities.get(kind))
    const points = multiply(quantity, rule.points)
    return { kind, quantity, each: rule.points, points, cap: rule.cap, capped: minimum(points, rule.cap) }
  })
  const points = sum(kinds.map((kind) => kind.capped))
  const needed = multiply(plan.serviceTarget, ratio(BigInt(coverage), BigInt(days)))
  const exact = coverage === 0 ? null : multiply(plan.serviceMax, shareOf(points, needed))
  return {
    max: plan.serviceMax,
    target: plan.serviceTarget,
    kinds,
    points,
    counted,
    duplicates,
    outside,
    unverified,
    coverage,
    needed,
    exact,
    score: exact === null ? null : round2(exact),
  }
}
