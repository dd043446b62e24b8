import { guarded } from '../../../app/guard.ts'
import { requirePeriodById } from '../../../plans/periods.ts'
import { issueBooks } from './issue.ts'
import { listScorers } from './list.ts'
import { startMaking } from './make.ts'
import { applyBook, previewBook } from './take-in.ts'
import { undoBook } from './undo.ts'

export const scoreBooksRouter = {
  list: guarded.scoreBooks.list.handler(({ input, context: { guard } }) => listScorers(guard, requirePeriodById(guard.read, input.periodId))),
  make: guarded.scoreBooks.make.handler(({ input, context, signal }) => startMaking(context, input, signal)),
  issue: guarded.scoreBooks.issue.handler(({ input, context }) => issueBooks(context, input)),
  preview: guarded.scoreBooks.preview.handler(({ input, context: { app, guard } }) => previewBook(app, guard, input)),
  apply: guarded.scoreBooks.apply.handler(({ input, context: { app, guard } }) => applyBook(app, guard, input)),
  undo: guarded.scoreBooks.undo.handler(({ input, context: { app, guard } }) => {
    undoBook(app, guard, input)
    return {}
  }),
}
