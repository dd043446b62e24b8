import { and, eq, gte, isNull, lte, ne, or } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { LeaveKind } from '../../../shared/domain/people/codes.ts'
import { leaveKindLabels } from '../../../shared/domain/people/vocabulary.ts'
import { leave, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { nextSeq, nextVersion, requireOrder, requireRow } from '../app/rows.ts'
import { fields, nouns } from '../app/vocabulary.ts'
import { modulesConcerned } from './assignments.ts'

type LeaveRow = typeof leave.$inferSelect

export function addLeave(app: App, guard: Guarded, input: { readonly staffId: string; readonly kind: LeaveKind; readonly from: string; readonly to: string }): { readonly id: string } {
  return guard.mutate({
    about: (read) => aboutPerson(read, guard, input.staffId),
    write(tx) {
      requireRow(tx.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
      requireOrder(input.from, input.to, fields.leaveRange)
      requireFree(tx, input.staffId, input.from, input.to, null)
      const id = app.environment.newId()
      tx.insert(leave).values({ ...input, id, seq: nextSeq(tx, leave) }).run()
      return { id }
    },
    audit: ({ id }) => ({ subject: id, detail: input }),
  })
}

/** Sets the last day of a leave. */
export function endLeave(guard: Guarded, input: { readonly id: string; readonly to: string; readonly version: number }): { readonly version: number } {
  const before = leaveRow(guard.read, input.id)
  return guard.mutate({
    about: (read) => aboutPerson(read, guard, leaveRow(read, input.id).staffId),
    write(tx) {
      const row = leaveRow(tx, input.id)
      requireOrder(row.from, input.to, fields.leaveRange)
      const version = nextVersion(row, input.version)
      requireFree(tx, row.staffId, row.from, input.to, row.id)
      tx.update(leave).set({ to: input.to, version }).where(eq(leave.id, row.id)).run()
      return { version }
    },
    audit: () => ({ subject: input.id, detail: { staffId: before.staffId, to: { from: before.to, to: input.to } } }),
  })
}

/** Takes a leave out; the audit entry holds what it was. */
export function removeLeave(guard: Guarded, input: { readonly id: string; readonly version: number }): Record<string, never> {
  const { staffId, kind, from, to } = leaveRow(guard.read, input.id)
  return guard.mutate({
    about: (read) => aboutPerson(read, guard, leaveRow(read, input.id).staffId),
    write(tx) {
      nextVersion(leaveRow(tx, input.id), input.version)
      tx.delete(leave).where(eq(leave.id, input.id)).run()
      return {}
    },
    audit: () => ({ subject: input.id, detail: { staffId, kind, from, to } }),
  })
}

function leaveRow(read: Read, id: string): LeaveRow {
  return requireRow(read.select().from(leave).where(eq(leave.id, id)).get(), nouns.leave)
}

/** Nobody is on two leaves on one day: the days would count twice. */
function requireFree(read: Read, staffId: string, from: string, to: string, except: string | null): void {
  const isOther = except === null ? undefined : ne(leave.id, except)
  const other = read
    .select()
    .from(leave)
    .where(and(eq(leave.staffId, staffId), isOther, lte(leave.from, to), or(isNull(leave.to), gte(leave.to, from))))
    .get()
  if (other !== undefined) throw new Refusal('leave_overlaps', { from: other.from, to: other.to ?? fields.openEnd, kind: leaveKindLabels[other.kind] })
}

function aboutPerson(read: Read, guard: Guarded, staffId: string) {
  return { staff: [staffId], modules: modulesConcerned(read, staffId, dayInChina(guard.now)) }
}
