import type { z } from 'zod'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { personSortFields, type personFilter } from '../../../shared/contract/people/people.ts'
import { identities, leaveKinds, sexes, staffStatuses, tracks } from '../../../shared/domain/people/codes.ts'
import type { GridFilter, GridSort } from '../../grid/types.ts'
import { codesAmong, sortOf } from '../../frame/grid-query.ts'

export type PersonFilter = z.input<typeof personFilter>

/** The value of a choice filter that means an empty cell. */
export const blank = ''

/** The quick filters of the roster. */
export const chipKeys = ['present', 'onLeave', 'unassigned', 'left', 'all'] as const
export type ChipKey = (typeof chipKeys)[number]

/** How the roster stands while no column orders it. */
export const rosterOrders = ['official', 'stroke', 'name'] as const
export type RosterOrder = (typeof rosterOrders)[number]

/** The filters that a quick filter stands for. */
export function filtersOf(chip: ChipKey): readonly PersonFilter[] {
  return chip === 'all' ? [] : [{ kind: 'flag', flag: chip }]
}

/** The order of a grid as the contract takes it; without one the order chosen for the roster. */
export function personSortOf(sort: readonly GridSort[], order: RosterOrder) {
  const wanted = sortOf(personSortFields, sort)
  return wanted.length > 0 || order === 'official' ? wanted : [{ field: order, descending: false }]
}

const textFields = ['name', 'code', 'political', 'sendingUnit', 'rankTitle', 'phone', 'pool', 'remark', 'post'] as const
const dayFields = ['joinedOn', 'leftOn'] as const
const monthFields = ['birthMonth', 'workStart'] as const

/** A column filter of the grid as the contract takes it; null for what it has no filter for. Days given for a month count for their month. */
export function personFilterOf(filter: GridFilter): PersonFilter | null {
  switch (filter.kind) {
    case 'text': {
      const field = textFields.find((name) => name === filter.field)
      return field === undefined || filter.contains.trim() === '' ? null : { kind: 'text', field, contains: filter.contains.trim().slice(0, 100) }
    }
    case 'day': {
      const month = monthFields.find((name) => name === filter.field)
      if (month !== undefined) return { kind: 'months', field: month, from: monthOf(filter.from), to: monthOf(filter.to) }
      const field = dayFields.find((name) => name === filter.field)
      return field === undefined ? null : { kind: 'days', field, from: filter.from, to: filter.to }
    }
    case 'choice':
      return filter.values.length === 0 ? null : choiceFilterOf(filter.field, filter.values)
    case 'number':
    case 'blank':
      return null
    default:
      return assertNever(filter)
  }
}

function monthOf(day: string | null): string | null {
  return day === null ? null : day.slice(0, 7)
}

function choiceFilterOf(field: string, values: readonly (string | number | boolean)[]): PersonFilter | null {
  switch (field) {
    case 'sex':
      return { kind: 'choice', field, oneOf: [...codesAmong(sexes, values), ...(values.includes(blank) ? [null] : [])] }
    case 'identity':
      return { kind: 'choice', field, oneOf: codesAmong(identities, values) }
    case 'track':
      return { kind: 'choice', field, oneOf: codesAmong(tracks, values) }
    case 'status':
      return { kind: 'choice', field, oneOf: codesAmong(staffStatuses, values) }
    case 'leave':
      return { kind: 'choice', field, oneOf: codesAmong(leaveKinds, values) }
    case 'module':
      return { kind: 'choice', field, oneOf: values.filter((value) => typeof value === 'string') }
    default:
      return null
  }
}
