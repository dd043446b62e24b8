import { asc, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { taskFieldNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { specialGroup } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { requireRow } from '../../app/rows.ts'
import { faults, nouns } from '../../app/vocabulary.ts'

/** The 专项工作组 that a task may belong to: those not dissolved. */
export function openGroups(read: Read) {
  return read.select({ id: specialGroup.id, code: specialGroup.code, name: specialGroup.name }).from(specialGroup).where(isNull(specialGroup.dissolvedOn)).orderBy(asc(specialGroup.seq)).all()
}

/** Refuses a group that is gone or dissolved. */
export function requireOpenGroup(read: Read, id: string): void {
  const { dissolvedOn } = requireRow(read.select({ dissolvedOn: specialGroup.dissolvedOn }).from(specialGroup).where(eq(specialGroup.id, id)).get(), nouns.group)
  if (dissolvedOn !== null) throw new Refusal('invalid_input', { field: taskFieldNames.group, reason: faults.groupDissolved })
}
