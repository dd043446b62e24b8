import { rename, rm, writeFile } from 'node:fs/promises'
import { placeJob } from '../exports/write/make-book.ts'
import type { WrittenSheet } from '../exports/write/export-job.ts'
import { noRows, receiveRows, type ReceivedRows } from '../exports/write/received-rows.ts'
import { digestToFiles } from '../exports/verify/digest-file.ts'
import { formContent } from '../exports/verify/form-digest.ts'
import { inspectFile } from '../gate/inspect-file.ts'
import { GateRefusal } from '../gate/refusal.ts'
import { fileRefusal } from '../imports/refusal.ts'
import { connectToParent, type ParentPort } from '../worker-parent.ts'
import { bookValues } from './book-values.ts'
import { TemplateFault, templateFaultCode } from './fault.ts'
import { isFillRequest, type FillAnswer, type FillJob, type FillRequest } from './fill-job.ts'
import { fillTemplate } from './fill-template.ts'
import { templateSentences } from './vocabulary.ts'

/** Entry of the filling process: rows and one job in, one filled template on disk, then the parent ends it. It knows no database. */

async function saveWhole(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.part`
  try {
    await writeFile(unfinished, bytes, { mode: 0o600 })
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function fill(job: FillJob, rows: ReceivedRows, port: ParentPort): Promise<readonly WrittenSheet[]> {
  const say = (answer: FillAnswer) => port.send(answer)
  await say({ kind: 'progress', stage: 'arranging' })
  const file = await inspectFile(job.template)
  if (file.kind !== 'xlsx') throw new TemplateFault(templateSentences.unreadable)
  const values = bookValues(placeJob(job.book, rows), job.book.data.meta, job.ownLayout)
  await say({ kind: 'progress', stage: 'writing' })
  await saveWhole(job.target, await fillTemplate(file.parts, job.mapping, values))
  return (await digestToFiles(job.target, `${job.target}.cells`, formContent)).sheets
}

function failure(error: unknown): FillAnswer {
  if (error instanceof TemplateFault) return { kind: 'failed', code: error.code, message: error.message }
  if (error instanceof GateRefusal) return { kind: 'failed', code: templateFaultCode, message: fileRefusal(error.code, 'template').message }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  return { kind: 'failed', code, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

function serve(): (request: FillRequest, port: ParentPort) => void {
  let rows = noRows()
  return (request, port) => {
    switch (request.kind) {
      case 'rows':
        receiveRows(rows, request.rows)
        return
      case 'again':
        rows = noRows()
        return
      case 'fill':
        // The parent ends the process once it has the last message: leaving earlier could lose it on the way.
        void fill(request.job, rows, port).then((sheets) => port.send({ kind: 'done', sheets } satisfies FillAnswer), (error: unknown) => port.send(failure(error)))
    }
  }
}

const take = serve()
const port = connectToParent((message) => {
  if (!isFillRequest(message)) process.exit(2)
  take(message, port)
})
