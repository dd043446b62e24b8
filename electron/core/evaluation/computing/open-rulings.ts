import { and, asc, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import type { RulingKind } from '../../../../shared/domain/evaluation/rulings/rulings.ts'
import { ruling } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { Guarded } from '../../app/guard.ts'
import { mainModulesOf } from '../../people/assignments.ts'
import type { PeriodRow } from '../../plans/periods.ts'

/** Rulings of a period that are proposed and not decided. */
export function openRulings(read: Read, { id }: PeriodRow, kinds: readonly RulingKind[]) {
  return read
    .select({ id: ruling.id, code: ruling.code, kind: ruling.kind })
    .from(ruling)
    .where(and(eq(ruling.periodId, id), eq(ruling.state, 'proposed'), inArray(ruling.kind, [...kinds])))
    .orderBy(asc(ruling.seq))
    .all()
}

/** Refuses to close a period over a 特殊情形, which could not take effect any more, or a 更正, which might open it again: `rulings_open`. */
export function requireRulingsDecided(read: Read, row: PeriodRow): void {
  const open = openRulings(read, row, ['special_case', 'amendment'])
  const [first] = open
  if (first !== undefined) throw new Refusal('rulings_open', { period: periodTitle(row.code), count: open.length, first: first.code })
}

/** Who sees the whole township sees all; others what has been approved about themselves and the people of their modules. */
export function isSeen({ read, view }: Pick<Guarded, 'read' | 'view'>, of: PeriodRow, { state, staffId }: typeof ruling.$inferSelect): boolean {
  if (view.kind === 'all') return true
  if (state !== 'approved' || staffId === null) return false
  return staffId === view.staffId || mainModulesOf(read, staffId, of.end).some((id) => view.modules.includes(id))
}
