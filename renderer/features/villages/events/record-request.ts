import { eventSortFields } from '../../../../shared/contract/villages/events.ts'
import { eventStates } from '../../../../shared/domain/villages/villages/codes.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { GridFilter, GridSort } from '../../../grid/types.ts'
import { codesAmong, sortOf } from '../../../frame/grid-query.ts'
import type { RecordFilter } from './api-types.ts'

/** The quick filters, what is pressing in front. */
export const chipKeys = ['returned', 'waiting', 'mine', 'entered', 'all'] as const
export type ChipKey = (typeof chipKeys)[number]

export interface Range {
  readonly start: string
  readonly end: string
}

/** The filters that a quick filter stands for. What waits for somebody is shown whatever its day. */
export function filtersOf(chip: ChipKey, period: Range | null): readonly RecordFilter[] {
  const within: readonly RecordFilter[] = period === null ? [] : [{ kind: 'days', field: 'date', from: period.start, to: period.end }]
  switch (chip) {
    case 'returned':
      return [{ kind: 'flag', flag: 'returned' }]
    case 'waiting':
      return [{ kind: 'flag', flag: 'waitingForMe' }]
    case 'mine':
      return [{ kind: 'flag', flag: 'mine' }, ...within]
    case 'entered':
      return [{ kind: 'choice', field: 'state', oneOf: ['entered'] }, ...within]
    case 'all':
      return within
    default:
      return assertNever(chip)
  }
}

/** Whether a remembered text names a quick filter. */
export function isChip(text: string): text is ChipKey {
  return chipKeys.some((key) => key === text)
}

export function recordSortOf(sort: readonly GridSort[]) {
  return sortOf(eventSortFields, sort)
}

const textFields = ['staff', 'village', 'household', 'note'] as const

/** A column filter of the grid as the contract takes it; null for what it has no filter for. */
export function recordFilterOf(filter: GridFilter): RecordFilter | null {
  switch (filter.kind) {
    case 'text': {
      const field = textFields.find((name) => name === filter.field)
      return field === undefined || filter.contains.trim() === '' ? null : { kind: 'text', field, contains: filter.contains.trim().slice(0, 100) }
    }
    case 'day':
      return filter.field === 'date' ? { kind: 'days', field: 'date', from: filter.from, to: filter.to } : null
    case 'choice':
      return choiceFilterOf(filter.field, filter.values)
    case 'number':
    case 'blank':
      return null
    default:
      return assertNever(filter)
  }
}

function choiceFilterOf(field: string, values: readonly (string | number | boolean)[]): RecordFilter | null {
  const texts = values.filter((value) => typeof value === 'string')
  if (texts.length === 0) return null
  switch (field) {
    case 'state':
      return { kind: 'choice', field, oneOf: codesAmong(eventStates, values) }
    case 'kind':
    case 'village':
      return { kind: 'choice', field, oneOf: texts }
    default:
      return null
  }
}
