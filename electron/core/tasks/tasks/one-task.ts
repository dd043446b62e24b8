import { and, asc, count, eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { contract } from '../../../../shared/contract/index.ts'
import { askFault, extensionsByInspector } from '../../../../shared/domain/tasks/tasks/extension.ts'
import { dayText, dayNumber } from '../../../../shared/lib/calendar-day.ts'
import { extension, staff, supervision, task, taskLog } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { actorNames } from '../../app/actor-names.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { mayConvert } from './convert.ts'
import { describeTasks, rightsOver, subjectOfStep } from './describe.ts'
import { mayFinish, mayPlan, milestonesOf } from './milestones.ts'
import { nextUp } from './next-up.ts'
import { aboutReading } from './reading.ts'

/** One task with all that belongs to it, as of a day. Refusals: `not_found`, `out_of_scope`. */
export function oneTask(guard: Guarded, id: string, on: string) {
  const { read, actor } = guard
  const row = requireRow(read.select().from(task).where(eq(task.id, id)).get(), nouns.task)
  const self = actor.standing.staffId
  guard.requireScope(aboutReading(read, row.id, actor, dayInChina(guard.now)))
  const [described] = describeTasks(read, actor, [row], on)
  if (described === undefined) throw new Refusal('not_found', { what: nouns.task })
  const { parties } = described
  const doers = parties.map(({ staffId }) => staffId)
  const asked = countExtensions(read, id, 'asked')
  const granted = countExtensions(read, id, 'granted')
  const milestones = milestonesOf(read, id)
  const rights = rightsOver(actor, row, doers)
  const nextDay = dayText(dayNumber(row.due) + 1)
  return {
    ...described,
    content: row.content,
    log: logOf(read, id),
    milestones: milestones.map(({ id: milestoneId, name, due, doneOn, note }) => ({ id: milestoneId, name, due, doneOn, note })),
    next: nextUp(read, row, parties, { hasAskedExtension: asked > 0, needsLeader: granted >= extensionsByInspector, supervisionsToReply: countSupervisions(read, id, 'issued'), supervisionsToSettle: countSupervisions(read, id, 'answered') }, on),
    granted,
    mayAskExtension: askFault({ state: row.state, due: row.due, isAsked: asked > 0, granted }, nextDay) === null && accessFault(actor, contract.extensions.ask['~orpc'].meta, subjectOfStep(row, doers, self)) === null,
    mayPlan: mayPlan(row.state) && !(row.issuedOn !== null && rights.isDoer) && accessFault(actor, contract.tasks.setMilestones['~orpc'].meta, subjectOfStep(row, doers, self)) === null,
    mayFinish: mayFinish(row.state) && accessFault(actor, contract.tasks.finishMilestone['~orpc'].meta, subjectOfStep(row, doers, self)) === null,
    mayConvert: mayConvert(row, rights),
  }
}

function logOf(read: Read, id: string) {
  const nameOf = actorNames(read)
  return read
    .select({ entry: taskLog, partyName: staff.name })
    .from(taskLog)
    .leftJoin(staff, eq(staff.id, taskLog.partyId))
    .where(eq(taskLog.taskId, id))
    .orderBy(asc(taskLog.seq))
    .all()
    .map(({ entry, partyName }) => ({ ...entry, actor: nameOf(entry.actor), partyName, evidence: evidenceOf(entry.evidence) }))
}

function evidenceOf(text: string): string[] {
  const ids: unknown = JSON.parse(text)
  return Array.isArray(ids) ? ids.map(String) : []
}

function countExtensions(read: Read, taskId: string, state: 'asked' | 'granted'): number {
  return read.select({ rows: count() }).from(extension).where(and(eq(extension.taskId, taskId), eq(extension.state, state))).get()?.rows ?? 0
}

function countSupervisions(read: Read, taskId: string, state: 'issued' | 'answered'): number {
  return read.select({ rows: count() }).from(supervision).where(and(eq(supervision.taskId, taskId), eq(supervision.state, state))).get()?.rows ?? 0
}
