import type { GridSort } from '../../grid/types.ts'

/** The most columns that a list is ordered by. */
const mostColumns = 5

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
