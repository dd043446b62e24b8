import { guarded } from '../../app/guard.ts'
import { makeDocument } from './make-document.ts'
import { excellentDocument } from './excellent.ts'
import { noticeDocuments, publicityDocument } from './results.ts'
import { minutesDocument, supervisionDocument, weeklyDocument } from './work.ts'

export const documentsRouter = {
  publicity: guarded.documents.publicity.handler(({ input, context: { app, guard } }) => makeDocument(app, guard, publicityDocument(guard, input.code))),
  notices: guarded.documents.notices.handler(({ input, context: { app, guard } }) => makeDocument(app, guard, noticeDocuments(guard, input))),
  excellent: guarded.documents.excellent.handler(({ input, context: { app, guard } }) => makeDocument(app, guard, excellentDocument(guard, 'excellent', input.code))),
  commendation: guarded.documents.commendation.handler(({ input, context: { app, guard } }) => makeDocument(app, guard, excellentDocument(guard, 'commendation', input.code))),
  minutes: guarded.documents.minutes.handler(({ input, context: { app, guard } }) => makeDocument(app, guard, minutesDocument(guard, input.id))),
  supervision: guarded.documents.supervision.handler(({ input, context: { app, guard } }) => makeDocument(app, guard, supervisionDocument(guard, input.id))),
  weekly: guarded.documents.weekly.handler(({ input, context: { app, guard } }) => makeDocument(app, guard, weeklyDocument(guard, input))),
}
