import { connectToParent, type ParentPort } from '../../worker-parent.ts'
import { valuesOnly, type WorkbookModel } from '../model/model.ts'
import { LayoutError } from '../layout/layout.ts'
import { laySheet, type LaidSheet } from '../pages/lay-sheet.ts'
import { pagesOf } from '../pages/page-at.ts'
import { digestToFile } from '../verify/digest-file.ts'
import { isExportRequest, layoutFault, type BookJob, type ExportAnswer, type ExportRequest, type WantedPages, type WrittenSheet } from './export-job.ts'
import { makeBook } from './make-book.ts'
import { noRows, receiveRows, type ReceivedRows } from './received-rows.ts'
import { writeWorkbook } from './write-workbook.ts'

/** Entry of the writing process: rows and one job in, one workbook on disk, or its pages as they are asked for; then the parent ends it. It knows no database. */

/** Rows between two words about how far it is. */
const rowsPerWord = 250

type Say = (answer: ExportAnswer) => Promise<void>

async function make(job: BookJob, rows: ReceivedRows, say: Say): Promise<WorkbookModel> {
  await say({ kind: 'progress', stage: 'arranging', done: 0, of: 0 })
  const book = makeBook(job, rows)
  return job.copy === 'official' ? valuesOnly(book) : book
}

async function write(job: BookJob, target: string, rows: ReceivedRows, say: Say): Promise<void> {
  const model = await make(job, rows, say)
  const { sheets, count } = digestCounting(model, target)
  let told = 0
  await writeWorkbook(model, target, {
    onProgress(written) {
      if (written - told < rowsPerWord && written < count) return
      told = written
      void say({ kind: 'progress', stage: 'writing', done: Math.min(written, count), of: count })
    },
  })
  await say({ kind: 'done', sheets })
}

/** Puts the digest of each sheet's cells beside the workbook, and counts the rows on the way. */
function digestCounting(model: WorkbookModel, target: string): { readonly sheets: readonly WrittenSheet[]; readonly count: number } {
  const sheets: WrittenSheet[] = []
  let count = 0
  for (const [index, sheet] of model.sheets.entries()) {
    const cellsFile = `${target}.cells-${String(index + 1)}`
    const { digest, rows } = digestToFile(sheet, cellsFile)
    sheets.push({ name: sheet.name, digest, cellsFile })
    count += rows
  }
  return { sheets, count }
}

/** Cuts every sheet into its pages, and tells how many they are. */
async function arrange(job: BookJob, rows: ReceivedRows, say: Say): Promise<readonly LaidSheet[]> {
  const { sheets } = await make(job, rows, say)
  const laid = sheets.map((sheet) => laySheet(sheet))
  await say({ kind: 'arranged', sheets: laid.map(({ form: { name, pages, orientation } }) => ({ name, pages, orientation })) })
  return laid
}

async function show(laid: readonly LaidSheet[], { sheet, from, count }: WantedPages, say: Say): Promise<void> {
  const wanted = laid.find(({ form }) => form.name === sheet)
  if (wanted === undefined) throw new Error(`the workbook has no sheet ${sheet}`)
  await say({ kind: 'pages', shown: { form: wanted.form, pages: pagesOf(wanted, from, count) } })
}

function failure(error: unknown): ExportAnswer {
  const code = error instanceof LayoutError ? layoutFault : error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  return { kind: 'failed', code, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

function serve(): (request: ExportRequest, port: ParentPort) => void {
  let rows = noRows()
  let laid: readonly LaidSheet[] = []
  return (request, port) => {
    const say: Say = (answer) => port.send(answer)
    const fail = (error: unknown) => port.send(failure(error))
    switch (request.kind) {
      case 'rows':
        receiveRows(rows, request.rows)
        return
      case 'again':
        rows = noRows()
        return
      case 'write':
        // The parent ends the process once it has the last message: leaving earlier could lose it on the way.
        void write(request.job, request.target, rows, say).catch(fail)
        return
      case 'arrange':
        void arrange(request.job, rows, say).then((made) => {
          laid = made
          rows = noRows()
        }, fail)
        return
      case 'pages':
        void show(laid, request.wanted, say).catch(fail)
    }
  }
}

const take = serve()
const port = connectToParent((message) => {
  if (!isExportRequest(message)) process.exit(2)
  take(message, port)
})
