import type { Read } from '../../../db/types.ts'
import { faults } from '../../app/vocabulary.ts'
import { planWord } from '../../../../shared/domain/plans/plan-vocabulary.ts'
import { planOnDay } from '../../plans/periods.ts'

/** The kinds of service that the plan of a day counts, in its order. */
export function kindsOn(read: Read, day: string) {
  return Object.entries(planOnDay(read, day).quarter.team.service.kinds).map(([kind, { points, cap }]) => ({ kind, points, cap }))
}

/** A kind that the plan of the day does not know would never count; null is no fault. */
export function kindReason(read: Read, day: string, kind: string): string | null {
  const known = kindsOn(read, day).map((row) => row.kind)
  return known.includes(kind) ? null : faults.notInPlan(kind, known.map((one) => planWord('service', one)).join('、'))
}
