import { chineseText, compact } from '../../cells/clean-text.ts'
import type { BodyRow } from './body-rows.ts'
import { taskKind, type TaskKey } from './columns.ts'
import type { ModuleIndex } from './modules.ts'
import { isBlankMark, readDate } from '../../cells/read-date.ts'
import { readTextOf } from './read-text.ts'
import { splitNames } from './split-names.ts'
import type { ReadRow, RowIssue, TaskDraft, TaskIssueCode } from './types.ts'
import { issueMessages } from './vocabulary.ts'

export interface TaskReading {
  readonly moduleNamed: ModuleIndex
  /** Of the title that a row stands under. */
  readonly moduleTitled: ModuleIndex
  /** Numbers came as text, so a last zero may be gone. */
  readonly fromCsv: boolean
}

type Row = BodyRow<TaskKey>
type Report = (key: TaskKey, code: TaskIssueCode, message: string) => void

const specOf = new Map(taskKind.columns.map((spec) => [spec.key, spec]))

export function taskLabel(key: TaskKey): string {
  return specOf.get(key)?.label ?? key
}

function filled(row: Row, key: TaskKey): string | null {
  const text = row.cells.get(key)?.text ?? ''
  return text === '' || isBlankMark(text) ? null : text
}

function short(row: Row, key: TaskKey, report: Report, tidy: (text: string) => string = chineseText): string | null {
  const raw = filled(row, key)
  const text = raw === null ? '' : tidy(raw)
  if (text === '') return null
  const limit = specOf.get(key)?.maxLength ?? 0
  if ([...text].length <= limit) return text
  report(key, 'too_long', issueMessages.tooLong(limit))
  return null
}

function names(row: Row, key: 'hosts' | 'cohosts'): readonly string[] {
  const cell = row.cells.get(key)?.raw
  return cell?.kind === 'text' ? splitNames(cell.text) : []
}

function weightOf(row: Row, report: Report): number | null {
  const text = filled(row, 'weight')
  if (text === null) return null
  const weight = Number(compact(text))
  if (weight === 1 || weight === 2 || weight === 3) return weight
  report('weight', 'weight_invalid', issueMessages.weightInvalid(compact(text).slice(0, 20)))
  return null
}

function lastDayOf(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)
}

/** A day; a deadline that names only its month (3月底前) ends with it. */
function dayOf(row: Row, key: 'issuedOn' | 'due', { fromCsv }: TaskReading, report: Report): string | null {
  const cell = row.cells.get(key)?.raw
  const reading = readDate(cell?.kind === 'text' ? { kind: 'text', text: cell.text.replace(/(?:底|月末)?(?:以前|之前|前)?\s*$/u, '') } : cell)
  if (reading.kind === 'empty') return null
  const written = (row.cells.get(key)?.text ?? '').slice(0, 20)
  if (key === 'due' && reading.kind === 'date' && reading.day === null && reading.perhapsOctober && (fromCsv || cell?.kind === 'number')) {
    report(key, 'date_invalid', issueMessages.octoberOrNot(written))
    return null
  }
  const day = reading.kind === 'date' ? (reading.day ?? (key === 'due' ? lastDayOf(reading.month) : null)) : null
  if (day === null) report(key, 'date_invalid', issueMessages.dayInvalid(written))
  return day
}

/** Reads one row of a task ledger with all its errors; people are looked up when matching. */
export function readTaskRow(row: Row, context: TaskReading): ReadRow<TaskDraft, TaskIssueCode> {
  const errors: RowIssue<TaskIssueCode>[] = []
  const report: Report = (key, code, message) => errors.push({ column: taskLabel(key), code, message })
  const unread = (key: TaskKey) => errors.some((error) => error.column === taskLabel(key))
  const moduleText = filled(row, 'module')
  const module = moduleText === null ? context.moduleTitled(row.section ?? '') : context.moduleNamed(moduleText)
  if (moduleText !== null && module === null) report('module', 'module_unknown', issueMessages.moduleUnknown(compact(moduleText).slice(0, 20)))
  const draft: TaskDraft = {
    docNo: short(row, 'docNo', report, compact),
    title: short(row, 'title', report),
    module: module?.code ?? null,
    moduleName: module?.name ?? null,
    hosts: names(row, 'hosts'),
    cohosts: names(row, 'cohosts'),
    weight: weightOf(row, report),
    issuedOn: dayOf(row, 'issuedOn', context, report),
    due: dayOf(row, 'due', context, report),
    remark: short(row, 'remark', report),
  }
  const needed = [['title', draft.title], ['module', draft.module], ['hosts', draft.hosts[0] ?? null], ['due', draft.due]] as const
  for (const [key, value] of needed) if (value === null && !unread(key)) report(key, 'required', issueMessages.required(taskLabel(key)))
  if (draft.issuedOn !== null && draft.due !== null && draft.due < draft.issuedOn) report('due', 'dates_backwards', issueMessages.datesBackwards)
  return { row: row.row, draft, errors, notices: [], read: readTextOf(taskKind, row) }
}
