import type { ReactNode } from 'react'
import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import '../tasks.css'
import { milestoneWords } from './vocabulary.ts'

/** How many days a 节点 that is not done has left, or is past. */
export function MilestoneDays({ due, on }: { readonly due: string; readonly on: string }): ReactNode {
  const left = dayNumber(due) - dayNumber(on)
  return left < 0 ? <span className="milestone-late">{milestoneWords.late(-left)}</span> : milestoneWords.ahead(left)
}
