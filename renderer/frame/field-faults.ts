import { isCalendarDay } from '../../shared/lib/calendar-day.ts'
import type { FieldFault } from '../ui/FormErrors.tsx'
import { moduleWords } from './vocabulary.ts'

/** What is wrong with a day that DayInput gives and that must be there. */
export function dayFaults(id: string, label: string, value: string | null): readonly FieldFault[] {
  if (value === null) return [{ id, sentence: moduleWords.required(label) }]
  return isCalendarDay(value) ? [] : [{ id, sentence: moduleWords.wrongDay(label, value) }]
}

/** A text longer than it may be is said to be so, and never cut: what was pasted would lose its end unseen. */
export function lengthFaults(id: string, label: string, text: string, most: number): readonly FieldFault[] {
  const { length } = text.trim()
  return length > most ? [{ id, sentence: moduleWords.tooLong(label, most, length) }] : []
}

/** `value`, typed as it may be, as a whole number from `least` to `most`; null for anything else. */
export function readWhole(text: string, least: number, most: number): number | null {
  const plain = text.normalize('NFKC').trim()
  return /^\d{1,6}$/.test(plain) && Number(plain) >= least && Number(plain) <= most ? Number(plain) : null
}
