import { outlineOf } from '../../shared/domain/reports/imports/outline.ts'
import type { RawWorkbook } from '../../shared/domain/cells/raw-workbook.ts'
import { recognise } from '../../shared/domain/reports/imports/recognise.ts'
import { inspectFile, type InspectedFile } from './gate/inspect-file.ts'
import { GateRefusal } from './gate/refusal.ts'
import { connectToParent, type ParentPort } from './worker-parent.ts'
import { gathering, takePart } from './imports/gather-workbook.ts'
import type { ReadLimits } from './imports/limits.ts'
import { readInspected } from './imports/read-inspected.ts'
import { ReadRefusal } from './imports/refusal.ts'
import { isImportRequest, isReadingRequest, type ImportRequest, type RecogniseRequest } from './imports/requests.ts'
import { isVerifyRequest, type VerifyRequest } from './exports/verify/requests.ts'
import { isTemplateRequest, type TemplateRequest } from './templates/requests.ts'

/** Entry of the reading process: one request, one last message, then the parent ends it. Nothing here is trusted by the parent, and nothing here touches the database. */

type ParseRequest = ImportRequest | TemplateRequest | VerifyRequest

const rowsPerMessage = 200

async function gather(file: InspectedFile, limits: ReadLimits): Promise<RawWorkbook> {
  const sheets = gathering()
  await readInspected(file, limits, (message) => {
    takePart(sheets, message)
    return Promise.resolve()
  })
  return { source: file.kind, sheets }
}

/** Recognition runs here too: whatever a hostile table does to it, the parent's clock ends it. */
async function recogniseRows(file: InspectedFile, { what, context, choice, remembered, limits }: RecogniseRequest, port: ParentPort): Promise<void> {
  const found = recognise(what, await gather(file, limits), context, { choice, remembered })
  if (found.kind === 'not_recognised') {
    await port.send({ kind: 'not_recognised', code: found.code, looksLike: found.looksLike })
    return
  }
  await port.send({ kind: 'table', table: found.table, given: found.given, words: found.words ?? [], quarter: found.quarter ?? null, sender: found.sender ?? null, looksLike: found.looksLike ?? null, rows: found.rows.length })
  for (let from = 0; from < found.rows.length; from += rowsPerMessage) await port.send({ kind: 'read_rows', rows: found.rows.slice(from, from + rowsPerMessage) })
}

/** Writers and the rarer readers are heavy, and most readings need none of them: each is loaded when it is asked for. */
async function answer(file: InspectedFile, request: Exclude<ParseRequest, { kind: 'form' | 'digest' | 'compare' }>, port: ParentPort): Promise<void> {
  switch (request.kind) {
    case 'read':
      return readInspected(file, request.limits, (message) => port.send(message))
    case 'outline':
      return port.send({ kind: 'outline', sheets: outlineOf(await gather(file, request.limits)) })
    case 'recognise':
      return recogniseRows(file, request, port)
    case 'cells': {
      const { sendCells } = await import('./score-books/send-cells.ts')
      return sendCells(file, request.limits, (message) => port.send(message))
    }
    case 'template': {
      const { readTemplate } = await import('./templates/read-template.ts')
      return port.send({ kind: 'template', outline: await readTemplate(file, request) })
    }
    case 'error_workbook': {
      const { writeErrorFile } = await import('./imports/error-file.ts')
      return writeErrorFile(file, request)
    }
  }
}

async function serve(request: ParseRequest, port: ParentPort): Promise<void> {
  if (request.kind === 'form') {
    const { writeForm } = await import('./imports/form-file.ts')
    await writeForm(request.plan, request.path)
    await port.send({ kind: 'done', source: 'xlsx' })
    return
  }
  if (request.kind === 'digest' || request.kind === 'compare') {
    const { answerVerify } = await import('./exports/verify/answer-verify.ts')
    await answerVerify(request, (message) => port.send(message))
    await port.send({ kind: 'done', source: 'xlsx' })
    return
  }
  const file = await inspectFile(request.path, request.limits.gate)
  await answer(file, request, port)
  await port.send({ kind: 'done', source: file.kind })
}

function codeOf(error: unknown): string {
  return error instanceof GateRefusal || error instanceof ReadRefusal ? error.code : 'unreadable'
}

const port = connectToParent((message) => {
  if (!isReadingRequest(message) || !(isVerifyRequest(message) || isImportRequest(message) || isTemplateRequest(message))) process.exit(2)
  // The parent ends the process once it has the last message: leaving earlier could lose it on the way.
  void serve(message, port).catch((error: unknown) => port.send({ kind: 'refused', code: codeOf(error) }))
})
