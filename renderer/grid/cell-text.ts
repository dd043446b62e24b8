import { dayNumber, dayText, isCalendarDay } from '../../shared/lib/calendar-day.ts'
import type { CellEdit, CellValue, Choice } from './types.ts'
import { words } from './vocabulary.ts'

export type Parsed = { readonly kind: 'value'; readonly value: CellValue } | { readonly kind: 'fault'; readonly reason: string }

export interface ParseContext<Row> {
  readonly row: Row
  /** The column's title, for the sentence of a refusal. */
  readonly title: string
  /** `YYYY-MM-DD`: the year of a day typed without one. */
  readonly today: string
}

const fault = (reason: string): Parsed => ({ kind: 'fault', reason })

export function choicesOf<Row>(edit: CellEdit<Row> & { readonly kind: 'choice' }, row: Row): readonly Choice[] {
  return typeof edit.choices === 'function' ? edit.choices(row) : edit.choices
}

/** A value as it is typed again: the label of a choice, a day, a number without thousands separators. */
export function textOfValue<Row>(edit: CellEdit<Row>, value: CellValue, row: Row): string {
  if (value === null) return ''
  if (edit.kind === 'choice') return choicesOf(edit, row).find((choice) => choice.value === value)?.label ?? String(value)
  return String(value)
}

/** Typed or pasted text → the value, checked by all the rules of the column; an empty text is null. */
export function parseCell<Row>(edit: CellEdit<Row>, text: string, context: ParseContext<Row>): Parsed {
  const parsed = text.trim() === '' ? ({ kind: 'value', value: null } as const) : parseKind(edit, text, context)
  if (parsed.kind === 'fault') return parsed
  return checkValue(edit, parsed.value, context)
}

/** A value that is already one, such as from the cell above, under the rules of the column. */
export function checkValue<Row>(edit: CellEdit<Row>, value: CellValue, { row, title }: ParseContext<Row>): Parsed {
  if (value === null && edit.required) return fault(words.required(title))
  const reason = edit.check?.(value, row) ?? null
  return reason === null ? { kind: 'value', value } : fault(reason)
}

function parseKind<Row>(edit: CellEdit<Row>, text: string, context: ParseContext<Row>): Parsed {
  switch (edit.kind) {
    case 'text':
      return parseText(edit, text, context.title)
    case 'choice':
      return parseChoice(choicesOf(edit, context.row), text.trim(), context.title)
    case 'day':
      return parseDay(edit, text.trim(), context)
    case 'number':
      return parseNumber(edit, text, context.title)
  }
}

function parseText(rule: { readonly maxLength?: number; readonly multiline?: boolean }, text: string, title: string): Parsed {
  const value = text.trim()
  if (!rule.multiline && /[\r\n]/.test(value)) return fault(words.oneLine(title))
  if (rule.maxLength !== undefined && [...value].length > rule.maxLength) return fault(words.tooLong(title, rule.maxLength))
  return { kind: 'value', value }
}

function parseChoice(choices: readonly Choice[], text: string, title: string): Parsed {
  const byLabel = choices.filter(({ label }) => label === text)
  const [first, ...others] = byLabel.length > 0 ? byLabel : choices.filter(({ value, keys = [] }) => String(value) === text || keys.includes(text))
  if (first === undefined) return fault(words.notChoice(title, text))
  return others.length > 0 ? fault(words.severalChoices(title, text)) : { kind: 'value', value: first.value }
}

const dayForms = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<month>\d{1,2})月(?<day>\d{1,2})日?$/,
]

/** `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, and in the year of `today` `3-5`, `3.5`, `3月5日` → `2026-03-05`; null for anything else. */
export function readDay(text: string, today: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  for (const form of dayForms) {
    const parts = form.exec(plain)?.groups
    if (!parts) continue
    const { year = today.slice(0, 4), month = '', day = '' } = parts
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isCalendarDay(written)) return written
  }
  return null
}

function parseDay<Row>(rule: { readonly min?: string; readonly max?: string }, text: string, { title, today }: ParseContext<Row>): Parsed {
  const value = readDay(text, today)
  if (value === null) return fault(words.notDay(title, text))
  if (rule.min !== undefined && value < rule.min) return fault(words.dayBefore(title, rule.min))
  if (rule.max !== undefined && value > rule.max) return fault(words.dayAfter(title, rule.max))
  return { kind: 'value', value }
}

interface NumberRule {
  readonly min?: number
  readonly max?: number
  readonly decimals?: number
}

function parseNumber(rule: NumberRule, text: string, title: string): Parsed {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  const form = /^[+-]?(?:\d+\.?|\d*\.(?<places>\d+))$/.exec(plain)
  if (!form) return fault(words.notNumber(title, text.trim()))
  const value = Number(plain)
  const { min, max, decimals = 0 } = rule
  const places = form.groups?.['places']?.replace(/0+$/, '').length ?? 0
  if (places > decimals) return fault(decimals === 0 ? words.wholeNumber(title) : words.decimals(title, decimals))
  const below = min !== undefined && value < min
  const above = max !== undefined && value > max
  if (below || above) {
    if (min !== undefined && max !== undefined) return fault(words.numberOutside(title, String(min), String(max)))
    return fault(below ? words.numberBelow(title, String(min)) : words.numberAbove(title, String(max)))
  }
  return { kind: 'value', value }
}

/** The day some days away: the arrows of the day editor. */
export function dayMoved(day: string, by: number): string {
  return dayText(dayNumber(day) + by)
}
