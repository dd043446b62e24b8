import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { binaryFile } from '../binary.ts'
import { quarterSources } from '../../domain/reports/imports/lists/title-period.ts'
import { importKinds, rowStates } from '../../domain/reports/imports/types.ts'
import { exportEvent } from '../papers/export-stream.ts'
import { command, day, id, name, pageOf, paging, query } from '../procedure.ts'
import { orderedRows } from '../registers/registers.ts'

export { importKinds, rowStates }

/** `module` and `post` tell candidates of one name apart; never a digit of an ID number. */
const candidate = z.object({ id, name: z.string(), module: z.string().nullable(), post: z.string().nullable() })

const importRow = z.object({
  row: z.int(),
  state: z.enum(rowStates),
  name: z.string().nullable(),
  errors: z.array(z.object({ column: z.string(), code: z.string(), message: z.string() })),
  changes: z.array(z.object({ column: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  /** What was read of it, in the words of the file; ID numbers masked. */
  read: z.string(),
  /** Whom an ambiguous row may mean. */
  candidates: z.array(candidate),
})
export type ImportRow = z.infer<typeof importRow>

const importSummary = z.object({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  skipped: z.int(),
  ambiguous: z.int(),
  error: z.int(),
  taken: z.int(),
  /** The same file was taken before, at this time. */
  importedBefore: z.string().nullable(),
})

/** Where the table stands in the file, what each column is read as, and what its words are taken for. */
const importReading = z.object({
  sheet: z.string(),
  headerRow: z.int(),
  columns: z.array(z.object({ column: z.int(), heading: z.string(), key: z.string().nullable(), label: z.string().nullable() })),
  otherSheets: z.array(z.string()),
  /** Headings of filled columns that nothing is read from. */
  unread: z.array(z.string()),
  /** Columns that rows cannot do without and the table has not. */
  missing: z.array(z.string()),
  words: z.array(z.object({ key: z.string(), word: z.string(), code: z.string().nullable() })),
  /** The quarter that rows which name none are counted to, and by what; null where each names its own. */
  quarter: z.object({ code: z.string(), by: z.enum(quarterSources) }).nullable(),
  /** Whose remembered reading was used; null where the columns were recognised or chosen. */
  remembered: z.string().nullable(),
  /** Of which kind the headings rather speak; null: of this one. */
  looksLike: z.enum(importKinds).nullable(),
})

const importResult = z.object({
  headerRow: z.int(),
  reading: importReading,
  rows: z.array(importRow),
  summary: importSummary,
  batchId: id.nullable(),
  /** What the rows would do, as a digest: `apply` by it takes nothing else. */
  stamp: z.string(),
  /** The workbook handed back with 错误说明, where a row was refused and the good ones were taken. */
  errorWorkbook: binaryFile.nullable(),
})

const heading = z.string().max(100)
/** Characters that a cell of a workbook holds at most. */
const longestCell = 32_767
const importChoice = z.object({
  sheet: heading.optional(),
  headerRow: z.int().min(1).max(10_000).optional(),
  /** Column number → key; null: nothing is read from it. */
  columns: z.record(z.string().regex(/^[1-9]\d{0,2}$/), z.string().max(60).nullable()).optional(),
  /** By key of the column: word → code; an empty code leaves its rows out. */
  words: z.record(z.string(), z.record(z.string().max(longestCell), z.string().max(60))).optional(),
})

/** `registerId`: whose rows, where the kind is `registers`. `quarter`: to which rows are counted where neither they nor headings and titles name one. `sender`: 报送单位, whose way of writing is remembered. `picks`: what a click chose for ambiguous rows. */
const importInput = z.object({
  file: binaryFile,
  kind: z.enum(importKinds),
  asOf: day,
  registerId: id.optional(),
  quarter: z.string().regex(/^\d{4}Q[1-4]$/).optional(),
  sender: name.optional(),
  choice: importChoice.optional(),
  picks: z.array(z.object({ row: z.int(), id })).max(20_000).default([]),
})
export type ImportInput = z.infer<typeof importInput>

/** The stamp of the preview that is applied; refused as `import_outdated` when the rows would do something else by now. */
const stamp = z.string().max(100)

/** 读取 → 核对 → 写入 */
export const importStages = ['reading', 'matching', 'writing'] as const

/** `of` 0: not known yet. */
const importProgress = z.object({ kind: z.literal('progress'), stage: z.enum(importStages), done: z.int(), of: z.int() })
const importDone = z.object({ kind: z.literal('done'), result: importResult.omit({ rows: true, errorWorkbook: true }), errorWorkbook: z.string().nullable() })

/** Rows and the error workbook come in pieces, in order: a stream carries no files and nothing large at once. `receiveImport` puts them together. */
const importEvent = z.discriminatedUnion('kind', [importProgress, z.object({ kind: z.literal('rows'), rows: z.array(importRow) }), z.object({ kind: z.literal('part'), base64: z.string() }), importDone])
export type ImportEvent = z.infer<typeof importEvent>

const batchRow = z.object({
  id,
  kind: z.enum(importKinds),
  asOf: day,
  at: z.string(),
  actor: z.string(),
  sender: z.string().nullable(),
  taken: z.int(),
  refused: z.int(),
  /** When it was taken back; null while it stands. */
  undoneAt: z.string().nullable(),
})

const outline = z.object({
  /** The first rows of each visible sheet. */
  sheets: z.array(z.object({ name: z.string(), rows: z.array(z.object({ row: z.int(), cells: z.array(z.object({ column: z.int(), text: z.string() })) })) })),
})

/** What a kind reads: its columns, and for those that take words, which. */
const importFields = z.object({
  fields: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean(), words: z.array(z.object({ code: z.string(), name: z.string() })) })),
  /** 报送单位 of whom a reading is remembered. */
  senders: z.array(z.string()),
})

const ofKind = z.object({ kind: z.enum(importKinds), registerId: id.optional() })
const taking = { changes: ['staff', 'task', 'register', 'module', 'village', 'event', 'point', 'import'], errors: ['file_refused', 'import_outdated'] } as const

export const imports = {
  preview: query('import.run', [], 'file_refused').input(importInput).output(importResult),
  /** Without a stamp the rows are taken unseen, by whatever they do. */
  apply: command('import.run', taking).input(importInput.extend({ stamp: stamp.optional() })).output(importResult),
  /** The same, telling how far it is. Who stops listening cancels it. */
  startPreview: query('import.run', [], 'file_refused').input(importInput).output(eventIterator(importEvent)),
  /** The same of what was shown, telling how far it is. Who stops listening before 写入 cancels it: then nothing is written. */
  startApply: command('import.run', taking).input(importInput.extend({ stamp })).output(eventIterator(importEvent)),
  /** What stands at the head of each sheet of a file, to choose the headings from. */
  outline: query('import.run', [], 'file_refused').input(z.object({ file: binaryFile })).output(outline),
  fields: query('import.run', ['import', 'plan', 'register']).input(ofKind).output(importFields),
  /** A blank form of the kind, to be filled and imported. */
  form: query('import.run', ['module', 'plan', 'register', 'village']).input(ofKind).output(z.object({ file: binaryFile })),
  undo: command('import.run', { ...taking, errors: ['import_undone', 'import_used', 'period_not_open'] }).input(z.object({ batchId: id })).output(z.object({})),
  /** Past imports, the newest first: all of them, or the caller's own. */
  log: query('import.run', ['import']).input(paging).output(pageOf(batchRow)),
}

export const workbooks = ['evaluation', 'performance', 'tasks', 'teams', 'registers', 'roster'] as const
export const copies = ['working', 'official'] as const
/** What the export log holds: workbooks, and Word documents. */
export const exportedKinds = [...workbooks, 'document', 'paper'] as const
/** A workbook of a period, or the rows of one register as its list finds them, of whatever day. */
export const exportInput = z.discriminatedUnion('workbook', [
  z.object({ workbook: z.enum(workbooks), period: z.string(), copy: z.enum(copies) }),
  z.object({ workbook: z.literal('register'), rows: orderedRows, copy: z.enum(copies) }),
])
export type ExportInput = z.infer<typeof exportInput>

const verdict = z.object({
  state: z.enum(['unchanged', 'changed', 'unknown']),
  /** The first 200 of `count`. */
  cells: z.array(z.object({ sheet: z.string(), cell: z.string() })),
  count: z.int(),
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
  at: z.string(),
  actor: z.string(),
  /** The township's own layout or the upper template it was made by; null: the shipped layout. */
  form: z.string().nullable(),
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
