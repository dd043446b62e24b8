import type { BundleStaff } from '../bundle/bundle.ts'
import type { Dice } from './dice.ts'
import { isOrdinary, type DemoPerson } from './person.ts'
import type { DemoTables } from './tables.ts'

type Change = Partial<Pick<BundleStaff, 'name' | 'status' | 'pool' | 'remark' | 'joinedOn' | 'workStart'>>

function changed(people: readonly DemoPerson[], changes: ReadonlyMap<string, Change>, diligence: ReadonlyMap<string, number>): readonly DemoPerson[] {
  return people.map((person) => ({
    place: person.place,
    diligence: diligence.get(person.staff.code) ?? person.diligence,
    staff: { ...person.staff, ...changes.get(person.staff.code) },
  }))
}

/** Two pairs of people who bear the same name, of one sex and of nearly one age, in different modules. */
function namesakes(pool: readonly DemoPerson[]): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>()
  const used = new Set<string>()
  for (const first of pool) {
    if (changes.size === 2) break
    const second = pool.find(
      ({ staff, place }) =>
        staff.code !== first.staff.code &&
        !used.has(staff.code) &&
        staff.sex === first.staff.sex &&
        place.module !== first.place.module &&
        staff.birthMonth?.slice(0, 3) === first.staff.birthMonth?.slice(0, 3),
    )
    if (second === undefined || used.has(first.staff.code)) continue
    used.add(first.staff.code).add(second.staff.code)
    changes.set(second.staff.code, { name: first.staff.name })
  }
  return changes
}

/** Gives some ordinary people what makes a roster real: namesakes, a pool of their own, an open case, newcomers, the best and the weakest. */
export function standOut(dice: Dice, people: readonly DemoPerson[], tables: DemoTables): readonly DemoPerson[] {
  const { remarks } = tables.staff
  const ordinary = dice.shuffled(people.filter(isOrdinary))
  const lasting = ordinary.filter(({ staff }) => staff.identity === 'institution' || staff.identity === 'civil')
  const special = lasting.filter(({ place }) => place.module === 'economy' || place.module === 'govern').slice(0, 4)
  const free = ordinary.filter((person) => !special.includes(person))
  const pending = [...free.filter(({ place }) => place.identity === 'institution').slice(0, 1), ...free.filter(({ place }) => place.identity === 'contract').slice(0, 1)]
  const newcomers = free.filter((person) => !pending.includes(person) && (person.place.identity === 'contract' || person.place.identity === 'seconded_in')).slice(0, 3)
  const year = String(tables.township.year)
  const joining = ['02-24', '03-16', '05-11'].map((day) => `${year}-${day}`)
  const rest = free.filter((person) => !pending.includes(person) && !newcomers.includes(person))
  const changes = new Map<string, Change>([
    ...namesakes(rest),
    ...special.map((person): [string, Change] => [person.staff.code, { pool: 'special', remark: remarks.special }]),
    ...pending.map((person): [string, Change] => [person.staff.code, { status: 'pending_case', remark: remarks.pending }]),
    ...newcomers.map((person, index): [string, Change] => [person.staff.code, { joinedOn: joining[index] ?? null, remark: remarks.newcomer }]),
  ])
  const best = rest.slice(0, 7).map((person): [string, number] => [person.staff.code, 1])
  const weakest = rest.slice(-5).map((person, index): [string, number] => [person.staff.code, 0.04 + index * 0.05])
  return changed(people, changes, new Map([...best, ...weakest]))
}
