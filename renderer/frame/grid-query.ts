import type { GridFilter, GridSort } from '../grid/types.ts'

/** The most columns that a list is ordered by. */
const mostColumns = 5

/** The most characters that are searched for, and that a text filter takes. */
const mostSought = 50
const mostOfText = 100

/** The order of a grid as the contract takes it; columns that cannot be ordered by are left out. */
export function sortOf<Field extends string>(fields: readonly Field[], sort: readonly GridSort[]): { readonly field: Field; readonly descending: boolean }[] {
  return sort.slice(0, mostColumns).flatMap(({ field, descending }) => {
    const known = fields.find((name) => name === field)
    return known === undefined ? [] : [{ field: known, descending }]
  })
}

/** Those of the codes that a choice filter names. */
export function codesAmong<Code extends string>(codes: readonly Code[], values: readonly (string | number | boolean)[]): Code[] {
  return codes.filter((code) => values.includes(code))
}

/** What is typed into a search box as the contract takes it: nothing where nothing is sought. */
export function searchOf(search: string): { readonly search?: string } {
  const sought = search.trim()
  return sought === '' ? {} : { search: sought.slice(0, mostSought) }
}

/** A text filter as the contract takes it, with none where the column has no such filter or nothing is sought. */
export function textFilterOf<Field extends string>(fields: readonly Field[], { field, contains }: Extract<GridFilter, { kind: 'text' }>) {
  const text = contains.trim().slice(0, mostOfText)
  return fieldAmong(fields, field).flatMap((known) => (text === '' ? [] : [{ kind: 'text' as const, field: known, contains: text }]))
}

/** A filter by days as the contract takes it, with none where the column has no such filter. */
export function dayFilterOf<Field extends string>(fields: readonly Field[], { field, from, to }: Extract<GridFilter, { kind: 'day' }>) {
  return fieldAmong(fields, field).map((known) => ({ kind: 'days' as const, field: known, from, to }))
}

/** A filter by a number as the contract takes it, with none where the column has no such filter. */
export function numberFilterOf<Field extends string>(fields: readonly Field[], { field, min, max }: Extract<GridFilter, { kind: 'number' }>) {
  return fieldAmong(fields, field).map((known) => ({ kind: 'number' as const, field: known, min, max }))
}

/** A filter by choices as the contract takes it, with none where the column has another field or nothing is chosen. */
export function choiceFilterOf<Field extends string, Code extends string>(own: Field, codes: readonly Code[], { field, values }: Extract<GridFilter, { kind: 'choice' }>) {
  const oneOf = codesAmong(codes, values)
  return field === own && oneOf.length > 0 ? [{ kind: 'choice' as const, field: own, oneOf }] : []
}

function fieldAmong<Field extends string>(fields: readonly Field[], field: string): Field[] {
  return fields.filter((name) => name === field)
}
