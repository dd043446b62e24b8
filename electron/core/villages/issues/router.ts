import { and, asc, eq, inArray } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { lightOf } from '../../../../shared/domain/tasks/tasks/light.ts'
import { seesPhone } from '../../../../shared/domain/villages/issues/edit-rights.ts'
import { nextStepOf, type IssueTurn } from '../../../../shared/domain/villages/issues/who.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { moduleOffice, publicIssueLog, staff, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { actorNames } from '../../app/actor-names.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded } from '../../app/guard.ts'
import { coversDay } from '../../app/standing.ts'
import { modulesKeeping } from '../../township/organisation/keepers.ts'
import { subjectOfDraft } from '../../tasks/tasks/describe.ts'
import { describeIssues } from './describe.ts'
import { editIssue, editIssueCells } from './edit.ts'
import { pageOfIssues } from './list.ts'
import { recordIssue } from './record.ts'
import { standingsOver, subjectOfIssue, type IssueRow } from './standing.ts'
import { requireIssue, takeIssueStep } from './steps.ts'
import { makeTaskOfIssue } from './to-task.ts'

export const issuesRouter = {
  list: guarded.issues.list.handler(({ input, context: { guard } }) => {
    const { rows, total } = pageOfIssues(guard, input)
    return { rows: describeIssues(guard.read, guard.actor, rows, input.on), total }
  }),

  get: guarded.issues.get.handler(({ input, context: { guard } }) => {
    const { read, actor } = guard
    const row = requireIssue(read, input.id)
    const who = standingsOver(read, actor, [row])(row)
    const { leads, teams } = actor.standing
    const sees = who.isDesk || who.isRecorder || who.isHandler || who.headsModule
    guard.requireScope(subjectOfIssue(actor, sees || (row.moduleId !== null && leads.includes(row.moduleId)) || teams.includes(row.villageId)))
    const nameOf = actorNames(read)
    const log = read.select().from(publicIssueLog).where(eq(publicIssueLog.issueId, row.id)).orderBy(asc(publicIssueLog.seq)).all()
    const [described] = describeIssues(read, actor, [row], input.on)
    return {
      ...(described ?? neverDescribed()),
      phone: seesPhone(row.state, who) ? row.phone : (described?.phone ?? null),
      log: log.map((entry) => ({ ...entry, actor: nameOf(entry.actor) })),
      task: taskOf(read, row, input.on),
      nextPeople: nextPeople(read, row, dayInChina(guard.now)),
      mayMakeTask: row.taskId === null && row.moduleId !== null && (row.state === 'dispatched' || row.state === 'handling') && (who.isDesk || who.isHandler || who.headsModule)
        && accessFault(actor, contract.issues.toTask['~orpc'].meta, subjectOfDraft(row.moduleId, who.isHandler && actor.standing.staffId !== null ? [actor.standing.staffId] : [])) === null,
    }
  }),

  record: guarded.issues.record.handler(({ input, context: { app, guard } }) => recordIssue(app, guard, input)),
  edit: guarded.issues.edit.handler(({ input, context: { app, guard } }) => editIssue(app, guard, input)),
  editCells: guarded.issues.editCells.handler(({ input, context: { app, guard } }) => editIssueCells(app, guard, input)),

  dispatch: guarded.issues.dispatch.handler(({ input: { note, moduleId, handlerId, due, ...step }, context: { app, guard } }) => takeIssueStep(app, guard, 'dispatch', { ...step, words: note, dispatch: { moduleId, handlerId, due } })),
  settle: guarded.issues.settle.handler(({ input: { result, ...step }, context: { app, guard } }) => takeIssueStep(app, guard, 'settle', { ...step, words: result })),
  decline: guarded.issues.decline.handler(({ input: { reason, ...step }, context: { app, guard } }) => takeIssueStep(app, guard, 'decline', { ...step, words: reason })),
  reconsider: guarded.issues.reconsider.handler(({ input: { reason, ...step }, context: { app, guard } }) => takeIssueStep(app, guard, 'reconsider', { ...step, words: reason })),
  accept: guarded.issues.accept.handler(({ input, context: { app, guard } }) => takeIssueStep(app, guard, 'accept', input)),
  sendBack: guarded.issues.sendBack.handler(({ input: { reason, ...step }, context: { app, guard } }) => takeIssueStep(app, guard, 'sendBack', { ...step, words: reason })),
  resolve: guarded.issues.resolve.handler(({ input: { result, ...step }, context: { app, guard } }) => takeIssueStep(app, guard, 'resolve', { ...step, words: result })),
  revisit: guarded.issues.revisit.handler(({ input: { reason, satisfaction, ...step }, context: { app, guard } }) =>
    takeIssueStep(app, guard, satisfaction === 'unsatisfied' ? 'rework' : 'close', { ...step, words: reason, satisfaction }),
  ),
  toTask: guarded.issues.toTask.handler(({ input, context: { app, guard } }) => makeTaskOfIssue(app, guard, input)),
}

function neverDescribed(): never {
  throw new Error('a row was not described')
}

function taskOf(read: Read, { taskId }: IssueRow, on: string) {
  if (taskId === null) return null
  const row = read.select().from(task).where(eq(task.id, taskId)).get()
  return row === undefined ? null : { id: row.id, code: row.code, title: row.title, state: row.state, light: lightOf(row, on), due: row.due }
}

/** Whose turn it is, by name. */
function nextPeople(read: Read, row: IssueRow, today: string): string[] {
  const next = nextStepOf(row)
  return next === null ? [] : namesOf(read, next.turn, row, today)
}

function namesOf(read: Read, turn: IssueTurn, row: IssueRow, today: string): string[] {
  switch (turn) {
    case 'desk':
      return headsOf(read, modulesKeeping(read, 'issues'), today)
    case 'module':
      return headsOf(read, row.moduleId === null ? [] : [row.moduleId], today)
    case 'handler':
      return people(read, row.handlerId)
    case 'recorder':
      return people(read, row.enteredBy)
    default:
      return assertNever(turn)
  }
}

function people(read: Read, id: string | null): string[] {
  return id === null ? [] : read.select({ name: staff.name }).from(staff).where(eq(staff.id, id)).all().map(({ name }) => name)
}

function headsOf(read: Read, modules: readonly string[], today: string): string[] {
  return read
    .select({ name: staff.name })
    .from(moduleOffice)
    .innerJoin(staff, eq(staff.id, moduleOffice.staffId))
    .where(and(inArray(moduleOffice.moduleId, [...modules]), eq(moduleOffice.office, 'head'), coversDay(moduleOffice.from, moduleOffice.to, today)))
    .all()
    .map(({ name }) => name)
}
