import { and, eq, ne } from 'drizzle-orm'
import { entryDayFault } from '../../../../shared/domain/villages/villages/entry-day.ts'
import { isTuesday } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { period, serviceEvent, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { wrongField } from '../../app/rows.ts'
import { faults } from '../../app/vocabulary.ts'
import { isOpenForInput } from '../../plans/periods.ts'
import { departedReason } from '../../people/in-service.ts'
import { kindReason } from './kinds.ts'

/** The kind of service that being in the village on a Tuesday is. */
export const tuesdayKind = 'tuesday'

/** What a service record says, as far as rules ask for it. */
export interface RecordFacts {
  readonly staffId: string
  readonly date: string
  readonly kind: string
  readonly quantity: string
}

export interface RecordFault {
  readonly field: 'staffIds' | 'date' | 'kind' | 'quantity'
  readonly reason: string
}

/**
 * What is wrong with a record, however it comes: entered, corrected or proposed by a register. Its day has come and is still open, the
 * person was there, the plan of the day counts the kind; 周二到村 is of a Tuesday, and once a person and day. `except` is the record
 * itself where it is there already. null is no fault.
 */
export function recordFault(read: Read, { staffId, date, kind, quantity }: RecordFacts, today: string, except?: string): RecordFault | null {
  const open = read.select().from(period).where(eq(period.kind, 'quarter')).all().filter(isOpenForInput)
  const dayFault = entryDayFault(date, today, open)
  if (dayFault !== null) return { field: 'date', reason: dayFault === 'future' ? faults.future : faults.closedQuarter }
  const departed = departedReason(read, staffId, date)
  if (departed !== null) return { field: 'staffIds', reason: departed }
  const unknown = kindReason(read, date, kind)
  if (unknown !== null) return { field: 'kind', reason: unknown }
  if (kind !== tuesdayKind) return null
  if (!isTuesday(date)) return { field: 'date', reason: faults.tuesdayRecord(date) }
  if (Number(quantity) !== 1) return { field: 'quantity', reason: faults.tuesdayQuantity }
  return hasTuesdayRecord(read, staffId, date, except) ? tuesdayTwice(read, staffId, date) : null
}

export function tuesdayTwice(read: Read, staffId: string, date: string): RecordFault {
  const name = read.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)).get()?.name ?? ''
  return { field: 'staffIds', reason: faults.tuesdayOnce(name, date) }
}

export function requireGoodRecord(read: Read, facts: RecordFacts, today: string, except?: string): void {
  const fault = recordFault(read, facts, today, except)
  if (fault !== null) throw wrongField(fault.field, fault.reason)
}

/** Whether somebody has a 周二到村 record of the day already, in whatever village; what was sent back does not count. */
export function hasTuesdayRecord(read: Read, staffId: string, date: string, except?: string): boolean {
  const isOther = except === undefined ? undefined : ne(serviceEvent.id, except)
  return read
    .select({ id: serviceEvent.id })
    .from(serviceEvent)
    .where(and(eq(serviceEvent.staffId, staffId), eq(serviceEvent.date, date), eq(serviceEvent.kind, tuesdayKind), ne(serviceEvent.state, 'rejected'), isOther))
    .get() !== undefined
}
