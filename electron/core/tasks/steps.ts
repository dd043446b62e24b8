import { and, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { Subject } from '../../../shared/domain/access/scope.ts'
import type { TaskQuality } from '../../../shared/domain/tasks/codes.ts'
import { mayStep, taskSteps, type TaskAction, type TaskStep } from '../../../shared/domain/tasks/flow.ts'
import { taskActionNames, taskStateNames } from '../../../shared/domain/tasks/vocabulary.ts'
import { task, taskLog, taskParty } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { nextSeq, nextVersion, requireReason, requireRow } from '../app/rows.ts'
import { faults, fields, nouns } from '../app/vocabulary.ts'
import { subjectOfStep, type TaskRow } from './describe.ts'

export interface StepInput {
  readonly id: string
  readonly version: number
  readonly reason?: string | undefined
  readonly progress?: number | undefined
  readonly quality?: TaskQuality | undefined
}

interface Stepping {
  readonly tx: Write
  readonly input: StepInput
  /** The person of the caller. */
  readonly self: string | null
  readonly today: string
}

/** What a step changes on the task besides state and version; a `state` of its own keeps the task where it is. */
type Effect = (row: TaskRow, stepping: Stepping) => Partial<TaskRow>

const effects: Readonly<Partial<Record<TaskAction, Effect>>> = {
  issue: (_, { today }) => ({ issuedOn: today }),
  feedback: (_, { input }) => ({ progress: input.progress ?? 0 }),
  submit(row, { tx, self, today }) {
    handIn(tx, row.id, self, today)
    return isHandedIn(tx, row.id) ? { progress: 100 } : { state: row.state }
  },
  review: (_, { input }) => ({ quality: input.quality ?? null }),
  rejectAtReview: takeBack,
  rejectAtVerification: takeBack,
  verify(row, { tx }) {
    tx.update(taskParty).set({ completedOn: sql`${taskParty.submittedOn}` }).where(eq(taskParty.taskId, row.id)).run()
    return { completedOn: lastSubmission(tx, row.id) }
  },
  reopen: (row, stepping) => ({ ...takeBack(row, stepping), completedOn: null }),
}

/** Takes one step of the flow: checks scope, state, version and reason, writes task and log together. */
export function takeStep(app: App, guard: Guarded, action: TaskAction, input: StepInput) {
  return guard.mutate({
    about: (read) => aboutTask(read, input.id, guard.actor.standing.staffId),
    write: (tx, now) => writeStep(tx, app, guard, now, requireStep(tx, action, input), action, input),
    audit: ({ state }) => ({ subject: input.id, detail: { state, reason: input.reason ?? null } }),
  })
}

/** The task as it stands, if the step may start from there; else the refusal that says why not. */
export function requireStep(read: Read, action: TaskAction, input: StepInput): TaskRow {
  const step: TaskStep = taskSteps[action]
  const row = requireRow(read.select().from(task).where(eq(task.id, input.id)).get(), nouns.task)
  if (!mayStep(action, row.state)) throw new Refusal('not_in_state', { state: taskStateNames[row.state], action: taskActionNames[action] })
  if (step.needsReason) requireReason(input.reason ?? '', taskActionNames[action])
  if (action === 'review' && input.quality === undefined) throw new Refusal('invalid_input', { field: fields.quality, reason: faults.choose })
  nextVersion(row, input.version)
  return row
}

/** Writes a step that `requireStep` has passed. */
export function writeStep(tx: Write, app: App, guard: Guarded, now: string, row: TaskRow, action: TaskAction, input: StepInput) {
  const step: TaskStep = taskSteps[action]
  const self = guard.actor.standing.staffId
  const version = nextVersion(row, input.version)
  const changed = effects[action]?.(row, { tx, input, self, today: dayInChina(guard.now) }) ?? {}
  const state = changed.state ?? step.to
  const returned = step.isReturn ? { reworks: row.reworks + 1 } : {}
  tx.update(task).set({ ...returned, ...changed, state, version }).where(eq(task.id, row.id)).run()
  tx.insert(taskLog)
    .values({ id: app.environment.newId(), seq: nextSeq(tx, taskLog), taskId: row.id, at: now, staffId: self, actor: guard.actor.name, action, fromState: row.state, toState: state, reason: input.reason ?? null })
    .run()
  return { state, version }
}

/** What a step on the task concerns, as it stands in the database. */
export function aboutTask(read: Read, id: string, self: string | null): Subject {
  const row = requireRow(read.select({ moduleId: task.moduleId }).from(task).where(eq(task.id, id)).get(), nouns.task)
  return subjectOfStep(row, read.select({ staffId: taskParty.staffId }).from(taskParty).where(eq(taskParty.taskId, id)).all().map(({ staffId }) => staffId), self)
}

/** A party hands in its own part; whoever acts for the module (no party) hands in what is still open. */
function handIn(tx: Write, taskId: string, staffId: string | null, today: string): void {
  const open = and(eq(taskParty.taskId, taskId), isNull(taskParty.submittedOn))
  const parties = tx.select({ staffId: taskParty.staffId }).from(taskParty).where(eq(taskParty.taskId, taskId)).all()
  const isParty = staffId !== null && parties.some((party) => party.staffId === staffId)
  tx.update(taskParty).set({ submittedOn: today }).where(isParty ? and(open, eq(taskParty.staffId, staffId)) : open).run()
}

function isHandedIn(read: Read, taskId: string): boolean {
  return read.select({ id: taskParty.id }).from(taskParty).where(and(eq(taskParty.taskId, taskId), isNull(taskParty.submittedOn))).all().length === 0
}

/** A return opens every part again. */
function takeBack(row: TaskRow, { tx }: Stepping): Partial<TaskRow> {
  tx.update(taskParty).set({ submittedOn: null, completedOn: null }).where(eq(taskParty.taskId, row.id)).run()
  return {}
}

/** The submission that verification accepts: the parties' last. */
function lastSubmission(read: Read, taskId: string): string | null {
  const days = read.select({ day: taskParty.submittedOn }).from(taskParty).where(eq(taskParty.taskId, taskId)).all().flatMap(({ day }) => day ?? [])
  return days.sort().at(-1) ?? null
}
