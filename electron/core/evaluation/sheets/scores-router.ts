import { guarded, wholeTownship } from '../../app/guard.ts'
import { acts } from '../../app/vocabulary.ts'
import { ballotState, castBallot, closeBallots, lateVoters, ownBallot } from './ballots.ts'
import { delegateSheet, takeSheetBack } from './delegation.ts'
import { lateSheets } from './late-sheets.ts'
import { requireOpenForInput, requirePeriodById } from '../../plans/periods.ts'
import { enterScore, enterScores, sendSheetBack, submitSheet } from './score-entry.ts'
import { listSheets } from './score-sheets.ts'
import { openSheets } from './sheets.ts'

export const scoresRouter = {
  sheets: guarded.scores.sheets.handler(({ input, context: { guard } }) => listSheets(guard, requirePeriodById(guard.read, input.periodId))),

  open: guarded.scores.open.handler(({ input, context: { app, guard } }) =>
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        const row = requirePeriodById(tx, input.periodId)
        requireOpenForInput(row, acts.openSheets)
        return { sheets: openSheets(tx, row, app.environment.newId) }
      },
      audit: ({ sheets }) => ({ subject: input.periodId, detail: { sheets } }),
    }),
  ),

  enterHead: guarded.scores.enterHead.handler(({ input, context: { guard } }) => enterScore(guard, 'head', input)),
  enterLeader: guarded.scores.enterLeader.handler(({ input, context: { guard } }) => enterScore(guard, 'leader', input)),
  enterByProxy: guarded.scores.enterByProxy.handler(({ input, context: { guard } }) => enterScore(guard, 'proxy', input)),
  enterManyHead: guarded.scores.enterManyHead.handler(({ input, context: { guard } }) => enterScores(guard, 'head', input)),
  enterManyLeader: guarded.scores.enterManyLeader.handler(({ input, context: { guard } }) => enterScores(guard, 'leader', input)),
  enterManyByProxy: guarded.scores.enterManyByProxy.handler(({ input, context: { guard } }) => enterScores(guard, 'proxy', input)),
  submitHead: guarded.scores.submitHead.handler(({ input, context: { guard } }) => submitSheet(guard, 'head', input)),
  submitLeader: guarded.scores.submitLeader.handler(({ input, context: { guard } }) => submitSheet(guard, 'leader', input)),
  submitByProxy: guarded.scores.submitByProxy.handler(({ input, context: { guard } }) => submitSheet(guard, 'proxy', input)),
  sendBack: guarded.scores.sendBack.handler(({ input, context: { guard } }) => sendSheetBack(guard, input)),

  delegate: guarded.scores.delegate.handler(({ input, context: { guard } }) => delegateSheet(guard, 'leader', input)),
  delegateByProxy: guarded.scores.delegateByProxy.handler(({ input, context: { guard } }) => delegateSheet(guard, 'proxy', input)),
  takeBack: guarded.scores.takeBack.handler(({ input, context: { guard } }) => takeSheetBack(guard, 'leader', input)),
  takeBackByProxy: guarded.scores.takeBackByProxy.handler(({ input, context: { guard } }) => takeSheetBack(guard, 'proxy', input)),

  late: guarded.scores.late.handler(({ input, context: { guard } }) => {
    const row = requirePeriodById(guard.read, input.periodId)
    return { sheets: lateSheets(guard.read, row), ...lateVoters(guard.read, row) }
  }),

  ballot: guarded.scores.ballot.handler(({ input, context: { guard } }) => ownBallot(guard, requirePeriodById(guard.read, input.periodId))),
  castBallot: guarded.scores.castBallot.handler(({ input, context: { guard } }) => castBallot(guard, input)),

  ballotState: guarded.scores.ballotState.handler(({ input, context: { app, guard } }) => {
    guard.requireScope(wholeTownship())
    return ballotState(guard, app.folder, requirePeriodById(guard.read, input.periodId))
  }),

  closeBallots: guarded.scores.closeBallots.handler(({ input, context: { app, guard } }) => closeBallots(app, guard, input)),
}
