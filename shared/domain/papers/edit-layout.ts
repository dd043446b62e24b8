import type { ColumnLayout, Layout, SheetLayout, TableLayout, UnitLine } from './layout.ts'

/** Changes of a layout on screen: each gives a new layout, and the same one where there is nothing to change. */

/** A column by the keys of its sheet and table and by its field. */
export interface ColumnPlace {
  readonly sheet: string
  readonly table: string
  readonly field: string
}

export type SheetChange = Partial<Pick<SheetLayout, 'name' | 'title' | 'measure' | 'orientation' | 'signed' | 'signers' | 'notes' | 'unitLine'>>
export type ColumnChange = Partial<Pick<ColumnLayout, 'heading' | 'group' | 'width' | 'hidden'>>
export type BookChange = Partial<Pick<Layout, 'title' | 'fileName' | 'signers'>> & { readonly unitLine?: UnitLine }

export function changeBook(layout: Layout, change: BookChange): Layout {
  return { ...layout, ...change }
}

export function changeSheet(layout: Layout, key: string, change: SheetChange): Layout {
  return mapSheet(layout, key, (sheet) => ({ ...sheet, ...change }))
}

export function changeCaption(layout: Layout, { sheet, table }: Omit<ColumnPlace, 'field'>, caption: string): Layout {
  return mapTable(layout, sheet, table, (now) => ({ ...now, caption: caption === '' ? undefined : caption }))
}

/** A column hidden here is withheld from the official copy; in the working one its formulas stay. */
export function changeColumn(layout: Layout, { sheet, table, field }: ColumnPlace, change: ColumnChange): Layout {
  return mapTable(layout, sheet, table, (now) => ({ ...now, columns: now.columns.map((column) => (column.field === field ? { ...column, ...withoutBlankGroup(change), ...(change.hidden === undefined ? {} : { withheld: change.hidden || undefined }) } : column)) }))
}

function withoutBlankGroup(change: ColumnChange): ColumnChange {
  return change.group === '' ? { ...change, group: undefined } : change
}

/** The words before a field of a printed form. */
export function changeFormLabel(layout: Layout, key: string, at: { readonly row: number; readonly cell: number }, label: string): Layout {
  return mapSheet(layout, key, (sheet) => {
    if (sheet.form === undefined) return sheet
    const rows = sheet.form.rows.map((row, index) => (index === at.row ? { ...row, cells: row.cells.map((cell, place) => (place === at.cell ? { ...cell, label } : cell)) } : row))
    return { ...sheet, form: { ...sheet.form, rows } }
  })
}

/** One place to the left or right among the columns that are shown. */
export function moveColumn(layout: Layout, place: ColumnPlace, by: -1 | 1): Layout {
  return mapTable(layout, place.sheet, place.table, (table) => {
    const shown = table.columns.filter(({ field, hidden }) => !hidden || field === place.field)
    const target = shown[shown.findIndex(({ field }) => field === place.field) + by]
    return target === undefined ? table : { ...table, columns: moved(table.columns, indexOfField(table, place.field), indexOfField(table, target.field)) }
  })
}

/** To where the column `onto` stands, as when it is dropped there. */
export function moveColumnOnto(layout: Layout, place: ColumnPlace, onto: string): Layout {
  return mapTable(layout, place.sheet, place.table, (table) => ({ ...table, columns: moved(table.columns, indexOfField(table, place.field), indexOfField(table, onto)) }))
}

export function moveSheet(layout: Layout, key: string, by: -1 | 1): Layout {
  const from = layout.sheets.findIndex((sheet) => sheet.key === key)
  return { ...layout, sheets: moved(layout.sheets, from, from + by) }
}

export function omitSheet(layout: Layout, key: string): Layout {
  return { ...layout, sheets: layout.sheets.filter((sheet) => sheet.key !== key) }
}

/** Takes a sheet that was left out in again, as it is shipped, behind the sheet it follows there. */
export function takeSheet(layout: Layout, shipped: Layout, key: string): Layout {
  const sheet = shipped.sheets.find((one) => one.key === key)
  if (sheet === undefined || layout.sheets.some((one) => one.key === key)) return layout
  const before = shipped.sheets.slice(0, shipped.sheets.indexOf(sheet)).map((one) => one.key)
  const at = layout.sheets.findLastIndex((one) => before.includes(one.key)) + 1
  return { ...layout, sheets: [...layout.sheets.slice(0, at), sheet, ...layout.sheets.slice(at)] }
}

/** The sheet as it is shipped, at the place where it stands. */
export function resetSheet(layout: Layout, shipped: Layout, key: string): Layout {
  const sheet = shipped.sheets.find((one) => one.key === key)
  return sheet === undefined ? layout : mapSheet(layout, key, () => sheet)
}

/** A field that stood at `from` and is to stand at `to`; the same list where either is none of its places. */
function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length || from === to) return items
  const others = items.filter((_, index) => index !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}

function indexOfField(table: TableLayout, field: string): number {
  return table.columns.findIndex((column) => column.field === field)
}

function mapSheet(layout: Layout, key: string, change: (sheet: SheetLayout) => SheetLayout): Layout {
  return { ...layout, sheets: layout.sheets.map((sheet) => (sheet.key === key ? change(sheet) : sheet)) }
}

function mapTable(layout: Layout, sheet: string, key: string, change: (table: TableLayout) => TableLayout): Layout {
  return mapSheet(layout, sheet, (now) => ({ ...now, tables: now.tables.map((table) => (table.key === key ? change(table) : table)) }))
}
