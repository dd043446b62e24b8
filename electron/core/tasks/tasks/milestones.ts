import { and, asc, eq, isNull } from 'drizzle-orm'
import { sentenceOf } from '../../../../shared/contract/errors.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { finishedStates, type TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { milestoneFaults, type MilestoneFault, type PlannedMilestone } from '../../../../shared/domain/tasks/tasks/milestones.ts'
import { underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import { editFaultReasons, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { milestone, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireRow } from '../../app/rows.ts'
import { acts, faults, fields, nouns } from '../../app/vocabulary.ts'
import { partiesOf, type TaskRow } from './describe.ts'
import { aboutTask } from './steps.ts'
import { noteOnTask } from './task-log.ts'
import { milestoneText } from './vocabulary.ts'

export interface MilestonesInput {
  readonly id: string
  readonly version: number
  readonly milestones: readonly (PlannedMilestone & { readonly note: string | null })[]
}

/** Milestones of a task in the order of their days. */
export function milestonesOf(read: Read, taskId: string) {
  return read.select().from(milestone).where(eq(milestone.taskId, taskId)).orderBy(asc(milestone.due), asc(milestone.seq)).all()
}

/** Whether the milestones of a task may still be planned. */
export function mayPlan(state: TaskState): boolean {
  return state !== 'submitted' && state !== 'reviewed' && !finishedStates.some((other) => other === state)
}

/** Whether a milestone may be said to be done: once the task is issued, until it is 办结. */
export function mayFinish(state: TaskState): boolean {
  return underWay.some((other) => other === state)
}

function isDoer(read: Read, { actor }: Guarded, row: TaskRow): boolean {
  return (partiesOf(read, [row.id]).get(row.id) ?? []).some(({ staffId }) => staffId === actor.standing.staffId)
}

/** Once issued the milestones are the module's and 督考's to plan, not the doer's. */
function requirePlanner(read: Read, guard: Guarded, row: TaskRow): void {
  if (row.issuedOn !== null && isDoer(read, guard, row)) throw new Refusal('not_editable', { field: nouns.milestone, reason: editFaultReasons.doer })
}

/** Plans the milestones that are still open anew. Refusals: `not_in_state`, `invalid_input` at each one that is wrong. */
export function setMilestones(app: App, guard: Guarded, { id, version: seen, milestones }: MilestonesInput) {
  return guard.mutate({
    about: (read) => aboutTask(read, id, guard.actor.standing.staffId),
    write(tx, now) {
      const row = requireTask(tx, id)
      if (!mayPlan(row.state)) throw new Refusal('not_in_state', { state: taskStateNames[row.state], action: acts.planMilestones })
      requirePlanner(tx, guard, row)
      requireSound(milestones, row)
      const version = nextVersion(row, seen)
      tx.delete(milestone).where(and(eq(milestone.taskId, id), isNull(milestone.doneOn))).run()
      let seq = nextSeq(tx, milestone)
      for (const planned of milestones) tx.insert(milestone).values({ ...planned, name: planned.name.trim(), id: app.environment.newId(), seq: seq++, taskId: id }).run()
      tx.update(task).set({ version }).where(eq(task.id, id)).run()
      noteOnTask(tx, app, guard, now, row, 'plan', milestones.map(({ name, due }) => milestoneText(name, due)).join('；'))
      return { version }
    },
    audit: () => ({ subject: id, detail: { milestones } }),
  })
}

export interface FinishInput {
  readonly id: string
  readonly version: number
  readonly milestoneId: string
  readonly doneOn: string | null
}

/** A milestone is done on a day, or (null) not done after all. Refusals: `not_in_state`, `invalid_input` for a day to come. */
export function finishMilestone(app: App, guard: Guarded, { id, version: seen, milestoneId, doneOn }: FinishInput) {
  return guard.mutate({
    about: (read) => aboutTask(read, id, guard.actor.standing.staffId),
    write(tx, now) {
      const row = requireTask(tx, id)
      if (!mayFinish(row.state)) throw new Refusal('not_in_state', { state: taskStateNames[row.state], action: acts.finishMilestone })
      const found = requireRow(tx.select().from(milestone).where(and(eq(milestone.id, milestoneId), eq(milestone.taskId, id))).get(), nouns.milestone)
      if (doneOn !== null && doneOn > dayInChina(guard.now)) throw new Refusal('invalid_input', { field: fields.milestoneDoneOn, reason: faults.futureDay })
      const earliest = isDoer(tx, guard, row) ? dayInChina(guard.now) : (row.issuedOn ?? row.due)
      if (doneOn !== null && doneOn < earliest) throw new Refusal('invalid_input', { field: fields.milestoneDoneOn, reason: faults.beforeDay(earliest) })
      const version = nextVersion(row, seen)
      tx.update(milestone).set({ doneOn, version: found.version + 1 }).where(eq(milestone.id, found.id)).run()
      tx.update(task).set({ version }).where(eq(task.id, id)).run()
      noteOnTask(tx, app, guard, now, row, 'milestone', milestoneText(found.name, doneOn))
      return { version }
    },
    audit: () => ({ subject: id, detail: { milestoneId, doneOn } }),
  })
}

function requireTask(read: Read, id: string): TaskRow {
  return requireRow(read.select().from(task).where(eq(task.id, id)).get(), nouns.task)
}

function requireSound(milestones: readonly PlannedMilestone[], row: TaskRow): void {
  const issues = milestoneFaults(milestones, row).map((fault) => {
    const data = { field: fields.milestone(fault.place), reason: reasonOf(fault) }
    return { path: `milestones.${fault.place}.${fault.kind === 'nameless' ? 'name' : 'due'}`, code: 'invalid_input', message: sentenceOf('invalid_input', data), data }
  })
  const [first] = issues
  if (first !== undefined) throw new Refusal('invalid_input', first.data, issues)
}

function reasonOf(fault: MilestoneFault): string {
  switch (fault.kind) {
    case 'nameless':
      return faults.milestoneNameless
    case 'backwards':
      return faults.milestoneBackwards
    case 'beforeIssue':
      return faults.milestoneBeforeIssue(fault.issuedOn)
    case 'afterDue':
      return faults.milestoneAfterDue(fault.due)
    default:
      return assertNever(fault)
  }
}
