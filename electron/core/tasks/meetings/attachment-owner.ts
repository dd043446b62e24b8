import { keepersOf, type OwnerKind } from '../../township/attachments/owner-kind.ts'
import { aboutMeeting, meetingRow } from './subject.ts'

export const meetingOwner: OwnerKind = {
  access: ({ read, id, actor }) => ({ toRead: keepersOf(actor), toChange: [{ capability: 'register.enter', subject: aboutMeeting(actor, meetingRow(read, id)) }] }),
  fixedAs: () => null,
}
