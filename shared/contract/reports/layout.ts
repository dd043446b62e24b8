import { z } from 'zod'
import { columnKinds, orientations, totalKinds, type Layout } from '../../domain/papers/layout.ts'

/**
 * Layouts as they stand in `resources/layouts`, in `book_layout` and on the wire: their shape alone. What each field means is told in
 * `shared/domain/papers/layout.ts`, what it must be in `check-layout.ts` beside it, which says everything that is wrong at once.
 */

const text = z.string().max(2_000)
const key = z.string().min(1).max(80)

const columnSchema = z.strictObject({
  field: key,
  heading: text,
  group: text.optional(),
  width: z.number(),
  kind: z.enum(columnKinds).default('text'),
  hidden: z.boolean().default(false),
  withheld: z.boolean().optional(),
  optional: z.boolean().default(false),
  each: key.optional(),
})

const totalSchema = z.strictObject({
  label: text,
  at: key,
  columns: z.record(key, z.enum(totalKinds)).readonly(),
})

const tableSchema = z.strictObject({
  key,
  caption: text.optional(),
  newPage: z.boolean().default(false),
  columns: z.array(columnSchema).min(1).max(200).readonly(),
  totals: z.array(totalSchema).max(20).readonly().default([]),
})

const formSchema = z.strictObject({
  widths: z.array(z.number().min(1).max(120)).min(1).max(40).readonly(),
  rows: z.array(
    z.strictObject({
      cells: z.array(z.strictObject({ label: text, field: key.optional(), span: z.number().int().min(1) })).min(1).max(20).readonly(),
      height: z.number().min(10).max(400),
    }),
  ).max(60).readonly(),
})

const unitLineSchema = z.strictObject({ unit: text, date: text })

const sheetSchema = z.strictObject({
  key,
  name: text,
  title: text,
  unitLine: unitLineSchema.optional(),
  measure: text.default(''),
  orientation: z.enum(orientations).default('landscape'),
  freeze: key.optional(),
  tables: z.array(tableSchema).max(20).readonly().default([]),
  form: formSchema.optional(),
  signed: z.boolean().default(true),
  signers: z.array(text).max(20).readonly().optional(),
  notes: z.array(text).max(20).readonly().default([]),
})

export const layoutSchema = z.strictObject({
  format: z.literal('township-layout/1'),
  workbook: key,
  title: text,
  fileName: text,
  unitLine: unitLineSchema,
  signers: z.array(text).max(20).readonly(),
  sheets: z.array(sheetSchema).min(1).max(60).readonly(),
}) satisfies z.ZodType<Layout>
