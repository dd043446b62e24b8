import { guarded } from '../app/guard.ts'
import { decisionsPaper, ownSummaryPaper, stepsPaper, summariesPaper } from './cycle.ts'
import { layPaper, logPaper } from './make-paper.ts'
import { noticesPaper } from './notices.ts'
import { showOrders } from './orders.ts'
import { scoresPaper } from './score-sheets.ts'
import { gridsPaper, meetingsPaper, weekPaper } from './work.ts'

export const papersRouter = {
  scores: guarded.papers.scores.handler(({ input, context: { app, guard } }) => layPaper(app, guard, scoresPaper(guard, input))),
  notices: guarded.papers.notices.handler(({ input, context: { app, guard } }) => layPaper(app, guard, noticesPaper(guard, input))),
  decisions: guarded.papers.decisions.handler(({ input, context: { app, guard } }) => layPaper(app, guard, decisionsPaper(guard, input))),
  steps: guarded.papers.steps.handler(({ input, context: { app, guard } }) => layPaper(app, guard, stepsPaper(guard, input.periodId))),
  summaries: guarded.papers.summaries.handler(({ input, context: { app, guard } }) => layPaper(app, guard, summariesPaper(guard, input))),
  ownSummary: guarded.papers.ownSummary.handler(({ input, context: { app, guard } }) => layPaper(app, guard, ownSummaryPaper(guard, input.periodId))),
  week: guarded.papers.week.handler(({ input, context: { app, guard } }) => layPaper(app, guard, weekPaper(guard, input))),
  orders: guarded.papers.orders.handler(({ input, context: { app, guard } }) => showOrders(app, guard, input.ids)),
  meetings: guarded.papers.meetings.handler(({ input, context: { app, guard } }) => layPaper(app, guard, meetingsPaper(guard, input))),
  grids: guarded.papers.grids.handler(({ input, context: { app, guard } }) => layPaper(app, guard, gridsPaper(guard, input.month))),
  printed: guarded.papers.printed.handler(({ input, context: { app, guard } }) => logPaper(app, guard, input)),
}
