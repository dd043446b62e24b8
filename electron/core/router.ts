import { implement, type Router } from '@orpc/server'
import { contract, type Contract } from '../../shared/contract/index.ts'
import type { RequestContext } from './app/guard.ts'
import { appealsRouter } from './evaluation/appeals/router.ts'
import { attachmentOwners } from './attachment-owners.ts'
import { attachmentsRouter } from './township/attachments/router.ts'
import { calendarRouter } from './township/calendar/router.ts'
import { documentsRouter } from './reports/documents/router.ts'
import { doorRouter } from './desk/door/router.ts'
import { decisionsRouter, fairnessRouter, handoverRouter, inputSourcesRouter, periodsRouter, periodStepsRouter, plansRouter, resultsRouter, rolloverRouter, scoresRouter, summariesRouter, trialRouter } from './evaluation/router.ts'
import { eventsRouter } from './villages/events/router.ts'
import { gridsRouter } from './villages/grids/router.ts'
import { groupsRouter } from './tasks/groups/router.ts'
import { secondmentsRouter } from './tasks/groups/secondments.ts'
import { issuesRouter } from './villages/issues/router.ts'
import { layoutsRouter } from './reports/layouts/router.ts'
import { meetingsRouter } from './tasks/meetings/router.ts'
import { organisationRouter } from './township/organisation/router.ts'
import { papersRouter } from './reports/papers/router.ts'
import { peopleRouter } from './people/router.ts'
import { pointsRouter } from './evaluation/inputs/points/router.ts'
import { registersRouter } from './registers/router.ts'
import { rulingsRouter } from './evaluation/rulings/router.ts'
import { scoreBooksRouter } from './evaluation/sheets/books/router.ts'
import { searchRouter } from './desk/search/router.ts'
import { sessionRouter } from './township/session/router.ts'
import { extensionsRouter, supervisionDaysRouter, supervisionsRouter } from './tasks/supervision/router.ts'
import { systemRouter } from './township/router.ts'
import { tasksRouter } from './tasks/tasks/router.ts'
import { booksRouter, exportsRouter, importsRouter } from './reports/router.ts'
import { templatesRouter } from './reports/templates/router.ts'
import { tuesdayRouter } from './villages/tuesday/router.ts'
import { viewsRouter } from './township/views/router.ts'
import { villagesRouter } from './villages/villages/router.ts'
import { workbenchRouter } from './desk/workbench/router.ts'
import { yearInputsRouter } from './evaluation/inputs/year-inputs.ts'

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
  attachments: attachmentsRouter(attachmentOwners),
  yearInputs: yearInputsRouter,
})
