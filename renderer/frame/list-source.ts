import { matchesPinyin, pinyinQuery } from '../../shared/domain/pinyin/matches-pinyin.ts'
import { nameKeyOf } from '../../shared/domain/pinyin/search-key.ts'
import type { GridColumn, GridFilter, GridQuery, GridSort, GridSource } from '../grid/types.ts'

export interface LoadedList<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
  readonly key: (row: Row) => string
  readonly version?: (row: Row) => number
  readonly revision: unknown
  readonly scope?: string
  /** Found by pinyin and initials as well. */
  readonly name?: (row: Row) => string
}

/** A list that is loaded whole, as the source of a grid: searched, filtered and sorted here by what its columns show. */
export function listSource<Row>({ rows, columns, name, ...source }: LoadedList<Row>): GridSource<Row> {
  return {
    ...source,
    load(request) {
      const letters = pinyinQuery(request.search)
      const isSpelled = (row: Row) => name !== undefined && letters !== null && matchesPinyin(nameKeyOf(name(row)), letters)
      const found = rows.filter((row) => passes(row, columns, request) && (isFound(row, columns, request) || isSpelled(row)))
      const sorted = sortRows(found, columns, request.sort)
      return Promise.resolve({ rows: sorted.slice(request.offset, request.offset + request.limit), total: sorted.length })
    },
  }
}

function isFound<Row>(row: Row, columns: readonly GridColumn<Row>[], { search }: GridQuery): boolean {
  const sought = search.trim().toLowerCase()
  return sought === '' || columns.some((column) => column.text(row).toLowerCase().includes(sought))
}

function passes<Row>(row: Row, columns: readonly GridColumn<Row>[], { filters }: GridQuery): boolean {
  return filters.every((filter) => {
    const column = columns.find(({ field }) => field === filter.field)
    return column === undefined || meets(row, column, filter)
  })
}

function meets<Row>(row: Row, column: GridColumn<Row>, filter: GridFilter): boolean {
  const text = column.text(row)
  switch (filter.kind) {
    case 'text':
      return text.toLowerCase().includes(filter.contains.trim().toLowerCase())
    case 'blank':
      return (text === '') === filter.blank
    case 'choice': {
      const choices = column.filter?.kind === 'choice' ? column.filter.choices : []
      return choices.some(({ value, label }) => label === text && filter.values.includes(value))
    }
    case 'day':
      return text !== '' && (filter.from === null || text >= filter.from) && (filter.to === null || text <= filter.to)
    case 'number': {
      const number = column.number?.(row) ?? null
      return number !== null && (filter.min === null || number >= filter.min) && (filter.max === null || number <= filter.max)
    }
  }
}

const alphabet = new Intl.Collator('zh-CN', { numeric: true })

/** Rows without a value stand last in either direction; equal ones stay in the order they came in. */
function sortRows<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], sort: readonly GridSort[]): readonly Row[] {
  const keys = sort.flatMap(({ field, descending }) => {
    const column = columns.find((other) => other.field === field)
    return column === undefined ? [] : [{ column, sign: descending ? -1 : 1 }]
  })
  return [...rows].sort((a, b) => {
    for (const { column, sign } of keys) {
      const order = compare(column, a, b, sign)
      if (order !== 0) return order
    }
    return 0
  })
}

function compare<Row>(column: GridColumn<Row>, a: Row, b: Row, sign: number): number {
  if (column.number !== undefined) {
    const [first, second] = [column.number(a), column.number(b)]
    if (first === null || second === null) return first === second ? 0 : first === null ? 1 : -1
    return sign * (first - second)
  }
  const [first, second] = [column.text(a), column.text(b)]
  if (first === '' || second === '') return first === second ? 0 : first === '' ? 1 : -1
  return sign * alphabet.compare(first, second)
}
