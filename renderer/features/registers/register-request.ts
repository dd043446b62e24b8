import { assertNever } from '../../../shared/lib/assert-never.ts'
import type { GridFilter, GridQuery, GridSort } from '../../grid/types.ts'
import type { ChipKey, Column, Register, RegisterFilter } from './types.ts'

/** The value of a choice filter that means an empty cell. */
export const blank = ''

/** What a grid knows of every row beside its columns. */
const ownFields = ['enteredBy', 'enteredAt'] as const

/** The order of a grid as the contract takes it; a column that is gone since a view was saved is left out. */
export function registerSortOf(columns: readonly Column[], sort: readonly GridSort[]): { readonly field: string; readonly descending: boolean }[] {
  return sort.filter(({ field }) => isField(columns, field)).slice(0, 5).map(({ field, descending }) => ({ field, descending }))
}

function isField(columns: readonly Column[], field: string): boolean {
  return columns.some(({ id }) => id === field) || ownFields.some((own) => own === field)
}

/** A column filter of the grid as the contract takes it; null for what it has no filter for. */
export function registerFilterOf(columns: readonly Column[], filter: GridFilter): RegisterFilter | null {
  const { field } = filter
  if (!isField(columns, field)) return null
  switch (filter.kind) {
    case 'text':
      return filter.contains.trim() === '' ? null : { kind: 'text', field, contains: filter.contains.trim().slice(0, 100) }
    case 'day':
      return { kind: 'days', field, from: filter.from, to: filter.to }
    case 'number':
      return { kind: 'number', field, min: filter.min, max: filter.max }
    case 'choice': {
      const values = filter.values.map(String)
      return values.length === 0 ? null : { kind: 'choice', field, oneOf: values.map((value) => (value === blank ? null : value)) }
    }
    case 'blank':
      return filter.blank ? { kind: 'choice', field, oneOf: [null] } : null
    default:
      return assertNever(filter)
  }
}

/** The filters of a grid and of a quick filter together. */
export function filtersFor(columns: readonly Column[], chip: ChipKey, filters: readonly GridFilter[]): RegisterFilter[] {
  const quick: readonly RegisterFilter[] = chip === 'all' ? [] : [{ kind: 'flag', flag: chip }]
  return [...quick, ...filters.flatMap((filter) => registerFilterOf(columns, filter) ?? [])]
}

/** Which rows of a register a grid shows, and in what order. */
export function rowsRequest({ id, columns }: Pick<Register, 'id' | 'columns'>, chip: ChipKey, { sort, filters, search }: Pick<GridQuery, 'sort' | 'filters' | 'search'>) {
  return { registerId: id, sort: registerSortOf(columns, sort), filters: filtersFor(columns, chip, filters), ...(search.trim() === '' ? {} : { search: search.slice(0, 50) }) }
}
