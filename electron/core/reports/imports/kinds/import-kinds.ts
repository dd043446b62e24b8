import { assignmentsImport } from './assignments.ts'
import { eventsImport } from './events.ts'
import type { ImportDefinitions } from './import-kind.ts'
import { leaveImport } from './leave.ts'
import { circularsImport, deductionsImport, honoursImport } from './points.ts'
import { postsImport } from './posts.ts'
import { registersImport } from './registers.ts'
import { staffImport } from './staff.ts'
import { tasksImport } from './tasks.ts'
import { teamsImport } from './teams.ts'
import { villageRanksImport } from './village-ranks.ts'
import { villagesImport } from './villages.ts'

/** Every kind of import. */
export const importDefinitions: ImportDefinitions = {
  staff: staffImport,
  tasks: tasksImport,
  registers: registersImport,
  posts: postsImport,
  assignments: assignmentsImport,
  leave: leaveImport,
  villages: villagesImport,
  teams: teamsImport,
  events: eventsImport,
  village_ranks: villageRanksImport,
  honours: honoursImport,
  circulars: circularsImport,
  deductions: deductionsImport,
}
