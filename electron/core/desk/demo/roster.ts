import { groupBy } from '../../../../shared/lib/group-by.ts'
import type { Range, TownshipBundle } from '../bundle/bundle.ts'
import type { DemoPerson } from './person.ts'
import { daysBetween } from './workdays.ts'

/** Who stands where, and the questions every later part of the demo asks about it. */
export interface Roster {
  readonly people: readonly DemoPerson[]
  readonly assignments: TownshipBundle['assignments']
  readonly offices: TownshipBundle['offices']
  readonly leaves: TownshipBundle['leaves']
  /** Everybody who is scored: all but the 党政正职. */
  readonly scored: readonly DemoPerson[]
  readonly principals: readonly DemoPerson[]
  readonly person: (code: string) => DemoPerson
  /** Modules in which the person holds an assignment on the day, in the order of the assignments. */
  readonly modulesOf: (code: string, day: string) => readonly string[]
  readonly membersOf: (module: string, day: string) => readonly DemoPerson[]
  /** Days of the range on which the person holds an assignment in the module. */
  readonly daysIn: (code: string, module: string, range: { readonly from: string; readonly to: string }) => number
  readonly isAway: (code: string, day: string) => boolean
  readonly holder: (module: string, office: 'head' | 'deputy' | 'lead_a' | 'lead_b', day: string) => string
}

export function covers(range: Range, day: string): boolean {
  return range.from <= day && (range.to === null || day <= range.to)
}

/** Days that two ranges share. */
export function sharedDays(range: Range, other: { readonly from: string; readonly to: string }): number {
  const from = range.from > other.from ? range.from : other.from
  const to = range.to !== null && range.to < other.to ? range.to : other.to
  return Math.max(0, daysBetween(from, to) + 1)
}

/** Answers from the rows; the rows of one person in one module never overlap. */
export function rosterOf(rows: Pick<Roster, 'people' | 'assignments' | 'offices' | 'leaves'>): Roster {
  const byCode = new Map(rows.people.map((person) => [person.staff.code, person]))
  const assignments = groupBy(rows.assignments, ({ staff }) => staff)
  const leaves = groupBy(rows.leaves, ({ staff }) => staff)
  const scored = rows.people.filter(({ staff }) => staff.track !== 'excluded')

  function person(code: string): DemoPerson {
    const found = byCode.get(code)
    if (found === undefined) throw new RangeError(`no such person: ${code}`)
    return found
  }

  function modulesOf(code: string, day: string): readonly string[] {
    return (assignments.get(code) ?? []).filter((row) => covers(row, day)).map(({ module }) => module)
  }

  return {
    ...rows,
    scored,
    principals: rows.people.filter(({ staff }) => staff.track === 'excluded'),
    person,
    modulesOf,
    membersOf: (module, day) => scored.filter(({ staff }) => modulesOf(staff.code, day).includes(module)),
    daysIn: (code, module, range) =>
      (assignments.get(code) ?? []).filter((row) => row.module === module).reduce((days, row) => days + sharedDays(row, range), 0),
    isAway: (code, day) => (leaves.get(code) ?? []).some((row) => covers(row, day)),
    holder(module, office, day) {
      const found = rows.offices.find((row) => row.module === module && row.office === office && covers(row, day))
      if (found === undefined) throw new RangeError(`${module} has no ${office} on ${day}`)
      return found.staff
    },
  }
}
