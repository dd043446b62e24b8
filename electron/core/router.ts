import { guarded } from './app/guard.ts'
import { periodsRouter, plansRouter, resultsRouter, scoresRouter } from './evaluation/router.ts'
import { organisationRouter } from './organisation/router.ts'
import { peopleRouter } from './people/router.ts'
import { groupsRouter } from './points/groups.ts'
import { pointsRouter } from './points/router.ts'
import { sessionRouter } from './session/router.ts'
import { systemRouter } from './system/router.ts'
import { tasksRouter } from './tasks/router.ts'
import { exportsRouter, importsRouter } from './transfer/router.ts'
import { eventsRouter, villagesRouter } from './villages/router.ts'

/** Every procedure of the contract, behind the guard. A procedure without a handler does not compile. */
export const router = guarded.router({
  session: sessionRouter,
  organisation: organisationRouter,
  people: peopleRouter,
  tasks: tasksRouter,
  villages: villagesRouter,
  events: eventsRouter,
  groups: groupsRouter,
  points: pointsRouter,
  plans: plansRouter,
  periods: periodsRouter,
  scores: scoresRouter,
  results: resultsRouter,
  imports: importsRouter,
  exports: exportsRouter,
  system: systemRouter,
})
