import { z } from 'zod'
import { eventStates } from '../../domain/villages/villages/codes.ts'
import { batchModes, batchOutcome, choiceFilter, dayFilter, flagFilter, sortBy, textFilter } from '../grid.ts'
import { command, day, decimal, id, name, note, pageOf, paging, query, rowVersion } from '../procedure.ts'
import { faults } from '../vocabulary.ts'

/** What the caller may do with a record now: correct and hand in again, take back, verify, send back, take its verification back. */
export const eventActions = ['correct', 'withdraw', 'verify', 'reject', 'unverify'] as const

const eventRow = z.object({
  id,
  /** Records entered together share it. */
  entryId: id.nullable(),
  staffId: id,
  staffCode: z.string(),
  staffName: z.string(),
  villageId: id,
  villageName: z.string(),
  date: day,
  kind: z.string(),
  household: z.string().nullable(),
  quantity: z.string(),
  note: z.string().nullable(),
  state: z.enum(eventStates),
  verifierName: z.string().nullable(),
  /** Of a record sent back, or of one that waits again because its verification was taken back. */
  rejectReason: z.string().nullable(),
  /** `tuesday:<id>`, `issue:<id>`, `register:<id>` where nobody typed it. */
  origin: z.string().nullable(),
  allowed: z.array(z.enum(eventActions)),
  version: rowVersion,
})

/** `mine`: about the caller · `waitingForMe`: to verify, and the caller's turn · `returned`: sent back, and the caller may still correct it. */
export const eventFlags = ['mine', 'waitingForMe', 'returned'] as const

export const eventSortFields = ['date', 'staff', 'village', 'kind', 'household', 'state'] as const

export const eventFilter = z.discriminatedUnion('kind', [
  textFilter(['staff', 'village', 'household', 'note']),
  dayFilter(['date']),
  flagFilter(eventFlags),
  z.discriminatedUnion('field', [
    choiceFilter('state', z.enum(eventStates)),
    choiceFilter('kind', z.string().min(1).max(50)),
    choiceFilter('village', id),
    choiceFilter('staff', id),
    choiceFilter('entry', id),
  ]),
])

const kind = z.string().trim().min(1, faults.empty).max(50, faults.tooLong(50))
const household = name
const people = z.array(id).min(1, faults.empty).max(50, faults.tooMuch(50))
const households = z.array(household).max(500, faults.tooMuch(500))
const quantity = decimal.refine((text) => Number(text) > 0 && Number(text) <= 1000, faults.quantity)

/** One thing done on one day in one village: by each of these people, at each of these households. */
const entry = z.object({ staffIds: people, villageId: id, date: day, kind, households })

const records = z
  .array(z.object({ id, version: rowVersion }))
  .min(1, faults.empty)
  .max(1000, faults.tooMuch(1000))
  .refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length)

const reason = z.string().trim().max(200, faults.tooLong(200))

const outcome = batchOutcome(['state'])

export const events = {
  /**
   * The records in the caller's view, filtered, ordered and cut in the database; without `sort` the newest day first. `search`: in
   * the names of person and village, also as pinyin or initials, in household and note.
   */
  list: query('register.enter', ['event', 'village', 'staff'])
    .input(paging.extend({ search: z.string().trim().max(50).optional(), sort: sortBy(eventSortFields), filters: z.array(eventFilter).max(20).default([]) }))
    .output(pageOf(eventRow)),
  /** The kinds that the plan of a day counts, with points each and cap a quarter. */
  kinds: query('register.enter', ['plan', 'period'])
    .input(z.object({ on: day }))
    .output(z.array(z.object({ kind: z.string(), points: z.string(), cap: z.string() }))),
  /** What `enter` would make: each record, and whether it would count twice. */
  preview: query('event.enter', ['event'])
    .input(entry)
    .output(z.array(z.object({ staffId: id, staffName: z.string(), household: z.string().nullable(), isRepeat: z.boolean() }))),
  /**
   * Makes one record a person and household; several share an `entryId`. Refused at their field: the future, a closed quarter, who had
   * left by then, 周二到村 on another day or twice a day.
   */
  enter: command('event.enter', { changes: ['event'], errors: ['period_not_open'] })
    .input(entry.extend({ quantity, note: note.nullable() }))
    .output(z.object({ entryId: id.nullable(), ids: z.array(id) })),
  /** Changes a record that is not verified, and hands in again one that was sent back. */
  correct: command('event.enter', { changes: ['event'], errors: ['period_not_open', 'not_in_state'] })
    .input(z.object({ id, version: rowVersion, villageId: id, date: day, kind, household: household.nullable(), quantity, note: note.nullable() }))
    .output(z.object({ version: rowVersion })),
  /** Takes out records that wait for the first time or were sent back, with no attachment left to them. */
  withdraw: command('event.enter', { changes: ['event'], errors: ['not_in_state'] }).input(z.object({ records, mode: z.enum(batchModes) })).output(outcome),
  /** Not by whoever entered it, and not of a quarter that is frozen. */
  verify: command('event.verify', { changes: ['event'], errors: ['not_in_state', 'period_not_open'], notAboutSelf: true, notByDoer: true })
    .input(z.object({ id, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Sends back what waits, not what is verified. */
  reject: command('event.verify', { changes: ['event'], errors: ['not_in_state', 'reason_required'], notAboutSelf: true })
    .input(z.object({ id, reason, version: rowVersion }))
    .output(z.object({ version: rowVersion })),
  /** Many at once, each by the rights and rules of `verify`. */
  verifyMany: command('event.verify', { changes: ['event'], notAboutSelf: true, notByDoer: true }).input(z.object({ records, mode: z.enum(batchModes) })).output(outcome),
  /** Many at once with one reason, each by the rights and rules of `reject`. */
  rejectMany: command('event.verify', { changes: ['event'], errors: ['reason_required'], notAboutSelf: true })
    .input(z.object({ records, mode: z.enum(batchModes), reason }))
    .output(outcome),
  /** Takes back the verification of many, with one reason: they wait again. Each by the rights and rules of `verify`. */
  unverify: command('event.verify', { changes: ['event'], errors: ['reason_required'], notAboutSelf: true, notByDoer: true })
    .input(z.object({ records, mode: z.enum(batchModes), reason }))
    .output(outcome),
}
