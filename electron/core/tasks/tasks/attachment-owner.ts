import { eq } from 'drizzle-orm'
import { taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { task } from '../../../db/schema/index.ts'
import { dayInChina } from '../../app/environment.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import type { OwnerKind } from '../../township/attachments/owner-kind.ts'
import { aboutReading } from './reading.ts'
import { aboutTask } from './steps.ts'

/** Fast once it is 已办结, 销号 or revoked. */
export const taskOwner: OwnerKind = {
  access: ({ read, id, actor, now }) => ({
    toRead: [{ capability: 'task.work', subject: aboutReading(read, id, actor, dayInChina(now)) }],
    toChange: [{ capability: 'task.work', subject: aboutTask(read, id, actor.standing.staffId) }],
  }),
  fixedAs(read, id) {
    const { state } = requireRow(read.select({ state: task.state }).from(task).where(eq(task.id, id)).get(), nouns.task)
    return state === 'completed' || state === 'closed' || state === 'revoked' ? taskStateNames[state] : null
  },
}
