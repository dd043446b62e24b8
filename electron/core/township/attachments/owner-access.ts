import { eq } from 'drizzle-orm'
import type { Capability } from '../../../../shared/domain/township/access/permissions.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { AttachmentOwner } from '../../../../shared/domain/township/attachments/codes.ts'
import { groupMeeting, register, registerRow, scoreSheet, supervision } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import { requireRow } from '../../app/rows.ts'
import type { Actor } from '../../app/session.ts'
import { nouns } from '../../app/vocabulary.ts'
import { aboutSheet } from '../../evaluation/sheets/score-entry.ts'
import { aboutService, eventRow, subjectsOfDoers } from '../../villages/events/subject.ts'
import { requireGroup, subjectOfGroup } from '../../tasks/groups/standing.ts'
import { standingsOver, subjectOfIssue } from '../../villages/issues/standing.ts'
import { requireIssue } from '../../villages/issues/steps.ts'
import { aboutMeeting, meetingRow } from '../../tasks/meetings/subject.ts'
import { seesRegister, subjectOfRow } from '../../registers/access.ts'
import { aboutReading } from '../../tasks/tasks/reading.ts'
import { aboutTask } from '../../tasks/tasks/steps.ts'

/** One way to a record: a capability, and what the record concerns under it. */
export interface Way {
  readonly capability: Capability
  readonly subject: Subject
  /** Closed to whom it is about. */
  readonly notAboutSelf?: true
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
  task: ({ read, id, actor, now }) => ({
    toRead: [{ capability: 'task.work', subject: aboutReading(read, id, actor, dayInChina(now)) }],
    toChange: [{ capability: 'task.work', subject: aboutTask(read, id, actor.standing.staffId) }],
  }),

  supervision({ read, id, actor, now }) {
    const row = requireRow(read.select({ taskId: supervision.taskId }).from(supervision).where(eq(supervision.id, id)).get(), nouns.supervision)
    const about = aboutTask(read, row.taskId, actor.standing.staffId)
    // Whoever supervises sees it too; the reply is the module's.
    const supervising = { capability: 'task.supervise', subject: about } as const
    return { toRead: [{ capability: 'task.work', subject: aboutReading(read, row.taskId, actor, dayInChina(now)) }, supervising], toChange: [{ capability: 'task.work', subject: about }, supervising] }
  },

  group({ read, id, actor }) {
    return { toRead: keepersOf(actor), toChange: [meetingWay(id), { capability: 'group.compose', subject: subjectOfGroup(requireGroup(read, id)) }] }
  },

  group_meeting({ read, id, actor }) {
    const { groupId } = requireRow(read.select({ groupId: groupMeeting.groupId }).from(groupMeeting).where(eq(groupMeeting.id, id)).get(), nouns.groupMeeting)
    return { toRead: keepersOf(actor), toChange: [meetingWay(groupId)] }
  },

  meeting: ({ read, id, actor }) => ({ toRead: keepersOf(actor), toChange: [{ capability: 'register.enter', subject: aboutMeeting(actor, meetingRow(read, id)) }] }),

  service_event({ read, id, now, actor }) {
    const row = eventRow(read, id)
    const subject = aboutService(read, { now }, row.staffId, row.villageId)
    return {
      toRead: [{ capability: 'register.enter', subject }, { capability: 'event.enter', subject }, { capability: 'event.verify', subject }],
      toChange: [{ capability: 'event.enter', subject: subjectsOfDoers(read, { now, actor })(row) }],
    }
  },

  public_issue({ read, id, actor }) {
    const row = requireIssue(read, id)
    const { isDesk, isRecorder, isHandler, headsModule } = standingsOver(read, actor, [row])(row)
    const isConcerned = isDesk || isRecorder || isHandler || headsModule
    const { leads, teams } = actor.standing
    const sees = isConcerned || (row.moduleId !== null && leads.includes(row.moduleId)) || teams.includes(row.villageId)
    return { toRead: [{ capability: 'issue.work', subject: subjectOfIssue(actor, sees) }], toChange: [{ capability: 'issue.work', subject: subjectOfIssue(actor, isConcerned) }] }
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

  // The paper of a score sheet shows what single people gave: for 督考, who typed it in, and for 党政正职, but for nobody whom it rates.
  score_sheet({ read, id }) {
    const sheet = requireRow(read.select().from(scoreSheet).where(eq(scoreSheet.id, id)).get(), nouns.sheet)
    const way = { capability: 'score.proxy', subject: aboutSheet(read, sheet), notAboutSelf: true } as const
    return { toRead: [way], toChange: [way] }
  },
}

/** Who comes to the attachments of this record. */
export function accessToOwner(kind: AttachmentOwner, asked: Asked): OwnerAccess {
  return rules[kind](asked)
}

/** Whoever keeps registers at all: what is no secret in the township. */
function keepersOf(actor: Actor): readonly [Way, Way] {
  return [{ capability: 'register.enter', subject: {} }, { capability: 'self.work', subject: ofSelf(actor) }]
}

function meetingWay(groupId: string): Way {
  return { capability: 'group.meeting', subject: { groups: [groupId] } }
}

function ofSelf({ standing: { staffId } }: Actor): Subject {
  return staffId === null ? {} : { staff: [staffId] }
}
