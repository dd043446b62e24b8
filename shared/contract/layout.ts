import { z } from 'zod'
import { columnKinds, orientations, totalKinds, type Layout } from '../domain/books/layout.ts'

/** Layouts as they stand in `resources/layouts`, in `book_layout` and on the wire; what each field means is told in `shared/domain/books/layout.ts`. */

const columnSchema = z.strictObject({
  field: z.string().min(1),
  heading: z.string(),
  group: z.string().optional(),
  width: z.number().min(1).max(120),
  kind: z.enum(columnKinds).default('text'),
  hidden: z.boolean().default(false),
  optional: z.boolean().default(false),
  each: z.string().optional(),
})

const totalSchema = z.strictObject({
  label: z.string(),
  at: z.string(),
  columns: z.record(z.string(), z.enum(totalKinds)),
})

const tableSchema = z.strictObject({
  key: z.string().min(1),
  caption: z.string().optional(),
  newPage: z.boolean().default(false),
  columns: z.array(columnSchema).min(1),
  totals: z.array(totalSchema).default([]),
})

const formSchema = z.strictObject({
  widths: z.array(z.number().min(1).max(120)).min(1),
  rows: z.array(
    z.strictObject({
      cells: z.array(z.strictObject({ label: z.string(), field: z.string().optional(), span: z.number().int().min(1) })).min(1),
      height: z.number().min(10).max(400),
    }),
  ),
})

const unitLineSchema = z.strictObject({ unit: z.string(), date: z.string() })

const sheetSchema = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1).max(31).regex(/^[^[\]:*?/\\']+$/),
  title: z.string(),
  unitLine: unitLineSchema.optional(),
  measure: z.string().default(''),
  orientation: z.enum(orientations).default('landscape'),
  freeze: z.string().optional(),
  tables: z.array(tableSchema).default([]),
  form: formSchema.optional(),
  signed: z.boolean().default(true),
  notes: z.array(z.string()).default([]),
})

export const layoutSchema = z.strictObject({
  format: z.literal('township-layout/1'),
  workbook: z.string(),
  title: z.string(),
  fileName: z.string().min(1),
  unitLine: unitLineSchema,
  signers: z.array(z.string()),
  sheets: z.array(sheetSchema).min(1),
}) satisfies z.ZodType<Layout>
