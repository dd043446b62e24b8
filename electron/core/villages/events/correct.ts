import { and, eq, ne } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import { serviceEvent } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { refusedRow, runBatch, type Refused } from '../../app/batch.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextVersion } from '../../app/rows.ts'
import { acts, fields, nouns } from '../../app/vocabulary.ts'
import { contract } from '../../../../shared/contract/index.ts'
import { requireNoAttachments } from '../../township/attachments/none-stands.ts'
import { villageRow } from '../villages/villages.ts'
import { requireGoodRecord } from './record-fault.ts'
import type { RecordsInput } from './verify.ts'
import { eventRow, subjectsOfDoers, waitsAgain, wrongState, type EventRow } from './subject.ts'

export interface CorrectInput {
  readonly id: string
  readonly version: number
  readonly villageId: string
  readonly date: string
  readonly kind: string
  readonly household: string | null
  readonly quantity: string
  readonly note: string | null
}

/** Changes a record that is not verified; one that was sent back waits again. */
export function correctEvent(guard: Guarded, { id, version: seen, ...values }: CorrectInput): { readonly version: number } {
  const before = eventRow(guard.read, id)
  return guard.mutate({
    about: (read) => {
      const row = eventRow(read, id)
      return [row, { staffId: row.staffId, villageId: values.villageId }].map(subjectsOfDoers(read, guard))
    },
    write(tx) {
      const row = eventRow(tx, id)
      if (row.state === 'verified') throw wrongState(row, acts.correctEvent)
      // A row of a register has been proposed anew since this was sent back: the two would be one visit twice.
      if (row.state === 'rejected' && row.origin !== null && hasRecord(tx, row.origin)) throw new Refusal('not_in_state', { state: fields.proposedAnew, action: acts.correctEvent })
      const version = nextVersion(row, seen)
      villageRow(tx, values.villageId)
      requireGoodRecord(tx, { ...values, staffId: row.staffId }, dayInChina(guard.now), id)
      const enteredBy = guard.actor.standing.staffId
      tx.update(serviceEvent).set({ ...values, enteredBy, state: 'entered', rejectReason: null, version }).where(eq(serviceEvent.id, id)).run()
      return { version }
    },
    audit: () => ({ subject: id, detail: { before, after: values } }),
  })
}

function hasRecord(read: Read, origin: string): boolean {
  return read.select({ id: serviceEvent.id }).from(serviceEvent).where(and(eq(serviceEvent.origin, origin), ne(serviceEvent.state, 'rejected'))).get() !== undefined
}

/**
 * Takes out records that nobody has judged yet, and what was sent back; the audit entry holds what they were, and why they came back. What
 * waits again after it was judged stays to be judged anew.
 */
export function withdrawEvents(guard: Guarded, { records, mode }: RecordsInput) {
  const subjectOf = subjectsOfDoers(guard.read, guard)
  const ready: EventRow[] = []
  const refused: Refused<never>[] = []
  for (const { id, version } of records) {
    const row = guard.read.select().from(serviceEvent).where(eq(serviceEvent.id, id)).get()
    try {
      // Somebody has taken it out already: what was wanted is so.
      if (row === undefined) throw new Refusal('changed_meanwhile')
      requireWithdrawable(guard, row, version, subjectOf(row))
      ready.push(row)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(refusedRow(id, error))
    }
  }
  return runBatch(guard, mode, { ready, refused }, {
    about: (_, row) => [subjectOf(row)],
    write(tx, _, row) {
      tx.delete(serviceEvent).where(eq(serviceEvent.id, row.id)).run()
      return { id: row.id, version: row.version, detail: row }
    },
  })
}

function requireWithdrawable({ actor, read }: Guarded, row: EventRow, version: number, subject: Subject): void {
  const fault = accessFault(actor, contract.events.withdraw['~orpc'].meta, subject)
  if (fault !== null) throw new Refusal(fault)
  if (row.state === 'verified') throw wrongState(row, acts.withdrawEvent)
  if (waitsAgain(row)) throw new Refusal('not_in_state', { state: fields.judgedBefore, action: acts.withdrawEvent })
  nextVersion(row, version)
  requireNoAttachments(read, { kind: 'service_event', id: row.id }, nouns.serviceEvent)
}
