import type { RegisterColumn } from '../../../../shared/domain/registers/column.ts'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { RegisterDirectory } from '../../registers/directory.ts'
import type { RegisterFilter } from '../../registers/list.ts'
import { selectionWords as words } from './vocabulary.ts'

export interface Narrowing {
  readonly search?: string | undefined
  readonly filters: readonly RegisterFilter[]
}

/** Values of one filter that are named; of more the rest is counted. */
const mostNamed = 6

/** Which rows of a register a sheet holds: `全部登记`, or `筛选“纠纷类型：邻里；受理日期：2026-04-01 至 2026-06-30”`. `reader`: whose 我录入的 it is. */
export function selectionText(columns: readonly RegisterColumn[], directory: RegisterDirectory, { search, filters }: Narrowing, reader: string): string {
  const parts = [...filters.map((filter) => filterText(columns, directory, filter, reader)), ...(search === undefined || search === '' ? [] : [words.search(search)])]
  return parts.length === 0 ? words.whole : words.filtered(parts.join(words.and))
}

function filterText(columns: readonly RegisterColumn[], directory: RegisterDirectory, filter: RegisterFilter, reader: string): string {
  switch (filter.kind) {
    case 'flag':
      return filter.flag === 'mine' ? words.mine(reader) : words.open
    case 'text':
      return words.contains(titleOf(columns, filter.field), filter.contains)
    case 'days':
      return words.field(titleOf(columns, filter.field), rangeText(filter.from, filter.to, words.untilDay))
    case 'number':
      return words.field(titleOf(columns, filter.field), rangeText(filter.min, filter.max, words.atMost))
    case 'choice': {
      const isVillage = columns.some(({ id, type }) => id === filter.field && type === 'village')
      const names = filter.oneOf.map((value) => (value === null ? words.empty : isVillage ? (directory.village(value)?.name ?? value) : value))
      const named = names.slice(0, mostNamed).join(words.or)
      return words.field(titleOf(columns, filter.field), names.length > mostNamed ? words.more(named, names.length) : named)
    }
    default:
      return assertNever(filter)
  }
}

function titleOf(columns: readonly RegisterColumn[], field: string): string {
  if (field === 'enteredBy') return words.enteredBy
  if (field === 'enteredAt') return words.enteredAt
  return columns.find(({ id }) => id === field)?.title ?? field
}

function rangeText(from: string | number | null, to: string | number | null, upTo: (to: string | number) => string): string {
  if (from !== null) return to === null ? words.from(from) : words.between(from, to)
  return to === null ? words.filled : upTo(to)
}
