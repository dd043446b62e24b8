import { bytesOfBase64 } from '../../lib/base64.ts'
import type { ImportEvent, ImportRow } from './transfer.ts'

export type ImportProgress = Extract<ImportEvent, { kind: 'progress' }>
type Done = Extract<ImportEvent, { kind: 'done' }>

/** A whole import: its result with all rows; the error workbook has a name and its parts, or is null. */
export type ReceivedImport = Done['result'] & { readonly rows: readonly ImportRow[]; readonly errorWorkbook: { readonly name: string; readonly parts: Uint8Array<ArrayBuffer>[] } | null }

/** Follows an import to its end; a stream that ends without `done` throws. */
export async function receiveImport(events: AsyncIterable<ImportEvent>, onProgress: (progress: ImportProgress) => void): Promise<ReceivedImport> {
  const rows: ImportRow[] = []
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const event of events) {
    if (event.kind === 'progress') onProgress(event)
    else if (event.kind === 'rows') rows.push(...event.rows)
    else if (event.kind === 'part') parts.push(bytesOfBase64(event.base64))
    else return { ...event.result, rows, errorWorkbook: event.errorWorkbook === null ? null : { name: event.errorWorkbook, parts } }
  }
  throw new Error('the import ended before it was done')
}
