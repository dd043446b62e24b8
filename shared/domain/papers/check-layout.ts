import { forbiddenInFile } from '../../lib/file-name.ts'
import type { LayoutBook } from './codes.ts'
import { leastWidth, narrowestColumn, widestColumn } from './layout-room.ts'
import { filledTexts, knownTokens, layoutTokens, tokensIn } from './layout-tokens.ts'
import type { ColumnLayout, Layout, SheetLayout, TableLayout } from './layout.ts'
import { chartedFields, fileEndingOf, fixedSheets, needersOf, requiredSheets } from './sheet-needs.ts'

/** Where a fault is, by keys: null where it is the whole book, the whole sheet. */
export interface FaultPlace {
  readonly sheetKey: string | null
  readonly field: string | null
}

/** `sheet` and `column` are the words a user knows them by. */
export type LayoutFault = FaultPlace &
  (
    | { readonly kind: 'sheet_name_empty'; readonly at: number }
    | { readonly kind: 'sheet_name_long' | 'sheet_name_twice' | 'sheet_unknown' | 'sheet_required' | 'sheet_fixed' | 'sheet_first' | 'table_unknown' | 'columns_none'; readonly sheet: string }
    | { readonly kind: 'sheet_name_character'; readonly sheet: string; readonly character: string }
    | { readonly kind: 'sheet_needed'; readonly sheet: string; readonly by: readonly string[] }
    | { readonly kind: 'column_unknown' | 'column_missing' | 'column_changed' | 'column_twice' | 'column_shared' | 'column_charted' | 'heading_empty' | 'heading_twice' | 'heading_grouped'; readonly sheet: string; readonly column: string }
    | { readonly kind: 'column_labels_total'; readonly sheet: string; readonly column: string; readonly label: string }
    | { readonly kind: 'heading_without'; readonly sheet: string; readonly column: string; readonly token: string }
    | { readonly kind: 'width_narrow'; readonly sheet: string; readonly column: string; readonly least: number }
    | { readonly kind: 'width_wide'; readonly sheet: string; readonly column: string; readonly most: number }
    | { readonly kind: 'token_unknown'; readonly sheet: string | null; readonly token: string }
    | { readonly kind: 'text_long'; readonly sheet: string | null; readonly most: number }
    | { readonly kind: 'signers_many'; readonly most: number }
    | { readonly kind: 'file_name_empty' | 'file_name_blank' }
    | { readonly kind: 'file_name_ending'; readonly ending: string }
    | { readonly kind: 'file_name_character'; readonly character: string }
    | { readonly kind: 'file_name_token'; readonly token: string }
  )

const longestSheetName = 31
const longestText = 500
const mostSigners = 6
const forbiddenInSheet = /[[\]:*?/\\']/

const book = { sheetKey: null, field: null } as const

function wordOf(sheet: SheetLayout): string {
  return sheet.name.trim() === '' ? sheet.title : sheet.name
}

/** Sheet names a spreadsheet takes: said of any layout, also a shipped one. */
export function sheetNameFaults({ sheets }: Pick<Layout, 'sheets'>): readonly LayoutFault[] {
  const faults: LayoutFault[] = []
  const seen = new Set<string>()
  sheets.forEach(({ key, name }, index) => {
    const place = { sheetKey: key, field: null }
    const forbidden = forbiddenInSheet.exec(name)
    // Excel takes names for the same whatever their case.
    const plain = name.trim().toLowerCase()
    if (plain === '') faults.push({ ...place, kind: 'sheet_name_empty', at: index + 1 })
    else if (name.length > longestSheetName) faults.push({ ...place, kind: 'sheet_name_long', sheet: name })
    else if (forbidden) faults.push({ ...place, kind: 'sheet_name_character', sheet: name, character: forbidden[0] })
    else if (seen.has(plain)) faults.push({ ...place, kind: 'sheet_name_twice', sheet: name })
    seen.add(plain)
  })
  return faults
}

/** Columns as a page takes them: widths and doubles, said of any layout. */
export function columnFaults({ sheets }: Pick<Layout, 'sheets'>): readonly LayoutFault[] {
  return sheets.flatMap((sheet) =>
    sheet.tables.flatMap((table) =>
      table.columns.flatMap((column, index): readonly LayoutFault[] => {
        const about = { sheetKey: sheet.key, field: column.field, sheet: wordOf(sheet), column: column.heading }
        if (table.columns.findIndex(({ field }) => field === column.field) !== index) return [{ ...about, kind: 'column_twice' }]
        const least = column.hidden ? narrowestColumn : Math.max(narrowestColumn, leastWidth(table, column))
        if (!(column.width >= least)) return [{ ...about, kind: 'width_narrow', least }]
        return column.width > widestColumn ? [{ ...about, kind: 'width_wide', most: widestColumn }] : []
      }),
    ),
  )
}

/**
 * What keeps a township's layout from being used in place of the shipped one of that book; empty where nothing does. The
 * formulas must find every table and field, numbers must have room, names and tokens must be ones a spreadsheet and the export
 * know, and 元数据 stays as it is, because files are known again by it.
 */
export function checkLayout(layout: Layout, shipped: Layout, of: LayoutBook): readonly LayoutFault[] {
  return [...fileNameFaults(layout, shipped, of), ...bookTextFaults(layout, shipped), ...sheetNameFaults(layout), ...standingFaults(layout, shipped, of), ...layout.sheets.flatMap((sheet) => sheetFaults(sheet, shipped, of)), ...columnFaults(layout)]
}

/** Tokens that may have nothing to say: a version where no result is frozen, the period of what has none. */
function mayBeEmpty(token: string, of: LayoutBook): boolean {
  return token === 'version' || ((of === 'roster' || of === 'papers') && (token === 'periodCode' || token === 'periodTitle'))
}

function fileNameFaults({ fileName }: Layout, shipped: Layout, of: LayoutBook): readonly LayoutFault[] {
  const name = fileName.trim()
  const ending = fileEndingOf(of)
  if (name === '' || name === ending) return [{ ...book, kind: 'file_name_empty' }]
  const known = new Set<string>([...layoutTokens, ...tokensIn(shipped.fileName)])
  const certain = (name.endsWith(ending) ? name.slice(0, -ending.length) : name).replace(/\{([^{}]*)\}/g, (_, token: string) => (mayBeEmpty(token, of) ? '' : token)).replace(/[._ ]/g, '')
  const forbidden = forbiddenInFile.exec(name)
  return [
    ...(certain === '' ? [{ ...book, kind: 'file_name_blank' } as const] : []),
    ...(name.endsWith(ending) ? [] : [{ ...book, kind: 'file_name_ending', ending } as const]),
    ...(forbidden ? [{ ...book, kind: 'file_name_character', character: forbidden[0] } as const] : []),
    ...tokensIn(name).filter((token) => !known.has(token)).map((token) => ({ ...book, kind: 'file_name_token', token }) as const),
    ...(name.length > 120 ? [{ ...book, kind: 'text_long', sheet: null, most: 120 } as const] : []),
  ]
}

function textFaults(texts: readonly string[], known: ReadonlySet<string>, sheetKey: string | null, sheet: string | null): readonly LayoutFault[] {
  const place = { sheetKey, field: null, sheet }
  const unknown = [...new Set(texts.flatMap(tokensIn))].filter((token) => !known.has(token))
  return [
    ...unknown.map((token) => ({ ...place, kind: 'token_unknown', token }) as const),
    ...(texts.some((text) => text.length > longestText) ? [{ ...place, kind: 'text_long', most: longestText } as const] : []),
  ]
}

function bookTextFaults({ title, unitLine, signers }: Layout, shipped: Layout): readonly LayoutFault[] {
  return [
    ...textFaults([title, unitLine.unit, unitLine.date], knownTokens(shipped, null), null, null),
    // Signers are printed as they stand.
    ...textFaults(signers, new Set(signers.flatMap(tokensIn)), null, null),
    ...(signers.length > mostSigners ? [{ ...book, kind: 'signers_many', most: mostSigners } as const] : []),
  ]
}

/** Which sheets there must be, and where. */
function standingFaults(layout: Layout, shipped: Layout, of: LayoutBook): readonly LayoutFault[] {
  const standing = layout.sheets.map(({ key }) => key)
  const faults = shipped.sheets.flatMap((sheet): readonly LayoutFault[] => {
    if (standing.includes(sheet.key)) return []
    const about = { sheetKey: sheet.key, field: null, sheet: sheet.name }
    if (requiredSheets[of].includes(sheet.key)) return [{ ...about, kind: 'sheet_required' }]
    const by = needersOf(of, sheet.key, standing).flatMap((key) => layout.sheets.filter((one) => one.key === key).map(wordOf))
    return by.length === 0 ? [] : [{ ...about, kind: 'sheet_needed', by }]
  })
  const twice = layout.sheets.filter((sheet, index) => standing.indexOf(sheet.key) !== index)
  const roster = of === 'roster' && standing.includes('roster') && standing[0] !== 'roster' ? layout.sheets.filter(({ key }) => key === 'roster') : []
  return [
    ...faults,
    ...twice.map((sheet) => ({ sheetKey: sheet.key, field: null, kind: 'sheet_unknown', sheet: wordOf(sheet) }) as const),
    ...roster.map((sheet) => ({ sheetKey: sheet.key, field: null, kind: 'sheet_first', sheet: wordOf(sheet) }) as const),
  ]
}

function sheetFaults(sheet: SheetLayout, shipped: Layout, of: LayoutBook): readonly LayoutFault[] {
  const known = shipped.sheets.find(({ key }) => key === sheet.key)
  const about = { sheetKey: sheet.key, field: null, sheet: wordOf(sheet) }
  if (known === undefined) return [{ ...about, kind: 'sheet_unknown' }]
  if (fixedSheets.includes(sheet.key)) return JSON.stringify(sheet) === JSON.stringify(known) ? [] : [{ ...about, kind: 'sheet_fixed' }]
  const hasTables = sheet.tables.length === known.tables.length && known.tables.every(({ key }) => sheet.tables.some((table) => table.key === key))
  const fields = (of: SheetLayout) => (of.form?.rows ?? []).flatMap(({ cells }) => cells.map(({ field, span }) => `${field ?? ''}/${String(span)}`)).join()
  if (!hasTables || fields(sheet) !== fields(known) || JSON.stringify(sheet.form?.widths) !== JSON.stringify(known.form?.widths)) return [{ ...about, kind: 'table_unknown' }]
  const { signers = [] } = sheet
  return [
    ...(signers.length > mostSigners ? [{ sheetKey: sheet.key, field: null, kind: 'signers_many', most: mostSigners } as const] : []),
    ...textFaults(signers, new Set(signers.flatMap(tokensIn)), sheet.key, about.sheet),
    ...textFaults(filledTexts(sheet), knownTokens(shipped, sheet.key), sheet.key, about.sheet),
    ...textFaults((sheet.form?.rows ?? []).flatMap(({ cells }) => cells.map(({ label }) => label)), new Set(), sheet.key, about.sheet),
    ...sheet.tables.flatMap((table) => {
      const like = known.tables.find(({ key }) => key === table.key)
      return like === undefined ? [] : tableFaults(sheet, table, like, of)
    }),
  ]
}

function tableFaults(sheet: SheetLayout, table: TableLayout, like: TableLayout, of: LayoutBook): readonly LayoutFault[] {
  const about = { sheetKey: sheet.key, sheet: wordOf(sheet) }
  const missing = like.columns.filter(({ field }) => !table.columns.some((column) => column.field === field))
  const shown = table.columns.filter(({ hidden }) => !hidden)
  return [
    ...(JSON.stringify(table.totals) === JSON.stringify(like.totals) ? [] : [{ ...about, field: null, kind: 'table_unknown' } as const]),
    ...missing.map(({ field, heading }) => ({ ...about, field, kind: 'column_missing', column: heading }) as const),
    ...(shown.length === 0 ? [{ ...about, field: null, kind: 'columns_none' } as const] : []),
    ...table.columns.flatMap((column) => {
      const known = like.columns.find(({ field }) => field === column.field)
      if (known === undefined) return [{ ...about, field: column.field, kind: 'column_unknown', column: column.heading } as const]
      return [...hidingFaults(sheet, table, column, known, of), ...headingFaults(sheet, shown, column, known, of)]
    }),
  ]
}

function hidingFaults(sheet: SheetLayout, { totals }: TableLayout, column: ColumnLayout, known: ColumnLayout, of: LayoutBook): readonly LayoutFault[] {
  const about = { sheetKey: sheet.key, field: column.field, sheet: wordOf(sheet), column: column.heading === '' ? known.heading : column.heading }
  const label = totals.find(({ at }) => at === column.field)?.label
  return [
    ...(column.kind === known.kind && column.each === known.each && column.optional === known.optional ? [] : [{ ...about, kind: 'column_changed' } as const]),
    ...(column.hidden && !known.hidden && sheet.tables.length > 1 ? [{ ...about, kind: 'column_shared' } as const] : []),
    ...(column.hidden && !known.hidden && chartedFields(of, sheet.key).includes(column.field) ? [{ ...about, kind: 'column_charted' } as const] : []),
    ...(column.hidden && label !== undefined ? [{ ...about, kind: 'column_labels_total', label } as const] : []),
  ]
}

function headingFaults(sheet: SheetLayout, shown: readonly ColumnLayout[], column: ColumnLayout, known: ColumnLayout, of: LayoutBook): readonly LayoutFault[] {
  if (column.hidden) return []
  const about = { sheetKey: sheet.key, field: column.field, sheet: wordOf(sheet), column: column.heading }
  if (column.heading.trim() === '') return [{ ...about, kind: 'heading_empty', column: known.heading }]
  const lost = tokensIn(known.heading).filter((token) => !tokensIn(column.heading).includes(token))
  const isRoster = of === 'roster'
  const twin = shown.find((other) => other.field !== column.field && other.heading.trim() === column.heading.trim())
  return [
    ...lost.map((token) => ({ ...about, kind: 'heading_without', token }) as const),
    ...textFaults([column.heading, column.group ?? ''], new Set(tokensIn(known.heading)), sheet.key, about.sheet),
    ...(isRoster && twin !== undefined ? [{ ...about, kind: 'heading_twice' } as const] : []),
    ...(isRoster && column.group !== undefined && column.group !== '' ? [{ ...about, kind: 'heading_grouped' } as const] : []),
  ]
}
