import { asc, eq } from 'drizzle-orm'
import { secondmentOf } from '../../../../shared/domain/plans/plan-document.ts'
import { poolOfSeconded } from '../../../../shared/domain/evaluation/computing/secondment.ts'
import { secondment } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { planDocumentOf, type PeriodRow } from '../../plans/periods.ts'

/** The own pool of a person in a period, with 抽调 counted as the plan says. */
export function ownPools(read: Read, row: PeriodRow): (person: { readonly id: string; readonly pool: string | null }) => string | null {
  const mode = secondmentOf(planDocumentOf(read, row))
  if (mode === 'home') return ({ pool }) => pool
  const away = Map.groupBy(read.select().from(secondment).where(eq(secondment.direction, 'out')).orderBy(asc(secondment.seq)).all(), ({ staffId }) => staffId)
  return ({ id, pool }) => poolOfSeconded({ pool, away: away.get(id) ?? [] }, mode, row)
}
