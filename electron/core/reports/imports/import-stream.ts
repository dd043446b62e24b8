import type { ImportEvent } from '../../../../shared/contract/reports/transfer.ts'
import { bytesPerPart } from '../../papers/file-pieces.ts'
import { withProgress } from '../../app/progress.ts'
import type { ImportReport, ImportRequest } from './imports.ts'

type Progress = Extract<ImportEvent, { kind: 'progress' }>

const rowsPerEvent = 500

/** An import as a stream: where it is, then its rows and the error workbook in pieces, then its end. Who stops listening cancels it. */
export async function* streamImport(run: Omit<ImportRequest, 'report' | 'signal'>, signal: AbortSignal | undefined, work: (run: ImportRequest) => Promise<ImportReport>): AsyncGenerator<ImportEvent, void> {
  let report: ImportReport | null = null
  const events = withProgress<Progress, ImportReport & { readonly kind: 'report' }>(signal, async (tell, stop) => ({ kind: 'report', ...(await work({ ...run, report: tell, signal: stop })) }))
  for await (const event of events) {
    if (event.kind === 'progress') yield event
    else report = event
  }
  if (report === null) return
  const { headerRow, reading, summary, batchId, stamp } = report
  for (let from = 0; from < report.rows.length; from += rowsPerEvent) yield { kind: 'rows', rows: report.rows.slice(from, from + rowsPerEvent) }
  const bytes = report.errorWorkbook === null ? new Uint8Array() : new Uint8Array(await report.errorWorkbook.arrayBuffer())
  for (let at = 0; at < bytes.length; at += bytesPerPart) yield { kind: 'part', base64: Buffer.from(bytes.subarray(at, at + bytesPerPart)).toString('base64') }
  yield { kind: 'done', result: { headerRow, reading, summary, batchId, stamp }, errorWorkbook: report.errorWorkbook?.name ?? null }
}
