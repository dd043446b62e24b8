import { recognisers } from '../../../shared/domain/import/recognise.ts'
import { inspectFile, type InspectedFile } from '../gate/inspect-file.ts'
import { GateRefusal } from '../gate/refusal.ts'
import { connectToParent, type ParentPort } from '../worker-parent.ts'
import { gathering, takePart } from './gather-workbook.ts'
import { readInspected } from './read-inspected.ts'
import { ReadRefusal } from './refusal.ts'
import { isParseRequest, type ParseRequest, type RecogniseRequest } from './requests.ts'

/** Entry of the reading process: one request, one last message, then the parent ends it. Nothing here is trusted by the parent, and nothing here touches the database. */

const rowsPerMessage = 200

/** Recognition runs here too: whatever a hostile table does to it, the parent's clock ends it. */
async function recognise(file: InspectedFile, request: RecogniseRequest, port: ParentPort): Promise<void> {
  const sheets = gathering()
  await readInspected(file, request.limits, (message) => {
    takePart(sheets, message)
    return Promise.resolve()
  })
  const found = recognisers[request.what]({ source: file.kind, sheets }, request.context, request.choice)
  if (found.kind === 'not_recognised') {
    await port.send({ kind: 'not_recognised' })
    return
  }
  await port.send({ kind: 'table', table: found.table, given: found.given })
  for (let from = 0; from < found.rows.length; from += rowsPerMessage) await port.send({ kind: 'read_rows', rows: found.rows.slice(from, from + rowsPerMessage) })
}

async function serve(request: ParseRequest, port: ParentPort): Promise<void> {
  const file = await inspectFile(request.path, request.limits.gate)
  if (request.kind === 'error_workbook') {
    // The writers are heavy and most readings need none of them.
    const { writeErrorFile } = await import('./error-file.ts')
    await writeErrorFile(file, request)
    await port.send({ kind: 'done', source: file.kind })
    return
  }
  if (request.kind === 'template') {
    const { readTemplate } = await import('../template/read-template.ts')
    await port.send({ kind: 'template', outline: await readTemplate(file, request) })
    await port.send({ kind: 'done', source: file.kind })
    return
  }
  if (request.kind === 'cells') {
    const { sendCells } = await import('../score-book/send-cells.ts')
    await sendCells(file, request.limits, (message) => port.send(message))
  } else if (request.kind === 'read') await readInspected(file, request.limits, (message) => port.send(message))
  else await recognise(file, request, port)
  await port.send({ kind: 'done', source: file.kind })
}

function codeOf(error: unknown): string {
  return error instanceof GateRefusal || error instanceof ReadRefusal ? error.code : 'unreadable'
}

const port = connectToParent((message) => {
  if (!isParseRequest(message)) process.exit(2)
  // The parent ends the process once it has the last message: leaving earlier could lose it on the way.
  void serve(message, port).catch((error: unknown) => port.send({ kind: 'refused', code: codeOf(error) }))
})
