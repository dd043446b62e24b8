import type { BundleGroup } from '../bundle/bundle.ts'
import { diceOf, type Dice } from './dice.ts'
import type { DemoPerson } from './person.ts'
import { sharedDays, type Roster } from './roster.ts'
import type { PointsTable } from './tables.ts'
import { plusDays } from './workdays.ts'

type GroupRow = PointsTable['groups'][number]
type Member = BundleGroup['members'][number]

/** Most stay to the end of the group; some come later, some leave earlier. */
function datesOf(dice: Dice, group: GroupRow): { readonly from: string; readonly to: string | null } {
  if (dice.chance(0.12)) return { from: group.from, to: plusDays(group.from < '2026-02-01' ? '2026-02-01' : group.from, dice.between(20, 70)) }
  const late = plusDays('2026-01-20', dice.between(0, 100))
  const ends = group.to !== null && group.to <= late
  return { from: dice.chance(0.15) && late > group.from && !ends ? late : group.from, to: group.to }
}

function membersOf(dice: Dice, group: GroupRow, roster: Roster, core: readonly DemoPerson[]): readonly Member[] {
  const leader = roster.holder(group.leader, 'lead_a', group.from)
  const settled = roster.scored.filter((person) => person.staff.track !== 'leader' && !core.includes(person) && (person.staff.joinedOn ?? '') < '2026')
  const able = [...settled].sort((a, b) => b.diligence - a.diligence).slice(0, 48)
  const drawn = dice.shuffled(able).slice(0, dice.between(6, 9))
  const own = core.map(({ staff }): Member => ({ staff: staff.code, role: 'core', from: group.from, to: group.to }))
  return [
    { staff: leader, role: 'leader', from: group.from, to: group.to },
    ...own,
    ...drawn.map(({ staff }, index): Member => ({ staff: staff.code, role: index < 2 ? 'core' : 'member', ...datesOf(dice, group) })),
  ]
}

/** 专项工作组; the people of the special pool (专班单列) are core of two groups each, the best workers of every other one. */
export function makeGroups(seed: number, roster: Roster, table: PointsTable): readonly BundleGroup[] {
  const dice = diceOf(seed, 'groups')
  const special = roster.scored.filter(({ staff }) => staff.pool === 'special')
  const pillars = roster.scored.filter(({ diligence }) => diligence === 1).slice(0, 4)
  return table.groups.map((group, index) => ({
    code: `G${String(index + 1).padStart(2, '0')}`,
    name: group.name,
    approvalNo: group.approvalNo,
    goal: group.goal,
    from: group.from,
    to: group.to,
    members: membersOf(dice, group, roster, [...special.filter((_, position) => position === index % special.length), ...pillars.filter((_, position) => position % 2 === index % 2)]),
  }))
}

/** 专项组评级 of a period, for the groups that worked in it. */
export function gradeGroups(dice: Dice, groups: readonly BundleGroup[], period: { readonly start: string; readonly end: string }): readonly { readonly group: string; readonly grade: string }[] {
  const range = { from: period.start, to: period.end }
  return groups
    .filter(({ from, to }) => sharedDays({ from: from ?? period.start, to }, range) > 0)
    .map(({ code }) => ({ group: code, grade: dice.weighted(['A', 'B', 'C'], (grade) => (grade === 'A' ? 3 : grade === 'B' ? 4 : 1)) }))
}
