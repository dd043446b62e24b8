import { quarterGradeNames } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import type { LeafName } from '../../../../shared/domain/plans/vocabulary.ts'
import type { QuarterOutcome } from '../../../../shared/domain/evaluation/computing/outcome.ts'
import type { PlacedBook } from '../arrange/place.ts'

/** Where a person's result stands in the working copy, and what it must say. */
export interface ExpectedCell {
  readonly what: string
  readonly sheet: string
  readonly row: number
  readonly column: number
  /** null: nothing, because the leaf is missing. */
  readonly value: number | string | null
}

const leafFields: Readonly<Record<LeafName, { readonly table: string; readonly field: string }>> = {
  P: { table: 'summary', field: 'post' },
  M1: { table: 'ratings', field: 'head' },
  M2: { table: 'ratings', field: 'tasks' },
  M3: { table: 'ratings', field: 'peer' },
  M4: { table: 'ratings', field: 'leader' },
  T1: { table: 'team', field: 'result' },
  T2: { table: 'team', field: 'service' },
  X: { table: 'summary', field: 'special' },
  D: { table: 'summary', field: 'deduct' },
}

/** The first row of a table that belongs to the person and has the field. */
function locate(book: PlacedBook, tableKey: string, staff: string, field: string): Omit<ExpectedCell, 'what' | 'value'> | null {
  const table = book.tables.get(tableKey)
  const index = table?.rows.findIndex(({ cells }) => cells['code']?.kind === 'text' && cells['code'].text === staff && cells[field] !== undefined) ?? -1
  const column = table?.byField.get(field)
  return table === undefined || index < 0 || column === undefined ? null : { sheet: table.sheet, row: table.firstRow + index, column }
}

/** Leaves, dimensions, total, ranks and grade of everyone, as the engine has them. */
export function expectedCells(book: PlacedBook, outcome: QuarterOutcome): readonly ExpectedCell[] {
  return outcome.people.flatMap((person): readonly ExpectedCell[] => {
    const at = (what: string, table: string, field: string, value: number | string | null): readonly ExpectedCell[] => {
      const place = locate(book, table, person.staff, field)
      return place === null ? [] : [{ what: `${person.staff} ${what}`, ...place, value }]
    }
    const leaves = Object.entries(leafFields).flatMap(([leaf, { table, field }]) => {
      const score = Object.entries(person.leaves).find(([name]) => name === leaf)?.[1]
      const isAbsentPost = score === undefined && table === 'summary'
      return isAbsentPost ? [] : at(leaf, table, field, score === undefined ? null : score / 100)
    })
    const { dimensions, total, ranks, grade, flags } = person
    return [
      ...leaves,
      ...at('M', 'summary', 'moduleScore', dimensions.module / 100),
      ...at('T', 'summary', 'team', dimensions.team / 100),
      ...at('total', 'summary', 'total', total.total / 100),
      ...at('rankTown', 'summary', 'rankTown', ranks.town),
      ...at('rankModule', 'summary', 'rankModule', ranks.module),
      ...at('rankPool', 'summary', 'rankPool', ranks.pool),
      ...at('grade', 'summary', 'suggested', quarterGradeNames[grade.grade]),
      ...at('meeting', 'summary', 'meeting', flags.includes('needsMeeting') ? 1 : 0),
    ]
  })
}

/** Whether a cell says what is expected; empty and “” both mean nothing. */
export function saysSame(found: unknown, expected: number | string | null): boolean {
  if (expected === null || expected === '') return found === null || found === ''
  return typeof expected === 'number' && typeof found === 'number' ? Math.abs(found - expected) < 1e-9 : found === expected
}
