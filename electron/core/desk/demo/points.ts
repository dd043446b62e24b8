import type { BundlePeriod } from '../bundle/bundle.ts'
import { diceOf } from './dice.ts'
import { isOrdinary, type DemoPerson } from './person.ts'
import type { Roster } from './roster.ts'
import type { PointsTable } from './tables.ts'

export type PeriodPoints = Pick<BundlePeriod, 'honours' | 'circulars' | 'vetoes'>

interface Quarter {
  readonly code: string
  readonly end: string
}

function share<Item>(list: readonly Item[], part: number, parts: number): readonly Item[] {
  return list.slice(Math.floor((list.length * part) / parts), Math.floor((list.length * (part + 1)) / parts))
}

/** Honours, circulars and vetoes of each quarter. The first honour of a quarter is also entered at the level below: only the higher one counts. */
export function makePoints(seed: number, roster: Roster, quarters: readonly Quarter[], table: PointsTable): ReadonlyMap<string, PeriodPoints> {
  const dice = diceOf(seed, 'points')
  const draw = (candidates: readonly DemoPerson[], weightOf: (person: DemoPerson) => number): string => dice.weighted(candidates, weightOf).staff.code
  return new Map(
    quarters.map(({ code, end }, index) => {
      const present = roster.scored.filter(({ staff }) => (staff.joinedOn ?? '') < '2026' && roster.modulesOf(staff.code, end).length > 0)
      const good = ({ diligence }: DemoPerson): number => diligence ** 12
      const weak = ({ diligence }: DemoPerson): number => (1 - diligence) ** 3
      const honours = share(table.honours, index, quarters.length).map(({ matter, level, module }) => ({
        staff: draw(present.filter(({ staff }) => module === null || roster.modulesOf(staff.code, end).includes(module)), good),
        matter,
        level,
      }))
      const twice = honours.slice(0, 1).map((honour) => ({ ...honour, level: 'township' }))
      const middling = dice.shuffled(present.filter((person) => isOrdinary(person) && person.diligence > 0.55 && person.diligence < 0.85))
      return [
        code,
        {
          honours: [...honours, ...twice],
          circulars: [
            ...share(table.positiveCirculars, index, quarters.length).map((matter) => ({ staff: draw(present, good), kind: 'positive' as const, matter })),
            ...share(table.negativeCirculars, index, quarters.length).map((matter) => ({ staff: draw(present, weak), kind: 'negative' as const, matter })),
          ],
          vetoes: table.vetoes
            .filter(({ period }) => period === code)
            .flatMap(({ effect, clause }, position) => middling.slice(position, position + 1).map(({ staff }) => ({ staff: staff.code, effect, clause }))),
        },
      ]
    }),
  )
}
