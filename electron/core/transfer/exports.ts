import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { grantsOf } from '../../../shared/domain/access/scope.ts'
import type { Read } from '../../db/types.ts'
import type { ExportMeta } from '../../workbooks/export/data.ts'
import { evaluationWorkbook } from '../../workbooks/export/evaluation/book.ts'
import { evaluationYearWorkbook } from '../../workbooks/export/evaluation/year-book.ts'
import { readLayout } from '../../workbooks/export/layout/read-layout.ts'
import { valuesOnly, type WorkbookModel } from '../../workbooks/export/model/model.ts'
import { performanceWorkbook } from '../../workbooks/export/performance/book.ts'
import { rosterWorkbook } from '../../workbooks/export/roster/book.ts'
import { tasksWorkbook } from '../../workbooks/export/tasks/book.ts'
import { digestModel } from '../../workbooks/export/verify/digest.ts'
import { writeWorkbook } from '../../workbooks/export/write/write-workbook.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { requirePeriod } from '../evaluation/periods.ts'
import { newestVersion } from '../evaluation/result-versions.ts'
import { mainModulesOf } from '../people/assignments.ts'
import { logExport } from './export-log.ts'
import type { ExportAbout } from './gather-common.ts'
import { gatherEvaluation, gatherEvaluationYear } from './gather-evaluation.ts'
import { gatherPerformance } from './gather-performance.ts'
import { gatherRoster } from './gather-roster.ts'
import { gatherTasks } from './gather-tasks.ts'
import { exportFileWords } from './vocabulary.ts'

export interface ExportInput {
  readonly workbook: 'evaluation' | 'performance' | 'tasks' | 'roster'
  /** `2026Q1` or `2026`; a roster needs none. */
  readonly period: string
  readonly copy: 'working' | 'official'
}

interface Book {
  readonly meta: ExportMeta
  readonly model: WorkbookModel
}

/** Makes a workbook, enters it into the export log with a digest of each cell, and hands it over; a failure leaves no file. */
export async function runExport(app: App, guard: Guarded, input: ExportInput): Promise<{ readonly file: File }> {
  const about = { exportId: app.environment.newId(), exportedBy: guard.actor.name, now: guard.now }
  const { meta, model } = await buildBook(app, guard, input, about)
  const folder = mkdtempSync(path.join(app.environment.temporary, 'export-'))
  try {
    const target = path.join(folder, 'book.xlsx')
    await writeWorkbook(model, target)
    const bytes = readFileSync(target)
    const fileName = fileNameOf(guard.read, input, meta, dayInChina(guard.now))
    const fileDigest = createHash('sha256').update(bytes).digest('hex')
    const digest = digestModel(model)
    guard.mutate({
      about: () => ({ modules: guard.view.kind === 'all' ? [] : guard.view.modules }),
      write: (tx, at) => logExport(tx, { id: about.exportId, fileName, workbook: input.workbook, copy: input.copy, periodCode: meta.periodCode, at, actor: guard.actor.name, fileDigest }, digest),
      audit: () => ({ subject: about.exportId, detail: { ...input, fileName, fileDigest } }),
    })
    return { file: new File([new Uint8Array(bytes)], fileName) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function buildBook(app: App, guard: Guarded, input: ExportInput, about: ExportAbout): Promise<Book> {
  const book = await workingBook(app, guard, input, about)
  return input.copy === 'official' ? { ...book, model: valuesOnly(book.model) } : book
}

async function workingBook(app: App, guard: Guarded, input: ExportInput, about: ExportAbout): Promise<Book> {
  const { read, view, actor } = guard
  if (input.workbook === 'roster') {
    const today = dayInChina(guard.now)
    const isVisible = (staffId: string) => view.kind === 'all' || mainModulesOf(read, staffId, today).some((id) => view.modules.includes(id))
    const mayUnmask = grantsOf('idNo.unmask', actor.standing.roles).length > 0
    const data = gatherRoster(read, about, app.keys, isVisible, mayUnmask)
    return { meta: data.meta, model: rosterWorkbook(data, await readLayout('roster')) }
  }
  const row = requirePeriod(read, input.period)
  if (input.workbook === 'tasks') {
    const data = gatherTasks(read, about, row, view.kind === 'all' ? 'all' : view.modules)
    return { meta: data.meta, model: tasksWorkbook(data, await readLayout('tasks')) }
  }
  // Both report the whole township person by person; ranks and means of a part of it would be other numbers.
  guard.requireScope({})
  if (input.workbook === 'performance') {
    const data = gatherPerformance(read, about, row)
    if (data.people.length === 0) throw new Refusal('not_frozen', { period: row.code })
    return { meta: data.meta, model: performanceWorkbook(data, await readLayout('performance')) }
  }
  if (row.kind === 'year') {
    const data = gatherEvaluationYear(read, about, row)
    return { meta: data.meta, model: evaluationYearWorkbook(data, await readLayout('evaluation-year')) }
  }
  const data = gatherEvaluation(read, about, row)
  return { meta: data.meta, model: evaluationWorkbook(data, await readLayout('evaluation')) }
}

/** `清溪镇_四维考评_2026Q1_v1_20260408.xlsx` */
function fileNameOf(read: Read, input: ExportInput, meta: ExportMeta, today: string): string {
  const period = meta.periodCode === null ? null : requirePeriod(read, meta.periodCode)
  const version = period === null || input.workbook === 'tasks' ? null : newestVersion(read, period.id)
  const parts = [meta.township, exportFileWords.workbooks[input.workbook], meta.periodCode, version === null ? null : `v${version.resultVersion}`, today.replaceAll('-', ''), exportFileWords.copies[input.copy]]
  return `${parts.filter((part) => part !== null && part !== '').join('_').replace(/[\\/:*?"<>|\s]/g, '')}.xlsx`
}
