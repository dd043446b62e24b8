import { and, eq, isNull } from 'drizzle-orm'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { milestone } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'

/** The 节点 of a task that are still open move with its deadline, by so many days. */
export function moveOpenMilestones(tx: Write, taskId: string, days: number): void {
  for (const open of tx.select().from(milestone).where(and(eq(milestone.taskId, taskId), isNull(milestone.doneOn))).all()) {
    tx.update(milestone).set({ due: dayText(dayNumber(open.due) + days), version: open.version + 1 }).where(eq(milestone.id, open.id)).run()
  }
}
