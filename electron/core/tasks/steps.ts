import { eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { Subject } from '../../../shared/domain/access/scope.ts'
import { mayStep, taskSteps, type TaskAction, type TaskStep } from '../../../shared/domain/tasks/flow.ts'
import { taskActionNames, taskStateNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { task, taskLog, taskParty } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import type { App } from '../app/app.ts'
import type { Guarded } from '../app/guard.ts'
import { nextSeq, nextVersion, requireReason, requireRow } from '../app/rows.ts'
import { nouns } from '../app/vocabulary.ts'

export interface StepInput {
  readonly id: string
  readonly version: number
  readonly reason?: string
}

type TaskRow = typeof task.$inferSelect

/** What a step changes on the task besides version; a `state` of its own keeps the task where it is. */
type Effect = (row: TaskRow, tx: Write) => Partial<TaskRow>

const noEffect: Effect = () => ({})

/** Takes one step of the flow: checks scope, state, version and reason, writes task and log together. */
export function takeStep(app: App, guard: Guarded, action: TaskAction, input: StepInput, effect: Effect = noEffect) {
  const step: TaskStep = taskSteps[action]
  return guard.mutate({
    about: (read) => aboutTask(read, input.id, guard.actor.standing.staffId),
    write(tx, now) {
      const row = requireRow(tx.select().from(task).where(eq(task.id, input.id)).get(), nouns.task)
      if (!mayStep(action, row.state)) throw new Refusal('not_in_state', { state: taskStateNames[row.state], action: taskActionNames[action] })
      if (step.needsReason) requireReason(input.reason ?? '', taskActionNames[action])
      const version = nextVersion(row, input.version)
      const changed = effect(row, tx)
      const state = changed.state ?? step.to
      const returned = step.isReturn ? { reworks: row.reworks + 1 } : {}
      tx.update(task).set({ ...returned, ...changed, state, version }).where(eq(task.id, row.id)).run()
      tx.insert(taskLog)
        .values({
          id: app.environment.newId(),
          seq: nextSeq(tx, taskLog),
          taskId: row.id,
          at: now,
          staffId: guard.actor.standing.staffId,
          actor: guard.actor.name,
          action,
          fromState: row.state,
          toState: state,
          reason: input.reason ?? null,
        })
        .run()
      return { state, version }
    },
    audit: ({ state }) => ({ subject: input.id, detail: { state, reason: input.reason ?? null } }),
  })
}

/**
 * What a task concerns: its module and its doers. For a party it is an own matter (`staff`),
 * so that a clerk reaches the tasks he is a party of.
 */
export function aboutTask(read: Read, id: string, actorStaffId: string | null): Subject {
  const row = requireRow(read.select().from(task).where(eq(task.id, id)).get(), nouns.task)
  const doers = read.select({ staffId: taskParty.staffId }).from(taskParty).where(eq(taskParty.taskId, id)).all().map(({ staffId }) => staffId)
  const isParty = actorStaffId !== null && doers.includes(actorStaffId)
  return { modules: [row.moduleId], doers, ...(isParty ? { staff: [actorStaffId] } : {}) }
}
