/**
 * A layout (版式) is how a county or a township wants a workbook: sheet names, titles, headings, order and width of columns,
 * signers and notes, as data. Fields are what the builders offer; a field a layout does not list becomes a hidden column at the
 * right, so that formulas always find what they need. Texts may hold `{township}`, `{periodTitle}` and other tokens of the export.
 */

/** What a column holds. `index` centred whole numbers · `name` centred text · `plain` numbers as they are. */
export const columnKinds = ['text', 'name', 'index', 'plain', 'integer', 'score', 'factor', 'money', 'percent', 'date'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** How the cells of a row of totals come about. `sum4` keeps four places. */
export const totalKinds = ['sum', 'sum4', 'mean', 'count'] as const
export type TotalKind = (typeof totalKinds)[number]

export const orientations = ['landscape', 'portrait'] as const
export type Orientation = (typeof orientations)[number]

export interface ColumnLayout {
  readonly field: string
  readonly heading: string
  /** Heading above this and its neighbours with the same group; the header then takes two rows. */
  readonly group?: string | undefined
  /** Characters of the standard font; a Chinese character at 12 points takes 2.3. */
  readonly width: number
  readonly kind: ColumnKind
  readonly hidden: boolean
  /** Hidden by the township: the official copy has nothing in it. What is shipped hidden stays there. */
  readonly withheld?: boolean | undefined
  /** Left out where no row has anything to say in it. */
  readonly optional: boolean
  /** One column for each name of this list (bands, scores, modules …), `{name}` in the heading. */
  readonly each?: string | undefined
}

export interface TotalLayout {
  readonly label: string
  /** The field whose column carries the label. */
  readonly at: string
  readonly columns: Readonly<Record<string, TotalKind>>
}

export interface TableLayout {
  readonly key: string
  readonly caption?: string | undefined
  /** Begins on a new page when printed. */
  readonly newPage: boolean
  readonly columns: readonly ColumnLayout[]
  readonly totals: readonly TotalLayout[]
}

/** One cell of a printed form; `span` counts the columns of the value. */
export interface FormCell {
  readonly label: string
  readonly field?: string | undefined
  readonly span: number
}

/** A printed form, one a page: rows of label and field. */
export interface FormLayout {
  readonly widths: readonly number[]
  /** `height` in points. */
  readonly rows: readonly { readonly cells: readonly FormCell[]; readonly height: number }[]
}

/** The line under a title: who reports, and when it was filled in. */
export interface UnitLine {
  readonly unit: string
  readonly date: string
}

export interface SheetLayout {
  readonly key: string
  readonly name: string
  readonly title: string
  /** In place of the workbook's own. */
  readonly unitLine?: UnitLine | undefined
  /** At the right of the line under the title, such as 单位:分. */
  readonly measure: string
  readonly orientation: Orientation
  /** The last column that stays in view. */
  readonly freeze?: string | undefined
  readonly tables: readonly TableLayout[]
  readonly form?: FormLayout | undefined
  readonly signed: boolean
  /** In place of the workbook's own. */
  readonly signers?: readonly string[] | undefined
  readonly notes: readonly string[]
}

export interface Layout {
  readonly format: 'township-layout/1'
  readonly workbook: string
  readonly title: string
  /** Name of the file, with tokens. */
  readonly fileName: string
  readonly unitLine: UnitLine
  readonly signers: readonly string[]
  readonly sheets: readonly SheetLayout[]
}
