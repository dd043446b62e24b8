import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExportEvent, ExportInput } from '../../../shared/contract/transfer.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { grantsOf } from '../../../shared/domain/access/scope.ts'
import { periodTitle } from '../../../shared/domain/evaluation/cycle-vocabulary.ts'
import type { Read } from '../../db/types.ts'
import type { ExportMeta } from '../../workbooks/export/export-meta.ts'
import { exportFileName } from '../../workbooks/export/layout/file-name.ts'
import { readLayout } from '../../workbooks/export/layout/read-layout.ts'
import type { BookContent } from '../../workbooks/export/write/export-job.ts'
import { startBookWriter, WriterEnded, type BookProcess } from '../../workbooks/export/write/run-export.ts'
import type { App } from '../app/app.ts'
import { auditHead } from '../app/audit-chain.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { withProgress } from '../app/progress.ts'
import { requirePeriod } from '../evaluation/periods.ts'
import { newestVersion } from '../evaluation/result-versions.ts'
import { mainModulesOf } from '../people/assignments.ts'
import { layoutInUse } from '../layouts/stored-layouts.ts'
import { requireRegister } from '../registers/stored.ts'
import { logExport, type SheetEntry } from './export-log.ts'
import type { ExportAbout } from './gather-common.ts'
import { gatherEvaluation, gatherEvaluationYear } from './gather-evaluation.ts'
import { gatherPerformance } from './gather-performance.ts'
import { gatherRegister, gatherRegisters, requireExportableRegister } from './gather-registers.ts'
import { gatherRoster } from './gather-roster.ts'
import { gatherTasks } from './gather-tasks.ts'
import { gatherTeams } from './gather-teams.ts'
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

/** Bytes of a file in one event: small enough that others get their turn in between. */
const bytesPerPart = 384 * 1024

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
  yield { kind: 'done', exportId, fileName, size: bytes.length }
}

async function makeWorkbook(app: App, guard: Guarded, input: ExportInput, report: Report, signal: AbortSignal): Promise<Made> {
  requireExportable(guard, input)
  const about = { exportId: app.environment.newId(), exportedBy: guard.actor.name, now: guard.now }
  const folder = mkdtempSync(path.join(app.environment.temporary, 'export-'))
  const writer = startBookWriter(app.environment.workers, signal)
  try {
    report({ kind: 'progress', stage: 'gathering', done: 0, of: 0 })
    const content = await gatherSteadily({ app, guard, input, about, report, writer })
    const shipped = await readLayout(content.workbook)
    const form = layoutInUse(guard.read, content.workbook, shipped)
    signal.throwIfAborted()
    const target = path.join(folder, 'book.xlsx')
    const written = await writer.write({ ...content, copy: input.copy, layout: form?.layout ?? shipped }, target, report).catch((error: unknown) => {
      throw error instanceof WriterEnded ? new Refusal('export_failed', { reason: exportFileWords.writerEnded }) : error
    })
    const bytes = await readFile(target)
    const sheets: SheetEntry[] = []
    for (const { name, digest, cellsFile } of written) sheets.push({ name, digest, cells: await readFile(cellsFile) })
    const { meta } = content.data
    // One register by itself keeps its own name: the layout names the book of all of them.
    const namesItself = form !== null && form.layout.fileName !== shipped.fileName && input.workbook !== 'register'
    const fileName = namesItself ? exportFileName(form.layout, meta, exportFileWords.copies[input.copy]) : fileNameOf(guard.read, input, meta, dayInChina(guard.now))
    return { kind: 'made', exportId: about.exportId, fileName, periodCode: meta.periodCode, form: form?.name ?? null, bytes, sheets }
  } finally {
    writer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What can be refused at once, before a process is started for it. */
export function requireExportable(guard: Guarded, input: ExportInput): void {
  if (input.workbook === 'roster') return
  if (input.workbook === 'register') {
    requireExportableRegister(guard, input.rows.registerId)
    return
  }
  requirePeriod(guard.read, input.period)
  // Both report the whole township person by person; ranks and means of a part of it would be other numbers.
  if (reportsResult(input.workbook)) guard.requireScope({})
}

/** Whether a workbook is of the result of a period, and of everybody in it. */
function reportsResult(workbook: ExportInput['workbook']): boolean {
  return workbook === 'evaluation' || workbook === 'performance'
}

function record(guard: Guarded, input: ExportInput, { exportId, fileName, periodCode, form, bytes, sheets }: Made): void {
  const fileDigest = createHash('sha256').update(bytes).digest('hex')
  guard.mutate({
    about: () => ({ modules: guard.view.kind === 'all' ? [] : guard.view.modules }),
    write: (tx, at) => logExport(tx, { id: exportId, fileName, workbook: input.workbook === 'register' ? 'registers' : input.workbook, copy: input.copy, periodCode, at, actor: guard.actor.name, fileDigest, form }, sheets),
    audit: () => ({ subject: exportId, detail: { ...input, fileName, fileDigest, ...(form === null ? {} : { form }) } }),
  })
}

interface Gathering {
  readonly app: App
  readonly guard: Guarded
  readonly input: ExportInput
  readonly about: ExportAbout
  readonly report: Report
  readonly writer: BookProcess
}

/** How often a book is gathered anew because something was written meanwhile; after that it is taken as it is. */
const mostAttempts = 3

/** Gathering lets others have their turn; what they write meanwhile must not tear the book, so then it begins again. */
export async function gatherSteadily(gathering: Gathering): Promise<BookContent> {
  for (let attempt = 1; ; attempt += 1) {
    const before = auditHead(gathering.guard.read).seq
    const content = await gather(gathering)
    if (auditHead(gathering.guard.read).seq === before || attempt === mostAttempts) return content
    gathering.writer.again()
  }
}

async function gather({ app, guard, input, about, report, writer }: Gathering): Promise<BookContent> {
  const { read, view, actor } = guard
  const pause = async () => void (await nextTurn())
  if (input.workbook === 'roster') {
    const today = dayInChina(guard.now)
    const isVisible = (staffId: string) => view.kind === 'all' || mainModulesOf(read, staffId, today).some((id) => view.modules.includes(id))
    const mayUnmask = grantsOf('idNo.unmask', actor.standing.roles).length > 0
    return { workbook: 'roster', data: gatherRoster(read, about, app.keys, isVisible, mayUnmask) }
  }
  if (input.workbook === 'register') return { workbook: 'registers', data: gatherRegister(guard, about, input.rows) }
  const row = requirePeriod(read, input.period)
  if (input.workbook === 'tasks') {
    const data = await gatherTasks(read, about, row, view.kind === 'all' ? 'all' : view.modules, async (rows, done, of) => {
      report({ kind: 'progress', stage: 'gathering', done, of })
      await writer.send(rows)
    })
    return { workbook: 'tasks', data }
  }
  if (input.workbook === 'teams') {
    const data = await gatherTeams(guard, about, row, async (rows, done, of) => {
      report({ kind: 'progress', stage: 'gathering', done, of })
      await writer.send(rows)
    })
    return { workbook: 'teams', data }
  }
  if (input.workbook === 'registers') {
    const data = await gatherRegisters(read, about, row, view.kind === 'all' ? 'all' : view.modules, pause)
    if (data.registers.length === 0) throw new Refusal('export_failed', { reason: exportFileWords.noRegisters })
    return { workbook: 'registers', data }
  }
  if (input.workbook === 'performance') {
    const gathered = await gatherPerformance(read, about, row, pause)
    if (gathered.data.people.length === 0) throw new Refusal('not_frozen', { period: periodTitle(row.code) })
    return { workbook: 'performance', ...gathered }
  }
  return row.kind === 'year' ? { workbook: 'evaluation-year', ...gatherEvaluationYear(read, about, row) } : { workbook: 'evaluation', ...gatherEvaluation(read, about, row) }
}

/** `清溪镇_四维考评_2026Q1_v1_20260408.xlsx`; of one register `清溪镇_矛盾纠纷_筛选_20260408.xlsx`. */
export function fileNameOf(read: Read, input: ExportInput, meta: Pick<ExportMeta, 'township' | 'periodCode'>, today: string): string {
  const period = meta.periodCode === null ? null : requirePeriod(read, meta.periodCode)
  const version = period === null || !reportsResult(input.workbook) ? null : newestVersion(read, period.id)
  const parts = [meta.township, ...namesOf(read, input), meta.periodCode, version === null ? null : `v${version.resultVersion}`, today.replaceAll('-', ''), exportFileWords.copies[input.copy]]
  return `${safeName(parts)}.xlsx`
}

/** Parts of a name that a file system takes. */
export function safeName(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('_').replace(/[\\/:*?"<>|\s]/g, '')
}

/** What a file holds, for its name. */
function namesOf(read: Read, input: ExportInput): readonly string[] {
  if (input.workbook !== 'register') return [exportFileWords.workbooks[input.workbook]]
  const { registerId, filters, search = '' } = input.rows
  return [requireRegister(read, registerId).row.name, ...(filters.length > 0 || search !== '' ? [exportFileWords.filtered] : [])]
}
