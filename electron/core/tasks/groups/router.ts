import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { unfinishedStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { groupMember, specialGroup, staff, task } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded, wholeTownship } from '../../app/guard.ts'
import { alreadyThere, codeOf, countRows, nextSeq, nextVersion, requireOrder } from '../../app/rows.ts'
import { acts, fields, named, nouns } from '../../app/vocabulary.ts'
import { requireInService } from '../../people/in-service.ts'
import { listGroups, oneGroup } from './describe.ts'
import { gradeProcedures } from './grades.ts'
import { meetingProcedures } from './meetings.ts'
import { memberProcedures } from './members.ts'
import { isTakenByOther, requireGroup, requireGroupState, subjectOfGroup, wrongGroupField } from './standing.ts'
import { groupFaults } from './vocabulary.ts'

export const groupsRouter = {
  list: guarded.groups.list.handler(({ context: { guard } }) => listGroups(guard)),
  get: guarded.groups.get.handler(({ input, context: { guard } }) => oneGroup(guard, input.id, input.on)),

  propose: guarded.groups.propose.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        requireFrame(tx, input, null)
        requireLead(tx, input.leadStaffId, dayInChina(guard.now))
        const seq = nextSeq(tx, specialGroup)
        const id = app.environment.newId()
        tx.insert(specialGroup).values({ ...input, searchKey: searchKeyOf(input.name), id, seq, code: codeOf('G', seq), approvalNo: null }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: input }),
    }),
  ),

  edit: guarded.groups.edit.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => subjectOfGroup(requireGroup(read, input.id)),
      write(tx) {
        const { id, version: seen, ...frame } = input
        const row = requireGroup(tx, id)
        requireGroupState(row, dayInChina(guard.now), ['proposed', 'active', 'expired'], acts.editGroup)
        requireFrame(tx, frame, id)
        if (frame.leadStaffId !== row.leadStaffId) requireLead(tx, frame.leadStaffId, dayInChina(guard.now))
        const version = nextVersion(row, seen)
        tx.update(specialGroup).set({ ...frame, searchKey: searchKeyOf(frame.name), version }).where(eq(specialGroup.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: input }),
    }),
  ),

  approve: guarded.groups.approve.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireGroup(tx, input.id)
        requireGroupState(row, dayInChina(guard.now), ['proposed', 'active', 'expired'], acts.approveGroup)
        if (isTakenByOther(tx, specialGroup.approvalNo, input.approvalNo, row.id)) throw alreadyThere('approvalNo', named(nouns.approvalNo, input.approvalNo))
        const version = nextVersion(row, input.version)
        tx.update(specialGroup).set({ approvalNo: input.approvalNo, version }).where(eq(specialGroup.id, row.id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { approvalNo: input.approvalNo } }),
    }),
  ),

  dissolve: guarded.groups.dissolve.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requireGroup(tx, input.id)
        const today = dayInChina(guard.now)
        requireGroupState(row, today, ['proposed', 'active', 'expired'], acts.dissolveGroup)
        const open = countRows(tx, task, and(eq(task.groupId, row.id), inArray(task.state, unfinishedStates)))
        if (open > 0) throw new Refusal('group_tasks_open', { group: row.name, count: open })
        if (input.on > today) throw wrongGroupField('on', groupFaults.inFuture)
        if (row.from !== null && input.on < row.from) throw wrongGroupField('on', groupFaults.beforeStart(row.from))
        const later = tx.select({ name: staff.name, from: groupMember.from }).from(groupMember).innerJoin(staff, eq(staff.id, groupMember.staffId)).where(and(eq(groupMember.groupId, row.id), gt(groupMember.from, input.on))).get()
        if (later !== undefined) throw wrongGroupField('on', groupFaults.beforeMember(later.name, later.from))
        const version = nextVersion(row, input.version)
        tx.update(specialGroup).set({ dissolvedOn: input.on, conclusion: input.conclusion, version }).where(eq(specialGroup.id, row.id)).run()
        tx.update(groupMember).set({ to: input.on }).where(and(eq(groupMember.groupId, row.id), or(isNull(groupMember.to), gt(groupMember.to, input.on)))).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { on: input.on, conclusion: input.conclusion } }),
    }),
  ),

  ...memberProcedures,
  ...meetingProcedures,
  ...gradeProcedures,
}

interface Frame {
  readonly name: string
  readonly from: string
  readonly to: string | null
}

function requireFrame(read: Read, { name, from, to }: Frame, id: string | null): void {
  requireOrder(from, to, fields.range)
  if (isTakenByOther(read, specialGroup.name, name, id)) throw alreadyThere('name', named(nouns.groupName, name))
}

/** 牵头领导: somebody who has not left. */
function requireLead(read: Read, staffId: string | null, today: string): void {
  if (staffId !== null) requireInService(read, staffId, today, 'leadStaffId')
}
