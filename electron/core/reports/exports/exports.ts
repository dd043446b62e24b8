import { createHash } from 'node:crypto'
import { bytesPerPart } from '../../papers/file-pieces.ts'
import { fileWords } from '../../papers/vocabulary.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ExportInput } from '../../../../shared/contract/reports/transfer.ts'
import type { ExportEvent } from '../../../../shared/contract/papers/export-stream.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { exportFileName } from '../../../workbooks/exports/arrange/file-name.ts'
import { startBookWriter, WriterEnded } from '../../../workbooks/exports/write/run-export.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { withProgress } from '../../app/progress.ts'
import { bookForm } from '../layouts/book-form.ts'
import { fileNameOf } from './export-file-name.ts'
import { logExport, type SheetEntry } from './export-log.ts'
import { gatherSteadily, requireExportable } from './gather-book.ts'
import { exportFileWords } from './vocabulary.ts'

type Progress = Extract<ExportEvent, { kind: 'progress' }>
type Report = (progress: Progress) => void

/** A workbook that is made and not yet handed over. */
interface Made {
  readonly kind: 'made'
  readonly exportId: string
  readonly fileName: string
  readonly periodCode: string | null
  /** Name of the township's own layout; null: the shipped one. */
  readonly form: string | null
  readonly bytes: Buffer
  readonly sheets: readonly SheetEntry[]
}

/** Makes a workbook, enters it into the export log with a digest of each cell, and hands it over; a failure leaves no file. */
export async function runExport(app: App, guard: Guarded, input: ExportInput, signal: AbortSignal | undefined): Promise<{ readonly file: File }> {
  const made = await makeWorkbook(app, guard, input, () => undefined, signal ?? new AbortController().signal).catch((error: unknown) => {
    throw signal?.aborted ? new Refusal('export_failed', { reason: exportFileWords.cancelled }) : error
  })
  record(guard, input, made)
  return { file: new File([new Uint8Array(made.bytes)], made.fileName) }
}

/** The same as a stream. It is entered into the log when its last byte has been taken: whoever stops listening before has exported nothing. */
export async function* startExport(app: App, guard: Guarded, input: ExportInput, signal: AbortSignal | undefined): AsyncGenerator<ExportEvent, void> {
  let made: Made | null = null
  for await (const event of withProgress<Progress, Made>(signal, (report, stop) => makeWorkbook(app, guard, input, report, stop))) {
    if (event.kind === 'progress') yield event
    else made = event
  }
  if (made === null) return
  const { bytes, exportId, fileName } = made
  for (let at = 0; at < bytes.length; at += bytesPerPart) yield { kind: 'part', base64: bytes.subarray(at, at + bytesPerPart).toString('base64') }
  if (signal?.aborted) return
  yield { kind: 'progress', stage: 'recording', done: 0, of: 1 }
  record(guard, input, made)
  yield { kind: 'done', id: exportId, fileName, size: bytes.length }
}

async function makeWorkbook(app: App, guard: Guarded, input: ExportInput, report: Report, signal: AbortSignal): Promise<Made> {
  requireExportable(guard, input)
  const about = { exportId: app.environment.newId(), exportedBy: guard.actor.name, now: guard.now }
  const folder = mkdtempSync(path.join(app.environment.temporary, 'export-'))
  const writer = startBookWriter(app.environment.workers, signal)
  try {
    report({ kind: 'progress', stage: 'gathering', done: 0, of: 0 })
    const content = await gatherSteadily({ app, guard, input, about, purpose: 'handed over', report, writer })
    const { layout, name: form, namesFile } = await bookForm(guard.read, content.workbook)
    signal.throwIfAborted()
    const target = path.join(folder, 'book.xlsx')
    const written = await writer.write({ ...content, copy: input.copy, layout }, target, report).catch((error: unknown) => {
      throw error instanceof WriterEnded ? new Refusal('export_failed', { reason: fileWords.writerEnded }) : error
    })
    const bytes = await readFile(target)
    const sheets: SheetEntry[] = []
    for (const { name, digest, cellsFile } of written) sheets.push({ name, digest, cells: await readFile(cellsFile) })
    const { meta } = content.data
    // One register by itself keeps its own name: the layout names the book of all of them.
    const fileName = namesFile && input.workbook !== 'register' ? exportFileName(layout, meta, exportFileWords.copies[input.copy]) : fileNameOf(guard.read, input, meta, dayInChina(guard.now))
    return { kind: 'made', exportId: about.exportId, fileName, periodCode: meta.periodCode, form, bytes, sheets }
  } finally {
    writer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function record(guard: Guarded, input: ExportInput, { exportId, fileName, periodCode, form, bytes, sheets }: Made): void {
  const fileDigest = createHash('sha256').update(bytes).digest('hex')
  guard.mutate({
    about: () => ({ modules: guard.view.kind === 'all' ? [] : guard.view.modules }),
    write: (tx, at) => logExport(tx, { id: exportId, fileName, workbook: input.workbook === 'register' ? 'registers' : input.workbook, copy: input.copy, periodCode, at, actor: guard.actor.name, fileDigest, form }, sheets),
    audit: () => ({ subject: exportId, detail: { ...input, fileName, fileDigest, ...(form === null ? {} : { form }) } }),
  })
}
