import { WriterEnded, WriterFailed } from '../exports/write/run-export.ts'
import type { WorkerFactory } from '../worker.ts'
import { isDocumentAnswer, type DocumentJob } from './document-job.ts'
import type { FilledBlock } from './fill-template.ts'
import { writeDocument, type DocumentFacts } from './write-document.ts'

/** The module that runs in the writing process. */
export const documentWorkerEntry = new URL('./document-worker.ts', import.meta.url)

const heapMegabytes = 512

/** Paragraphs and cells that are written on the spot, in under two tenths of a second: a process takes as long to start. */
export const mostOnTheSpot = 1000

function piecesOf(documents: DocumentJob['documents']): number {
  return documents.flat().reduce((sum, block) => sum + (block.kind === 'table' ? (block.rows.length + 1) * block.columns.length : 1), 0)
}

/** Writes a .docx as `writeDocument` does, a long one in a process of its own, so that others get their turn. @throws WriterFailed, WriterEnded */
export async function writeAside(start: WorkerFactory, documents: readonly (readonly FilledBlock[])[], facts: DocumentFacts): Promise<Buffer> {
  if (piecesOf(documents) <= mostOnTheSpot) return writeDocument(documents, facts)
  const port = start(documentWorkerEntry, { heapMegabytes })
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      port.onExit(() => reject(new WriterEnded()))
      port.onMessage((message) => {
        if (!isDocumentAnswer(message)) return
        if (message.kind === 'done') resolve(Buffer.from(message.base64, 'base64'))
        else reject(new WriterFailed(message.message, null))
      })
      port.postMessage({ kind: 'document', documents, facts } satisfies DocumentJob)
    })
  } finally {
    port.kill()
  }
}
