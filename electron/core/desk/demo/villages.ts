import type { TownshipBundle } from '../bundle/bundle.ts'
import { diceOf } from './dice.ts'
import { isOrdinary, type DemoPerson } from './person.ts'
import type { VillagesTable } from './tables.ts'
import { plusDays } from './workdays.ts'

export type DemoVillage = TownshipBundle['villages'][number]
export type TeamMember = TownshipBundle['teamMembers'][number]

const firstDay = '2025-01-01'
const reshuffleDay = '2026-04-01'
const peopleInNoTeam = 9
const peopleInTwoTeams = 11
const peopleWhoChange = 4

/** 村社 with their 团长: every 班子成员 leads one team, some lead two. */
export function makeVillages(seed: number, people: readonly DemoPerson[], table: VillagesTable): readonly DemoVillage[] {
  const dice = diceOf(seed, 'villages')
  const leaders = people.filter(({ staff }) => staff.track === 'leader')
  const order = [...dice.shuffled(leaders), ...dice.shuffled(leaders)]
  return table.villages.map(({ name }, index) => ({ code: `V${String(index + 1).padStart(2, '0')}`, name, teamLeader: order[index]?.staff.code ?? null }))
}

function startOf({ staff }: DemoPerson): string {
  return staff.joinedOn !== null && staff.joinedOn > firstDay ? staff.joinedOn : firstDay
}

/** 组团 members: the leaders in the teams they lead; of the others most in one team, some in two, some in none, some changing at the second quarter. */
export function makeTeamMembers(seed: number, people: readonly DemoPerson[], villages: readonly DemoVillage[]): readonly TeamMember[] {
  const dice = diceOf(seed, 'teams')
  const codes = villages.map(({ code }) => code)
  const led = villages.flatMap(({ code, teamLeader }) => (teamLeader === null ? [] : [{ staff: teamLeader, village: code, from: firstDay, to: null }]))
  const others = people.filter(({ staff }) => staff.track !== 'excluded' && staff.track !== 'leader')
  const without = new Set(dice.shuffled(others.filter(isOrdinary)).slice(0, peopleInNoTeam))
  const members = dice.shuffled(others.filter((person) => !without.has(person)))
  const rows = members.flatMap((person, index): readonly TeamMember[] => {
    const village = codes[index % codes.length] ?? dice.pick(codes)
    const row = { staff: person.staff.code, village, from: startOf(person), to: null }
    const another = dice.pick(codes.filter((code) => code !== village))
    if (index < peopleInTwoTeams) return [row, { ...row, village: another }]
    const changes = index < peopleInTwoTeams + peopleWhoChange && row.from < reshuffleDay
    return changes ? [{ ...row, to: plusDays(reshuffleDay, -1) }, { ...row, village: another, from: reshuffleDay }] : [row]
  })
  return [...led, ...rows].sort((a, b) => (a.village === b.village ? 0 : a.village < b.village ? -1 : 1))
}
