import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { Area } from '../model/address.ts'
import type { ReferenceName } from '../formula/parse.ts'
import type { Resolve } from '../formula/text.ts'
import { LayoutError } from '../layout/layout.ts'
import { constantsTable } from './draft.ts'
import type { DraftFormula, DraftReference, DraftRow } from './draft.ts'
import type { PlacedBook, PlacedTable } from './place.ts'

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

function rowOf(table: PlacedTable, id: string): number {
  const row = table.rowOfId.get(id)
  if (row === undefined) throw new LayoutError(`a formula needs the row ${id} of ${table.key}`)
  return row
}

function referenceArea(book: PlacedBook, reference: DraftReference): Area {
  const table = tableOf(book, reference.table)
  const span = reference.field.endsWith('*') ? table.spans.get(reference.field.slice(0, -1)) : undefined
  const column = span ?? { first: columnOf(table, reference.field), last: columnOf(table, reference.field) }
  const firstRow = rowOf(table, reference.row)
  const lastRow = reference.lastRow === undefined ? firstRow : rowOf(table, reference.lastRow)
  return { sheet: table.sheet, firstRow, lastRow, firstColumn: column.first, lastColumn: column.last, fixed: true }
}

/** Finds the cells the names of a formula stand for, for one cell of `table` at `rowNumber`. @throws LayoutError */
export function resolverFor(book: PlacedBook, table: PlacedTable, row: DraftRow, rowNumber: number, formula: DraftFormula): Resolve {
  const cell = (first: number, last: number): Area => ({
    sheet: table.sheet, firstRow: rowNumber, lastRow: rowNumber, firstColumn: first, lastColumn: last, fixed: false,
  })
  return (name: ReferenceName): Area => {
    switch (name.kind) {
      case 'own': return cell(columnOf(table, name.field), columnOf(table, name.field))
      case 'span': {
        const span = table.spans.get(name.field)
        if (!span) throw new LayoutError(`a formula needs the field ${name.field} of ${table.key}`)
        return cell(span.first, span.last)
      }
      case 'column': {
        const other = tableOf(book, name.table)
        const column = columnOf(other, name.field)
        return { sheet: other.sheet, firstRow: other.firstRow, lastRow: other.lastRow, firstColumn: column, lastColumn: column, fixed: true }
      }
      case 'given': {
        const reference = row.references?.[name.name]
        if (!reference) throw new LayoutError(`a formula of ${table.key} names ${name.name}, which its row does not give`)
        return referenceArea(book, reference)
      }
      case 'constant': return referenceArea(book, { table: constantsTable, row: name.name, field: formula.constants ?? row.constants ?? '' })
      default: return assertNever(name)
    }
  }
}
