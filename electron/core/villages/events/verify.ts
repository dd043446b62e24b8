import { eq } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { serviceEvent } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import { refusedRow, runBatch, type Refused } from '../../app/batch.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextVersion, requireReason } from '../../app/rows.ts'
import { acts } from '../../app/vocabulary.ts'
import { requireDayOpen } from '../../plans/periods.ts'
import { eventRow, subjectsOfEvents, wrongState, type EventRow } from './subject.ts'

export interface RecordsInput {
  readonly records: readonly { readonly id: string; readonly version: number }[]
  readonly mode: 'all' | 'good'
}

/** What becomes of a record: verified or sent back while it waits, and waiting again once its verification is taken back. */
type Judgement = { readonly state: 'verified' } | { readonly state: 'rejected' | 'entered'; readonly reason: string }

/** Of which state a judgement is, the procedure that takes many, and whether it changes what counts. */
const rules = {
  verified: { of: 'entered', many: contract.events.verifyMany, act: acts.verifyEvent, counts: true },
  rejected: { of: 'entered', many: contract.events.rejectMany, act: acts.reject, counts: false },
  entered: { of: 'verified', many: contract.events.unverify, act: acts.unverifyEvent, counts: true },
} as const satisfies Record<Judgement['state'], unknown>

export function verifyEvent(guard: Guarded, input: { readonly id: string; readonly version: number }) {
  return judgeOne(guard, input, { state: 'verified' })
}

export function rejectEvent(guard: Guarded, { reason, ...input }: { readonly id: string; readonly version: number; readonly reason: string }) {
  return judgeOne(guard, input, { state: 'rejected', reason: requireReason(reason, acts.reject) })
}

export function verifyEvents(guard: Guarded, input: RecordsInput) {
  return judgeMany(guard, input, { state: 'verified' })
}

export function rejectEvents(guard: Guarded, { reason, ...input }: RecordsInput & { readonly reason: string }) {
  return judgeMany(guard, input, { state: 'rejected', reason: requireReason(reason, acts.reject) })
}

/** Makes verified records wait again, with the reason; as little by its doer or about oneself as verifying. */
export function unverifyEvents(guard: Guarded, { reason, ...input }: RecordsInput & { readonly reason: string }) {
  return judgeMany(guard, input, { state: 'entered', reason: requireReason(reason, acts.unverifyEvent) })
}

function judgeOne(guard: Guarded, { id, version: seen }: { readonly id: string; readonly version: number }, judgement: Judgement): { readonly version: number } {
  return guard.mutate({
    about: (read) => {
      const row = eventRow(read, id)
      return subjectsOfEvents(read, guard)(row)
    },
    write(tx) {
      const row = eventRow(tx, id)
      requireFit(tx, row, judgement)
      nextVersion(row, seen)
      return { version: writeJudgement(tx, guard, row, judgement) }
    },
    audit: () => ({ subject: id, detail: detailOf(judgement) }),
  })
}

/** Many records in one transaction with one audit entry; who may judge which is asked for each. */
function judgeMany(guard: Guarded, { records, mode }: RecordsInput, judgement: Judgement) {
  const subjectOf = subjectsOfEvents(guard.read, guard)
  const ready: EventRow[] = []
  const refused: Refused<never>[] = []
  for (const { id, version } of records) {
    try {
      const row = eventRow(guard.read, id)
      const fault = accessFault(guard.actor, rules[judgement.state].many['~orpc'].meta, subjectOf(row))
      if (fault !== null) throw new Refusal(fault)
      requireFit(guard.read, row, judgement)
      nextVersion(row, version)
      ready.push(row)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(refusedRow(id, error))
    }
  }
  return runBatch(guard, mode, { ready, refused }, {
    about: (_, row) => [subjectOf(row)],
    write: (tx, _, row) => ({ id: row.id, version: writeJudgement(tx, guard, row, judgement), detail: { id: row.id, ...detailOf(judgement) } }),
  })
}

/**
 * Only what waits is verified or sent back, only what is verified waits again; one that was sent back waits for its correction. What
 * is verified counts, so its quarter must be before the freeze; sending back changes no score.
 */
function requireFit(read: Read, row: EventRow, { state }: Judgement): void {
  const { of, act, counts } = rules[state]
  if (row.state !== of) throw wrongState(row, act)
  if (counts) requireDayOpen(read, row.date, act)
}

function writeJudgement(tx: Write, guard: Guarded, row: EventRow, judgement: Judgement): number {
  const version = row.version + 1
  const verifiedBy = guard.actor.standing.staffId
  tx.update(serviceEvent)
    .set({ state: judgement.state, verifiedBy, rejectReason: judgement.state === 'verified' ? null : judgement.reason, version })
    .where(eq(serviceEvent.id, row.id))
    .run()
  return version
}

function detailOf(judgement: Judgement) {
  return judgement.state === 'verified' ? {} : { reason: judgement.reason }
}
