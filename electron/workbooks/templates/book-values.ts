import type { Layout, TableLayout } from '../../../shared/domain/papers/layout.ts'
import type { Catalogue, CatalogueField, CatalogueTable, FieldName, SingleKey } from '../../../shared/domain/reports/templates/template.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { Calculator } from '../exports/arrange/calculate.ts'
import type { DraftForm, DraftRow } from '../exports/arrange/draft.ts'
import { numberFormats } from '../exports/arrange/body-rows.ts'
import { draftCellAt, type PlacedBook, type PlacedSheet, type PlacedTable } from '../exports/arrange/place.ts'
import type { ExportMeta } from '../exports/export-meta.ts'
import type { NumberFormat } from '../exports/model/model.ts'
import { calledAs, formFields, isAskedFor, namedAs, tableName } from './catalogue.ts'

/** What a cell is filled with; a number inside of a text is shown in its `format`. */
export type FillValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: NumberFormat }
  | { readonly kind: 'date'; readonly day: string }

export const nothing: FillValue = { kind: 'empty' }

/** A table with its data. `columns` gives the values of some fields, each as long as the table, in one reading. */
export interface ValueTable extends CatalogueTable {
  readonly columns: (fields: readonly string[]) => readonly (readonly FillValue[])[]
}

export interface BookValues {
  readonly single: (key: SingleKey) => FillValue
  readonly tables: readonly ValueTable[]
}

function textValue(text: string): FillValue {
  return text === '' ? nothing : { kind: 'text', text }
}

function singleOf(meta: ExportMeta, key: SingleKey): FillValue {
  switch (key) {
    case 'filledOn':
      return { kind: 'date', day: meta.filledOn }
    case 'year':
      return { kind: 'number', value: Number((meta.periodCode ?? meta.filledOn).slice(0, 4)), format: 'plain' }
    case 'periodCode':
      return textValue(meta.periodCode ?? '')
    case 'township':
    case 'reportingUnit':
    case 'periodTitle':
    case 'exportedBy':
      return textValue(meta[key])
    default:
      return assertNever(key)
  }
}

function valueAt(calculator: Calculator, table: PlacedTable, row: DraftRow, number: number, column: number): FillValue {
  const cell = draftCellAt(table, row, column)
  const format = numberFormats[table.columns[column - 1]?.kind ?? 'plain']
  switch (cell.kind) {
    case 'empty':
      return nothing
    case 'text':
      return textValue(cell.text)
    case 'number':
      return { kind: 'number', value: cell.value, format }
    case 'date':
      return { kind: 'date', day: cell.day }
    case 'formula': {
      const { value } = calculator.formula({ table, row, number }, column)
      return typeof value === 'number' ? { kind: 'number', value, format } : textValue(value)
    }
    default:
      return assertNever(cell)
  }
}

/** A row made for a table that has none says nothing. */
function* rowsOf({ draft }: PlacedTable): Generator<DraftRow> {
  for (const row of draft.rows) if (Object.keys(row.cells).length > 0) yield row
}

/** What a column is called by the township's own layout; one made for a name of a list has that name in its heading. */
function ownName({ layout, draft }: PlacedTable, own: TableLayout | undefined, field: string): FieldName | null {
  const [base, at] = field.split(':')
  const column = own?.columns.find((one) => one.field === base)
  if (column === undefined) return null
  const each = layout.columns.find((one) => one.field === base)?.each
  const name = each === undefined || at === undefined ? '' : (draft.each?.[each]?.[Number(at)] ?? '')
  return { heading: column.heading.replace('{name}', name), group: column.group ?? null }
}

/** Columns that the data have no use for this time: known, and empty. */
function leftOut({ layout, byField }: PlacedTable): readonly CatalogueField[] {
  return layout.columns.filter(({ field, optional, each }) => optional && each === undefined && !byField.has(field)).map(({ field, heading, group = null }) => ({ key: field, heading, group }))
}

function placedTable(calculator: Calculator, sheet: PlacedSheet, table: PlacedTable, own: Layout | null): ValueTable {
  const ownSheet = own?.sheets.find(({ key }) => key === sheet.layout.key)
  const ownTable = ownSheet?.tables.find(({ key }) => key === table.key)
  const fields = [...table.columns.map(({ field, heading, group }) => ({ key: field, heading, group })), ...leftOut(table)]
  return {
    key: table.key,
    ...namedAs(tableName(sheet.layout, table.layout), ownSheet === undefined || ownTable === undefined ? null : tableName(ownSheet, ownTable)),
    fields: fields.map((field) => calledAs(field, ownName(table, ownTable, field.key))),
    columns(wanted) {
      const found: { readonly column: number; readonly values: FillValue[] }[] = wanted.map((field) => ({ column: table.byField.get(field) ?? 0, values: [] }))
      let number = table.firstRow
      for (const row of rowsOf(table)) {
        for (const { column, values } of found) values.push(valueAt(calculator, table, row, number, column))
        number += 1
      }
      return found.map(({ values }) => values)
    },
  }
}

function formTable(sheet: PlacedSheet, forms: Iterable<DraftForm>): ValueTable {
  return {
    key: sheet.layout.key,
    name: sheet.name,
    fields: formFields(sheet.layout),
    columns(fields) {
      const found = fields.map((field) => ({ field, values: Array<FillValue>() }))
      for (const form of forms) for (const { field, values } of found) values.push(textValue(form.values[field] ?? ''))
      return found.map(({ values }) => values)
    },
  }
}

/** What the sheets of a workbook would say, by table and field; `own`: the township's layout, whose names count as well. */
export function bookValues(book: PlacedBook, meta: ExportMeta, own: Layout | null): BookValues {
  const calculator = new Calculator(book)
  const tables = book.sheets.flatMap((sheet) => [
    ...(sheet.draft.forms === undefined ? [] : [formTable(sheet, sheet.draft.forms)]),
    ...sheet.tables.filter(({ key }) => isAskedFor(key)).map((table) => placedTable(calculator, sheet, table, own)),
  ])
  return { single: (key) => singleOf(meta, key), tables }
}

export function catalogueOfValues({ tables }: BookValues): Catalogue {
  return tables.map(({ columns: _, ...table }) => table)
}
