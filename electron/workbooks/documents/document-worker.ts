import { connectToParent } from '../worker-parent.ts'
import { isDocumentJob, type DocumentAnswer } from './document-job.ts'
import { writeDocument } from './write-document.ts'

/** Entry of the process that writes long Word documents: one job in, one .docx out, then the parent ends it. */
const port = connectToParent((message) => {
  if (!isDocumentJob(message)) process.exit(2)
  // The parent ends the process once it has the answer: leaving earlier could lose it on the way.
  void writeDocument(message.documents, message.facts).then(
    (bytes) => port.send({ kind: 'done', base64: bytes.toString('base64') } satisfies DocumentAnswer),
    (error: unknown) => port.send({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies DocumentAnswer),
  )
})
