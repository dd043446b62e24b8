import type { MatchedRow, RecognisedTable } from '../../../shared/domain/reports/imports/types.ts'
import type { WorkerFactory } from '../worker.ts'
import { readLimits, type ReadLimits } from './limits.ts'
import { fileRefusal, type FileRefusal } from './refusal.ts'
import type { ErrorNote, ErrorWorkbookRequest } from './requests.ts'
import { parseWorkerEntry, runWorker } from './run-worker.ts'
import { ambiguousNote } from './vocabulary.ts'

/** `身份证号：…；所在模块：…`: every error of a row in one cell. */
export function noteOf(row: Pick<MatchedRow<unknown, string>, 'state' | 'errors'>): string | null {
  if (row.state === 'ambiguous') return ambiguousNote
  return row.state !== 'error' || row.errors.length === 0 ? null : row.errors.map(({ column, message }) => `${column}：${message}`).join('；')
}

/** `source` is the imported file, unchanged since; `out` ends in .xlsx. */
export interface ErrorWorkbook {
  readonly source: string
  readonly table: Pick<RecognisedTable, 'sheet' | 'headerRow'>
  readonly rows: readonly Pick<MatchedRow<unknown, string>, 'row' | 'state' | 'errors'>[]
  readonly out: string
}

/**
 * Writes the same workbook back with a column 错误说明 right of everything (an earlier one is written anew); a CSV comes back as .xlsx.
 * null when it is written, else why not; then there is no file.
 */
export async function writeErrorWorkbook(job: ErrorWorkbook, start: WorkerFactory, limits: ReadLimits = readLimits, entry: URL = parseWorkerEntry): Promise<FileRefusal | null> {
  // A row that names several people is several records, whose faults stand in its one cell.
  const texts = new Map<number, Set<string>>()
  for (const row of job.rows) {
    const text = noteOf(row)
    if (text !== null) texts.set(row.row, (texts.get(row.row) ?? new Set()).add(text))
  }
  const notes = [...texts].map(([row, found]): ErrorNote => ({ row, text: [...found].join('；') }))
  const request = { kind: 'error_workbook', path: job.source, out: job.out, sheet: job.table.sheet, headerRow: job.table.headerRow, notes, limits } as const
  const end = await runWorker<ErrorWorkbookRequest>(request, start, entry, limits, () => false)
  return end.kind === 'done' ? null : fileRefusal(end.code)
}
