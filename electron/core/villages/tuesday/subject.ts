import { eq } from 'drizzle-orm'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import { moduleTable, tuesdayPlan } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { modulesConcerned } from '../../people/assignments.ts'

export type PlanRow = typeof tuesdayPlan.$inferSelect

export function planRow(read: Read, id: string): PlanRow {
  return requireRow(read.select().from(tuesdayPlan).where(eq(tuesdayPlan.id, id)).get(), nouns.tuesdayPlan)
}

/**
 * Whom a line of the plan concerns: the person with his modules, the 组团 of the village. Whoever heads the module that keeps
 * 周二无会日 plans for everybody, as its own register.
 */
export function subjectsOfPlans(read: Read, guard: Pick<Guarded, 'now' | 'actor'>): (row: Pick<PlanRow, 'staffId' | 'villageId'>) => Subject {
  const known = new Map<string, readonly string[]>()
  const today = dayInChina(guard.now)
  const headed = guard.actor.standing.heads
  const kept = headed.length === 0 ? [] : read.select().from(moduleTable).all().filter(({ id, sections }) => headed.includes(id) && sections.includes('tuesday'))
  return ({ staffId, villageId }) => {
    const modules = kept.length > 0 ? kept.map(({ id }) => id) : (known.get(staffId) ?? modulesConcerned(read, staffId, today))
    if (kept.length === 0) known.set(staffId, modules)
    return { staff: [staffId], modules, teams: [villageId] }
  }
}
