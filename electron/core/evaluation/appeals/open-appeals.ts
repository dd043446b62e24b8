import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import { appeal } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { countRows } from '../../app/rows.ts'
import type { PeriodRow } from '../../plans/periods.ts'

/** Refuses to close a period over an appeal that nobody has answered: `appeals_open`. */
export function requireAppealsAnswered(read: Read, row: PeriodRow): void {
  const open = countRows(read, appeal, and(eq(appeal.periodId, row.id), eq(appeal.state, 'filed')))
  if (open > 0) throw new Refusal('appeals_open', { period: periodTitle(row.code), count: open })
}
