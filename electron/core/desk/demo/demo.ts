import { defaultPlan } from '../../../../shared/domain/plans/plan-presets.ts'
import { emptyContent, type TownshipBundle } from '../bundle/bundle.ts'
import { makeAccounts } from './accounts.ts'
import { makeAssignments, makeOffices } from './assignments.ts'
import { makeDeductions } from './deductions.ts'
import { makeEstablishment } from './establishment.ts'
import { makeGroups } from './groups.ts'
import { makeLeaves } from './leaves.ts'
import { blankPeriod, scoredPeriod } from './periods.ts'
import { makePoints } from './points.ts'
import { rosterOf } from './roster.ts'
import { makeServiceEvents } from './service-events.ts'
import { makeStaff } from './staff.ts'
import { readDemoTables, readTownshipTable, type TownshipTable } from './tables.ts'
import { makeTasks } from './tasks.ts'
import { makeTeamMembers, makeVillages } from './villages.ts'

type Frame = Pick<TownshipBundle, 'township' | 'modules' | 'plans'>

function frameOf(table: TownshipTable): Frame {
  return {
    township: { ...table.township, origin: 'demo' },
    modules: table.modules,
    plans: [{ code: defaultPlan.id, planVersion: 1, name: table.planName, document: defaultPlan }],
  }
}

/** The demo township without anybody: its six modules, the default plan, the periods of the year, all still to be configured. */
export function emptyDemo(): TownshipBundle {
  const table = readTownshipTable()
  return {
    ...frameOf(table),
    ...emptyContent,
    periods: table.periods.map((row) => blankPeriod({ ...row, stage: 'configuring' }, defaultPlan.id)),
  }
}

/**
 * The demo township with two quarters of work, both ready to be computed. The same seed makes the same township, always.
 * @throws ZodError when a phrase table of `resources/demo` is not as expected
 */
export function generateDemo(seed: number): TownshipBundle {
  const tables = readDemoTables()
  const frame = frameOf(tables.township)
  const people = makeStaff(seed, tables)
  const assignments = makeAssignments(seed, people, tables)
  const roster = rosterOf({ people, assignments, offices: makeOffices(people), leaves: makeLeaves(seed, people, assignments) })
  const quarters = tables.township.periods.filter(({ stage }) => stage === 'scoring')
  const villages = makeVillages(seed, people, tables.villages)
  const teamMembers = makeTeamMembers(seed, people, villages)
  const serviceEvents = makeServiceEvents(seed, roster, villages, teamMembers, quarters, tables)
  const tasks = makeTasks(seed, roster, villages, tables)
  const groups = makeGroups(seed, roster, tables.points)
  const points = makePoints(seed, roster, quarters, tables.points)
  return {
    ...frame,
    posts: tables.township.posts,
    staff: people.map(({ staff }) => staff),
    assignments: roster.assignments,
    leaves: roster.leaves,
    offices: roster.offices,
    establishment: makeEstablishment(seed, roster, frame.modules),
    villages,
    teamMembers,
    serviceEvents,
    tasks,
    groups,
    deductions: makeDeductions(seed, roster, tasks, serviceEvents, teamMembers, villages, quarters, tables),
    periods: tables.township.periods.map((row) => {
      const given = points.get(row.code)
      return given === undefined ? blankPeriod(row, defaultPlan.id) : scoredPeriod(seed, row, defaultPlan.id, roster, { modules: frame.modules, villages, groups }, given)
    }),
    accounts: makeAccounts(roster),
  }
}
