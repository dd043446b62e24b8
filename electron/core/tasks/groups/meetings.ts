import { and, eq, ne } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { GroupMeetingKind } from '../../../../shared/domain/tasks/groups/codes.ts'
import { groupMeetingKindNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { groupMeeting } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { guarded } from '../../app/guard.ts'
import { nextSeq, nextVersion, requireRow } from '../../app/rows.ts'
import { acts, nouns } from '../../app/vocabulary.ts'
import { requireNoAttachments } from '../../township/attachments/none-stands.ts'
import { exceptionOn } from '../meetings/exception.ts'
import { requireGroup, requireGroupState, wrongGroupField } from './standing.ts'
import { groupFaults, meetingOn } from './vocabulary.ts'

/** 专班例会: recorded after it was held. */
export const meetingProcedures = {
  addMeeting: guarded.groups.addMeeting.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: () => ({ groups: [input.groupId] }),
      write(tx) {
        requireMeeting(tx, input, dayInChina(guard.now), null)
        const id = app.environment.newId()
        tx.insert(groupMeeting).values({ ...input, ...exceptionOn(tx, input.heldOn, input), id, seq: nextSeq(tx, groupMeeting), recordedBy: guard.actor.name }).run()
        return { id }
      },
      audit: ({ id }) => ({ subject: id, detail: { groupId: input.groupId, kind: input.kind, heldOn: input.heldOn } }),
    }),
  ),

  editMeeting: guarded.groups.editMeeting.handler(({ input, context: { guard } }) =>
    guard.mutate({
      about: (read) => ({ groups: [meetingRow(read, input.id).groupId] }),
      write(tx) {
        const row = meetingRow(tx, input.id)
        const { id, version: seen, ...columns } = input
        requireMeeting(tx, { ...columns, groupId: row.groupId }, dayInChina(guard.now), id)
        const version = nextVersion(row, seen)
        tx.update(groupMeeting).set({ ...columns, ...exceptionOn(tx, input.heldOn, input), version }).where(eq(groupMeeting.id, id)).run()
        return { version }
      },
      audit: () => ({ subject: input.id, detail: { kind: input.kind, heldOn: input.heldOn } }),
    }),
  ),

  removeMeeting: guarded.groups.removeMeeting.handler(({ input, context: { guard } }) => {
    const before = meetingRow(guard.read, input.id)
    return guard.mutate({
      about: () => ({ groups: [before.groupId] }),
      write(tx) {
        nextVersion(meetingRow(tx, input.id), input.version)
        requireGroupState(requireGroup(tx, before.groupId), dayInChina(guard.now), ['active', 'expired'], acts.removeMeeting)
        requireNoAttachments(tx, { kind: 'group_meeting', id: before.id }, nouns.groupMeeting)
        tx.delete(groupMeeting).where(eq(groupMeeting.id, before.id)).run()
        return {}
      },
      audit: () => ({ subject: before.id, detail: before }),
    })
  }),
}

function meetingRow(read: Read, id: string) {
  return requireRow(read.select().from(groupMeeting).where(eq(groupMeeting.id, id)).get(), nouns.groupMeeting)
}

interface Meeting {
  readonly groupId: string
  readonly kind: GroupMeetingKind
  readonly heldOn: string
}

function requireMeeting(read: Read, { groupId, kind, heldOn }: Meeting, today: string, except: string | null): void {
  const group = requireGroup(read, groupId)
  requireGroupState(group, today, ['active', 'expired'], acts.recordMeeting)
  if (heldOn > today) throw wrongGroupField('heldOn', groupFaults.inFuture)
  if (group.from !== null && heldOn < group.from) throw wrongGroupField('heldOn', groupFaults.beforeStart(group.from))
  const isSame = and(eq(groupMeeting.groupId, groupId), eq(groupMeeting.kind, kind), eq(groupMeeting.heldOn, heldOn))
  const other = read.select({ id: groupMeeting.id }).from(groupMeeting).where(except === null ? isSame : and(isSame, ne(groupMeeting.id, except))).get()
  if (other !== undefined) throw new Refusal('duplicate', { what: meetingOn(groupMeetingKindNames[kind], heldOn) })
}
