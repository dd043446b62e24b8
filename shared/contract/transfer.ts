import { z } from 'zod'
import { binaryFile } from './binary.ts'
import { command, day, id, query } from './procedure.ts'

export const importKinds = ['staff', 'tasks'] as const
export const rowStates = ['new', 'changed', 'same', 'ambiguous', 'error'] as const

const importRow = z.object({
  row: z.int(),
  state: z.enum(rowStates),
  name: z.string().nullable(),
  errors: z.array(z.object({ column: z.string(), code: z.string(), message: z.string() })),
  changes: z.array(z.object({ column: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
})

const importSummary = z.object({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  ambiguous: z.int(),
  error: z.int(),
  taken: z.int(),
  /** The same file was taken before, at this time. */
  importedBefore: z.string().nullable(),
})

const importResult = z.object({
  headerRow: z.int(),
  rows: z.array(importRow),
  summary: importSummary,
  batchId: id.nullable(),
  /** The workbook handed back with 错误说明, where a row was refused and the good ones were taken. */
  errorWorkbook: binaryFile.nullable(),
})

const importInput = z.object({ file: binaryFile, kind: z.enum(importKinds), asOf: day })

export const imports = {
  preview: query('import.run', 'file_refused').input(importInput).output(importResult),
  apply: command('import.run', { changes: ['staff', 'task', 'import'], errors: ['file_refused'] }).input(importInput).output(importResult),
  undo: command('import.run', { changes: ['staff', 'task', 'import'], errors: ['import_undone', 'import_used'] }).input(z.object({ batchId: id })).output(z.object({})),
}

export const workbooks = ['evaluation', 'performance', 'tasks', 'roster'] as const
export const copies = ['working', 'official'] as const

const verdict = z.object({
  state: z.enum(['unchanged', 'changed', 'unknown']),
  cells: z.array(z.object({ sheet: z.string(), cell: z.string() })),
  fileName: z.string().nullable(),
  exportedAt: z.string().nullable(),
})

export const exports = {
  run: command('export.run', { changes: ['export'], errors: ['not_frozen', 'export_failed'] })
    .input(z.object({ workbook: z.enum(workbooks), period: z.string(), copy: z.enum(copies) }))
    .output(z.object({ file: binaryFile })),
  verify: command('export.run', { changes: ['audit'], errors: ['file_refused'] }).input(z.object({ file: binaryFile })).output(verdict),
}
