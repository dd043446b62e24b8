import { readDay } from '../../shared/domain/cells/read-cell.ts'
import type { GridFilter } from './types.ts'
import { words } from './vocabulary.ts'

/** The two ends of a span as typed. */
export type TypedSpan = readonly [string, string]

/** The filter of a span, none when nothing is typed, or what is wrong with it and with which end. */
export type SpanReading = { readonly kind: 'read'; readonly filter: GridFilter | null } | { readonly kind: 'fault'; readonly end: 0 | 1; readonly sentence: string }

type SpanKind = 'day' | 'number'

const ends = { day: [words.from, words.to], number: [words.atLeast, words.atMost] } as const

/** The names of the two ends. */
export function endsOf(kind: SpanKind): readonly [string, string] {
  return ends[kind]
}

/** What stands in the two fields of a filter that is there. */
export function typedSpan(filter: GridFilter | undefined): TypedSpan {
  if (filter?.kind === 'day') return [filter.from ?? '', filter.to ?? '']
  return filter?.kind === 'number' ? [filter.min === null ? '' : String(filter.min), filter.max === null ? '' : String(filter.max)] : ['', '']
}

/** Reads a span of days or numbers; an end that is left out is open. */
export function readSpan(field: string, kind: SpanKind, typed: TypedSpan): SpanReading {
  if (kind === 'day') return spanOf(typed, ends.day, dayOf, words.notADay, ([from, to]) => (from === null && to === null ? null : { field, kind, from, to }))
  return spanOf(typed, ends.number, numberOf, words.notANumber, ([min, max]) => (min === null && max === null ? null : { field, kind, min, max }))
}

function spanOf<Value extends string | number>(typed: TypedSpan, names: readonly [string, string], read: (text: string) => Value | null, wrong: (end: string, text: string) => string, make: (span: readonly [Value | null, Value | null]) => GridFilter | null): SpanReading {
  const [first, last] = typed.map((text) => (text.trim() === '' ? null : read(text.trim())))
  for (const end of [0, 1] as const) if (typed[end].trim() !== '' && (end === 0 ? first : last) === null) return { kind: 'fault', end, sentence: wrong(names[end], typed[end].trim()) }
  if (first !== null && first !== undefined && last !== null && last !== undefined && first > last) return { kind: 'fault', end: 1, sentence: words.spanReversed(names[1], names[0]) }
  return { kind: 'read', filter: make([first ?? null, last ?? null]) }
}

function dayOf(text: string): string | null {
  const day = readDay(text)
  return day.kind === 'good' ? day.value : null
}

function numberOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}
