import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { gridRoles, type GridRole } from '../../../../shared/domain/villages/villages/codes.ts'
import { grid, gridPerson, gridScore } from '../../../db/schema/index.ts'
import { codeOf } from '../../app/rows.ts'
import type { GovernanceScene } from './governance-scene.ts'
import { drawHouseholder } from './names.ts'

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as const
const firstDay = '2025-01-01'

/** Two grids a village, the smallest villages one: 一长三员 of each, some with a place still empty, and five months of scores. */
export function writeGrids({ tx, newId, dice, table, names, villages, workers }: GovernanceScene): void {
  const instructors = workers.filter(({ track }) => track === 'staff')
  const places = villages.flatMap((village, index) => table.gridNames.slice(0, index % 3 === 2 ? 1 : 2).map((name) => ({ village, name })))
  let people = 0
  places.forEach(({ village, name }, index) => {
    const seq = index + 1
    const id = newId()
    tx.insert(grid).values({ id, seq, code: codeOf('W', seq), villageId: village.id, name, searchKey: searchKeyOf(`${village.name}${name}`), households: dice.between(86, 240), remark: dice.chance(0.2) ? table.gridRemark : null }).run()
    const roles: readonly GridRole[] = gridRoles.filter((role) => role === 'head' || role === 'full_time' || dice.chance(0.85))
    for (const role of roles) {
      people += 1
      const worker = role === 'instructor' ? dice.pick(instructors) : null
      tx.insert(gridPerson)
        .values({ id: newId(), seq: people, gridId: id, role, name: worker?.name ?? drawHouseholder(dice, village.surnames, names), staffId: worker?.id ?? null, phone: `${dice.pick(names.mobilePrefixes)}${String(dice.between(10_000_000, 99_999_999))}`.slice(0, 11), from: firstDay, to: null })
        .run()
    }
    const skill = dice.fraction()
    for (const month of months) {
      // The last month is not entered everywhere yet.
      if (month === '2026-05' && dice.chance(0.15)) continue
      const part = (most: number) => Math.round(most * (0.8 + 0.17 * skill + 0.03 * dice.fraction())) * 50
      tx.insert(gridScore).values({ id: newId(), gridId: id, month, routine: part(100), handling: part(60), opinion: part(40), bonus: dice.chance(0.2) ? dice.between(1, 10) * 50 : 0, note: dice.chance(0.1) ? dice.pick(table.scoreNotes) : null }).run()
    }
  })
}
