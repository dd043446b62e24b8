import type { Catalogue, CatalogueField, CatalogueTable } from '../../../shared/domain/books/template.ts'
import type { Layout, SheetLayout, TableLayout } from '../../../shared/domain/books/layout.ts'

/** The table that says where a workbook comes from; nothing to fill in. */
const unasked: ReadonlySet<string> = new Set(['metadata', 'constants'])

/** `一、模块PK系数` → `模块PK系数`; the only table of a sheet is called as its sheet. */
export function tableName(sheet: Pick<SheetLayout, 'name' | 'tables'>, table: Pick<TableLayout, 'caption'>): string {
  return table.caption === undefined || sheet.tables.length === 1 ? sheet.name : table.caption.replace(/^[一二三四五六七八九十]+、/, '')
}

export function isAskedFor(key: string): boolean {
  return !unasked.has(key)
}

/** Label and field of every value of a printed form. */
export function formFields({ form }: Pick<SheetLayout, 'form'>): readonly CatalogueField[] {
  return (form?.rows ?? []).flatMap(({ cells }) => cells.flatMap(({ label, field }) => (field === undefined ? [] : [{ key: field, heading: label, group: null }])))
}

function tablesOf(sheet: SheetLayout): readonly CatalogueTable[] {
  if (sheet.form !== undefined) return [{ key: sheet.key, name: sheet.name, fields: formFields(sheet) }]
  return sheet.tables.filter(({ key }) => isAskedFor(key)).map((table) => ({
    key: table.key,
    name: tableName(sheet, table),
    fields: table.columns.filter(({ hidden }) => !hidden).map(({ field, heading, group = null }) => ({ key: field, heading, group })),
  }))
}

/** What a workbook offers to fill in, before there are any data: tables and columns as its layout names them. */
export function catalogueOf(layout: Layout): Catalogue {
  return layout.sheets.flatMap(tablesOf)
}
