import { dayNumber } from '../../lib/calendar-day.ts'
import type { TaskState } from './codes.ts'

export type Light = 'red' | 'yellow' | 'green' | 'grey'

export interface LightFacts {
  readonly state: TaskState
  readonly issuedOn: string | null
  readonly due: string
  /** Whole percent. */
  readonly progress: number
}

const underWay: readonly TaskState[] = ['issued', 'active', 'submitted', 'reviewed']

/**
 * 红黄绿灰: red overdue; yellow with at most 3 days or 20 % of the time left, or progress 15 points behind the elapsed time;
 * grey when not issued or already closed. Work handed in waits for others and is neither late nor behind.
 */
export function lightOf(task: LightFacts, today: string): Light {
  if (!underWay.includes(task.state) || task.issuedOn === null) return 'grey'
  if (task.state === 'submitted' || task.state === 'reviewed') return 'green'
  const left = dayNumber(task.due) - dayNumber(today)
  if (left < 0) return 'red'
  const whole = Math.max(1, dayNumber(task.due) - dayNumber(task.issuedOn))
  const elapsedPercent = Math.min(100, ((whole - left) * 100) / whole)
  const isYellow = left <= 3 || left * 5 <= whole || elapsedPercent - task.progress >= 15
  return isYellow ? 'yellow' : 'green'
}
