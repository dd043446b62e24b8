import { eq } from 'drizzle-orm'
import { staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { requireRow, wrongField } from '../app/rows.ts'
import { faults, nouns } from '../app/vocabulary.ts'

/** Why nothing of this day may be given to a person: he had left by then. His last day is a day of service; null is no fault. */
export function departedReason(read: Read, staffId: string, day: string): string | null {
  const { name, leftOn } = requireRow(read.select({ name: staff.name, leftOn: staff.leftOn }).from(staff).where(eq(staff.id, staffId)).get(), nouns.person)
  return leftOn !== null && leftOn < day ? faults.departed(name, leftOn) : null
}

/** Refuses, at the field of this path, a person who had left before the day. */
export function requireInService(read: Read, staffId: string, day: string, path: string): void {
  const reason = departedReason(read, staffId, day)
  if (reason !== null) throw wrongField(path, reason)
}
