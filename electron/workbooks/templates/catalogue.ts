import type { Catalogue, CatalogueField, CatalogueTable, FieldName } from '../../../shared/domain/reports/templates/template.ts'
import type { Layout, SheetLayout, TableLayout } from '../../../shared/domain/papers/layout.ts'

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

/** A table as the township calls it, and as it is shipped. */
export function namedAs(shipped: string, own: string | null): Pick<CatalogueTable, 'name' | 'also'> {
  return own === null || own === shipped ? { name: shipped } : { name: own, also: [shipped] }
}

/** A column as the township calls it, and as it is shipped. */
export function calledAs({ key, heading, group }: CatalogueField, own: FieldName | null): CatalogueField {
  return own === null || (own.heading === heading && own.group === group) ? { key, heading, group } : { key, ...own, also: [{ heading, group }] }
}

/** `withHidden`: also the columns that no page shows. */
function tablesOf(sheet: SheetLayout, withHidden: boolean): readonly CatalogueTable[] {
  if (sheet.form !== undefined) return [{ key: sheet.key, name: sheet.name, fields: formFields(sheet) }]
  return sheet.tables.filter(({ key }) => isAskedFor(key)).map((table) => ({
    key: table.key,
    name: tableName(sheet, table),
    fields: table.columns.filter(({ hidden }) => withHidden || !hidden).map(({ field, heading, group = null }) => ({ key: field, heading, group })),
  }))
}

/**
 * What a workbook offers to fill in, before there are any data: tables and columns as the township's own layout calls them, and as the
 * shipped one does. What the own one hides or leaves out is offered all the same.
 */
export function catalogueOf(shipped: Layout, own: Layout | null): Catalogue {
  return shipped.sheets.flatMap((sheet) => {
    const ownSheet = own?.sheets.find(({ key }) => key === sheet.key)
    const ownTables = ownSheet === undefined ? [] : tablesOf(ownSheet, true)
    return tablesOf(sheet, false).map(({ key, name, fields }): CatalogueTable => {
      const ownTable = ownTables.find((one) => one.key === key)
      return { key, ...namedAs(name, ownTable?.name ?? null), fields: fields.map((field) => calledAs(field, ownTable?.fields.find((one) => one.key === field.key) ?? null)) }
    })
  })
}
