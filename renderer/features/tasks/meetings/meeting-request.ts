import { meetingSortFields } from '../../../../shared/contract/tasks/meetings.ts'
import { mondayOf } from '../../../../shared/domain/villages/tuesday/tuesday.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { GridFilter, GridSort } from '../../../grid/types.ts'
import { sortOf } from '../../../frame/grid-query.ts'
import type { MeetingFilter } from './api-types.ts'

export const chipKeys = ['week', 'month', 'minutes', 'exceptions', 'all'] as const
export type ChipKey = (typeof chipKeys)[number]

/** Whether a remembered text names a quick filter. */
export function isChip(text: string): text is ChipKey {
  return chipKeys.some((key) => key === text)
}

export interface Days {
  readonly from: string
  readonly to: string
}

/** Monday to Sunday of the week of a day. */
export function weekOf(day: string): Days {
  const from = mondayOf(day)
  return { from, to: dayText(dayNumber(from) + 6) }
}

/** The days of a month `2026-06`. */
export function daysOfMonth(month: string): Days {
  const next = Number(month.slice(5, 7)) === 12 ? `${String(Number(month.slice(0, 4)) + 1)}-01` : `${month.slice(0, 4)}-${String(Number(month.slice(5, 7)) + 1).padStart(2, '0')}`
  return { from: `${month}-01`, to: dayText(dayNumber(`${next}-01`) - 1) }
}

function within({ from, to }: Days): MeetingFilter {
  return { kind: 'days', field: 'date', from, to }
}

/** The filters that a quick filter stands for on a day. */
export function filtersOf(chip: ChipKey, today: string): readonly MeetingFilter[] {
  switch (chip) {
    case 'week':
      return [within(weekOf(today))]
    case 'month':
      return [within(daysOfMonth(today.slice(0, 7)))]
    case 'minutes':
      return [{ kind: 'flag', flag: 'withoutMinutes' }]
    case 'exceptions':
      return [{ kind: 'flag', flag: 'withException' }]
    case 'all':
      return []
    default:
      return assertNever(chip)
  }
}

export function meetingSortOf(sort: readonly GridSort[]) {
  return sortOf(meetingSortFields, sort)
}

const textFields = ['title', 'place', 'convener', 'attendees'] as const

/** A column filter of the grid as the contract takes it; null for what it has no filter for. */
export function meetingFilterOf(filter: GridFilter): MeetingFilter | null {
  switch (filter.kind) {
    case 'text': {
      const field = textFields.find((name) => name === filter.field)
      return field === undefined || filter.contains.trim() === '' ? null : { kind: 'text', field, contains: filter.contains.trim().slice(0, 100) }
    }
    case 'day':
      return filter.field === 'date' ? { kind: 'days', field: 'date', from: filter.from, to: filter.to } : null
    case 'choice': {
      const ids = filter.values.filter((value) => typeof value === 'string')
      return filter.field === 'module' && ids.length > 0 ? { kind: 'choice', field: 'module', oneOf: ids } : null
    }
    case 'number':
    case 'blank':
      return null
    default:
      return assertNever(filter)
  }
}
