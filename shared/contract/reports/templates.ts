import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { workbookBooks } from '../../domain/papers/codes.ts'
import { binaryFile } from '../binary.ts'
import { command, id, name, query, rowVersion } from '../procedure.ts'
import { templateMapping, templateOutline } from './template-outline.ts'
import { exportEvent } from '../papers/export-stream.ts'

const templateRow = z.object({ id, name, fileName: z.string(), book: z.enum(workbookBooks), version: rowVersion })

const field = z.object({ key: z.string(), heading: z.string(), group: z.string().nullable() })
const catalogue = z.array(z.object({ key: z.string(), name: z.string(), fields: z.array(field).readonly() })).readonly()

/** Rows of one sheet to draw: sheets counted from 0, rows from 1. */
const window = z.object({ sheet: z.int().min(0), first: z.int().min(1).default(1), rows: z.int().min(1).max(1_000).default(400) })

const seen = { id, version: rowVersion }

/** null where the workbook belongs to no period. */
const period = z.string().max(20).nullable()

const dropped = z.object({ sheet: z.string(), cell: z.string() })

export const templates = {
  /** The township's templates, and whether the caller may change them. */
  list: query('export.run', ['template']).input(z.object({})).output(z.object({ rows: z.array(templateRow), mayEdit: z.boolean() })),
  /** What a workbook offers to fill in. */
  fields: query('export.run', ['register', 'layout']).input(z.object({ book: z.enum(workbookBooks) })).output(catalogue),
  /** A template as it stands, with what is recognised in it by its own mapping or by one that is not saved yet. */
  inspect: query('export.run', ['template', 'register', 'layout'], 'file_refused').input(z.object({ id, window, mapping: templateMapping.optional() })).output(z.object({ template: templateRow, mapping: templateMapping, catalogue, outline: templateOutline })),
  add: command('export.run', { changes: ['template'], errors: ['file_refused', 'duplicate'] }).input(z.object({ file: binaryFile, name, book: z.enum(workbookBooks) })).output(z.object({ id })),
  rename: command('export.run', { changes: ['template'], errors: ['duplicate'] }).input(z.object({ ...seen, name })).output(z.object({ version: rowVersion })),
  /** Refused where a cell is named twice, or is none of the template that can be filled. */
  saveMapping: command('export.run', { changes: ['template'], errors: ['file_refused', 'mapping_refused'] }).input(z.object({ ...seen, mapping: templateMapping })).output(z.object({ version: rowVersion })),
  /** Another file in its place; mappings whose cell is gone or holds something else now are dropped and named. */
  replaceFile: command('export.run', { changes: ['template'], errors: ['file_refused'] }).input(z.object({ ...seen, file: binaryFile })).output(z.object({ version: rowVersion, dropped: z.array(dropped) })),
  remove: command('export.run', { changes: ['template'] }).input(z.object(seen)).output(z.object({})),
  /** Fills it with a period as it would be handed over, and shows some rows of the outcome. Leaves nothing behind. */
  preview: query('export.run', ['template', 'register', 'layout', 'result', 'task', 'staff'], 'file_refused', 'not_frozen', 'export_failed', 'placeholders_unknown', 'template_refused', 'template_period').input(z.object({ id, period, window, mapping: templateMapping.optional() })).output(z.object({ outline: templateOutline })),
  /** Fills it and hands the file over, telling how far it is. Who stops listening cancels it: no file, no entry in the log. */
  fill: command('export.run', { changes: ['export'], errors: ['file_refused', 'not_frozen', 'export_failed', 'placeholders_unknown', 'template_refused', 'template_period'] }).input(z.object({ id, period })).output(eventIterator(exportEvent)),
}
