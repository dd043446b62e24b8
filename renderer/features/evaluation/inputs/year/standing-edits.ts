import type { RowEdit } from '../../../../grid/types.ts'
import type { StandingRow } from '../../../plans/api-types.ts'
import { standingWords } from '../../results/year-vocabulary.ts'

export interface StandingEntry {
  readonly staffId: string
  readonly warned: boolean
  readonly months: number | null
  readonly version: number
}

/** What the edited cells make of the rows: a cell that was not touched keeps its value. */
export function standingsOf(rows: readonly StandingRow[], edits: readonly RowEdit[]): readonly StandingEntry[] {
  const byId = new Map(rows.map((row) => [row.staffId, row]))
  return edits.map(({ key, version, changes }) => {
    const row = byId.get(key)
    const { warned, months } = changes
    return {
      staffId: key,
      warned: warned === undefined ? (row?.warned ?? false) : warned === standingWords.yes,
      months: months === undefined ? (row?.months ?? null) : months === null || months === '' ? null : Number(months),
      version,
    }
  })
}
