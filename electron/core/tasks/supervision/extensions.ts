import { and, count, eq, inArray } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { askFault, mayDecideExtension, type ExtensionFault } from '../../../../shared/domain/tasks/tasks/extension.ts'
import { extensionStateNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { dayNumber } from '../../../../shared/lib/calendar-day.ts'
import { extension, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { actorNames } from '../../app/actor-names.ts'
import { guarded } from '../../app/guard.ts'
import { atField, nextSeq, nextVersion, requireReason, requireRow } from '../../app/rows.ts'
import { acts, faults, fields, nouns } from '../../app/vocabulary.ts'
import { requireDayOpen } from '../../plans/periods.ts'
import { subjectOfStep, type TaskRow } from '../tasks/describe.ts'
import { moveOpenMilestones } from '../tasks/move-milestones.ts'
import { isHandOf } from '../tasks/other-hands.ts'
import { aboutTask } from '../tasks/steps.ts'
import { noteOnTask } from '../tasks/task-log.ts'
import { extensionText } from '../tasks/vocabulary.ts'
import { tasksAbout } from './about-tasks.ts'
import { pageOfExtensions } from './list-extensions.ts'

export const extensionsRouter = {
  list: guarded.extensions.list.handler(({ input, context: { guard } }) => {
    const { read, actor } = guard
    const { rows, total } = pageOfExtensions(guard, input)
    const about = tasksAbout(read, rows.map((row) => row.taskId))
    const granted = grantedOf(read, rows.map((row) => row.taskId))
    const nameOf = actorNames(read)
    return {
      rows: rows.flatMap((row) => {
        const of = about.get(row.taskId)
        if (of === undefined) return []
        const before = granted.get(row.taskId) ?? 0
        const barred = accessFault(actor, contract.extensions.decide['~orpc'].meta, subjectOfStep(of.row, of.parties.map(({ staffId }) => staffId), actor.standing.staffId))
        return [{ ...row, ...of.line, askedBy: nameOf(row.askedBy), decidedBy: row.decidedBy === null ? null : nameOf(row.decidedBy), granted: before, mayDecide: row.state === 'asked' && !isHandOf(actor, row.askedBy) && barred === null && mayDecideExtension(actor.standing.roles, before) }]
      }),
      total,
    }
  }),

  ask: guarded.extensions.ask.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutTask(read, input.taskId, guard.actor.standing.staffId),
      write(tx, now) {
        requireReason(input.reason, acts.askExtension)
        const row = requireRow(tx.select().from(task).where(eq(task.id, input.taskId)).get(), nouns.task)
        const fault = askFault({ state: row.state, due: row.due, isAsked: isAsked(tx, row.id), granted: 0 }, input.toDue)
        if (fault !== null) throw refusalOf(fault, row, acts.askExtension)
        const version = nextVersion(row, input.version)
        const id = app.environment.newId()
        tx.insert(extension).values({ id, seq: nextSeq(tx, extension), taskId: row.id, askedBy: guard.actor.name, askedAt: now, reason: input.reason, fromDue: row.due, toDue: input.toDue }).run()
        tx.update(task).set({ version }).where(eq(task.id, row.id)).run()
        noteOnTask(tx, app, guard, now, row, 'askExtension', extensionText(row.due, input.toDue, input.reason))
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  decide: guarded.extensions.decide.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: (read) => aboutTask(read, requireExtension(read, input.id).taskId, guard.actor.standing.staffId),
      write(tx, now) {
        const asked = requireExtension(tx, input.id)
        if (asked.state !== 'asked') throw new Refusal('not_in_state', { state: extensionStateNames[asked.state], action: acts.decideExtension })
        if (isHandOf(guard.actor, asked.askedBy)) throw new Refusal('same_hand', { action: acts.decideExtension })
        const row = requireRow(tx.select().from(task).where(eq(task.id, asked.taskId)).get(), nouns.task)
        const granted = grantedOf(tx, [row.id]).get(row.id) ?? 0
        if (guard.actor.kind === 'account' && !mayDecideExtension(guard.actor.standing.roles, granted)) throw new Refusal('extension_needs_leader', { granted })
        if (!input.isGranted) requireReason(input.answer, acts.refuseExtension)
        if (input.isGranted) {
          const fault = askFault({ state: row.state, due: row.due, isAsked: false, granted }, asked.toDue)
          if (fault !== null) throw refusalOf(fault, row, acts.decideExtension)
          // It would be judged twice, or nowhere.
          for (const day of [row.due, asked.toDue]) requireDayOpen(tx, day, acts.extendDue)
        }
        const version = nextVersion(asked, input.version)
        tx.update(extension).set({ state: input.isGranted ? 'granted' : 'refused', decidedBy: guard.actor.name, decidedAt: now, answer: input.answer === '' ? null : input.answer, version }).where(eq(extension.id, asked.id)).run()
        tx.update(task).set({ ...(input.isGranted ? { due: asked.toDue } : {}), version: row.version + 1 }).where(eq(task.id, row.id)).run()
        if (input.isGranted) moveOpenMilestones(tx, row.id, dayNumber(asked.toDue) - dayNumber(row.due))
        noteOnTask(tx, app, guard, now, row, input.isGranted ? 'extend' : 'refuseExtension', extensionText(row.due, asked.toDue, input.answer))
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { isGranted: input.isGranted, answer: input.answer } }),
    }),
  ),
}

function requireExtension(read: Read, id: string) {
  return requireRow(read.select().from(extension).where(eq(extension.id, id)).get(), nouns.extension)
}

function isAsked(read: Read, taskId: string): boolean {
  return read.select({ id: extension.id }).from(extension).where(and(eq(extension.taskId, taskId), eq(extension.state, 'asked'))).get() !== undefined
}

/** How many extensions each task has been granted. */
function grantedOf(read: Read, taskIds: readonly string[]): ReadonlyMap<string, number> {
  const rows = read.select({ taskId: extension.taskId, granted: count() }).from(extension).where(and(eq(extension.state, 'granted'), inArray(extension.taskId, [...taskIds]))).groupBy(extension.taskId).all()
  return new Map(rows.map(({ taskId, granted }) => [taskId, granted]))
}

function refusalOf(fault: ExtensionFault, row: TaskRow, action: string): Refusal {
  switch (fault.kind) {
    case 'notBusy':
      return new Refusal('not_in_state', { state: taskStateNames[row.state], action })
    case 'askedAlready':
      return new Refusal('extension_open')
    case 'notLater':
      return atField('toDue', fields.extendTo, faults.notLater(row.due))
    default:
      return assertNever(fault)
  }
}
