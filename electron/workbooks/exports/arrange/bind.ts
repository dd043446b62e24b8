import { assertNever } from '../../../../shared/lib/assert-never.ts'
import { areaText, columnLetters } from '../model/address.ts'
import type { Area } from '../model/address.ts'
import type { ReferenceName } from '../formula/parse.ts'
import type { Run } from '../formula/compile.ts'
import type { Wording } from '../formula/text.ts'
import type { Scalar, Value } from '../formula/values.ts'
import { LayoutError } from '../layout/layout.ts'
import { constantsTable } from './draft.ts'
import type { DraftReference, DraftRow } from './draft.ts'
import type { PlacedBook, PlacedTable } from './place.ts'

/** A row of a table with its number on the sheet. */
export interface RowPlace {
  readonly table: PlacedTable
  readonly row: DraftRow
  readonly number: number
}

/** The cells formulas look at, calculated as they are asked for. */
export interface CellValues {
  own(place: RowPlace, column: number): Scalar
  area(area: Area): Value
}

function tableOf(book: PlacedBook, key: string): PlacedTable {
  const table = book.tables.get(key)
  if (!table) throw new LayoutError(`a formula needs the table ${key}`)
  return table
}

function columnOf(table: PlacedTable, field: string): number {
  const column = table.byField.get(field)
  if (column === undefined) throw new LayoutError(`a formula needs the field ${field} of ${table.key}`)
  return column
}

function spanOf(table: PlacedTable, field: string): { readonly first: number; readonly last: number } {
  const span = table.spans.get(field)
  if (!span) throw new LayoutError(`a formula needs the field ${field} of ${table.key}`)
  return span
}

function rowOf(table: PlacedTable, id: string): number {
  const row = table.rowOfId.get(id)
  if (row === undefined) throw new LayoutError(`a formula needs the row ${id} of ${table.key}`)
  return row
}

function referenceArea(book: PlacedBook, { table: key, row, lastRow, field }: DraftReference): Area {
  const table = tableOf(book, key)
  const single = field.endsWith('*') ? null : columnOf(table, field)
  const columns = single === null ? spanOf(table, field.slice(0, -1)) : { first: single, last: single }
  const firstRow = rowOf(table, row)
  return {
    sheet: table.sheet,
    firstRow,
    lastRow: lastRow === undefined ? firstRow : rowOf(table, lastRow),
    firstColumn: columns.first,
    lastColumn: columns.last,
    fixed: true,
  }
}

function givenArea(book: PlacedBook, name: string, { table, row }: RowPlace): Area {
  const reference = row.references?.[name]
  if (!reference) throw new LayoutError(`a formula of ${table.key} names ${name}, which its row does not give`)
  return referenceArea(book, reference)
}

/** The area of a name that means the same in every row, or null. */
function sharedArea(book: PlacedBook, constants: string, name: ReferenceName): Area | null {
  if (name.kind === 'constant') return referenceArea(book, { table: constantsTable, row: name.name, field: constants })
  if (name.kind !== 'column') return null
  const table = tableOf(book, name.table)
  const column = columnOf(table, name.field)
  return { sheet: table.sheet, firstRow: table.firstRow, lastRow: table.lastRow, firstColumn: column, lastColumn: column, fixed: true }
}

/** Looks names up for the formulas of one table; `constants` is the column of constants that holds. @throws LayoutError */
export function bindValues(book: PlacedBook, table: PlacedTable, constants: string, values: CellValues): (name: ReferenceName) => Run<RowPlace> {
  return (name) => {
    const area = sharedArea(book, constants, name)
    if (area) return () => values.area(area)
    switch (name.kind) {
      case 'own': {
        const column = columnOf(table, name.field)
        return (place) => values.own(place, column)
      }
      case 'span': {
        const { first, last } = spanOf(table, name.field)
        return ({ number }) => values.area({ sheet: table.sheet, firstRow: number, lastRow: number, firstColumn: first, lastColumn: last, fixed: false })
      }
      case 'given': return (place) => values.area(givenArea(book, name.name, place))
      case 'column': case 'constant': throw new LayoutError(`no cells for ${name.kind}`)
      default: return assertNever(name)
    }
  }
}

/** Writes names as cell references for the formulas of one table. @throws LayoutError */
export function bindText(book: PlacedBook, table: PlacedTable, constants: string): (name: ReferenceName) => Wording<RowPlace> {
  return (name) => {
    const area = sharedArea(book, constants, name)
    if (area) return areaText(area, table.sheet)
    switch (name.kind) {
      case 'own': {
        const letters = columnLetters(columnOf(table, name.field))
        return ({ number }) => letters + String(number)
      }
      case 'span': {
        const { first, last } = spanOf(table, name.field)
        const [from, to] = [columnLetters(first), columnLetters(last)]
        return ({ number }) => (first === last ? `${from}${String(number)}` : `${from}${String(number)}:${to}${String(number)}`)
      }
      case 'given': return (place) => areaText(givenArea(book, name.name, place), table.sheet)
      case 'column': case 'constant': throw new LayoutError(`no cells for ${name.kind}`)
      default: return assertNever(name)
    }
  }
}
