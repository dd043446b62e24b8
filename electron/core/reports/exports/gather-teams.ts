import { and, asc, between, eq, getTableColumns, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { gridRoleNames } from '../../../../shared/domain/villages/grids/vocabulary.ts'
import type { GridRole, TeamRole } from '../../../../shared/domain/villages/villages/codes.ts'
import { missingRoles } from '../../../../shared/domain/villages/grids/grid-score.ts'
import { isGridMonth, isGridStopped } from '../../../../shared/domain/villages/grids/grid-stop.ts'
import { maskPhone } from '../../../../shared/domain/villages/issues/mask-phone.ts'
import { issueSourceNames, satisfactionNames } from '../../../../shared/domain/villages/issues/vocabulary.ts'
import { tuesdayThemeNames, villageKindNames } from '../../../../shared/domain/villages/villages/vocabulary.ts'
import { grid, gridPerson, moduleTable, publicIssue, serviceEvent, staff, task, teamMember, tuesdayPlan, village, villageRank } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { GridStaffing, IssueRecord, TeamsBookData, TeamVillage, TuesdayRecord, TuesdayStanding, VisitRecord } from '../../../workbooks/exports/books/teams/data.ts'
import type { BookLists, TeamList } from '../../../workbooks/exports/write/export-job.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { countRows } from '../../app/rows.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { visibleEvents } from '../../villages/events/visible.ts'
import { scoresOf } from '../../villages/grids/scores.ts'
import { visibleIssues } from '../../villages/issues/visible.ts'
import { exportMeta, type ExportAbout } from './export-meta.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { teamWords } from './vocabulary.ts'

/** Takes records as they are read, and says when the next may come. */
export type TeamSink = (rows: Partial<Pick<BookLists, TeamList>>, done: number, of: number) => Promise<void>

/** Records read at once: a chunk takes some milliseconds. */
const recordsAtOnce = 500

const visitKind = 'visit'

/**
 * 组团联村与网格 of a period: villages, grids and the Tuesdays of the township, and of the visits and 民情 those the caller may
 * see, handed on in pieces so that others get their turn; gives what stands once in the book. 组团 and 一长三员 are those of the
 * last day of the period, or of today while it lasts.
 */
export async function gatherTeams(guard: Guarded, about: ExportAbout, period: PeriodRow, sink: TeamSink): Promise<Omit<TeamsBookData, TeamList>> {
  const { read, view, actor } = guard
  const today = dayInChina(about.now)
  const day = period.end < today ? period.end : today
  const places = new Map(read.select({ id: village.id, name: village.name }).from(village).orderBy(asc(village.seq)).all().map(({ id, name }, index) => [id, { villageNo: index + 1, village: name }]))
  const context: Context = { read, today, placeOf: (id) => places.get(id) ?? { villageNo: 0, village: '' }, moduleOf: modulesByPerson(read, period.end) }
  const wanted = {
    tuesdays: between(tuesdayPlan.date, period.start, period.end),
    visits: and(eq(serviceEvent.kind, visitKind), between(serviceEvent.date, period.start, period.end), visibleEvents(read, view, today)),
    issues: and(between(publicIssue.reportedOn, period.start, period.end), visibleIssues(read, actor)),
  }
  const of = countRows(read, tuesdayPlan, wanted.tuesdays) + countRows(read, serviceEvent, wanted.visits) + countRows(read, publicIssue, wanted.issues)
  let done = 0
  const send = async (rows: Partial<Pick<BookLists, TeamList>>, count: number) => {
    done += count
    await sink(rows, done, of)
  }
  await inPieces((offset) => tuesdaysFrom(context, wanted.tuesdays, offset), (tuesdays) => send({ tuesdays }, tuesdays.length))
  await inPieces((offset) => visitsFrom(context, wanted.visits, offset), (visits) => send({ visits }, visits.length))
  await inPieces((offset) => issuesFrom(context, wanted.issues, offset), (issues) => send({ issues }, issues.length))
  return {
    meta: exportMeta(read, about, period, null),
    day,
    isWhole: view.kind === 'all',
    villages: villagesOf(context, period, day),
    grids: gridsOf(context, day),
    months: monthsOf(read, period, today),
  }
}

interface Context {
  readonly read: Read
  readonly today: string
  readonly placeOf: (villageId: string) => { readonly villageNo: number; readonly village: string }
  readonly moduleOf: (staffId: string) => string
}

async function inPieces<Row>(from: (offset: number) => readonly Row[], take: (rows: readonly Row[]) => Promise<void>): Promise<void> {
  for (let offset = 0; ; offset += recordsAtOnce) {
    const rows = from(offset)
    if (rows.length > 0) await take(rows)
    if (rows.length < recordsAtOnce) return
  }
}

function modulesByPerson(read: Read, until: string): (staffId: string) => string {
  const modules = new Map(printedPeople(read, until).map(({ id, moduleName }) => [id, moduleName]))
  return (staffId) => modules.get(staffId) ?? ''
}

function villagesOf({ read, placeOf }: Context, period: PeriodRow, day: string): readonly TeamVillage[] {
  const members = read.select({ ...getTableColumns(teamMember), name: staff.name }).from(teamMember).innerJoin(staff, eq(staff.id, teamMember.staffId)).orderBy(asc(teamMember.seq)).all()
  const served = Map.groupBy(members.filter(({ from, to }) => from <= day && (to === null || to >= period.start)), ({ villageId }) => villageId)
  const ranks = new Map(read.select().from(villageRank).where(eq(villageRank.periodId, period.id)).all().map(({ villageId, rank }) => [villageId, rank]))
  return read
    .select({ ...getTableColumns(village), leader: staff.name })
    .from(village)
    .leftJoin(staff, eq(staff.id, village.teamLeaderId))
    .orderBy(asc(village.seq))
    .all()
    .map((row) => {
      const own = served.get(row.id) ?? []
      const isPresent = ({ to }: { readonly to: string | null }) => to === null || to >= day
      const named = (role: TeamRole) => own.filter((member) => member.role === role && member.staffId !== row.teamLeaderId).map((member) => (isPresent(member) ? member.name : teamWords.leftOn(member.name, member.to ?? ''))).join(teamWords.joiner)
      const present = new Set([...own.filter(isPresent).map(({ staffId }) => staffId), ...(row.teamLeaderId === null ? [] : [row.teamLeaderId])])
      return {
        ...placeOf(row.id),
        kindLabel: villageKindNames[row.kind],
        households: row.households,
        leader: row.leader ?? '',
        cadres: named('cadre'),
        departments: named('department'),
        experts: named('expert'),
        people: present.size,
        rank: ranks.has(row.id) ? (ranks.get(row.id) ?? 'unranked') : null,
        remark: row.remark,
      }
    })
}

function tuesdaysFrom({ read, today, placeOf, moduleOf }: Context, wanted: SQL, offset: number): readonly TuesdayRecord[] {
  return read
    .select({ ...getTableColumns(tuesdayPlan), person: staff.name })
    .from(tuesdayPlan)
    .innerJoin(staff, eq(staff.id, tuesdayPlan.staffId))
    .innerJoin(village, eq(village.id, tuesdayPlan.villageId))
    .where(wanted)
    .orderBy(asc(tuesdayPlan.date), asc(village.seq), asc(tuesdayPlan.seq))
    .limit(recordsAtOnce)
    .offset(offset)
    .all()
    .map((row) => ({
      ...placeOf(row.villageId),
      date: row.date,
      person: row.person,
      moduleName: moduleOf(row.staffId),
      themeLabel: tuesdayThemeNames[row.theme],
      content: row.content ?? '',
      standing: standingOf(row, today),
      checkedInAt: row.checkedInAt === null ? '' : timeInChina(row.checkedInAt),
      result: row.result ?? '',
    }))
}

function standingOf({ date, checkedInAt }: { readonly date: string; readonly checkedInAt: string | null }, today: string): TuesdayStanding {
  if (checkedInAt !== null) return dayInChina(checkedInAt) > date ? 'late' : 'on_time'
  return date < today ? 'absent' : 'ahead'
}

/** `2026-06-16 09:12` */
function timeInChina(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

const verifier = alias(staff, 'verifier')

function visitsFrom({ read, placeOf, moduleOf }: Context, wanted: SQL | undefined, offset: number): readonly VisitRecord[] {
  return read
    .select({ ...getTableColumns(serviceEvent), person: staff.name, verifier: verifier.name })
    .from(serviceEvent)
    .innerJoin(staff, eq(staff.id, serviceEvent.staffId))
    .innerJoin(village, eq(village.id, serviceEvent.villageId))
    .leftJoin(verifier, eq(verifier.id, serviceEvent.verifiedBy))
    .where(wanted)
    .orderBy(asc(serviceEvent.date), asc(village.seq), asc(serviceEvent.seq))
    .limit(recordsAtOnce)
    .offset(offset)
    .all()
    .map((row) => ({
      ...placeOf(row.villageId),
      date: row.date,
      person: row.person,
      moduleName: moduleOf(row.staffId),
      household: row.household ?? '',
      quantity: Number(row.quantity),
      note: row.note ?? '',
      state: row.state,
      verifier: row.verifier ?? '',
      remark: row.rejectReason,
    }))
}

function issuesFrom({ read, placeOf }: Context, wanted: SQL | undefined, offset: number): readonly IssueRecord[] {
  return read
    .select({ ...getTableColumns(publicIssue), module: moduleTable.name, handler: staff.name, taskCode: task.code, taskDocNo: task.docNo })
    .from(publicIssue)
    .leftJoin(moduleTable, eq(moduleTable.id, publicIssue.moduleId))
    .leftJoin(staff, eq(staff.id, publicIssue.handlerId))
    .leftJoin(task, eq(task.id, publicIssue.taskId))
    .where(wanted)
    .orderBy(asc(publicIssue.reportedOn), asc(publicIssue.seq))
    .limit(recordsAtOnce)
    .offset(offset)
    .all()
    .map((row) => ({
      ...placeOf(row.villageId),
      code: row.code,
      reportedOn: row.reportedOn,
      sourceLabel: issueSourceNames[row.source],
      title: row.title,
      reporter: row.reporter ?? '',
      phone: row.phone === null ? '' : maskPhone(row.phone),
      moduleName: row.module ?? '',
      handler: row.handler ?? '',
      dueOn: row.due,
      state: row.state,
      result: row.result ?? '',
      closedOn: row.closedOn,
      satisfactionLabel: row.satisfaction === null ? '' : satisfactionNames[row.satisfaction],
      reworks: row.reworks,
      remark: row.taskCode === null ? null : teamWords.task(row.taskDocNo ?? row.taskCode),
    }))
}

function gridsOf({ read, placeOf }: Context, day: string): readonly GridStaffing[] {
  const people = Map.groupBy(read.select().from(gridPerson).orderBy(asc(gridPerson.seq)).all(), ({ gridId }) => gridId)
  return read
    .select(getTableColumns(grid))
    .from(grid)
    .innerJoin(village, eq(village.id, grid.villageId))
    .orderBy(asc(village.seq), asc(grid.seq))
    .all()
    .filter(({ stoppedOn }) => isGridMonth(stoppedOn, day.slice(0, 7)))
    .map((row) => {
      const own = people.get(row.id) ?? []
      const holding = own.filter(({ from, to }) => from <= day && (to === null || to >= day))
      const named = (role: GridRole) => holding.filter((person) => person.role === role).map(({ name, phone }) => (phone === null ? name : `${name}\n${maskPhone(phone)}`)).join('\n')
      return {
        village: placeOf(row.villageId).village,
        grid: row.name,
        households: row.households,
        people: { head: named('head'), full_time: named('full_time'), part_time: named('part_time'), instructor: named('instructor') },
        missing: (isGridStopped(row.stoppedOn, day) ? [] : missingRoles(own, day)).map((role) => gridRoleNames[role]).join(teamWords.joiner),
        remark: row.remark,
      }
    })
}

/** The months of the period that have any mark. */
function monthsOf(read: Read, period: PeriodRow, today: string): TeamsBookData['months'] {
  const first = Number(period.start.slice(5, 7))
  const last = Number(period.end.slice(5, 7))
  const months = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((month) => monthCode(period, month) <= today.slice(0, 7))
  return months.flatMap((month) => {
    const rows = scoresOf(read, monthCode(period, month)).map(({ villageName, name, note, head, fullTime, routine, handling, opinion, bonus, total, rank }) => ({
      village: villageName, grid: name, head, fullTime, routine, handling, opinion, bonus, total, rank, remark: note,
    }))
    return rows.some(({ routine, handling, opinion }) => routine !== null || handling !== null || opinion !== null) ? [{ month, rows }] : []
  })
}

/** `2026-03` */
function monthCode({ start }: PeriodRow, month: number): string {
  return `${start.slice(0, 4)}-${String(month).padStart(2, '0')}`
}
