import { and, eq, inArray, ne } from 'drizzle-orm'
import { contract } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { mostRecords, planEntry, type PlannedRecord } from '../../../../shared/domain/villages/tuesday/plan-entry.ts'
import { serviceEvent, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { accessFault } from '../../app/access.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextSeq, requireRow, wrongField } from '../../app/rows.ts'
import { faults, nouns } from '../../app/vocabulary.ts'
import { villageRow } from '../villages/villages.ts'
import { requireGoodRecord, tuesdayKind } from './record-fault.ts'
import { aboutService } from './subject.ts'

interface EntryInput {
  readonly staffIds: readonly string[]
  readonly villageId: string
  readonly date: string
  readonly kind: string
  readonly households: readonly string[]
}

/** What an entry would make, with whom and what the caller may enter for. */
export function previewEntry(guard: Guarded, input: EntryInput) {
  for (const staffId of input.staffIds) {
    // Asked while one types: what may not be entered is told, and no attempt at it.
    const fault = accessFault(guard.actor, contract.events.enter['~orpc'].meta, aboutService(guard.read, guard, staffId, input.villageId))
    if (fault !== null) throw new Refusal(fault)
  }
  const names = new Map(guard.read.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, [...input.staffIds])).all().map(({ id, name }) => [id, name]))
  return plannedRecords(guard.read, input).map(({ staff: staffId, ...record }) => ({ ...record, staffId, staffName: requireRow(names.get(staffId), nouns.person) }))
}

/** Writes the records of one entry, with the same `entryId` where there are several. */
export function enterEvents(app: App, guard: Guarded, input: EntryInput & { readonly quantity: string; readonly note: string | null }) {
  const { newId } = app.environment
  return guard.mutate({
    about: (read) => input.staffIds.map((staffId) => aboutService(read, guard, staffId, input.villageId)),
    write(tx) {
      villageRow(tx, input.villageId)
      const { villageId, date, kind, quantity, note } = input
      for (const staffId of input.staffIds) requireGoodRecord(tx, { staffId, date, kind, quantity }, dayInChina(guard.now))
      if (kind === tuesdayKind && input.households.length > 1) throw wrongField('households', faults.tuesdayQuantity)
      const records = plannedRecords(tx, input)
      const entryId = records.length > 1 ? newId() : null
      let seq = nextSeq(tx, serviceEvent)
      const ids = records.map(({ staff: staffId, household }) => {
        const id = newId()
        tx.insert(serviceEvent).values({ id, seq: seq++, staffId, villageId, date, kind, household, quantity, note, state: 'entered', entryId, enteredBy: guard.actor.standing.staffId }).run()
        return id
      })
      return { entryId, ids }
    },
    audit: ({ entryId, ids }) => ({ subject: entryId ?? ids[0] ?? null, detail: { ...input, ids } }),
  })
}

/** What was sent back may never count, so it makes nothing a repeat. */
function plannedRecords(read: Read, { staffIds, villageId, date, kind, households }: EntryInput): readonly PlannedRecord[] {
  const people = [...new Set(staffIds)]
  if (people.length * Math.max(1, households.length) > mostRecords) throw wrongField('households', faults.tooManyRecords(mostRecords))
  const known = read
    .select({ staff: serviceEvent.staffId, village: serviceEvent.villageId, date: serviceEvent.date, kind: serviceEvent.kind, household: serviceEvent.household })
    .from(serviceEvent)
    .where(and(eq(serviceEvent.date, date), inArray(serviceEvent.staffId, people), ne(serviceEvent.state, 'rejected')))
    .all()
  return planEntry({ staff: people, village: villageId, date, kind, households }, known)
}
