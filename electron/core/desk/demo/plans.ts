import { asc, eq } from 'drizzle-orm'
import type { PlanDocument } from '../../../../shared/domain/plans/plan-document.ts'
import { plan } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { parseSensiblePlan } from '../../plans/stored-plan.ts'
import { readTownshipTable } from './tables.ts'

const approvedAt = '2025-12-29T02:10:00.000Z'

/** What is discussed for the next year: 专项 weighs more, fewer places for 好, 班子 by their own bands, who is 抽调 ranked apart. */
function proposed(document: PlanDocument): PlanDocument {
  const { quarter } = document
  return {
    ...document,
    quarter: {
      ...quarter,
      dimensions: { ...quarter.dimensions, module: '30', specialCap: '30' },
      module: { ...quarter.module, tasks: '10', normalisation: 'top_ratio' },
      tasks: { ...quarter.tasks, late: [{ days: 3, factor: '0.8' }, { days: 7, factor: '0.6' }, { days: 15, factor: '0.4' }, { days: null, factor: '0.2' }] },
      quarterGrades: { ...quarter.quarterGrades, quota: '0.3' },
      tracks: { ...quarter.tracks, leader: { ...quarter.tracks.leader, module: { headBands: { B: '8.5', C: '7' } } } },
    },
    scorers: { bestShare: '0.3', lowestFrom: 4, spread: '4', sameShare: '0.5' },
    names: { special: '专项实绩' },
    secondment: 'special',
  }
}

/** When the plan of the demo's year was approved, and a draft of the next version to compare and to try. */
export function writeDemoPlans(tx: Write, newId: () => string): void {
  const present = tx.select().from(plan).orderBy(asc(plan.planVersion)).limit(1).get()
  if (present === undefined) return
  tx.update(plan).set({ approvedAt }).where(eq(plan.id, present.id)).run()
  const document = parseSensiblePlan(proposed(parseSensiblePlan(JSON.parse(present.document))))
  tx.insert(plan).values({ id: newId(), code: present.code, planVersion: present.planVersion + 1, name: readTownshipTable().nextPlanName, document: JSON.stringify(document), state: 'draft' }).run()
}
