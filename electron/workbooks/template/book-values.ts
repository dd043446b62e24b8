import type { Catalogue, CatalogueField, SingleKey } from '../../../shared/domain/books/template.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { Calculator } from '../export/arrange/calculate.ts'
import type { DraftForm, DraftRow } from '../export/arrange/draft.ts'
import { numberFormats } from '../export/arrange/body-rows.ts'
import { draftCellAt, type PlacedBook, type PlacedSheet, type PlacedTable } from '../export/arrange/place.ts'
import type { ExportMeta } from '../export/export-meta.ts'
import type { NumberFormat } from '../export/model/model.ts'
import { formFields, isAskedFor, tableName } from './catalogue.ts'

/** What a cell is filled with; a number inside of a text is shown in its `format`. */
export type FillValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: NumberFormat }
  | { readonly kind: 'date'; readonly day: string }

export const nothing: FillValue = { kind: 'empty' }

/** A table with its data. `columns` gives the values of some fields, each as long as the table, in one reading. */
export interface ValueTable {
  readonly key: string
  readonly name: string
  readonly fields: readonly CatalogueField[]
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

function placedTable(calculator: Calculator, sheet: PlacedSheet, table: PlacedTable): ValueTable {
  return {
    key: table.key,
    name: tableName(sheet.layout, table.layout),
    fields: table.columns.map(({ field, heading, group }) => ({ key: field, heading, group })),
    columns(fields) {
      const found: { readonly column: number; readonly values: FillValue[] }[] = fields.map((field) => ({ column: table.byField.get(field) ?? 0, values: [] }))
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

/** What the sheets of a workbook would say, by table and field. */
export function bookValues(book: PlacedBook, meta: ExportMeta): BookValues {
  const calculator = new Calculator(book)
  const tables = book.sheets.flatMap((sheet) => [
    ...(sheet.draft.forms === undefined ? [] : [formTable(sheet, sheet.draft.forms)]),
    ...sheet.tables.filter(({ key }) => isAskedFor(key)).map((table) => placedTable(calculator, sheet, table)),
  ])
  return { single: (key) => singleOf(meta, key), tables }
}

export function catalogueOfValues({ tables }: BookValues): Catalogue {
  return tables.map(({ key, name, fields }) => ({ key, name, fields }))
}

/** A table by its key, or as its sheet is called. */
export function tableNamed({ tables }: BookValues, name: string): ValueTable | null {
  return tables.find(({ key }) => key === name) ?? tables.find((table) => table.name === name) ?? null
}

/** The key of a column by its key or heading. */
export function fieldNamed({ fields }: ValueTable, name: string): string | null {
  const found = fields.find(({ key }) => key === name) ?? fields.find(({ heading, group }) => heading === name || `${group ?? ''}${heading}` === name)
  return found?.key ?? null
}
