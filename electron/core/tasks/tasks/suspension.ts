import { and, eq } from 'drizzle-orm'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { extension } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import type { TaskRow } from './describe.ts'
import { moveOpenMilestones } from './move-milestones.ts'

/** 中止: from this day on the clock stands still. */
export function putAside(today: string): Partial<TaskRow> {
  return { suspendedOn: today }
}

/** 恢复: the deadline, the open milestones and an extension that is asked for move by the days that the task was put aside. */
export function goOn(tx: Write, row: TaskRow, today: string): Partial<TaskRow> {
  if (row.suspendedOn === null) return {}
  const days = dayNumber(today) - dayNumber(row.suspendedOn)
  const later = (day: string) => dayText(dayNumber(day) + days)
  moveOpenMilestones(tx, row.id, days)
  for (const asked of tx.select().from(extension).where(and(eq(extension.taskId, row.id), eq(extension.state, 'asked'))).all()) {
    tx.update(extension).set({ fromDue: later(asked.fromDue), toDue: later(asked.toDue), version: asked.version + 1 }).where(eq(extension.id, asked.id)).run()
  }
  return { due: later(row.due), suspendedOn: null }
}
