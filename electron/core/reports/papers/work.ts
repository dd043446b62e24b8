import { asc, eq, inArray } from 'drizzle-orm'
import { monthText } from '../../../../shared/domain/villages/grids/vocabulary.ts'
import { gridsSheet, meetingsSheet, weekSheet } from '../../../workbooks/exports/papers/sheets.ts'
import { moduleTable, staff } from '../../../db/schema/index.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { scoresOf } from '../../villages/grids/scores.ts'
import { standingMeetings } from '../../tasks/meetings/list.ts'
import { weeklyList } from '../../tasks/tasks/weekly.ts'
import type { Paper } from './make-paper.ts'
import { paperWords as words } from './vocabulary.ts'

interface Days {
  readonly from: string
  readonly to: string
}

/** Whose week it is, behind the name of the township: nobody's in particular, that of modules for who sees all of theirs, or one person's. */
function scopeOf({ read, view, actor }: Guarded, moduleId: string | undefined): string {
  if (moduleId === undefined && view.kind === 'all') return ''
  const ids = view.kind === 'all' ? [moduleId ?? ''] : view.modules.filter((id) => moduleId === undefined || id === moduleId)
  const names = ids.length === 0 ? [] : read.select({ name: moduleTable.name }).from(moduleTable).where(inArray(moduleTable.id, [...ids])).orderBy(asc(moduleTable.seq)).all()
  if (names.length > 0) return words.week.module(names.map(({ name }) => name).join(words.join))
  const { staffId } = actor.standing
  return staffId === null ? '' : (read.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)).get()?.name ?? '')
}

/** 周清单 of the tasks in the caller's view, headed by whose it is. */
export function weekPaper(guard: Guarded, { from, to, moduleId }: Days & { readonly moduleId?: string | undefined }): Paper {
  const scope = scopeOf(guard, moduleId)
  const week = weeklyList(guard, { from, to, on: dayInChina(guard.now), moduleId })
  const { parts, count, more, end } = words.week
  const line = (part: string, row: (typeof week.due.rows)[number], milestone = '', due = row.due) => ({ part, number: row.docNo ?? row.code, title: row.title, milestone, module: row.moduleName, hosts: row.hosts.join(words.join), due, progress: row.progress })
  const lines = [
    ...week.due.rows.map((row) => line(parts.due, row)),
    ...week.milestones.rows.map((row) => line(parts.milestones, row, row.milestone, row.milestoneDue)),
    ...week.late.rows.map((row) => line(parts.late, row)),
    ...week.finished.rows.map((row) => line(parts.finished, row)),
  ]
  const all = [week.due, week.milestones, week.late, week.finished]
  const longest = Math.max(...all.map(({ rows }) => rows.length))
  const counts = [
    ...[count(parts.due, week.due.total), count(parts.milestones, week.milestones.total), count(parts.late, week.late.total), count(parts.finished, week.finished.total)],
    ...(all.some(({ total, rows }) => total > rows.length) ? [more(longest)] : []),
  ]
  return { name: words.names.week(scope, from), period: null, sheets: [weekSheet({ scope, from: words.day(from), to: words.day(to), counts: `${counts.join(words.semicolon)}${end}`, lines })] }
}

/** 一周会议安排: those that were not cancelled, by day and time. */
export function meetingsPaper({ read }: Guarded, { from, to }: Days): Paper {
  const { when, weekdays, exception } = words.meetings
  const meetings = standingMeetings(read, { from, to }).map(({ date, time, title, place, convenerName, attendees, exceptionReason, exceptionByName }) => ({
    when: when(date, weekdays.charAt(new Date(`${date}T00:00:00Z`).getUTCDay()), time),
    title,
    place: place ?? '',
    convener: convenerName ?? '',
    attendees: attendees ?? '',
    note: exceptionReason === null ? '' : exception(exceptionReason, exceptionByName ?? ''),
  }))
  return { name: words.names.meetings(from), period: null, sheets: [meetingsSheet({ from: words.day(from), to: words.day(to), meetings })] }
}

/** 网格月度考核 of a month, best first; what has no place stands last. */
export function gridsPaper({ read }: Guarded, month: string): Paper {
  const mark = (value: number | null) => (value === null ? null : value / 100)
  const rows = scoresOf(read, month)
  const grids = rows
    .toSorted((a, b) => (a.rank ?? rows.length + 1) - (b.rank ?? rows.length + 1))
    .map(({ rank, villageName, name, head, fullTime, routine, handling, opinion, bonus, total, note }) => ({ rank, village: villageName, name, head, fullTime, routine: mark(routine), handling: mark(handling), opinion: mark(opinion), bonus: mark(bonus), total: mark(total), note: note ?? '' }))
  return { name: words.names.grids(monthText(month)), period: null, sheets: [gridsSheet({ month: monthText(month), grids })] }
}
