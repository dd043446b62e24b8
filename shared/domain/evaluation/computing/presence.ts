import { daysIn, daysOutside, dayNumber, dayText, lengthInDays, overlap, unite } from '../../../lib/calendar-day.ts'
import type { DayRange } from '../../../lib/calendar-day.ts'
import { groupBy } from '../../../lib/group-by.ts'
import { compareText } from '../../../lib/text-order.ts'
import type { LeaveKind } from '../../people/codes.ts'
import type { Assignment, CaseStaff, Dated } from '../../plans/case.ts'
import type { ModuleDays } from './outcome.ts'

/** Covered days on which the same assignments are held. */
export interface Stretch extends DayRange {
  readonly held: readonly Assignment[]
}

/** Where a person was in the period, cut to it. `modules` begins with the primary one and is never empty. */
export interface Presence {
  readonly stretches: readonly Stretch[]
  readonly covered: readonly DayRange[]
  readonly coveredDays: number
  readonly primaryModule: string
  readonly modules: readonly ModuleDays[]
  readonly daysByModule: ReadonlyMap<string, number>
}

/** The days of a dated row within the period, or null. An open end reaches to the period's end. */
export function cutToPeriod(row: Dated, period: DayRange): DayRange | null {
  return overlap({ from: dayNumber(row.from), to: row.to === null ? period.to : dayNumber(row.to) }, period)
}

/** All days of dated rows within the period; rows without one are left out. */
export function rangesInPeriod(rows: readonly Dated[], period: DayRange): readonly DayRange[] {
  return rows.flatMap((row) => cutToPeriod(row, period) ?? [])
}

interface HeldModule extends DayRange {
  readonly assignment: InModule
}

interface HeldAssignment extends HeldModule {
  readonly assignment: Assignment
}

/** A dated row that puts a person into a module. */
export interface InModule extends Dated {
  readonly module: string
}

function stretchesOf(held: readonly HeldAssignment[]): readonly Stretch[] {
  const starts = new Set(held.flatMap((row) => [row.from, row.to + 1]))
  const edges = [...starts].sort((a, b) => a - b)
  return edges.flatMap((from, index) => {
    const next = edges[index + 1]
    if (next === undefined) return []
    const during = held.filter((row) => row.from <= from && row.to >= next - 1).map((row) => row.assignment)
    return during.length === 0 ? [] : [{ from, to: next - 1, held: during }]
  })
}

/** Primary module first: most days, then the later start of the latest assignment there, then the larger module id. */
function modulesOf(held: readonly HeldModule[]): readonly ModuleDays[] {
  const byModule = groupBy(held, (row) => row.assignment.module)
  const modules = Array.from(byModule, ([module, rows]) => ({
    module,
    days: daysIn(rows),
    latestStart: rows.map((row) => row.assignment.from).reduce((latest, from) => (from > latest ? from : latest)),
  }))
  return modules.sort((a, b) => b.days - a.days || compareText(b.latestStart, a.latestStart) || compareText(b.module, a.module))
}

/** The module a person is counted to in the period; null without a day in any. */
export function primaryModuleOf(assignments: readonly InModule[], period: DayRange): string | null {
  const held = assignments.flatMap((assignment) => {
    const days = cutToPeriod(assignment, period)
    return days === null ? [] : [{ ...days, assignment }]
  })
  return modulesOf(held)[0]?.module ?? null
}

/** Null when the person holds no assignment on any day of the period (then he is not scored). */
export function presenceOf(staff: CaseStaff, period: DayRange): Presence | null {
  const held = staff.assignments.flatMap((assignment) => {
    const days = cutToPeriod(assignment, period)
    return days === null ? [] : [{ ...days, assignment }]
  })
  const modules = modulesOf(held)
  const primary = modules[0]
  if (primary === undefined) return null
  const covered = unite(held)
  return {
    stretches: stretchesOf(held),
    covered,
    coveredDays: covered.reduce((days, range) => days + lengthInDays(range), 0),
    primaryModule: primary.module,
    modules,
    daysByModule: new Map(modules.map((row) => [row.module, row.days])),
  }
}

/** Days of the period held by `ranges` on which the person is on no leave of the given kinds (any kind when null). */
export function daysNotOnLeave(staff: CaseStaff, ranges: readonly DayRange[], period: DayRange, kinds: ReadonlySet<LeaveKind> | null): number {
  const leaves = staff.leaves.filter((leave) => kinds === null || kinds.has(leave.kind))
  return daysOutside(ranges, rangesInPeriod(leaves, period))
}

/** The two ends of a range as texts. */
export function rangeTexts(range: DayRange): { readonly from: string; readonly to: string } {
  return { from: dayText(range.from), to: dayText(range.to) }
}
