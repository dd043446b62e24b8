import type { LeaveKind } from '../../../../shared/domain/people/codes.ts'
import type { TownshipBundle } from '../bundle/bundle.ts'
import { diceOf } from './dice.ts'
import type { DemoPerson } from './person.ts'
import { plusDays } from './workdays.ts'

/** Leaves of both quarters: kind, number of people, fewest and most days. */
const usual: readonly { readonly kind: LeaveKind; readonly people: number; readonly days: readonly [number, number] }[] = [
  { kind: 'annual', people: 16, days: [3, 10] },
  { kind: 'sick', people: 9, days: [2, 15] },
  { kind: 'personal', people: 7, days: [1, 5] },
  { kind: 'marriage', people: 2, days: [10, 15] },
  { kind: 'bereavement', people: 2, days: [3, 5] },
  { kind: 'training', people: 6, days: [5, 20] },
  { kind: 'official', people: 3, days: [2, 6] },
  { kind: 'injury', people: 1, days: [12, 20] },
]

/** A sick leave of more than half the first quarter: no valid period for its owner. */
const longIllness = { kind: 'sick', from: '2026-01-26', to: '2026-03-20' } as const
const maternity = { from: '2026-02-09', days: 158 } as const

function isYoungWoman({ staff }: DemoPerson): boolean {
  return staff.sex === 'female' && staff.birthMonth !== null && staff.birthMonth > '1988'
}

/** 请假 of the two quarters, one leave a person; nobody is moved during a long one. */
export function makeLeaves(seed: number, people: readonly DemoPerson[], assignments: TownshipBundle['assignments']): TownshipBundle['leaves'] {
  const dice = diceOf(seed, 'leaves')
  const moved = new Set(assignments.filter(({ to }) => to !== null).map(({ staff }) => staff))
  const settled = people.filter(({ staff, place }) => !moved.has(staff.code) && staff.track !== 'excluded' && staff.status === 'active' && staff.pool === null && (staff.joinedOn ?? '') < '2026' && place.office === null)
  const mother = dice.shuffled(settled.filter(isYoungWoman)).slice(0, 1)
  const ill = dice.shuffled(settled.filter((person) => !mother.includes(person) && person.place.identity === 'institution')).slice(0, 1)
  const others = [...dice.shuffled(people.filter((person) => person.staff.track !== 'excluded' && !mother.includes(person) && !ill.includes(person)))]
  const drawn = usual.flatMap(({ kind, people: count, days }) =>
    others.splice(0, count).map(({ staff }) => {
      const earliest = (staff.joinedOn ?? '') > '2026-01-05' ? 140 : 4
      const from = plusDays('2026-01-01', dice.between(earliest, 172))
      return { staff: staff.code, kind, from, to: plusDays(from, dice.between(...days) - 1) }
    }),
  )
  return [
    ...mother.map(({ staff }) => ({ staff: staff.code, kind: 'maternity' as const, from: maternity.from, to: plusDays(maternity.from, maternity.days - 1) })),
    ...ill.map(({ staff }) => ({ staff: staff.code, ...longIllness })),
    ...drawn,
  ].sort((a, b) => (a.from === b.from ? (a.staff < b.staff ? -1 : 1) : a.from < b.from ? -1 : 1))
}
