import { dayNumber } from '../../../lib/calendar-day.ts'
import type { SupervisionLevel } from '../tasks/codes.ts'
import { lightOf, type LightFacts } from '../tasks/light.ts'

/** Days overdue beyond which a 督办单 is proposed. */
export const supervisionAfter = { yellow: 3, red: 7 } as const satisfies Record<SupervisionLevel, number>

export interface SupervisionFacts extends LightFacts {
  /** The 督办单 on this task, with the day each was issued on. */
  readonly supervisions: readonly { readonly level: SupervisionLevel; readonly issuedOn: string }[]
}

/** Whole days past due of a task that shows red; 0 for any other. */
export function daysOverdue(task: LightFacts, today: string): number {
  return lightOf(task, today) === 'red' ? dayNumber(today) - dayNumber(task.due) : 0
}

/**
 * The 督办单 that a task's light proposes: red for more than 3 days a yellow one, for more than 7 a red one, each once for a
 * deadline; one that was issued before the deadline was moved counts no more. A person issues it.
 */
export function proposedSupervision(task: SupervisionFacts, today: string): SupervisionLevel | null {
  const late = daysOverdue(task, today)
  const issued = task.supervisions.filter(({ issuedOn }) => issuedOn > task.due)
  if (late > supervisionAfter.red) return issued.some(({ level }) => level === 'red') ? null : 'red'
  if (late > supervisionAfter.yellow) return issued.length > 0 ? null : 'yellow'
  return null
}

/** 最多督一次: the month in which a module has one 督查日 at most. */
export function supervisionMonth(date: string): string {
  return date.slice(0, 7)
}
