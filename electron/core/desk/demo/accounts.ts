import type { Role } from '../../../../shared/domain/township/access/roles.ts'
import type { TownshipBundle } from '../bundle/bundle.ts'
import type { DemoPerson } from './person.ts'
import type { Roster } from './roster.ts'
import { stockDay } from './task-course.ts'

type Account = TownshipBundle['accounts'][number]

const leaderAccounts = 3
const clerkModules = ['party', 'govern', 'economy', 'service'] as const
const officeModule = 'coordinate'
const officeRoles = ['inspector', 'sysadmin', 'secadmin', 'auditor'] as const

/** Accounts named like their owners; whoever shares a name has none. */
export function makeAccounts(roster: Roster): readonly Account[] {
  const names = roster.people.map(({ staff }) => staff.name)
  const unique = ({ staff }: DemoPerson): boolean => names.filter((name) => name === staff.name).length === 1
  const account = ({ staff }: DemoPerson, role: Role): Account => ({ name: staff.name, staff: staff.code, roles: [role] })
  const holders = (office: 'head' | 'lead_a'): readonly DemoPerson[] => roster.offices.filter((row) => row.office === office).map((row) => roster.person(row.staff))
  const ofModule = (module: string): readonly DemoPerson[] =>
    roster
      .membersOf(module, stockDay)
      .filter((person) => person.place.module === module && person.staff.track === 'staff' && person.staff.status === 'active' && (person.staff.joinedOn ?? '') < '2026' && unique(person))
  const office = ofModule(officeModule)
  return [
    ...roster.principals.filter(unique).map((person) => account(person, 'principal')),
    ...holders('lead_a').filter(unique).slice(0, leaderAccounts).map((person) => account(person, 'leader')),
    ...holders('head').filter(unique).map((person) => account(person, 'head')),
    ...office.slice(0, officeRoles.length).flatMap((person, index) => officeRoles.slice(index, index + 1).map((role) => account(person, role))),
    ...clerkModules.flatMap((module) => ofModule(module).slice(0, 1)).map((person) => account(person, 'clerk')),
  ]
}
