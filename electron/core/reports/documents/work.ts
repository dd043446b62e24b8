import { asc, eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { supervisionDayStateNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { moduleTable, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { meetingRow } from '../../tasks/meetings/subject.ts'
import { agendaOf, describeDay, requireDay } from '../../tasks/supervision/days.ts'
import { weeklyList } from '../../tasks/tasks/weekly.ts'
import type { Making } from './make-document.ts'
import { documentWords as words } from './vocabulary.ts'

const compact = (day: string): string => day.replaceAll('-', '')

function moduleName(read: Read, id: string): string {
  return read.select({ name: moduleTable.name }).from(moduleTable).where(eq(moduleTable.id, id)).get()?.name ?? ''
}

/** 会议纪要 of one meeting. Refusal: `not_in_state` where nothing was recorded. */
export function minutesDocument({ read }: Guarded, id: string): Making {
  const row = meetingRow(read, id)
  if (row.minutes === null || row.minutes.trim() === '') throw new Refusal('not_in_state', { state: words.noMinutes, action: words.act })
  const convener = row.convenerId === null ? '' : (read.select({ name: staff.name }).from(staff).where(eq(staff.id, row.convenerId)).get()?.name ?? '')
  const tokens = {
    meeting: row.title,
    when: words.when(words.day(row.date), row.time),
    place: row.place ?? '',
    convener,
    module: moduleName(read, row.moduleId),
    attendees: row.attendees ?? '',
    minutes: row.minutes,
    compactMeetingDate: compact(row.date),
  }
  return { template: 'minutes', periodCode: null, documents: [{ tokens, lists: {} }], detail: { meeting: id } }
}

/** 督查通报 of a 督查日 that was held. Refusals: `not_in_state`, `out_of_scope`. */
export function supervisionDocument(guard: Guarded, id: string): Making {
  const { read, now } = guard
  const row = requireDay(read, id)
  guard.requireScope({ modules: [row.moduleId] })
  if (row.state !== 'held') throw new Refusal('not_in_state', { state: supervisionDayStateNames[row.state], action: words.circulate })
  const found = agendaOf(read, row, dayInChina(now)).map(({ title, hosts, due, finding }) => ({ title, hosts: hosts.join(words.joiner), due: words.day(due), finding }))
  const tokens = { module: describeDay(read, row).moduleName, day: words.day(row.date), compactDay: compact(row.date), inspectors: row.inspectors, findings: row.findings ?? '' }
  return { template: 'supervision', periodCode: null, documents: [{ tokens, lists: { found } }], detail: { day: id } }
}

/** How many the list leaves out; nothing where it has them all. */
function moreOf({ total, rows }: { readonly total: number; readonly rows: readonly unknown[] }): string {
  return total > rows.length ? String(total - rows.length) : ''
}

interface Week {
  readonly from: string
  readonly to: string
  readonly moduleId?: string | undefined
}

/** Whose week it is: the whole township, one module, or those of the caller's office; `out_of_scope` for who has none, or not that one. */
function scopeOf({ read, view, requireScope }: Guarded, moduleId: string | undefined): string {
  if (moduleId !== undefined) {
    requireScope({ modules: [moduleId] })
    return moduleName(read, moduleId)
  }
  if (view.kind === 'all') return words.township
  if (view.modules.length === 0) throw new Refusal('out_of_scope')
  return read.select({ name: moduleTable.name }).from(moduleTable).where(inArray(moduleTable.id, [...view.modules])).orderBy(asc(moduleTable.seq)).all().map(({ name }) => name).join(words.joiner)
}

/** 周清单通报 of the tasks in the view of an office. Refusal: `out_of_scope`. */
export function weeklyDocument(guard: Guarded, { from, to, moduleId }: Week): Making {
  const scope = scopeOf(guard, moduleId)
  const { due, milestones, late, finished } = weeklyList(guard, { from, to, on: dayInChina(guard.now), moduleId })
  const line = (task: (typeof due.rows)[number]) => ({ title: task.title, module: task.moduleName, hosts: task.hosts.join(words.joiner), due: task.due, progress: words.percent(task.progress), completedOn: task.completedOn ?? '' })
  const tokens = {
    scope,
    from: words.day(from),
    to: words.day(to),
    compactFrom: compact(from),
    dueCount: String(due.total),
    milestoneCount: String(milestones.total),
    lateCount: String(late.total),
    finishedCount: String(finished.total),
    dueMore: moreOf(due),
    milestoneMore: moreOf(milestones),
    lateMore: moreOf(late),
    finishedMore: moreOf(finished),
  }
  return { template: 'weekly', periodCode: null, documents: [{ tokens, lists: { due: due.rows.map(line), milestones: milestones.rows.map((row) => ({ ...line(row), milestone: row.milestone, due: row.milestoneDue })), late: late.rows.map(line), finished: finished.rows.map(line) } }], detail: { from, to } }
}
