import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { binaryFile } from './binary.ts'
import { command, day, id, pageOf, paging, query } from './procedure.ts'
import { orderedRows } from './registers.ts'

export const importKinds = ['staff', 'tasks', 'registers'] as const
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

/** `registerId`: whose rows, where the kind is `registers`. */
const importInput = z.object({ file: binaryFile, kind: z.enum(importKinds), asOf: day, registerId: id.optional() })

const batchRow = z.object({
  id,
  kind: z.enum(importKinds),
  asOf: day,
  at: z.string(),
  actor: z.string(),
  taken: z.int(),
  refused: z.int(),
  /** When it was taken back; null while it stands. */
  undoneAt: z.string().nullable(),
})

export const imports = {
  preview: query('import.run', [], 'file_refused').input(importInput).output(importResult),
  apply: command('import.run', { changes: ['staff', 'task', 'register', 'import'], errors: ['file_refused'] }).input(importInput).output(importResult),
  undo: command('import.run', { changes: ['staff', 'task', 'register', 'import'], errors: ['import_undone', 'import_used'] }).input(z.object({ batchId: id })).output(z.object({})),
  /** Past imports, the newest first: all of them, or the caller's own. */
  log: query('import.run', ['import']).input(paging).output(pageOf(batchRow)),
}

export const workbooks = ['evaluation', 'performance', 'tasks', 'teams', 'registers', 'roster'] as const
export const copies = ['working', 'official'] as const
/** What the export log holds: workbooks, and Word documents. */
export const exportedKinds = [...workbooks, 'document'] as const
/** 取数 → 排版 → 写入 → 登记 */
export const exportStages = ['gathering', 'arranging', 'writing', 'recording'] as const

/** A workbook of a period, or the rows of one register as its list finds them, of whatever day. */
export const exportInput = z.discriminatedUnion('workbook', [
  z.object({ workbook: z.enum(workbooks), period: z.string(), copy: z.enum(copies) }),
  z.object({ workbook: z.literal('register'), rows: orderedRows, copy: z.enum(copies) }),
])
export type ExportInput = z.infer<typeof exportInput>

/** `of` 0: not known yet. */
const exportProgress = z.object({ kind: z.literal('progress'), stage: z.enum(exportStages), done: z.int(), of: z.int() })

/** A piece of the file in base64, in order: a stream carries no files. `fileBytes` below puts them together. */
const exportPart = z.object({ kind: z.literal('part'), base64: z.string() })

const exportDone = z.object({ kind: z.literal('done'), exportId: id, fileName: z.string(), size: z.int() })

const exportEvent = z.discriminatedUnion('kind', [exportProgress, exportPart, exportDone])
export type ExportEvent = z.infer<typeof exportEvent>

const verdict = z.object({
  state: z.enum(['unchanged', 'changed', 'unknown']),
  cells: z.array(z.object({ sheet: z.string(), cell: z.string() })),
  fileName: z.string().nullable(),
  exportedAt: z.string().nullable(),
})

const exportRow = z.object({
  id,
  fileName: z.string(),
  /** One register is logged as a book of `registers`. */
  workbook: z.enum(exportedKinds),
  copy: z.enum(copies),
  periodCode: z.string().nullable(),
  /** The township's own layout, or the upper level's template, that it was made by; null: the shipped layout. */
  form: z.string().nullable(),
  at: z.string(),
  actor: z.string(),
})

const exporting = { changes: ['export'], errors: ['not_frozen', 'export_failed', 'layout_outdated'] } as const

export const exports = {
  run: command('export.run', exporting).input(exportInput).output(z.object({ file: binaryFile })),
  /** The same, telling how far it is. Who stops listening cancels it: no file, no entry in the log. */
  start: command('export.run', exporting).input(exportInput).output(eventIterator(exportEvent)),
  verify: command('export.run', { changes: ['audit'], errors: ['file_refused'] }).input(z.object({ file: binaryFile })).output(verdict),
  /** Past exports, the newest first: all of them, or the caller's own. */
  log: query('export.run', ['export']).input(paging).output(pageOf(exportRow)),
}
