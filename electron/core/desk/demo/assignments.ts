import type { TownshipBundle } from '../bundle/bundle.ts'
import { diceOf, type Dice } from './dice.ts'
import { isOrdinary, type DemoPerson } from './person.ts'
import type { DemoTables } from './tables.ts'
import { plusDays } from './workdays.ts'

type Assignment = TownshipBundle['assignments'][number]

/** Days on which one person each moves to another module; the last leaves fewer days there than a rating needs. */
const transferDays = ['2026-01-19', '2026-02-02', '2026-03-09', '2026-04-13', '2026-05-18', '2026-06-01', '2026-06-24'] as const
const peopleInTwoModules = 4
const promotionDay = '2026-04-01'
const firstDay = '2025-01-01'

function startOf(dice: Dice, { staff }: DemoPerson): string {
  const joined = staff.joinedOn ?? firstDay
  if (joined > firstDay) return joined
  return dice.weighted([firstDay, '2025-03-01', '2025-07-01'], (day) => (day === firstDay ? 4 : 1))
}

/** The first assignment, or the two of someone who moved. */
function rowsOf(dice: Dice, person: DemoPerson, modules: readonly string[], movedOn: string | null, promoted: boolean): readonly Assignment[] {
  const { module, post } = person.place
  if (module === null || post === null) return []
  const first = { staff: person.staff.code, module, post, from: startOf(dice, person), to: null }
  if (promoted) return [{ ...first, to: plusDays(promotionDay, -1) }, { ...first, post: 'backbone', from: promotionDay }]
  if (movedOn === null) return [first]
  const target = dice.pick(modules.filter((code) => code !== module))
  return [
    { ...first, to: plusDays(movedOn, -1) },
    { ...first, module: target, post: person.place.identity === 'contract' ? 'assist' : 'business', from: movedOn },
  ]
}

/** 任职 since 2025: transfers during both quarters, people in two modules at once, two who rose to a better post. */
export function makeAssignments(seed: number, people: readonly DemoPerson[], tables: DemoTables): TownshipBundle['assignments'] {
  const dice = diceOf(seed, 'assignments')
  const modules = tables.township.modules.map(({ code }) => code)
  const movable = dice.shuffled(
    people.filter((person) => isOrdinary(person) && person.place.identity !== 'dispatched' && person.staff.pool === null && person.staff.status === 'active' && (person.staff.joinedOn ?? '') < firstDay),
  )
  const moves = new Map(movable.slice(0, transferDays.length).map((person, index) => [person.staff.code, transferDays[index] ?? null]))
  const steady = movable.slice(transferDays.length)
  const promoted = new Set(steady.filter(({ place }) => place.post === 'business').slice(0, 2).map(({ staff }) => staff.code))
  const doubled = steady.filter(({ staff }) => !promoted.has(staff.code)).slice(0, peopleInTwoModules)
  const own = people.flatMap((person) => rowsOf(dice, person, modules, moves.get(person.staff.code) ?? null, promoted.has(person.staff.code)))
  const second = doubled.map(({ staff, place }): Assignment => {
    const module = dice.pick(modules.filter((code) => code !== place.module))
    return { staff: staff.code, module, post: place.identity === 'contract' ? 'assist' : 'business', from: '2025-10-01', to: null }
  })
  const led = people.flatMap(({ staff, place }): readonly Assignment[] =>
    place.alsoLeadB === 'enforce' ? [{ staff: staff.code, module: place.alsoLeadB, post: 'team-lead', from: '2025-06-01', to: null }] : [],
  )
  return [...own, ...second, ...led]
}

/** 模块长, 副模块长 and both 牵头领导 of every module, since 2025. */
export function makeOffices(people: readonly DemoPerson[]): TownshipBundle['offices'] {
  return people.flatMap(({ staff, place }) => {
    const own = place.office !== null && place.module !== null ? [{ module: place.module, staff: staff.code, office: place.office, from: firstDay, to: null }] : []
    const also = place.alsoLeadB === undefined ? [] : [{ module: place.alsoLeadB, staff: staff.code, office: 'lead_b' as const, from: firstDay, to: null }]
    return [...own, ...also]
  })
}
