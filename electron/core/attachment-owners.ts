import { scoreSheetOwner } from './evaluation/sheets/attachment-owner.ts'
import { registerRowOwner } from './registers/attachment-owner.ts'
import { groupMeetingOwner, groupOwner } from './tasks/groups/attachment-owner.ts'
import { meetingOwner } from './tasks/meetings/attachment-owner.ts'
import { supervisionOwner } from './tasks/supervision/attachment-owner.ts'
import { taskOwner } from './tasks/tasks/attachment-owner.ts'
import type { OwnerKinds } from './township/attachments/owner-kind.ts'
import { serviceEventOwner } from './villages/events/attachment-owner.ts'
import { issueOwner } from './villages/issues/attachment-owner.ts'

/** The records that may have attachments, each with the rules of its room; a kind without rules does not compile. */
export const attachmentOwners: OwnerKinds = {
  task: taskOwner,
  supervision: supervisionOwner,
  group: groupOwner,
  group_meeting: groupMeetingOwner,
  meeting: meetingOwner,
  service_event: serviceEventOwner,
  public_issue: issueOwner,
  register_row: registerRowOwner,
  score_sheet: scoreSheetOwner,
}
