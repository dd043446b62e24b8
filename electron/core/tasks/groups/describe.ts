import { and, asc, count, desc, eq, inArray, max } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { meetingsDue } from '../../../../shared/domain/tasks/groups/meetings-due.ts'
import { groupStateOf, type GroupState } from '../../../../shared/domain/tasks/groups/state.ts'
import { unfinishedStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { lightOf } from '../../../../shared/domain/tasks/tasks/light.ts'
import { groupBy } from '../../../../shared/lib/group-by.ts'
import { assignment, groupGrade, groupMeeting, groupMember, moduleTable, period, specialGroup, staff, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault, viewFor } from '../../app/access.ts'
import { actorNames } from '../../app/actor-names.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { coversDay } from '../../app/standing.ts'
import { isPublic, planOnDay } from '../../plans/periods.ts'
import { partiesOf } from '../tasks/describe.ts'
import { visibleTasks } from '../tasks/visible.ts'
import { requireGroup, subjectOfGroup, type GroupRow } from './standing.ts'

/** Every group, those at work first, as the contract shows them to the caller. */
export function listGroups(guard: Guarded) {
  const rows = describeGroups(guard, guard.read.select().from(specialGroup).orderBy(asc(specialGroup.seq)).all())
  const order: readonly GroupState[] = ['active', 'expired', 'proposed', 'dissolved']
  return rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

export function describeGroups({ read, actor, now }: Guarded, rows: readonly GroupRow[]) {
  const today = dayInChina(now)
  const members = groupBy(
    read
      .select({ id: groupMember.id, groupId: groupMember.groupId, staffId: groupMember.staffId, staffName: staff.name, role: groupMember.role, from: groupMember.from, to: groupMember.to, version: groupMember.version })
      .from(groupMember)
      .innerJoin(staff, eq(staff.id, groupMember.staffId))
      .orderBy(asc(groupMember.seq))
      .all(),
    ({ groupId }) => groupId,
  )
  const leads = new Map(read.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, rows.flatMap(({ leadStaffId }) => leadStaffId ?? []))).all().map(({ id, name }) => [id, name]))
  const modules = groupBy(read.select({ staffId: assignment.staffId, moduleId: assignment.moduleId }).from(assignment).where(coversDay(assignment.from, assignment.to, today)).all(), ({ staffId }) => staffId)
  const last = groupBy(read.select({ groupId: groupMeeting.groupId, kind: groupMeeting.kind, day: max(groupMeeting.heldOn) }).from(groupMeeting).groupBy(groupMeeting.groupId, groupMeeting.kind).all(), ({ groupId }) => groupId)
  const open = new Map(read.select({ groupId: task.groupId, tasks: count() }).from(task).where(inArray(task.state, unfinishedStates)).groupBy(task.groupId).all().map(({ groupId, tasks }) => [groupId, tasks]))
  const self = actor.standing.staffId
  return rows.map((row) => {
    const own = members.get(row.id) ?? []
    const present = own.filter(({ from, to }) => from <= today && (to === null || to >= today)).map(({ staffId }) => staffId)
    const concerned = [...new Set([...present, ...(row.leadStaffId === null ? [] : [row.leadStaffId])])]
    const lastOf = (kind: 'weekly' | 'monthly') => (last.get(row.id) ?? []).find((entry) => entry.kind === kind)?.day ?? null
    const lastWeekly = lastOf('weekly')
    const lastMonthly = lastOf('monthly')
    return {
      ...row,
      leadStaffName: leads.get(row.leadStaffId ?? '') ?? null,
      state: groupStateOf(row, today),
      members: own.map(({ groupId: _, ...member }) => member),
      moduleIds: [...new Set(concerned.flatMap((id) => modules.get(id) ?? []).map(({ moduleId }) => moduleId))],
      isMine: self !== null && concerned.includes(self),
      openTasks: open.get(row.id) ?? 0,
      lastWeekly,
      lastMonthly,
      due: [...meetingsDue({ ...row, lastWeekly, lastMonthly }, today)],
      mayCompose: accessFault(actor, contract.groups.edit['~orpc'].meta, subjectOfGroup(row)) === null,
      mayRecord: accessFault(actor, contract.groups.addMeeting['~orpc'].meta, { groups: [row.id] }) === null,
    }
  })
}

/** One group with everything in its sheet. */
export function oneGroup(guard: Guarded, id: string, on: string) {
  const { read } = guard
  const [row] = describeGroups(guard, [requireGroup(read, id)])
  if (row === undefined) throw new Error('a row was not described')
  const nameOf = actorNames(read)
  const meetings = read.select({ meeting: groupMeeting, exceptionByName: staff.name }).from(groupMeeting).leftJoin(staff, eq(staff.id, groupMeeting.exceptionBy)).where(eq(groupMeeting.groupId, id)).orderBy(desc(groupMeeting.heldOn), desc(groupMeeting.seq)).all()
  return {
    ...row,
    meetings: meetings.map(({ meeting, exceptionByName }) => ({ ...meeting, exceptionByName, recordedBy: nameOf(meeting.recordedBy) })),
    tasks: tasksOfGroup(guard, id, row.isMine, on),
    grade: gradeNow(guard, id),
    roles: Object.keys(planOnDay(read, dayInChina(guard.now)).quarter.special.roles),
  }
}

/** All of them for the members and whoever leads the group, else those in the caller's view. */
function tasksOfGroup({ read, actor, now }: Guarded, groupId: string, isMine: boolean, on: string) {
  const view = viewFor(actor, 'task.work')
  if (view === null) return null
  const rows = read.select().from(task).where(and(eq(task.groupId, groupId), isMine ? undefined : visibleTasks(read, view, dayInChina(now)))).orderBy(asc(task.due)).all()
  const parties = partiesOf(read, rows.map(({ id }) => id))
  const modules = new Map(read.select({ id: moduleTable.id, name: moduleTable.name }).from(moduleTable).all().map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    id: row.id, code: row.code, title: row.title, moduleName: modules.get(row.moduleId) ?? '', state: row.state, light: lightOf(row, on), due: row.due,
    hosts: (parties.get(row.id) ?? []).filter(({ role }) => role === 'host').map(({ staffName }) => staffName),
  }))
}

/** The grade of the quarter that runs today, as far as the caller sees grades. */
function gradeNow({ read, actor, now }: Guarded, groupId: string) {
  const today = dayInChina(now)
  const quarter = read.select().from(period).where(eq(period.kind, 'quarter')).orderBy(desc(period.start)).all().find(({ start, end }) => start <= today && today <= end)
  const view = viewFor(actor, 'result.read')
  if (quarter === undefined || view === null || (view.kind === 'some' && view.modules.length === 0 && !isPublic(quarter))) return null
  return { periodCode: quarter.code, grade: gradeOf(read, groupId, quarter.id) }
}

function gradeOf(read: Read, groupId: string, periodId: string): string | null {
  return read.select({ grade: groupGrade.grade }).from(groupGrade).where(and(eq(groupGrade.groupId, groupId), eq(groupGrade.periodId, periodId))).get()?.grade ?? null
}
