import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { TaskQuality } from '../../../../shared/domain/plans/task-codes.ts'
import { keepsExtension } from '../../../../shared/domain/tasks/tasks/extension.ts'
import { isPartStep, mayStep, standingAfter, taskSteps, type TaskAction, type TaskStep } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { underWay } from '../../../../shared/domain/tasks/tasks/light.ts'
import { partyStateNames, taskActionNames, taskStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { task, taskLog, taskParty } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { requireEvidence } from '../../township/attachments/evidence.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { atField, nextSeq, nextVersion, requireReason, requireRow } from '../../app/rows.ts'
import { faults, fields, nouns } from '../../app/vocabulary.ts'
import { concernedBy, concernsParts } from './concerned.ts'
import { subjectOfStep, type TaskRow } from './describe.ts'
import { requireOtherHands } from './other-hands.ts'
import { goOn, putAside } from './suspension.ts'
import { dropPapers, requireSettled, withdrawExtension } from './task-papers.ts'

export interface StepInput {
  readonly id: string
  readonly version: number
  readonly reason?: string | undefined
  readonly progress?: number | undefined
  readonly quality?: TaskQuality | undefined
  /** People of the parts it is taken of; without them, of every part that stands where the step starts. */
  readonly parties?: readonly string[] | undefined
  /** Attachments of the task that show what was done. */
  readonly evidence?: readonly string[] | undefined
}

export type PartRow = typeof taskParty.$inferSelect

/** A step that may be taken: the task, its parts, and those it is taken of. */
export interface ReadyStep {
  readonly row: TaskRow
  readonly parts: readonly PartRow[]
  readonly concerned: readonly PartRow[]
}

interface Stepping extends ReadyStep {
  readonly tx: Write
  readonly input: StepInput
  readonly today: string
  /** The account that takes the step. */
  readonly actor: string
}

/** What a step changes besides state and version: on the task, and on each part it is taken of. */
interface Effect {
  readonly task?: (stepping: Stepping) => Partial<TaskRow>
  readonly part?: (part: PartRow, stepping: Stepping) => Partial<PartRow>
}

const effects: Readonly<Partial<Record<TaskAction, Effect>>> = {
  issue: { task: ({ today }) => ({ issuedOn: today }) },
  accept: { part: (_, { today }) => ({ acceptedOn: today }) },
  feedback: { task: ({ input, concerned }) => (concerned.some(({ role }) => role === 'host') ? { progress: input.progress ?? 0 } : {}) },
  submit: { part: (_, { today }) => ({ submittedOn: today }) },
  review: { task: ({ input, concerned }) => (concerned.some(({ role }) => role === 'host') ? { quality: input.quality ?? null } : {}), part: (_, { input }) => ({ quality: input.quality ?? null }) },
  rejectAtReview: { task: ({ tx, row }) => ({ progress: reportedProgress(tx, row.id) }), part: (part, { row }) => ({ submittedOn: null, reworks: reworksOf(part, row) + 1 }) },
  rejectAtVerification: { task: ({ tx, row }) => ({ progress: reportedProgress(tx, row.id) }), part: (part, { row }) => ({ submittedOn: null, reworks: reworksOf(part, row) + 1 }) },
  verify: { part: (part) => ({ completedOn: part.submittedOn }) },
  suspend: { task: ({ today }) => putAside(today) },
  resume: { task: ({ tx, row, today }) => goOn(tx, row, today) },
  revoke: { task: ({ tx, row, today, actor }) => dropPapers(tx, row.id, today, actor) },
  reopen: { task: () => ({ completedOn: null, progress: 0 }), part: () => ({ submittedOn: null, completedOn: null }) },
}

/** A part that carries no count of its own goes by the task's. */
function reworksOf(part: PartRow, row: TaskRow): number {
  return part.reworks ?? row.reworks
}

/** 进度 as the doers reported it last, before the submission made it 100. */
function reportedProgress(read: Read, taskId: string): number {
  return read.select({ progress: taskLog.progress }).from(taskLog).where(and(eq(taskLog.taskId, taskId), isNotNull(taskLog.progress))).orderBy(desc(taskLog.seq)).limit(1).get()?.progress ?? 0
}

/** Takes one step of the flow: checks scope, state, version and reason, writes task, parts and log together. */
export function takeStep(app: App, guard: Guarded, action: TaskAction, input: StepInput) {
  return guard.mutate({
    about: (read) => aboutTask(read, input.id, guard.actor.standing.staffId),
    write: (tx, now) => writeStep(tx, app, guard, now, requireStep(tx, guard, action, input), action, input),
    audit: ({ state }) => ({ subject: input.id, detail: { state, reason: input.reason ?? null, ...(input.parties === undefined ? {} : { parties: input.parties }) } }),
  })
}

/** The step with what it is taken of, if it may start from there; else the refusal that says why not. */
export function requireStep(read: Read, guard: Guarded, action: TaskAction, input: StepInput): ReadyStep {
  const step: TaskStep = taskSteps[action]
  const row = requireRow(read.select().from(task).where(eq(task.id, input.id)).get(), nouns.task)
  const parts = read.select().from(taskParty).where(eq(taskParty.taskId, row.id)).orderBy(taskParty.seq).all()
  const concerned = concernedBy(action, parts, guard.actor.standing.staffId, input.parties)
  const isTaken = mayStep(action, { state: row.state, parts: parts.map(({ state }) => state) }) && (!concernsParts(action) || concerned.length > 0)
  if (!isTaken) throw notThere(action, row, parts, guard.actor.standing.staffId)
  requireOtherHands(read, guard, action, row.id)
  requireInTime(action, row, dayInChina(guard.now))
  if (action === 'sendBack') requireDrafterAmongDoers(guard, row, parts)
  if (action === 'closeOut') requireSettled(read, row.id)
  if (step.needsReason) requireReason(input.reason ?? '', taskActionNames[action])
  if (action === 'review' && input.quality === undefined) throw new Refusal('invalid_input', { field: fields.quality, reason: faults.choose })
  requireEvidence(read, row.id, input.evidence ?? [])
  nextVersion(row, input.version)
  return { row, parts, concerned }
}

/** A task is not proposed or issued with a deadline that is gone. */
function requireInTime(action: TaskAction, row: TaskRow, today: string): void {
  if ((action === 'propose' || action === 'issue') && row.due < today) throw atField('due', fields.due, faults.pastDay)
}

/** A doer takes back what he has proposed himself, and nobody else's. */
function requireDrafterAmongDoers({ actor }: Guarded, row: TaskRow, parts: readonly PartRow[]): void {
  const isDoer = parts.some(({ staffId }) => staffId === actor.standing.staffId)
  if (isDoer && row.draftedBy !== null && row.draftedBy !== actor.name) throw new Refusal('doer_verifies')
}

/** Why a step may not start from here: where the task stands, or for a doer where his own part does. */
function notThere(action: TaskAction, row: TaskRow, parts: readonly PartRow[], self: string | null): Refusal {
  const own = isPartStep(action) && underWay.some((state) => state === row.state) ? parts.find(({ staffId }) => staffId === self) : undefined
  return new Refusal('not_in_state', { state: own === undefined ? taskStateNames[row.state] : partyStateNames[own.state], action: taskActionNames[action] })
}

/** Writes a step that `requireStep` has passed. */
export function writeStep(tx: Write, app: App, guard: Guarded, now: string, ready: ReadyStep, action: TaskAction, input: StepInput) {
  const { row, parts, concerned } = ready
  const step: TaskStep = taskSteps[action]
  const after = standingAfter(action, { state: row.state, parts: parts.map(({ state }) => state) }, concerned.map((part) => parts.indexOf(part)))
  if (after === null) throw notThere(action, row, parts, guard.actor.standing.staffId)
  const stepping = { ...ready, tx, input, today: dayInChina(guard.now), actor: guard.actor.name }
  const version = nextVersion(row, input.version)
  if (step.isReturn) keepCounts(tx, ready)
  parts.forEach((part, place) => {
    const state = after.parts[place] ?? part.state
    const changed = concerned.includes(part) ? { ...effects[action]?.part?.(part, stepping), state } : {}
    if (Object.keys(changed).length > 0) tx.update(taskParty).set({ ...changed, version: part.version + 1 }).where(eq(taskParty.id, part.id)).run()
  })
  const effect = effects[action]?.task?.(stepping)
  const changed = {
    ...(step.isReturn ? { reworks: row.reworks + 1 } : {}),
    ...effect,
    ...(after.state === 'submitted' ? { progress: 100 } : {}),
    ...(after.state === 'completed' && action === 'verify' ? { completedOn: lastSubmission(tx, row.id) } : {}),
  }
  tx.update(task).set({ ...changed, state: after.state, version }).where(eq(task.id, row.id)).run()
  const [only, ...others] = concerned
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
      toState: after.state,
      reason: input.reason ?? null,
      partyId: isPartStep(action) && parts.length > 1 && others.length === 0 ? (only?.staffId ?? null) : null,
      evidence: JSON.stringify(input.evidence ?? []),
      progress: action === 'feedback' || action === 'submit' ? (effect?.progress ?? row.progress) : null,
    })
    .run()
  if (!keepsExtension(after.state)) withdrawExtension(tx, app, guard, now, { ...row, state: after.state })
  return { state: after.state, version }
}

/** A return counts against the parts it is of: the others keep by themselves what the task had counted so far. */
function keepCounts(tx: Write, { row, parts, concerned }: ReadyStep): void {
  const others = parts.filter((part) => part.reworks === null && !concerned.includes(part)).map(({ id }) => id)
  tx.update(taskParty).set({ reworks: row.reworks }).where(inArray(taskParty.id, others)).run()
}

/** What a step on the task concerns, as it stands in the database. */
export function aboutTask(read: Read, id: string, self: string | null): Subject {
  const row = requireRow(read.select({ moduleId: task.moduleId }).from(task).where(eq(task.id, id)).get(), nouns.task)
  return subjectOfStep(row, read.select({ staffId: taskParty.staffId }).from(taskParty).where(eq(taskParty.taskId, id)).all().map(({ staffId }) => staffId), self)
}

/** The submission that verification accepts: the parties' last. */
function lastSubmission(read: Read, taskId: string): string | null {
  const days = read.select({ day: taskParty.submittedOn }).from(taskParty).where(eq(taskParty.taskId, taskId)).all().flatMap(({ day }) => day ?? [])
  return days.sort().at(-1) ?? null
}
