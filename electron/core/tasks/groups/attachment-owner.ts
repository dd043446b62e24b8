import { eq } from 'drizzle-orm'
import { groupStateNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { groupMeeting } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { keepersOf, type OwnerKind, type Way } from '../../township/attachments/owner-kind.ts'
import { requireGroup, subjectOfGroup } from './standing.ts'

/** Fast once it is dissolved. */
export const groupOwner: OwnerKind = {
  access: ({ read, id, actor }) => ({ toRead: keepersOf(actor), toChange: [meetingWay(id), { capability: 'group.compose', subject: subjectOfGroup(requireGroup(read, id)) }] }),
  fixedAs: dissolvedAs,
}

/** Fast once its group is dissolved. */
export const groupMeetingOwner: OwnerKind = {
  access: ({ read, id, actor }) => ({ toRead: keepersOf(actor), toChange: [meetingWay(groupOfMeeting(read, id))] }),
  fixedAs: (read, id) => dissolvedAs(read, groupOfMeeting(read, id)),
}

function groupOfMeeting(read: Read, id: string): string {
  return requireRow(read.select({ groupId: groupMeeting.groupId }).from(groupMeeting).where(eq(groupMeeting.id, id)).get(), nouns.groupMeeting).groupId
}

function meetingWay(groupId: string): Way {
  return { capability: 'group.meeting', subject: { groups: [groupId] } }
}

function dissolvedAs(read: Read, groupId: string): string | null {
  return requireGroup(read, groupId).dissolvedOn === null ? null : groupStateNames.dissolved
}
