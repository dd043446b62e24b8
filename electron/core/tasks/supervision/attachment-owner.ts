import { eq } from 'drizzle-orm'
import { supervisionStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { supervision } from '../../../db/schema/index.ts'
import { dayInChina } from '../../app/environment.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import type { OwnerKind } from '../../township/attachments/owner-kind.ts'
import { aboutReading } from '../tasks/reading.ts'
import { aboutTask } from '../tasks/steps.ts'

/** 督办单: fast once it is settled. */
export const supervisionOwner: OwnerKind = {
  access({ read, id, actor, now }) {
    const row = requireRow(read.select({ taskId: supervision.taskId }).from(supervision).where(eq(supervision.id, id)).get(), nouns.supervision)
    const about = aboutTask(read, row.taskId, actor.standing.staffId)
    // Whoever supervises sees it too; the reply is the module's.
    const supervising = { capability: 'task.supervise', subject: about } as const
    return { toRead: [{ capability: 'task.work', subject: aboutReading(read, row.taskId, actor, dayInChina(now)) }, supervising], toChange: [{ capability: 'task.work', subject: about }, supervising] }
  },
  fixedAs(read, id) {
    const { state } = requireRow(read.select({ state: supervision.state }).from(supervision).where(eq(supervision.id, id)).get(), nouns.supervision)
    return state === 'settled' ? supervisionStateNames[state] : null
  },
}
