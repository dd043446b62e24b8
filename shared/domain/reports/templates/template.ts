/** What an upper template may be filled with, and where. Plain data: kept as JSON, sent to the page and to the writing process. */

/** Values of which there is one in a filling. */
export const singleKeys = ['township', 'reportingUnit', 'periodTitle', 'periodCode', 'year', 'filledOn', 'exportedBy'] as const
export type SingleKey = (typeof singleKeys)[number]

/** What is made of a whole column. */
export const aggregates = ['sum', 'mean', 'max', 'min'] as const
export type Aggregate = (typeof aggregates)[number]

/**
 * Where a value comes from. `table` and `field` are the stable keys of a layout, or for registers the names the township gave.
 * A `column` repeats the row it stands in, once a row of its table.
 */
export type FillSource =
  | { readonly kind: 'single'; readonly key: SingleKey }
  | { readonly kind: 'column'; readonly table: string; readonly field: string }
  | { readonly kind: 'count'; readonly table: string }
  | { readonly kind: 'aggregate'; readonly table: string; readonly field: string; readonly how: Aggregate }

/** `keep`: what looks like a placeholder stays as it is. */
export type CellUse = FillSource | { readonly kind: 'keep' }

/** A cell by the name of its sheet and its address in the template, such as `B4`; of merged cells the first. */
export interface CellMapping {
  readonly sheet: string
  readonly cell: string
  readonly use: CellUse
}

/** Blank rows below a repeated row that are used before any is added; `row` is the first of the repeated ones. */
export interface SpareRows {
  readonly sheet: string
  readonly row: number
  readonly rows: number
}

export interface TemplateMapping {
  readonly cells: readonly CellMapping[]
  readonly spare: readonly SpareRows[]
}

export const emptyMapping: TemplateMapping = { cells: [], spare: [] }

/** A table of a workbook as one may name it in a placeholder or pick it on the screen. */
export interface CatalogueTable {
  readonly key: string
  /** As its sheet or caption reads. */
  readonly name: string
  /** What else it is called: as shipped, where the township calls it otherwise. */
  readonly also?: readonly string[]
  readonly fields: readonly CatalogueField[]
}

/** `heading` of a column that stands once for each of a list holds `{name}`. */
export interface CatalogueField extends FieldName {
  readonly key: string
  readonly also?: readonly FieldName[]
}

/** A heading, and the one above it. */
export interface FieldName {
  readonly heading: string
  readonly group: string | null
}

export type Catalogue = readonly CatalogueTable[]
