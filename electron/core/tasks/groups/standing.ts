import { and, eq, ne } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import { groupStateOf, type GroupState } from '../../../../shared/domain/tasks/groups/state.ts'
import { groupStateNames } from '../../../../shared/domain/tasks/groups/vocabulary.ts'
import { sentenceOf } from '../../../../shared/contract/errors.ts'
import { specialGroup } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { nouns } from '../../app/vocabulary.ts'
import { groupFieldLabels } from './vocabulary.ts'

export type GroupRow = typeof specialGroup.$inferSelect

export function requireGroup(read: Read, id: string): GroupRow {
  return requireRow(read.select().from(specialGroup).where(eq(specialGroup.id, id)).get(), nouns.group)
}

/** What changing its frame or its members concerns. */
export function subjectOfGroup(row: GroupRow): Subject {
  return { groups: [row.id], proposed: row.approvalNo === null && row.dissolvedOn === null }
}

/** Refuses an act that a group in its present state does not take any more, or not yet. */
export function requireGroupState(row: GroupRow, today: string, states: readonly GroupState[], action: string): void {
  const state = groupStateOf(row, today)
  if (!states.includes(state)) throw new Refusal('not_in_state', { state: groupStateNames[state], action })
}

/** A field whose content does not go with the rest; `path` is its place in the input. */
export function wrongGroupField(path: keyof typeof groupFieldLabels, reason: string): Refusal {
  const data = { field: groupFieldLabels[path], reason }
  return new Refusal('invalid_input', data, [{ path, code: 'invalid_input', message: sentenceOf('invalid_input', data) }])
}

/** Another group than `id` with the same value. */
export function isTakenByOther(read: Read, column: typeof specialGroup.name | typeof specialGroup.approvalNo, value: string, id: string | null): boolean {
  const isSame = eq(column, value)
  return read.select({ id: specialGroup.id }).from(specialGroup).where(id === null ? isSame : and(isSame, ne(specialGroup.id, id))).get() !== undefined
}
