import { fields } from '../../app/vocabulary.ts'
import type { OwnerKind } from '../../township/attachments/owner-kind.ts'
import { aboutService, eventRow, subjectsOfDoers } from './subject.ts'

/** A record of service: fast once it is verified and counts. */
export const serviceEventOwner: OwnerKind = {
  access({ read, id, now, actor }) {
    const row = eventRow(read, id)
    const subject = aboutService(read, { now }, row.staffId, row.villageId)
    return {
      toRead: [{ capability: 'register.enter', subject }, { capability: 'event.enter', subject }, { capability: 'event.verify', subject }],
      toChange: [{ capability: 'event.enter', subject: subjectsOfDoers(read, { now, actor })(row) }],
    }
  },
  fixedAs: (read, id) => (eventRow(read, id).state === 'verified' ? fields.verified : null),
}
