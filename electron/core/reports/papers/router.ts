import { guarded } from '../../app/guard.ts'
import { decisionsPaper, ownSummaryPaper, stepsPaper, summariesPaper } from './cycle.ts'
import { layPaper, logPaper } from './make-paper.ts'
import { noticesPaper } from './notices.ts'
import { showOrders } from './orders.ts'
import { scoresPaper } from './score-sheets.ts'
import { gridsPaper, meetingsPaper, weekPaper } from './work.ts'

export const papersRouter = {
  scores: guarded.papers.scores.handler(({ input, context }) => layPaper(context, scoresPaper(context.guard, input))),
  notices: guarded.papers.notices.handler(({ input, context }) => layPaper(context, noticesPaper(context.guard, input))),
  decisions: guarded.papers.decisions.handler(({ input, context }) => layPaper(context, decisionsPaper(context.guard, input))),
  steps: guarded.papers.steps.handler(({ input, context }) => layPaper(context, stepsPaper(context.guard, input.periodId))),
  summaries: guarded.papers.summaries.handler(({ input, context }) => layPaper(context, summariesPaper(context.guard, input))),
  ownSummary: guarded.papers.ownSummary.handler(({ input, context }) => layPaper(context, ownSummaryPaper(context.guard, input.periodId))),
  week: guarded.papers.week.handler(({ input, context }) => layPaper(context, weekPaper(context.guard, input))),
  orders: guarded.papers.orders.handler(({ input, context }) => showOrders(context, input.ids)),
  meetings: guarded.papers.meetings.handler(({ input, context }) => layPaper(context, meetingsPaper(context.guard, input))),
  grids: guarded.papers.grids.handler(({ input, context }) => layPaper(context, gridsPaper(context.guard, input.month))),
  printed: guarded.papers.printed.handler(({ input, context }) => logPaper(context, input)),
}
