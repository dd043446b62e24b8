import { and, eq } from 'drizzle-orm'
import type { Capability } from '../../../shared/domain/access/permissions.ts'
import type { Subject } from '../../../shared/domain/access/scope.ts'
import type { AttachmentOwner } from '../../../shared/domain/attachments/codes.ts'
import { groupMeeting, groupMember, meeting, publicIssue, register, registerRow, serviceEvent, specialGroup, supervision } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { dayInChina } from '../app/environment.ts'
import { requireRow } from '../app/rows.ts'
import type { Actor } from '../app/session.ts'
import { coversDay } from '../app/standing.ts'
import { nouns } from '../app/vocabulary.ts'
import { modulesConcerned } from '../people/assignments.ts'
import { seesRegister, subjectOfRow } from '../registers/access.ts'
import { aboutTask } from '../tasks/steps.ts'

/** One way to a record: a capability, and what the record concerns under it. */
export interface Way {
  readonly capability: Capability
  readonly subject: Subject
}

/** Who comes to the attachments of a record. One open way suffices; no way is a refusal. */
export interface OwnerAccess {
  readonly toRead: readonly [Way, ...Way[]]
  readonly toChange: readonly [Way, ...Way[]]
}

/** A record, the caller, and the moment. */
interface Asked {
  readonly read: Read
  readonly id: string
  readonly actor: Actor
  readonly now: string
}

/** The rules of each kind of record: those of its own procedures. A record that is not there is `not_found`. */
const rules: Readonly<Record<AttachmentOwner, (asked: Asked) => OwnerAccess>> = {
  task: ({ read, id, actor }) => sameWay('task.work', aboutTask(read, id, actor.standing.staffId)),

  supervision({ read, id, actor }) {
    const row = requireRow(read.select({ taskId: supervision.taskId }).from(supervision).where(eq(supervision.id, id)).get(), nouns.supervision)
    const about = aboutTask(read, row.taskId, actor.standing.staffId)
    // Whoever supervises sees it too; the reply is the module's.
    const ways = [{ capability: 'task.work', subject: about }, { capability: 'task.supervise', subject: about }] as const
    return { toRead: ways, toChange: ways }
  },

  group({ read, id, actor, now }) {
    requireRow(read.select({ id: specialGroup.id }).from(specialGroup).where(eq(specialGroup.id, id)).get(), nouns.group)
    const meetings = { capability: 'group.meeting', subject: { groups: [id] } } as const
    const proposing = { capability: 'group.propose', subject: {} } as const
    return { toRead: [meetings, proposing, memberWay(read, id, actor, now)], toChange: [meetings, proposing] }
  },

  group_meeting({ read, id, actor, now }) {
    const { groupId } = requireRow(read.select({ groupId: groupMeeting.groupId }).from(groupMeeting).where(eq(groupMeeting.id, id)).get(), nouns.groupMeeting)
    const meetings = { capability: 'group.meeting', subject: { groups: [groupId] } } as const
    return { toRead: [meetings, memberWay(read, groupId, actor, now)], toChange: [meetings] }
  },

  meeting({ read, id, actor }) {
    const row = requireRow(read.select({ moduleId: meeting.moduleId, convenerId: meeting.convenerId }).from(meeting).where(eq(meeting.id, id)).get(), nouns.meeting)
    return sameWay('register.enter', { modules: [row.moduleId], ...own([row.convenerId], actor) })
  },

  service_event({ read, id, now }) {
    const row = requireRow(read.select({ staffId: serviceEvent.staffId, villageId: serviceEvent.villageId }).from(serviceEvent).where(eq(serviceEvent.id, id)).get(), nouns.serviceEvent)
    const subject = { staff: [row.staffId], modules: modulesConcerned(read, row.staffId, dayInChina(now)), teams: [row.villageId] }
    return {
      toRead: [{ capability: 'register.enter', subject }, { capability: 'event.enter', subject }, { capability: 'event.verify', subject }],
      toChange: [{ capability: 'event.enter', subject }],
    }
  },

  public_issue({ read, id, actor }) {
    const row = requireRow(read.select({ moduleId: publicIssue.moduleId, handlerId: publicIssue.handlerId, enteredBy: publicIssue.enteredBy }).from(publicIssue).where(eq(publicIssue.id, id)).get(), nouns.publicIssue)
    return sameWay('register.enter', { ...ofModule(row.moduleId), ...own([row.handlerId, row.enteredBy], actor) })
  },

  register_row({ read, id, actor }) {
    const row = requireRow(
      read.select({ moduleId: register.moduleId, enteredBy: registerRow.enteredBy }).from(registerRow).innerJoin(register, eq(register.id, registerRow.registerId)).where(eq(registerRow.id, id)).get(),
      nouns.registerRow,
    )
    const entering = { capability: 'register.enter', subject: subjectOfRow(actor, row, row.enteredBy) } as const
    // Who sees the register sees what belongs to its rows.
    return { toRead: [entering, { capability: 'self.work', subject: seesRegister(actor, row) ? ofSelf(actor) : {} }], toChange: [entering] }
  },
}

/** Who comes to the attachments of this record. */
export function accessToOwner(kind: AttachmentOwner, asked: Asked): OwnerAccess {
  return rules[kind](asked)
}

function sameWay(capability: Capability, subject: Subject): OwnerAccess {
  return { toRead: [{ capability, subject }], toChange: [{ capability, subject }] }
}

/** For each of these people the record is an own matter. */
function own(people: readonly (string | null)[], actor: Actor): Pick<Subject, 'staff'> {
  return people.includes(actor.standing.staffId) ? ofSelf(actor) : {}
}

function ofSelf({ standing: { staffId } }: Actor): Pick<Subject, 'staff'> {
  return staffId === null ? {} : { staff: [staffId] }
}

function ofModule(moduleId: string | null): Pick<Subject, 'modules'> {
  return moduleId === null ? {} : { modules: [moduleId] }
}

/** A group's papers are an own matter of its members. */
function memberWay(read: Read, groupId: string, actor: Actor, now: string): Way {
  const { staffId } = actor.standing
  const isMember = staffId !== null && read.select({ id: groupMember.id }).from(groupMember).where(and(eq(groupMember.groupId, groupId), eq(groupMember.staffId, staffId), coversDay(groupMember.from, groupMember.to, dayInChina(now)))).get() !== undefined
  return { capability: 'self.work', subject: isMember ? ofSelf(actor) : {} }
}
