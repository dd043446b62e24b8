import type { ServiceEvent } from '../../plans/case.ts'
import { isSameEvent } from '../../plans/service-points.ts'
import { tidyText } from '../../cells/clean-text.ts'

/** Records that one entry may make. */
export const mostRecords = 500

/** One thing done on one day in one village: by several people, at several households. */
export interface Entry {
  readonly staff: readonly string[]
  readonly village: string
  readonly date: string
  readonly kind: string
  /** None: the village as a whole. */
  readonly households: readonly string[]
}

/** What an entry is compared with: a record that counts or may come to count. */
export interface KnownRecord {
  readonly staff: string
  readonly village: string
  readonly date: string
  readonly kind: string
  readonly household: string | null
}

export interface PlannedRecord {
  readonly staff: string
  readonly household: string | null
  /** The same person has it already, in what is there or earlier in this entry: only the first counts. */
  readonly isRepeat: boolean
}

/** Households as they are typed or pasted: one a line, or with 、，, between them. Blank ones are left out; a repeated one stays, to be seen. */
export function readHouseholds(text: string): readonly string[] {
  return text.split(/[、，,;；\r\n\t]+/u).map(tidyText).filter((household) => household !== '')
}

/** The records that an entry makes, person by person, and which of them would count twice by the engine's own rule. */
export function planEntry(entry: Entry, known: readonly KnownRecord[]): readonly PlannedRecord[] {
  const households = entry.households.length === 0 ? [null] : entry.households
  return entry.staff.flatMap((staff) => {
    const before: ServiceEvent[] = known.filter((record) => record.staff === staff).map(asEvent)
    return households.map((household): PlannedRecord => {
      const event = asEvent({ staff, household, village: entry.village, date: entry.date, kind: entry.kind })
      const isRepeat = before.some((other) => isSameEvent(other, event))
      before.push(event)
      return { staff, household, isRepeat }
    })
  })
}

function asEvent(record: KnownRecord): ServiceEvent {
  return { ...record, quantity: '1', verified: true }
}
