/** What an attachment may belong to. */
export const attachmentOwners = ['task', 'supervision', 'group', 'group_meeting', 'meeting', 'service_event', 'public_issue', 'register_row', 'score_sheet'] as const
export type AttachmentOwner = (typeof attachmentOwners)[number]
