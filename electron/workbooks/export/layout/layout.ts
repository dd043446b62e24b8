import { z } from 'zod'

/**
 * A layout (版式) is how a county wants a workbook: sheet names, titles, headings, order and width of columns, signers and
 * notes, as data. Fields are what the builders offer; a field a layout does not list becomes a hidden column at the right, so
 * that formulas always find what they need. Texts may hold `{township}`, `{periodTitle}` and other tokens of the export.
 */

/** What a column holds. `index` centred whole numbers · `name` centred text · `plain` numbers as they are. */
export const columnKinds = ['text', 'name', 'index', 'plain', 'integer', 'score', 'factor', 'money', 'percent', 'date'] as const
export type ColumnKind = (typeof columnKinds)[number]

const columnSchema = z.strictObject({
  field: z.string().min(1),
  heading: z.string(),
  /** Heading above this and its neighbours with the same group; the header then takes two rows. */
  group: z.string().optional(),
  /** Characters of the standard font; a Chinese character at 12 points takes 2.3. */
  width: z.number().min(1).max(120),
  kind: z.enum(columnKinds).default('text'),
  hidden: z.boolean().default(false),
  /** Left out where no row has anything to say in it. */
  optional: z.boolean().default(false),
  /** One column for each name of this list (bands, scores, modules …), `{name}` in the heading. */
  each: z.string().optional(),
})

const totalSchema = z.strictObject({
  label: z.string(),
  /** The field whose column carries the label. */
  at: z.string(),
  columns: z.record(z.string(), z.enum(['sum', 'sum4', 'mean', 'count'])),
})

const tableSchema = z.strictObject({
  key: z.string().min(1),
  caption: z.string().optional(),
  /** Begins on a new page when printed. */
  newPage: z.boolean().default(false),
  columns: z.array(columnSchema).min(1),
  totals: z.array(totalSchema).default([]),
})

/** A printed form, one a page: rows of label and field; `span` counts the columns of the value. */
const formSchema = z.strictObject({
  widths: z.array(z.number().min(1).max(120)).min(1),
  rows: z.array(
    z.strictObject({
      cells: z.array(z.strictObject({ label: z.string(), field: z.string().optional(), span: z.number().int().min(1) })).min(1),
      /** Points. */
      height: z.number().min(10).max(400),
    }),
  ),
})

/** The line under a title: who reports, and when it was filled in. */
const unitLineSchema = z.strictObject({ unit: z.string(), date: z.string() })

const sheetSchema = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1).max(31).regex(/^[^[\]:*?/\\']+$/),
  title: z.string(),
  /** In place of the workbook's own. */
  unitLine: unitLineSchema.optional(),
  /** At the right of the line under the title, such as 单位:分. */
  measure: z.string().default(''),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
  /** The last column that stays in view. */
  freeze: z.string().optional(),
  tables: z.array(tableSchema).default([]),
  form: formSchema.optional(),
  signed: z.boolean().default(true),
  notes: z.array(z.string()).default([]),
})

const layoutSchema = z.strictObject({
  format: z.literal('township-layout/1'),
  workbook: z.string(),
  title: z.string(),
  /** Name of the file, with tokens. */
  fileName: z.string().min(1),
  unitLine: unitLineSchema,
  signers: z.array(z.string()),
  sheets: z.array(sheetSchema).min(1),
})

export type ColumnLayout = z.infer<typeof columnSchema>
export type TotalLayout = z.infer<typeof totalSchema>
export type TableLayout = z.infer<typeof tableSchema>
export type FormLayout = z.infer<typeof formSchema>
export type SheetLayout = z.infer<typeof sheetSchema>
export type Layout = z.infer<typeof layoutSchema>

/** A layout file that does not hold together; the message says where. */
export class LayoutError extends Error {}

function duplicates(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}

function checkNames(layout: Layout): void {
  const twice = [
    ...duplicates(layout.sheets.map((sheet) => sheet.key)),
    ...duplicates(layout.sheets.map((sheet) => sheet.name)),
    ...duplicates(layout.sheets.flatMap((sheet) => sheet.tables.map((table) => table.key))),
    ...layout.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => duplicates(table.columns.map((column) => column.field)))),
  ]
  if (twice.length > 0) throw new LayoutError(`named twice: ${twice.join(', ')}`)
}

/** Checks what a layout file holds. @throws LayoutError */
export function parseLayout(text: string): Layout {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new LayoutError('not JSON')
  }
  const parsed = layoutSchema.safeParse(json)
  if (!parsed.success) throw new LayoutError(z.prettifyError(parsed.error))
  checkNames(parsed.data)
  return parsed.data
}
