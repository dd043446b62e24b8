import { z } from 'zod'
import { aggregates, singleKeys } from '../../domain/reports/templates/template.ts'

/** Names of tables and fields: keys of a layout, or what a township called its register and columns. */
const word = z.string().min(1).max(200)

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), key: z.enum(singleKeys) }),
  z.object({ kind: z.literal('column'), table: word, field: word }),
  z.object({ kind: z.literal('count'), table: word }),
  z.object({ kind: z.literal('aggregate'), table: word, field: word, how: z.enum(aggregates) }),
])

const cellUse = z.discriminatedUnion('kind', [...source.options, z.object({ kind: z.literal('keep') })])

const sheetName = z.string().min(1).max(60)
const address = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)

/** What goes into which cell, and how many blank rows below a repeated one are used before any is added. */
export const templateMapping = z.object({
  cells: z.array(z.object({ sheet: sheetName, cell: address, use: cellUse })).max(2_000).readonly(),
  spare: z.array(z.object({ sheet: sheetName, row: z.int().min(1), rows: z.int().min(1).max(2_000) })).max(200).readonly(),
})

const range = z.object({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() })

const outlineCell = z.object({
  row: z.int(),
  column: z.int(),
  text: z.string(),
  kind: z.enum(['text', 'number', 'formula', 'blank']),
  bold: z.boolean(),
  align: z.enum(['left', 'center', 'right']).nullable(),
  boxed: z.boolean(),
  hasList: z.boolean(),
})

const placed = { sheet: z.string(), cell: z.string() }

/** A template as the screen draws it: its sheets, some rows of one of them, and what is recognised. */
export const templateOutline = z.object({
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.int(), columns: z.int() })).readonly(),
  uses: z.array(z.object({ ...placed, from: z.enum(['mapping', 'placeholder']), uses: z.array(cellUse).readonly() })).readonly(),
  unknown: z.array(z.object({ ...placed, text: z.string() })).readonly(),
  repeats: z.array(z.object({ sheet: z.string(), first: z.int(), last: z.int(), table: z.string(), spare: z.int() })).readonly(),
  /** Why it cannot be filled as it stands: one sentence. */
  fault: z.string().nullable(),
  window: z.object({ sheet: z.int(), first: z.int(), widths: z.array(z.number()).readonly(), merges: z.array(range).readonly(), cells: z.array(outlineCell).readonly() }),
  probes: z.array(z.object({ ...placed, state: z.enum(['missing', 'inner', 'formula', 'there']), text: z.string() })).readonly(),
})
