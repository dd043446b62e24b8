import { and, eq } from 'drizzle-orm'
import { publicityEnd } from '../../../../shared/domain/plans/cycle-plan.ts'
import { periodStep } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { holidaysOf } from '../../township/calendar/holidays.ts'
import type { PeriodRow } from '../../plans/periods.ts'

/** 公示 of a period, from the day it was entered to its last working day; null where nobody has published it. */
export function publicityOf(read: Read, row: PeriodRow): { readonly from: string; readonly to: string } | null {
  const from = read.select({ on: periodStep.enteredOn }).from(periodStep).where(and(eq(periodStep.periodId, row.id), eq(periodStep.stage, 'publicity'))).get()?.on ?? null
  return from === null ? null : { from, to: publicityEnd(row.kind, from, holidaysOf(read)) }
}
