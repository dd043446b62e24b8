import { isCalendarDay } from '../../lib/calendar-day.ts'
import { isDecimal } from '../../lib/decimal.ts'
import { isJsonObject, ownValue } from '../../lib/json.ts'
import type { DayText, Dated } from './case.ts'
import { issueMessages } from './issue-messages.ts'
import { IssueLog } from './issue.ts'
import { within } from './place.ts'
import type { Place } from './place.ts'
import type { DecimalText } from './plan.ts'

/** Stands for a value that was refused, so that reading goes on and finds every issue; never leaves a refused document. */
const refusedDay: DayText = '0001-01-01'
const refusedDecimal: DecimalText = '0'

/** The ids one kind of entity has; `what` names it in messages. */
export interface KnownIds {
  readonly what: string
  readonly ids: Set<string>
}

/** Reads a decimal text that is not negative. */
export function readDecimal(value: unknown, place: Place, log: IssueLog): DecimalText {
  if (value === null || value === undefined) log.report(place, 'missing', issueMessages.missing)
  else if (typeof value !== 'string' || !isDecimal(value)) log.report(place, 'not_decimal', issueMessages.notDecimal(value))
  else if (value.startsWith('-') && /[1-9]/.test(value)) log.report(place, 'negative', issueMessages.negative(value))
  else return value
  return refusedDecimal
}

/** Reads a whole number that is not negative. */
export function readCount(value: unknown, place: Place, log: IssueLog): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) log.report(place, 'missing', issueMessages.missing)
  else if (value < 0) log.report(place, 'negative', issueMessages.negative(value))
  else return value
  return 0
}

/** Reads one of a closed set of values. */
export function readOneOf<Value extends string | number>(values: readonly [Value, ...Value[]], value: unknown, place: Place, log: IssueLog): Value {
  const found = values.find((known) => known === value)
  if (found !== undefined) return found
  if (value === null || value === undefined) log.report(place, 'missing', issueMessages.missing)
  else log.report(place, 'unknown_value', issueMessages.unknownValue(value))
  return values[0]
}

/** Reads the named fields of one object; each method reports what is wrong at the field's place and returns a stand-in. */
export class FieldReader {
  readonly place: Place
  readonly log: IssueLog
  readonly #fields: Readonly<Record<string, unknown>>

  constructor(value: unknown, place: Place, log: IssueLog) {
    this.place = place
    this.#fields = isJsonObject(value) ? value : {}
    if (isJsonObject(value)) {
      this.log = log
    } else {
      log.report(place, 'missing', issueMessages.missing)
      // The fields of what is no object are not missing besides.
      this.log = new IssueLog()
    }
  }

  value(name: string): unknown {
    return ownValue(this.#fields, name)
  }

  at(name: string): Place {
    return within(this.place, name)
  }

  isAbsent(name: string): boolean {
    const value = this.value(name)
    return value === null || value === undefined
  }

  text(name: string): string {
    const value = this.value(name)
    if (typeof value === 'string') return value
    this.log.report(this.at(name), 'missing', issueMessages.missing)
    return ''
  }

  flag(name: string): boolean {
    const value = this.value(name)
    if (typeof value === 'boolean') return value
    this.log.report(this.at(name), 'missing', issueMessages.missing)
    return false
  }

  decimal(name: string): DecimalText {
    return readDecimal(this.value(name), this.at(name), this.log)
  }

  count(name: string): number {
    return readCount(this.value(name), this.at(name), this.log)
  }

  oneOf<Value extends string | number>(name: string, values: readonly [Value, ...Value[]]): Value {
    return readOneOf(values, this.value(name), this.at(name), this.log)
  }

  day(name: string): DayText {
    const value = this.value(name)
    if (typeof value === 'string' && isCalendarDay(value)) return value
    if (value === null || value === undefined) this.log.report(this.at(name), 'missing', issueMessages.missing)
    else this.log.report(this.at(name), 'not_date', issueMessages.notDate(value))
    return refusedDay
  }

  /** Null for a field that may be absent; else what `read` makes of it. */
  optional<Value>(name: string, read: (name: string) => Value): Value | null {
    return this.isAbsent(name) ? null : read(name)
  }

  /** Null only when the field says so: leaving it out is an issue. */
  nullable<Value>(name: string, read: (name: string) => Value): Value | null {
    return this.value(name) === null ? null : read(name)
  }

  object<Value>(name: string, read: (fields: FieldReader) => Value): Value {
    return read(new FieldReader(this.value(name), this.at(name), this.log))
  }

  /** Every element of a list, in order. */
  list<Value>(name: string, read: (value: unknown, place: Place, log: IssueLog) => Value): readonly Value[] {
    const value = this.value(name)
    const place = this.at(name)
    if (Array.isArray(value)) return value.map((element: unknown, index) => read(element, within(place, index), this.log))
    this.log.report(place, 'missing', issueMessages.missing)
    return []
  }

  rows<Value>(name: string, read: (fields: FieldReader) => Value): readonly Value[] {
    return this.list(name, (value, place, log) => read(new FieldReader(value, place, log)))
  }

  /** The entries of an object whose keys are data. */
  entries(name: string): readonly { readonly key: string; readonly value: unknown; readonly place: Place }[] {
    const table = this.value(name)
    const place = this.at(name)
    if (isJsonObject(table)) return Object.entries(table).map(([key, value]) => ({ key, value, place: within(place, key) }))
    this.log.report(place, 'missing', issueMessages.missing)
    return []
  }

  table<Value>(name: string, read: (value: unknown, place: Place, log: IssueLog) => Value): Readonly<Record<string, Value>> {
    return Object.fromEntries(this.entries(name).map(({ key, value, place }) => [key, read(value, place, this.log)]))
  }

  /** An id of this document's own; a repeated one is reported and the ids stay those met. */
  newId(name: string, known: KnownIds): string {
    const id = this.text(name)
    if (id === '') this.log.report(this.at(name), 'missing', issueMessages.missing)
    else if (known.ids.has(id)) this.log.report(this.at(name), 'duplicate', issueMessages.duplicateId(known.what, id))
    known.ids.add(id)
    return id
  }

  /** An id that must be known. */
  reference(name: string, known: KnownIds): string {
    const value = this.value(name)
    if (typeof value === 'string' && known.ids.has(value)) return value
    if (value === null || value === undefined) this.log.report(this.at(name), 'missing', issueMessages.missing)
    else this.log.report(this.at(name), 'unknown_id', issueMessages.unknownId(known.what, value))
    return ''
  }

  /** A value that must be a key of a table of the plan; null `keys` (the plan itself is refused) let everything pass. */
  keyOf(name: string, keys: { has(key: string): boolean } | null): string {
    const value = this.value(name)
    if (typeof value === 'string' && (keys === null || keys.has(value))) return value
    if (value === null || value === undefined) this.log.report(this.at(name), 'missing', issueMessages.missing)
    else this.log.report(this.at(name), 'unknown_value', issueMessages.unknownValue(value))
    return ''
  }

  /** `from` and `to`, the latter null for an open end. */
  dated(): Dated {
    const from = this.day('from')
    const to = this.nullable('to', (name) => this.day(name))
    if (to !== null) this.inOrder(from, to, 'to')
    return { from, to }
  }

  /** Reports at `name` a last day before the first one. */
  inOrder(from: DayText, to: DayText, name: string): void {
    if (to < from && from !== refusedDay && to !== refusedDay) this.log.report(this.at(name), 'backwards', issueMessages.backwards(from, to))
  }
}
