import { bytesOfBase64 } from '../../lib/base64.ts'
import type { ExportEvent } from '../papers/export-stream.ts'

export type ExportProgress = Extract<ExportEvent, { kind: 'progress' }>

/** A whole export: `new File(parts, fileName)` is the workbook. */
export interface ReceivedExport {
  readonly id: string
  readonly fileName: string
  readonly parts: Uint8Array<ArrayBuffer>[]
}

/** Follows an export to its end. What comes before `done` is no file: a stream that ends without it throws. */
export async function receiveExport(events: AsyncIterable<ExportEvent>, onProgress: (progress: ExportProgress) => void): Promise<ReceivedExport> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const event of events) {
    if (event.kind === 'progress') onProgress(event)
    else if (event.kind === 'part') parts.push(bytesOfBase64(event.base64))
    else return { id: event.id, fileName: event.fileName, parts }
  }
  throw new Error('the export ended before it was done')
}
