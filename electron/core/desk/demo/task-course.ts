import type { TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { TaskQuality } from '../../../../shared/domain/plans/task-codes.ts'
import type { BundleTask } from '../bundle/bundle.ts'
import type { Dice } from './dice.ts'
import type { TownshipTable } from './tables.ts'
import { daysBetween, plusDays, workdayFrom, workdayUpTo } from './workdays.ts'

export type Course = Pick<BundleTask, 'state' | 'exempt' | 'completedOn' | 'reworks' | 'quality' | 'progress'>

/** The demo shows the township as it stands on this day. */
export const stockDay = '2026-07-08'

export function drawQuality(dice: Dice, diligence: number): TaskQuality | null {
  if (dice.chance(0.22)) return null
  const share: Readonly<Record<TaskQuality, number>> = { excellent: 0.08 + 0.5 * diligence, good: 0.36, fair: 0.05 + 0.28 * (1 - diligence), poor: 0.02 + 0.16 * (1 - diligence) }
  return dice.weighted(['excellent', 'good', 'fair', 'poor'] as const, (quality) => share[quality])
}

function drawReworks(dice: Dice, diligence: number): number {
  if (!dice.chance(0.2 - 0.15 * diligence)) return 0
  return dice.chance(0.15) ? 2 : 1
}

/** Day of the accepted submission; null when it is not done by the stock day. */
function drawCompletion(dice: Dice, diligence: number, issuedOn: string, due: string, holidays: TownshipTable['holidays']): string | null {
  if (dice.chance(0.01 + 0.14 * (1 - diligence) ** 2)) return null
  if (dice.chance(0.04 + 0.46 * (1 - diligence) ** 2)) {
    const [low, high] = dice.weighted([[1, 3], [4, 10], [11, 40]] as const, ([first]) => (first === 1 ? 5 : first === 4 ? 4 : 1.5))
    const late = workdayFrom(plusDays(due, dice.between(low, high)), holidays)
    return late < stockDay ? late : null
  }
  const early = workdayUpTo(plusDays(due, -dice.below(Math.min(7, daysBetween(issuedOn, due)))), holidays)
  return early < issuedOn ? due : early
}

/** The course of an issued task whose due day lies in the past, by the diligence of its host. */
export function drawPastCourse(dice: Dice, diligence: number, issuedOn: string, due: string, closedShare: number, holidays: TownshipTable['holidays']): Course {
  const exempt = dice.chance(0.008)
  const aside = dice.chance(0.02) ? dice.pick(['suspended', 'revoked'] as const) : null
  if (aside !== null) return { state: aside, exempt: false, completedOn: null, reworks: 0, quality: null, progress: dice.between(1, 7) * 10 }
  const completedOn = drawCompletion(dice, diligence, issuedOn, due, holidays)
  if (completedOn === null) {
    const unaccepted = dice.chance(0.08)
    return { state: unaccepted ? 'issued' : 'active', exempt, completedOn: null, reworks: 0, quality: null, progress: unaccepted ? 0 : dice.between(1, 9) * 10 }
  }
  const state: TaskState = dice.chance(closedShare) ? 'closed' : 'completed'
  return { state, exempt, completedOn, reworks: drawReworks(dice, diligence), quality: drawQuality(dice, diligence), progress: 100 }
}

const openShare = { issued: 2, active: 5, submitted: 4, reviewed: 3, suspended: 1, completed: 1 } as const

/** A task still in its flow on the stock day; one issued later than that is not yet issued. */
export function drawOpenCourse(dice: Dice, issuedOn: string): Course {
  const state: TaskState =
    issuedOn > stockDay
      ? dice.pick(['draft', 'pending'] as const)
      : dice.weighted(['issued', 'active', 'submitted', 'reviewed', 'suspended', 'completed'] as const, (one) => openShare[one])
  const progress = { draft: 0, pending: 0, issued: 0, active: dice.between(1, 8) * 10, submitted: 100, reviewed: 100, suspended: 40, completed: 100 }[state]
  return { state, exempt: false, completedOn: state === 'completed' ? stockDay : null, reworks: 0, quality: null, progress }
}
