import { isCalendarDay } from '../../../lib/calendar-day.ts'
import { isDecimal, parseDecimal } from '../../../lib/decimal.ts'
import { compare } from '../../../lib/rational.ts'
import type { AddableRow, AmendableLine } from './amendable-line.ts'
import type { ChangeValue, Scalar, SnapshotChange } from './amendment.ts'
import { amendmentFaults as faults } from './amendment-vocabulary.ts'

/** What is typed for a line: a text (empty: nothing), a choice, days, or that the row goes. */
export type TypedValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly value: Scalar }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'adopt' }

export type ReadChange = { readonly kind: 'change'; readonly change: SnapshotChange } | { readonly kind: 'fault'; readonly reason: string }

/** What the rules of the plan allow is checked with the whole. */
const mostAdded = '999.99'

const fault = (reason: string): ReadChange => ({ kind: 'fault', reason })

/** The change that a typed value makes of a line; the reason where the value cannot be, or is what stands there already. */
export function changeOfLine({ path, before, edit, isRemovable }: AmendableLine, typed: TypedValue): ReadChange {
  const to = (after: ChangeValue): ReadChange => (JSON.stringify(after) === JSON.stringify(before) ? fault(faults.same) : { kind: 'change', change: { path, before, after } })
  if (typed.kind === 'remove') return isRemovable ? to(null) : fault(faults.stays)
  const text = typed.kind === 'text' ? typed.text.normalize('NFKC').trim() : ''
  switch (edit.kind) {
    case 'bandOrScore': {
      const band = edit.bands.find((one) => one === text.toUpperCase())
      const row = typeof before === 'object' && before !== null ? before : {}
      if (band !== undefined) return to({ ...row, band, score: null })
      return isScore(text, edit.max) ? to({ ...row, band: null, score: text }) : fault(faults.bandOrScore(edit.bands.join('、'), edit.max))
    }
    case 'decimal':
      return isScore(text, edit.max) ? to(text) : fault(faults.score(edit.max))
    case 'whole':
      if (text === '') return edit.blank === null ? fault(faults.empty) : to(null)
      return /^\d{1,3}$/.test(text) ? to(Number(text)) : fault(faults.whole)
    case 'day':
      if (text === '') return edit.blank === null ? fault(faults.empty) : to(null)
      return isCalendarDay(text) ? to(text) : fault(faults.day)
    case 'choice':
      return typed.kind === 'choice' && edit.choices.some(({ value }) => value === typed.value) ? to(typed.value) : fault(faults.empty)
    case 'range': {
      if (typed.kind !== 'range') return fault(faults.day)
      const reason = rangeFault(typed)
      const row = typeof before === 'object' && before !== null ? before : {}
      return reason === null ? to({ ...row, from: typed.from, to: typed.to === '' ? null : typed.to }) : fault(reason)
    }
    case 'adopt':
      return to(edit.after)
    case 'remove':
      return fault(faults.empty)
  }
}

/** The change that adds a row; `given` are its fields by name, and that of the row it is added to. */
export function changeOfAddition({ path, within, fixed, fields }: AddableRow, given: Readonly<Record<string, Scalar>>): ReadChange {
  for (const { name, kind, choices } of [...(within === null ? [] : [within]), ...fields]) {
    const value = given[name] ?? ''
    if (kind === 'openDay' && value === '') continue
    if (value === '') return fault(faults.empty)
    if (kind === 'choice' && !choices.some((choice) => choice.value === value)) return fault(faults.empty)
    if (kind === 'decimal' && !isScore(String(value), mostAdded)) return fault(faults.score(mostAdded))
    if ((kind === 'day' || kind === 'openDay') && !isCalendarDay(String(value))) return fault(faults.day)
  }
  const { from, to } = given
  const reason = typeof from === 'string' ? rangeFault({ from, to: typeof to === 'string' ? to : '' }) : null
  if (reason !== null) return fault(reason)
  const row = Object.fromEntries(fields.map(({ name, kind }): [string, Scalar] => [name, kind === 'openDay' && (given[name] ?? '') === '' ? null : (given[name] ?? null)]))
  const place = within === null ? path : path.map((step) => (typeof step === 'object' && step['id'] === '' ? { id: String(given[within.name]) } : step))
  return { kind: 'change', change: { path: place, before: null, after: { ...fixed, ...row } } }
}

function rangeFault({ from, to }: { readonly from: string; readonly to: string }): string | null {
  if (!isCalendarDay(from) || (to !== '' && !isCalendarDay(to))) return faults.day
  return to !== '' && to < from ? faults.backwards : null
}

function isScore(text: string, max: string): boolean {
  return /^\d+(\.\d{1,2})?$/.test(text) && isDecimal(text) && compare(parseDecimal(text), parseDecimal(max)) <= 0
}
