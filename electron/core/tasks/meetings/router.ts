import { guarded } from '../../app/guard.ts'
import { addMeeting, cancelMeeting, editMeeting } from './edit.ts'
import { listPrincipals, pageOfMeetings } from './list.ts'

export const meetingsRouter = {
  list: guarded.meetings.list.handler(({ input, context: { guard } }) => pageOfMeetings(guard, input)),
  principals: guarded.meetings.principals.handler(({ context: { guard } }) => listPrincipals(guard.read)),
  add: guarded.meetings.add.handler(({ input, context: { app, guard } }) => addMeeting(app, guard, input)),
  edit: guarded.meetings.edit.handler(({ input, context: { guard } }) => editMeeting(guard, input)),
  cancel: guarded.meetings.cancel.handler(({ input, context: { guard } }) => cancelMeeting(guard, input)),
}
