import { isBlankMark, readDate } from './read-date.ts'
import { compact, tidyText } from './clean-text.ts'
import { bad, good, type Checked } from './fault.ts'

/** How much of a wrong text a message repeats. */
const shown = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text)

/** Text without hidden characters and padding; blank is null. */
export function readText(text: string | null, most: number): Checked<string | null> {
  const plain = tidyText(text ?? '')
  if (plain.length > most) return bad({ kind: 'too_long', most })
  return good(plain === '' ? null : plain)
}

/** As `readText`, line breaks kept: for a remark, a task's content. */
export function readLongText(text: string | null, most: number): Checked<string | null> {
  const plain = (text ?? '').split(/\r\n?|\n/u).map(tidyText).join('\n').trim()
  if (plain.length > most) return bad({ kind: 'too_long', most })
  return good(plain === '' ? null : plain)
}

export function required<Value>(checked: Checked<Value | null>): Checked<Value> {
  if (checked.kind === 'bad') return checked
  return checked.value === null ? bad({ kind: 'empty' }) : good(checked.value)
}

/** A day as people write it (`2026.3.1`, `2026年3月1日`, `20260301`) → `2026-03-01`. */
export function readDay(text: string | null): Checked<string | null> {
  const plain = tidyText(text ?? '')
  if (plain === '' || isBlankMark(plain)) return good(null)
  const reading = readDate({ kind: 'text', text: plain })
  return reading.kind === 'date' && reading.day !== null ? good(reading.day) : bad({ kind: 'not_a_day', text: shown(plain) })
}

/** A month as people write it (`1982.02`, `1982年2月`); a whole day gives its month. */
export function readMonth(text: string | null): Checked<string | null> {
  const plain = tidyText(text ?? '')
  if (plain === '' || isBlankMark(plain)) return good(null)
  const reading = readDate({ kind: 'text', text: plain })
  return reading.kind === 'date' ? good(reading.month) : bad({ kind: 'not_a_month', text: shown(plain) })
}

/** One of a list, by its Chinese name or by its code. */
export function readChoice<Code extends string>(text: string | null, codes: readonly Code[], names: Readonly<Record<Code, string>>): Checked<Code | null> {
  const plain = compact(text ?? '')
  if (plain === '') return good(null)
  const found = codes.find((code) => code === plain || compact(names[code]) === plain)
  return found === undefined ? bad({ kind: 'not_in_list', text: shown(plain), known: codes.map((code) => names[code]) }) : good(found)
}
