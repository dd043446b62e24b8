import type { RowEdit } from '../../../grid/types.ts'
import type { DecisionRow } from './api-types.ts'

/** What is sent of one person: `grade` null takes the decision back. */
export interface DecidedRow {
  readonly staffId: string
  readonly grade: string | null
  readonly reason: string | null
}

export type ReadEdits = { readonly rows: readonly DecidedRow[]; /** Those that depart from the suggestion and have no reason yet. */ readonly departing: readonly DecisionRow[]; /** Reasons of people who have not been decided. */ readonly withoutGrade: readonly string[] }

/** The edits of a step as decisions: a cell that is not edited keeps what is decided. */
export function readEdits(edits: readonly RowEdit[], people: ReadonlyMap<string, DecisionRow>): ReadEdits {
  const read = edits.flatMap(({ key, changes }) => {
    const person = people.get(key)
    if (person === undefined) return []
    const grade = 'decided' in changes ? textOf(changes['decided']) : person.decided
    const reason = 'reason' in changes ? textOf(changes['reason']) : 'decided' in changes && changes['decided'] !== person.decided ? null : person.reason
    return [{ person, row: { staffId: key, grade, reason } }]
  })
  return {
    rows: read.map(({ row }) => row),
    departing: read.filter(({ person, row }) => row.grade !== null && row.grade !== person.suggested && row.reason === null).map(({ person }) => person),
    withoutGrade: read.filter(({ row }) => row.grade === null && row.reason !== null).map(({ row }) => row.staffId),
  }
}

/** Whom 按建议审定 decides: those who are ticked, or everybody but 线上同分, who are the meeting's to choose among. */
export function bySuggestion(rows: readonly DecisionRow[], selected: ReadonlySet<string>): { readonly taken: readonly DecisionRow[]; readonly leftOut: readonly DecisionRow[] } {
  const open = rows.filter(({ staffId, decided }) => decided === null && (selected.size === 0 || selected.has(staffId)))
  const isTaken = ({ place }: DecisionRow) => selected.size > 0 || place !== 'tiedAtLine'
  return { taken: open.filter(isTaken), leftOut: open.filter((row) => !isTaken(row)) }
}

function textOf(value: RowEdit['changes'][string] | undefined): string | null {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}
