import { createHash } from 'node:crypto'
import { fileWords } from '../../papers/vocabulary.ts'
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { ExportInput } from '../../../../shared/contract/reports/transfer.ts'
import type { ExportEvent } from '../../../../shared/contract/papers/export-stream.ts'
import { emptyMapping, type TemplateMapping } from '../../../../shared/domain/reports/templates/template.ts'
import { withIdNumbersMasked } from '../../../../shared/domain/people/without-id-numbers.ts'
import { fileStemOf } from '../../../../shared/lib/file-name.ts'
import { readLayout } from '../../../workbooks/exports/layout/read-layout.ts'
import { WriterEnded, WriterFailed } from '../../../workbooks/exports/write/run-export.ts'
import { templateFaultCode } from '../../../workbooks/templates/fault.ts'
import type { TemplateOutline } from '../../../workbooks/templates/outline.ts'
import type { TemplateRequest } from '../../../workbooks/templates/requests.ts'
import { startFilling } from '../../../workbooks/templates/start-filling.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { withProgress } from '../../app/progress.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { ownLayoutOf } from '../layouts/book-form.ts'
import { logExport, type SheetEntry } from '../exports/export-log.ts'
import { bytesPerPart } from '../../papers/file-pieces.ts'
import { gatherSteadily, requireExportable } from '../exports/gather-book.ts'
import { catalogueFor } from './catalogue.ts'
import { mappingOf, outlineOfFile, requireTemplate, withFolder, type TemplateRow } from './stored.ts'
import { templateWords } from './vocabulary.ts'

type Progress = Extract<ExportEvent, { kind: 'progress' }>
type Report = (progress: Progress) => void

interface Wanted {
  readonly id: string
  readonly period: string | null
  /** In place of the saved one. */
  readonly mapping?: TemplateMapping | undefined
}

/** A filled template that is not yet handed over. */
interface Filled {
  readonly kind: 'filled'
  /** The template's name and workbook when it was read: whoever renames it meanwhile changes nothing here. */
  readonly template: string
  readonly book: TemplateRow['book']
  readonly exportId: string
  readonly fileName: string
  readonly periodCode: string | null
  readonly bytes: Buffer
  readonly sheets: readonly SheetEntry[]
}

/** The export whose data a template takes. @throws Refusal `template_period` for a quarter where a year is needed, or the other way round */
function exportOf(guard: Guarded, { book, name }: TemplateRow, period: string | null): ExportInput {
  const workbook = book === 'evaluation-year' ? 'evaluation' : book
  if (workbook === 'roster') return { workbook, period: period ?? '', copy: 'official' }
  if (period === null) throw new Refusal('template_refused', { reason: templateWords.noPeriod })
  const { kind } = requirePeriod(guard.read, period)
  const wanted = book === 'evaluation-year' ? 'year' : 'quarter'
  if (workbook === 'evaluation' && kind !== wanted) throw new Refusal('template_period', { name, kind: templateWords[wanted] })
  return { workbook, period, copy: 'official' }
}

/** Refuses a template in which something is not recognised, or that cannot be filled as it stands. */
function requireRecognised({ name }: TemplateRow, { unknown, fault }: TemplateOutline): void {
  const [first] = unknown
  if (first !== undefined) {
    const issues = unknown.map(({ sheet, cell, text }) => ({ path: `${sheet}!${cell}`, code: 'placeholders_unknown', message: text }))
    throw new Refusal('placeholders_unknown', { name, count: unknown.length, first: templateWords.at(first.sheet, first.cell, first.text) }, issues)
  }
  if (fault !== null) throw new Refusal('template_refused', { reason: fault })
}

interface Filling {
  readonly app: App
  readonly guard: Guarded
  readonly wanted: Wanted
  readonly purpose: 'handed over' | 'looked at'
  readonly folder: string
  readonly report: Report
  readonly signal: AbortSignal
}

/** Makes the filled file in the folder. */
async function fillInto({ app, guard, wanted, purpose, folder, report, signal }: Filling): Promise<Filled & { readonly file: string }> {
  const row = requireTemplate(guard.read, wanted.id)
  const input = exportOf(guard, row, wanted.period)
  requireExportable(guard, input)
  const mapping = wanted.mapping ?? mappingOf(row)
  const template = path.join(folder, 'template.xlsx')
  writeFileSync(template, row.file, { mode: 0o600 })
  report({ kind: 'progress', stage: 'gathering', done: 0, of: 0 })
  requireRecognised(row, await outlineOfFile(app, { path: template, mapping, catalogue: await catalogueFor(guard, row.book), window: { sheet: 0, first: 1, rows: 1 }, probes: [] }))
  signal.throwIfAborted()
  const about = { exportId: app.environment.newId(), exportedBy: guard.actor.name, now: guard.now }
  const target = path.join(folder, 'filled.xlsx')
  const filler = startFilling(app.environment.workers, signal)
  try {
    const content = await gatherSteadily({ app, guard, input, about, purpose, report, writer: filler })
    const book = { ...content, layout: await readLayout(content.workbook) }
    signal.throwIfAborted()
    const written = await filler.fill({ book, template, mapping, ownLayout: ownLayoutOf(guard.read, content.workbook), target }, (stage) => report({ kind: 'progress', stage, done: 0, of: 0 })).catch((error: unknown) => {
      if (error instanceof WriterEnded) throw new Refusal('export_failed', { reason: fileWords.writerEnded })
      throw error instanceof WriterFailed && error.code === templateFaultCode ? new Refusal('template_refused', { reason: error.message }) : error
    })
    const bytes = await readFile(target)
    const sheets: SheetEntry[] = []
    for (const { name, digest, cellsFile } of written) sheets.push({ name, digest, cells: await readFile(cellsFile) })
    const { township, periodCode } = book.data.meta
    const fileName = `${fileStemOf([township, row.name, periodCode, dayInChina(guard.now).replaceAll('-', '')])}.xlsx`
    return { kind: 'filled', template: row.name, book: row.book, exportId: about.exportId, fileName, periodCode, bytes, sheets, file: target }
  } finally {
    filler.close()
  }
}

function record(guard: Guarded, { period }: Wanted, { template: form, book, exportId, fileName, periodCode, bytes, sheets }: Filled): void {
  const fileDigest = createHash('sha256').update(bytes).digest('hex')
  const workbook = book === 'evaluation-year' ? 'evaluation' : book
  guard.mutate({
    about: () => ({ modules: guard.view.kind === 'all' ? [] : guard.view.modules }),
    write: (tx, at) => logExport(tx, { id: exportId, fileName, workbook, copy: 'official', periodCode, at, actor: guard.actor.name, fileDigest, form }, sheets),
    audit: () => ({ subject: exportId, detail: { template: form, period, fileName, fileDigest } }),
  })
}

/** Fills a template as a stream. It is entered into the log when its last byte has been taken: whoever stops listening before has exported nothing. */
export async function* startFill(app: App, guard: Guarded, wanted: Wanted, signal: AbortSignal | undefined): AsyncGenerator<ExportEvent, void> {
  let filled: Filled | null = null
  for await (const event of withProgress<Progress, Filled>(signal, (report, stop) => withFolder(app, (folder) => fillInto({ app, guard, wanted, purpose: 'handed over', folder, report, signal: stop })))) {
    if (event.kind === 'progress') yield event
    else filled = event
  }
  if (filled === null) return
  const { bytes, exportId, fileName } = filled
  for (let at = 0; at < bytes.length; at += bytesPerPart) yield { kind: 'part', base64: bytes.subarray(at, at + bytesPerPart).toString('base64') }
  if (signal?.aborted) return
  yield { kind: 'progress', stage: 'recording', done: 0, of: 1 }
  record(guard, wanted, filled)
  yield { kind: 'done', id: exportId, fileName, size: bytes.length }
}

/** Some rows of what filling would give; who only looks sees no whole 身份证号, not in a text either. */
export function previewFill(app: App, guard: Guarded, wanted: Wanted, window: TemplateRequest['window'], signal: AbortSignal | undefined): Promise<TemplateOutline> {
  return withFolder(app, async (folder) => {
    const stop = signal ?? new AbortController().signal
    const { file } = await fillInto({ app, guard, wanted, purpose: 'looked at', folder, report: () => undefined, signal: stop })
    const outline = await outlineOfFile(app, { path: file, mapping: emptyMapping, catalogue: [], window, probes: [] })
    const cells = outline.window.cells.map((cell) => ({ ...cell, text: withIdNumbersMasked(cell.text) }))
    return { ...outline, window: { ...outline.window, cells } }
  })
}
