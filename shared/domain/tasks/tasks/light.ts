import { dayNumber } from '../../../lib/calendar-day.ts'
import type { TaskState } from './codes.ts'

export const lights = ['red', 'yellow', 'green', 'grey'] as const
export type Light = (typeof lights)[number]

export interface LightFacts {
  readonly state: TaskState
  readonly issuedOn: string | null
  readonly due: string
  /** Whole percent. */
  readonly progress: number
}

/** Issued and not yet 办结: the states that have a light. */
export const underWay = ['issued', 'active', 'submitted', 'reviewed'] as const satisfies readonly TaskState[]

function isUnderWay(state: TaskState): boolean {
  return underWay.some((other) => other === state)
}

/**
 * 红黄绿灰: red overdue; yellow with at most 3 days or 20 % of the time left, or progress 15 points behind the elapsed time;
 * grey when not issued or already closed. Work handed in waits for others and is neither late nor behind.
 */
export function lightOf(task: LightFacts, today: string): Light {
  if (!isUnderWay(task.state) || task.issuedOn === null) return 'grey'
  if (task.state === 'submitted' || task.state === 'reviewed') return 'green'
  const left = dayNumber(task.due) - dayNumber(today)
  if (left < 0) return 'red'
  const whole = Math.max(1, dayNumber(task.due) - dayNumber(task.issuedOn))
  const elapsedPercent = Math.min(100, ((whole - left) * 100) / whole)
  const isYellow = left <= 3 || left * 5 <= whole || elapsedPercent - task.progress >= 15
  return isYellow ? 'yellow' : 'green'
}

/** The last day on which a party handed in, for work that has been handed in as a whole. */
export interface OverdueFacts extends Pick<LightFacts, 'state' | 'issuedOn' | 'due'> {
  readonly handedInOn: string | null
}

/** Whole days by which work under way is past its due day: today, or on the day it was handed in; else 0. A slow reviewer makes nothing late. */
export function daysLate(task: OverdueFacts, today: string): number {
  if (!isUnderWay(task.state) || task.issuedOn === null) return 0
  const isHandedIn = task.state === 'submitted' || task.state === 'reviewed'
  const until = isHandedIn ? (task.handedInOn ?? task.due) : today
  return Math.max(0, dayNumber(until) - dayNumber(task.due))
}

/** 超期: late by {@link daysLate}. */
export function isOverdue(task: OverdueFacts, today: string): boolean {
  return daysLate(task, today) > 0
}
