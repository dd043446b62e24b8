import { implement, type Router } from '@orpc/server'
import { contract, type Contract } from '../../shared/contract/index.ts'
import type { RequestContext } from './app/guard.ts'
import { appealsRouter } from './appeals/router.ts'
import { attachmentsRouter } from './attachments/router.ts'
import { calendarRouter } from './calendar/router.ts'
import { documentsRouter } from './documents/router.ts'
import { doorRouter } from './door/router.ts'
import { decisionsRouter, fairnessRouter, handoverRouter, inputSourcesRouter, periodsRouter, periodStepsRouter, plansRouter, resultsRouter, rolloverRouter, scoresRouter, summariesRouter, trialRouter } from './evaluation/router.ts'
import { eventsRouter } from './events/router.ts'
import { gridsRouter } from './grids/router.ts'
import { groupsRouter } from './groups/router.ts'
import { secondmentsRouter } from './groups/secondments.ts'
import { issuesRouter } from './issues/router.ts'
import { layoutsRouter } from './layouts/router.ts'
import { meetingsRouter } from './meetings/router.ts'
import { organisationRouter } from './organisation/router.ts'
import { papersRouter } from './papers/router.ts'
import { peopleRouter } from './people/router.ts'
import { pointsRouter } from './points/router.ts'
import { registersRouter } from './registers/router.ts'
import { rulingsRouter } from './rulings/router.ts'
import { scoreBooksRouter } from './score-books/router.ts'
import { searchRouter } from './search/router.ts'
import { sessionRouter } from './session/router.ts'
import { extensionsRouter, supervisionDaysRouter, supervisionsRouter } from './supervision/router.ts'
import { systemRouter } from './system/router.ts'
import { tasksRouter } from './tasks/router.ts'
import { booksRouter, exportsRouter, importsRouter } from './transfer/router.ts'
import { templatesRouter } from './templates/router.ts'
import { tuesdayRouter } from './tuesday/router.ts'
import { viewsRouter } from './views/router.ts'
import { villagesRouter } from './villages/router.ts'
import { workbenchRouter } from './workbench/router.ts'
import { yearInputsRouter } from './evaluation/year-inputs.ts'

/**
 * Every procedure of the contract: those of the door and the login in front of the guard, all others behind it.
 * A procedure without a handler does not compile.
 */
export const router: Router<Contract, RequestContext> = implement(contract).$context<RequestContext>().router({
  door: doorRouter,
  session: sessionRouter,
  organisation: organisationRouter,
  people: peopleRouter,
  tasks: tasksRouter,
  extensions: extensionsRouter,
  supervisions: supervisionsRouter,
  supervisionDays: supervisionDaysRouter,
  villages: villagesRouter,
  events: eventsRouter,
  issues: issuesRouter,
  tuesday: tuesdayRouter,
  meetings: meetingsRouter,
  grids: gridsRouter,
  groups: groupsRouter,
  secondments: secondmentsRouter,
  points: pointsRouter,
  registers: registersRouter,
  plans: plansRouter,
  periods: periodsRouter,
  periodSteps: periodStepsRouter,
  rollover: rolloverRouter,
  inputSources: inputSourcesRouter,
  summaries: summariesRouter,
  calendar: calendarRouter,
  scores: scoresRouter,
  scoreBooks: scoreBooksRouter,
  handover: handoverRouter,
  results: resultsRouter,
  rulings: rulingsRouter,
  appeals: appealsRouter,
  decisions: decisionsRouter,
  trial: trialRouter,
  fairness: fairnessRouter,
  imports: importsRouter,
  exports: exportsRouter,
  documents: documentsRouter,
  layouts: layoutsRouter,
  books: booksRouter,
  papers: papersRouter,
  templates: templatesRouter,
  system: systemRouter,
  search: searchRouter,
  views: viewsRouter,
  workbench: workbenchRouter,
  attachments: attachmentsRouter,
  yearInputs: yearInputsRouter,
})
