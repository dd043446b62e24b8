import { asc, eq, inArray } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { PartyState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { PartyRole, TaskQuality } from '../../../../shared/domain/plans/task-codes.ts'
import { editableFields, type TaskRights } from '../../../../shared/domain/tasks/tasks/edit-rights.ts'
import { isPartStep, mayStep, taskActions, type TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { isOverdue, lightOf } from '../../../../shared/domain/tasks/tasks/light.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { moduleTable, specialGroup, staff, taskParty, type task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import type { Actor } from '../../app/session.ts'
import { concernedBy } from './concerned.ts'
import { isOwnHand, ownHands } from './other-hands.ts'

export type TaskRow = typeof task.$inferSelect

export interface Party {
  readonly taskId: string
  readonly staffId: string
  readonly staffCode: string
  readonly staffName: string
  readonly role: PartyRole
  readonly state: PartyState
  readonly acceptedOn: string | null
  readonly reworks: number | null
  readonly quality: TaskQuality | null
  readonly submittedOn: string | null
  readonly completedOn: string | null
}

/** Parties by task, in official order. */
export function partiesOf(read: Read, taskIds: readonly string[]): ReadonlyMap<string, readonly Party[]> {
  const rows = read
    .select({
      taskId: taskParty.taskId,
      staffId: taskParty.staffId,
      staffCode: staff.code,
      staffName: staff.name,
      role: taskParty.role,
      state: taskParty.state,
      acceptedOn: taskParty.acceptedOn,
      reworks: taskParty.reworks,
      quality: taskParty.quality,
      submittedOn: taskParty.submittedOn,
      completedOn: taskParty.completedOn,
    })
    .from(taskParty)
    .innerJoin(staff, eq(staff.id, taskParty.staffId))
    .where(inArray(taskParty.taskId, [...taskIds]))
    .orderBy(asc(taskParty.seq))
    .all()
  return groupBy(rows, ({ taskId }) => taskId)
}

/**
 * What a step on a task concerns: its module and its doers. For a party it is an own matter (`staff`),
 * so that a clerk reaches the tasks he is a party of.
 */
export function subjectOfStep(row: Pick<TaskRow, 'moduleId'>, doers: readonly string[], self: string | null): Subject {
  const isParty = self !== null && doers.includes(self)
  return { modules: [row.moduleId], doers, ...(isParty ? { staff: [self] } : {}) }
}

/** What drafting a task, or changing its draft, concerns: the module, and each person who is to do it. */
export function subjectOfDraft(moduleId: string, doers: readonly string[]): Subject {
  return { modules: [moduleId], staff: doers }
}

export function rightsOver(actor: Actor, row: Pick<TaskRow, 'moduleId' | 'draftedBy'>, doers: readonly string[]): TaskRights {
  const self = actor.standing.staffId
  return {
    mayDraft: accessFault(actor, contract.tasks.draft['~orpc'].meta, subjectOfDraft(row.moduleId, doers)) === null,
    maySupervise: accessFault(actor, contract.tasks.suspend['~orpc'].meta, subjectOfStep(row, doers, self)) === null,
    isDoer: self !== null && doers.includes(self),
    isDrafter: row.draftedBy === null || row.draftedBy === actor.name,
  }
}

/** The steps that the flow has from here and the caller may take, of one part at least. */
export function allowedSteps(actor: Actor, row: TaskRow, parties: readonly Party[], taken: readonly string[]): readonly TaskAction[] {
  const self = actor.standing.staffId
  const subject = subjectOfStep(row, parties.map(({ staffId }) => staffId), self)
  const standing = { state: row.state, parts: parties.map(({ state }) => state) }
  return taskActions.filter((action) => {
    return mayStep(action, standing) && !isOwnHand(action, taken) && (!isPartStep(action) || concernedBy(action, parties, self, undefined).length > 0) && accessFault(actor, contract.tasks[action]['~orpc'].meta, subject) === null
  })
}

/** Rows as the contract shows them to the caller. */
export function describeTasks(read: Read, actor: Actor, rows: readonly TaskRow[], today: string) {
  const parties = partiesOf(read, rows.map(({ id }) => id))
  const hands = ownHands(read, actor, rows.map(({ id }) => id))
  const modules = new Map(read.select({ id: moduleTable.id, code: moduleTable.code, name: moduleTable.name }).from(moduleTable).all().map((row) => [row.id, row]))
  const groups = new Map(read.select({ id: specialGroup.id, name: specialGroup.name }).from(specialGroup).all().map(({ id, name }) => [id, name]))
  const leadIds = [...new Set(rows.flatMap(({ leadStaffId }) => leadStaffId ?? []))]
  const leads = new Map(read.select({ id: staff.id, code: staff.code, name: staff.name }).from(staff).where(inArray(staff.id, leadIds)).all().map((row) => [row.id, row]))
  return rows.map((row) => {
    const own = parties.get(row.id) ?? []
    const lead = leads.get(row.leadStaffId ?? '')
    const inModule = modules.get(row.moduleId)
    return {
      ...row,
      moduleCode: inModule?.code ?? '',
      moduleName: inModule?.name ?? '',
      leadStaffCode: lead?.code ?? null,
      leadStaffName: lead?.name ?? null,
      groupName: groups.get(row.groupId ?? '') ?? null,
      light: lightOf(row, today),
      overdue: isOverdue({ ...row, handedInOn: lastDay(own) }, today),
      parties: [...own],
      allowedSteps: [...allowedSteps(actor, row, own, hands.get(row.id) ?? [])],
      editable: [...editableFields(row.state, rightsOver(actor, row, own.map(({ staffId }) => staffId)))],
    }
  })
}

/** The last day on which a party handed in; null before. */
export function lastDay(parties: readonly Pick<Party, 'submittedOn'>[]): string | null {
  return parties.flatMap(({ submittedOn }) => submittedOn ?? []).sort().at(-1) ?? null
}
