import { groupBy } from '../../../../shared/lib/group-by.ts'
import type { DeductionRule } from '../../../../shared/domain/plans/points/codes.ts'
import type { BundleDeduction, BundleEvent, BundleTask } from '../bundle/bundle.ts'
import { diceOf } from './dice.ts'
import { fillSlots } from './phrase.ts'
import { covers, type Roster } from './roster.ts'
import type { DemoTables } from './tables.ts'
import { stockDay } from './task-course.ts'
import type { DemoVillage, TeamMember } from './villages.ts'
import { daysBetween, plusDays, villageTuesdays, workdayFrom } from './workdays.ts'

type Found = Omit<BundleDeduction, 'code' | 'exempt' | 'exemptReason'>

interface Quarter {
  readonly start: string
  readonly end: string
}

/** How many of each rule a quarter sees. */
const perQuarter: Readonly<Record<DeductionRule, number>> = { rejected_feedback: 9, yellow_supervision: 5, red_supervision: 2, absence: 4, negative_circular: 1 }
/** Rejections of the one person who collects most. */
const rejectionsOfOne = 5
const exemptions = 4

function hostOf({ parties }: BundleTask): string {
  return parties.find(({ role }) => role === 'host')?.staff ?? ''
}

function ofTask(task: BundleTask, rule: Exclude<DeductionRule, 'absence' | 'negative_circular'>, date: string, tables: DemoTables): Found {
  return { staff: hostOf(task), rule, date, matter: fillSlots(tables.points.deductionMatters[rule], { title: task.title, docNo: task.docNo ?? task.code }) }
}

/** Feedback returned between issue and completion. */
function rejections(tasks: readonly BundleTask[], tables: DemoTables): readonly Found[] {
  return tasks.flatMap((task) => {
    if (task.reworks === 0 || task.completedOn === null || task.issuedOn === null) return []
    const date = workdayFrom(plusDays(task.completedOn, -Math.min(3, daysBetween(task.issuedOn, task.completedOn))), tables.township.holidays)
    return [ofTask(task, 'rejected_feedback', date, tables)]
  })
}

/** 督办单 by days overdue: more than 3 yellow, more than 7 red. */
function supervisions(tasks: readonly BundleTask[], rule: 'yellow_supervision' | 'red_supervision', tables: DemoTables): readonly Found[] {
  const days = rule === 'yellow_supervision' ? 4 : 8
  return tasks.flatMap((task) => {
    if (task.state === 'suspended' || task.state === 'revoked') return []
    const date = workdayFrom(plusDays(task.due, days), tables.township.holidays)
    return date <= stockDay && (task.completedOn === null || task.completedOn > date) ? [ofTask(task, rule, date, tables)] : []
  })
}

/** Tuesdays on which a team member was neither in a village nor on leave. */
function absences(roster: Roster, events: readonly BundleEvent[], members: readonly TeamMember[], villages: readonly DemoVillage[], quarter: Quarter, tables: DemoTables): readonly Found[] {
  const seen = new Set(events.filter(({ kind }) => kind === 'tuesday').map(({ staff, date }) => `${staff} ${date}`))
  const nameOf = new Map(villages.map(({ code, name }) => [code, name]))
  const tuesdays = villageTuesdays(quarter.start, quarter.end, tables.township.holidays)
  return members.flatMap((row) =>
    tuesdays
      .filter((date) => covers(row, date) && !seen.has(`${row.staff} ${date}`) && !roster.isAway(row.staff, date))
      .map((date): Found => ({ staff: row.staff, rule: 'absence', date, matter: fillSlots(tables.points.deductionMatters.absence, { village: nameOf.get(row.village) ?? '' }) })),
  )
}

/** Named in a circular of the county, once a quarter, on its last Tuesday: one of the weaker people. */
function namings(roster: Roster, quarter: Quarter, tables: DemoTables): readonly Found[] {
  const date = villageTuesdays(quarter.start, quarter.end, tables.township.holidays).at(-1) ?? quarter.end
  return roster.scored
    .filter(({ staff, diligence }) => diligence < 0.5 && roster.modulesOf(staff.code, date).length > 0)
    .map(({ staff }): Found => ({ staff: staff.code, rule: 'negative_circular', date, matter: tables.points.deductionMatters.negative_circular }))
}

/** 扣分 of both quarters, each with its cause in the tasks or the service events; a few with an approved 尽责豁免. */
export function makeDeductions(
  seed: number,
  roster: Roster,
  tasks: readonly BundleTask[],
  events: readonly BundleEvent[],
  members: readonly TeamMember[],
  villages: readonly DemoVillage[],
  quarters: readonly Quarter[],
  tables: DemoTables,
): readonly BundleDeduction[] {
  const dice = diceOf(seed, 'deductions')
  const rejected = rejections(tasks, tables)
  const most = [...groupBy(rejected, ({ staff }) => staff).values()].reduce((best, list) => (list.length > best.length ? list : best), []).slice(0, rejectionsOfOne)
  const drawn = quarters.flatMap((quarter) => {
    const within = (list: readonly Found[]): readonly Found[] => dice.shuffled(list.filter(({ date, staff }) => quarter.start <= date && date <= quarter.end && !most.some((one) => one.staff === staff)))
    return [
      ...within(rejected).slice(0, perQuarter.rejected_feedback),
      ...within(supervisions(tasks, 'yellow_supervision', tables)).slice(0, perQuarter.yellow_supervision),
      ...within(supervisions(tasks, 'red_supervision', tables)).slice(0, perQuarter.red_supervision),
      ...within(absences(roster, events, members, villages, quarter, tables)).slice(0, perQuarter.absence),
      ...within(namings(roster, quarter, tables)).slice(0, perQuarter.negative_circular),
    ]
  })
  const found = [...most, ...drawn].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
  const exempt = new Set(dice.shuffled(found.filter(({ rule }) => rule !== 'absence' && rule !== 'negative_circular')).slice(0, exemptions))
  return found.map((one, index) => ({
    ...one,
    code: `D${String(index + 1).padStart(3, '0')}`,
    exempt: exempt.has(one),
    exemptReason: exempt.has(one) ? dice.pick(tables.points.exemptReasons) : null,
  }))
}
