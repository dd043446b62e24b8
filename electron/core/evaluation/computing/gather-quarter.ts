import { and, asc, eq, gte, lte, notInArray } from 'drizzle-orm'
import type { CaseTask, QuarterInput } from '../../../../shared/domain/plans/case.ts'
import type { TaskStatus } from '../../../../shared/domain/plans/vocabulary.ts'
import { quarterVetoes } from '../../../../shared/domain/plans/points/codes.ts'
import { assignment, deduction, leave, modulePk, moduleTable, period, post, serviceEvent, staff, task, taskParty, teamMember, veto, village, villageRank } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { scoreText } from '../../app/rows.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { gatherGroups, gatherHonours, gatherCirculars } from './gather-points.ts'
import { gatherLeaderScores, gatherPeerCounts, gatherRatings } from './gather-scores.ts'
import { ownPools } from './gather-seconded.ts'
import { planDocumentOf, type PeriodRow } from '../../plans/periods.ts'

const neutralFactor = '1.00'

/**
 * Every input of a quarter's evaluation as it stands now, by code and in official order (`seq`): what the freeze copies.
 * A post without a score is given as missing text, which the validation of the snapshot then names.
 */
export function gatherQuarter(read: Read, row: PeriodRow): QuarterInput {
  const codes = codesById(read)
  const code = (id: string) => codes.get(id) ?? id
  const { name, kind, county, reportingUnit } = requireTownshipRow(read)
  return {
    township: { name, kind, county, reportingUnit },
    plan: planDocumentOf(read, row).quarter,
    period: { id: row.code, kind: 'quarter', start: row.start, end: row.end, freeze: row.freeze },
    modules: gatherModules(read, row),
    posts: gatherPosts(read),
    staff: gatherStaff(read, row, code),
    headRatings: gatherRatings(read, row.id, code),
    peerCounts: gatherPeerCounts(read, row.id, code),
    leaderScores: gatherLeaderScores(read, row.id, code),
    tasks: gatherTasks(read, row, code),
    villages: gatherVillages(read, row),
    teamMembers: read.select().from(teamMember).orderBy(asc(teamMember.seq)).all().map((member) => ({ staff: code(member.staffId), village: code(member.villageId), from: member.from, to: member.to })),
    serviceEvents: gatherEvents(read, row, code),
    specialGroups: gatherGroups(read, row.id, code),
    honours: gatherHonours(read, row.id, code),
    circulars: gatherCirculars(read, row.id, code),
    deductions: read
      .select()
      .from(deduction)
      .where(and(eq(deduction.state, 'approved'), gte(deduction.date, row.start), lte(deduction.date, row.end)))
      .orderBy(asc(deduction.seq))
      .all()
      .map((item) => ({ id: item.code, staff: code(item.staffId), rule: item.rule, date: item.date, exempt: item.exempt })),
    vetoes: read
      .select()
      .from(veto)
      .where(eq(veto.periodId, row.id))
      .orderBy(asc(veto.seq))
      .all()
      .flatMap(({ staffId, effect }) => {
        const known = quarterVetoes.find((other) => other === effect)
        return known === undefined ? [] : [{ staff: code(staffId), effect: known }]
      }),
  }
}

function codesById(read: Read): ReadonlyMap<string, string> {
  const tables = [staff, moduleTable, post, village] as const
  return new Map(tables.flatMap((table) => read.select({ id: table.id, code: table.code }).from(table).all().map(({ id, code }) => [id, code])))
}

type CodeOf = (id: string) => string

function gatherModules(read: Read, row: PeriodRow): QuarterInput['modules'] {
  const factors = new Map(read.select().from(modulePk).where(eq(modulePk.periodId, row.id)).all().map(({ moduleId, factor }) => [moduleId, factor]))
  return read
    .select()
    .from(moduleTable)
    .orderBy(asc(moduleTable.seq))
    .all()
    .map(({ id, code, name }) => ({ id: code, name, pkFactor: factors.get(id) ?? neutralFactor }))
}

function gatherPosts(read: Read): QuarterInput['posts'] {
  return read
    .select()
    .from(post)
    .orderBy(asc(post.seq))
    .all()
    .map((row) => {
      const { workload, difficulty, risk } = row
      const factors = workload === null || difficulty === null || risk === null ? null : { workload: Number(workload), difficulty: Number(difficulty), risk: Number(risk) }
      return { id: row.code, name: row.name, score: scoreText(row) ?? '', coefficient: row.coefficient, factors }
    })
}

function gatherStaff(read: Read, row: PeriodRow, code: CodeOf): QuarterInput['staff'] {
  const assignments = groupByStaff(read.select().from(assignment).orderBy(asc(assignment.seq)).all())
  const leaves = groupByStaff(read.select().from(leave).orderBy(asc(leave.seq)).all())
  const earlier = earlierRejections(read, row)
  const poolOf = ownPools(read, row)
  return read
    .select()
    .from(staff)
    .orderBy(asc(staff.seq))
    .all()
    .map((person) => ({
      id: person.code,
      name: person.name,
      identity: person.identity,
      track: person.track,
      status: person.status,
      pool: poolOf(person),
      priorRejections: earlier(person),
      assignments: (assignments.get(person.id) ?? []).map(({ moduleId, postId, from, to }) => ({ module: code(moduleId), post: code(postId), from, to })),
      leaves: (leaves.get(person.id) ?? []).map(({ kind, from, to }) => ({ kind, from, to })),
    }))
}

/**
 * 被退回反馈 of the calendar year before the period: those of earlier periods kept here, and in the year of the first period
 * what the person brought along.
 */
function earlierRejections(read: Read, row: PeriodRow): (person: { readonly id: string; readonly priorRejections: number }) => number {
  const first = read.select({ start: period.start }).from(period).where(eq(period.kind, 'quarter')).orderBy(asc(period.start)).limit(1).get()?.start ?? row.start
  const year = row.start.slice(0, 4)
  const from = first > `${year}-01-01` ? first : `${year}-01-01`
  const counted = groupByStaff(
    read
      .select()
      .from(deduction)
      .where(and(eq(deduction.rule, 'rejected_feedback'), eq(deduction.state, 'approved'), eq(deduction.exempt, false), gte(deduction.date, from)))
      .all()
      .filter(({ date }) => date < row.start),
  )
  return ({ id, priorRejections }) => (first.slice(0, 4) === year ? priorRejections : 0) + (counted.get(id)?.length ?? 0)
}

/** Of the longest tables only what the evaluation looks at: mapping the rest took as long as reading it. */
const taskColumns = { id: task.id, code: task.code, title: task.title, moduleId: task.moduleId, weight: task.weight, due: task.due, state: task.state, exempt: task.exempt, completedOn: task.completedOn, reworks: task.reworks, quality: task.quality }
const partyColumns = { taskId: taskParty.taskId, staffId: taskParty.staffId, role: taskParty.role, completedOn: taskParty.completedOn, reworks: taskParty.reworks, quality: taskParty.quality }
const eventColumns = { staffId: serviceEvent.staffId, villageId: serviceEvent.villageId, date: serviceEvent.date, kind: serviceEvent.kind, household: serviceEvent.household, quantity: serviceEvent.quantity, state: serviceEvent.state }

function gatherTasks(read: Read, row: PeriodRow, code: CodeOf): readonly CaseTask[] {
  const isOfQuarter = and(gte(task.due, row.start), lte(task.due, row.end), notInArray(task.state, ['draft', 'pending']))
  const rows = read.select(taskColumns).from(task).where(isOfQuarter).orderBy(asc(task.seq)).all()
  const parties = Map.groupBy(read.select(partyColumns).from(taskParty).innerJoin(task, eq(task.id, taskParty.taskId)).where(isOfQuarter).orderBy(asc(taskParty.seq)).all(), ({ taskId }) => taskId)
  return rows.flatMap((item) => {
    const { weight } = item
    if (weight !== 1 && weight !== 2 && weight !== 3) return []
    return [
      {
        id: item.code,
        title: item.title,
        module: code(item.moduleId),
        weight,
        due: item.due,
        status: statusOf(item),
        completedOn: item.completedOn,
        reworks: item.reworks,
        quality: item.quality,
        parties: (parties.get(item.id) ?? []).map(({ staffId, role, completedOn, reworks, quality }) => ({ staff: code(staffId), role, completedOn, reworks, quality })),
      },
    ]
  })
}

/** What the evaluation sees of a task: only a verified one is completed. */
function statusOf({ state, exempt }: { readonly state: string; readonly exempt: boolean }): TaskStatus {
  if (exempt) return 'exempt'
  if (state === 'revoked' || state === 'suspended') return state
  return state === 'completed' || state === 'closed' ? 'completed' : 'open'
}

function gatherVillages(read: Read, row: PeriodRow): QuarterInput['villages'] {
  const ranks = new Map(read.select().from(villageRank).where(eq(villageRank.periodId, row.id)).all().map(({ villageId, rank }) => [villageId, rank]))
  return read.select().from(village).orderBy(asc(village.seq)).all().map(({ id, code, name }) => ({ id: code, name, quarterRank: ranks.get(id) ?? null }))
}

function gatherEvents(read: Read, row: PeriodRow, code: CodeOf): QuarterInput['serviceEvents'] {
  return read
    .select(eventColumns)
    .from(serviceEvent)
    .where(and(gte(serviceEvent.date, row.start), lte(serviceEvent.date, row.end)))
    .orderBy(asc(serviceEvent.seq))
    .all()
    .map(({ staffId, villageId, date, kind, household, quantity, state }) => ({ staff: code(staffId), village: code(villageId), date, kind, household, quantity, verified: state === 'verified' }))
}

function groupByStaff<Row extends { readonly staffId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ staffId }) => staffId)
}
