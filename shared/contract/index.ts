import { attachments } from './attachments.ts'
import { calendar } from './calendar.ts'
import { door } from './door.ts'
import { periods, plans, results, scores } from './evaluation.ts'
import { grids } from './grids.ts'
import { groups, secondments } from './groups.ts'
import { issues } from './issues.ts'
import { events } from './events.ts'
import { meetings } from './meetings.ts'
import { organisation } from './organisation.ts'
import { people } from './people.ts'
import { periodSteps } from './period-steps.ts'
import { points } from './points.ts'
import { registers } from './registers.ts'
import { search } from './search.ts'
import { session } from './session.ts'
import { extensions, supervisionDays, supervisions } from './supervision.ts'
import { system } from './system.ts'
import { tasks } from './tasks.ts'
import { exports, imports } from './transfer.ts'
import { views } from './views.ts'
import { tuesday } from './tuesday.ts'
import { villages } from './villages.ts'
import { workbench } from './workbench.ts'

/** Every procedure there is: input, output, errors, access. */
export const contract = { door, session, organisation, people, tasks, extensions, supervisions, supervisionDays, villages, events, tuesday, meetings, issues, grids, groups, secondments, points, registers, plans, periods, periodSteps, calendar, scores, results, imports, exports, system, search, views, workbench, attachments }

export type Contract = typeof contract
