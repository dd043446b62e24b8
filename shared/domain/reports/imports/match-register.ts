import type { FieldChange, MatchedRow, ReadRow, RegisterDraft, RowIssue } from './types.ts'
import { cellFaultReason } from '../../cells/vocabulary.ts'
import { readRegisterCell, showRegisterValue, type RegisterKnowledge, type RegisterNames } from '../../registers/cell.ts'
import type { RegisterCells, RegisterColumn } from '../../registers/column.ts'
import { uniqueKeyOf } from '../../registers/unique.ts'

/** A row that stands; `mayChange`: by whoever imports; `fixed`: ids of the columns that stay as they are. */
export interface StandingRow {
  readonly id: string
  readonly cells: RegisterCells
  readonly mayChange: boolean
  readonly fixed: ReadonlySet<string>
}

export interface RegisterMatching {
  readonly columns: readonly RegisterColumn[]
  readonly standing: readonly StandingRow[]
  /** Ids of the columns the file has; what it has not stays as it is. */
  readonly given: readonly string[]
  readonly directory: RegisterKnowledge & RegisterNames
  /** What is said of a row that another has entered. */
  readonly outOfScope: string
  /** What is said of a cell that stays as it is. */
  readonly fixedCell: string
}

/** An imported row after matching, with the values its cells were read as (null empties none: an empty cell changes nothing). */
export interface RegisterMatch extends MatchedRow<RegisterDraft, string> {
  readonly values: RegisterCells
}

/**
 * What each row of a file does to a register, row by row in the order of the file. Rows are known again by a unique column, else by being the same in every column that
 * the file has; a second row of the file with the same unique value is an error.
 */
export function registerMatcher(matching: RegisterMatching): (row: ReadRow<RegisterDraft, string>) => RegisterMatch {
  const { columns, standing, given } = matching
  const keyColumn = columns.find(({ id, isUnique }) => isUnique && given.includes(id))
  const byKey = new Map(standing.flatMap((row) => (keyColumn === undefined || row.cells[keyColumn.id] === undefined ? [] : [[uniqueKeyOf(row.cells[keyColumn.id] ?? ''), row] as const])))
  const likenessOf = (cells: RegisterCells): string => JSON.stringify(given.map((id) => cells[id] ?? null))
  const alike = new Map(standing.map((row) => [likenessOf(row.cells), row]))
  const further = columns.filter(({ id, isUnique }) => isUnique && id !== keyColumn?.id && given.includes(id)).map((column) => ({ column, holders: holdersOf(column.id, standing) }))
  const seen = new Map<string, number>()
  return (row): RegisterMatch => {
    const { values, errors } = readCells(row, matching)
    const key = keyColumn === undefined || values[keyColumn.id] === undefined ? null : uniqueKeyOf(values[keyColumn.id] ?? '')
    const above = key === null ? undefined : seen.get(key)
    if (key !== null && above === undefined) seen.set(key, row.row)
    const twice: readonly RowIssue<string>[] = keyColumn === undefined || above === undefined ? [] : [{ column: keyColumn.title, code: 'taken', message: cellFaultReason({ kind: 'taken', text: (values[keyColumn.id] ?? '').slice(0, 20) }) }]
    const known = key === null ? alike.get(likenessOf(values)) : (byKey.get(key) ?? undefined)
    const changes = known === undefined ? [] : changesOf(known.cells, values, matching)
    const barred: readonly RowIssue<string>[] = known !== undefined && changes.length > 0 && !known.mayChange ? [{ column: keyColumn?.title ?? '', code: 'out_of_scope', message: matching.outOfScope }] : []
    const missing = known === undefined ? missingCells(values, errors, matching) : []
    const fixed = known === undefined ? [] : fixedCells(known, values, matching)
    const every = [...errors, ...missing, ...otherClashes(values, known?.id ?? null, further), ...twice, ...barred, ...fixed]
    const plain = { ...row, errors: every, values, candidates: [] }
    if (every.length > 0) return { ...plain, state: 'error', matchId: null, changes: [] }
    if (known === undefined) return { ...plain, state: 'new', matchId: null, changes: [] }
    return { ...plain, state: changes.length > 0 ? 'changed' : 'same', matchId: known.id, changes }
  }
}

function readCells({ draft }: ReadRow<RegisterDraft, string>, { columns, given, directory }: RegisterMatching): { readonly values: RegisterCells; readonly errors: readonly RowIssue<string>[] } {
  const values: Record<string, string> = {}
  const errors: RowIssue<string>[] = []
  for (const column of columns.filter(({ id }) => given.includes(id))) {
    // An attachment is no cell: a count that an export wrote there is left where it is.
    if (column.type === 'attachment') continue
    const checked = readRegisterCell({ ...column, required: false }, draft.cells[column.id] ?? null, directory)
    if (checked.kind === 'bad') errors.push({ column: column.title, code: checked.fault.kind, message: cellFaultReason(checked.fault) })
    else if (checked.value !== null) values[column.id] = checked.value
  }
  return { values, errors }
}

function missingCells(values: RegisterCells, errors: readonly RowIssue<string>[], { columns }: RegisterMatching): readonly RowIssue<string>[] {
  return columns
    .filter(({ id, title, required, type }) => required && type !== 'attachment' && values[id] === undefined && errors.every(({ column }) => column !== title))
    .map(({ title }) => ({ column: title, code: 'empty', message: cellFaultReason({ kind: 'empty' }) }))
}

/** A further unique column with the ids of the rows that have each of its values. */
interface FurtherUnique {
  readonly column: RegisterColumn
  readonly holders: ReadonlyMap<string, readonly string[]>
}

function holdersOf(columnId: string, standing: readonly StandingRow[]): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>()
  for (const { id, cells } of standing) {
    const value = cells[columnId]
    if (value === undefined) continue
    const key = uniqueKeyOf(value)
    const ids = holders.get(key)
    if (ids === undefined) holders.set(key, [id])
    else ids.push(id)
  }
  return holders
}

/** A value that another row has in a further unique column. */
function otherClashes(values: RegisterCells, ownId: string | null, further: readonly FurtherUnique[]): readonly RowIssue<string>[] {
  return further
    .filter(({ column: { id }, holders }) => values[id] !== undefined && (holders.get(uniqueKeyOf(values[id])) ?? []).some((holder) => holder !== ownId))
    .map(({ column: { id, title } }) => ({ column: title, code: 'taken', message: cellFaultReason({ kind: 'taken', text: (values[id] ?? '').slice(0, 20) }) }))
}

function fixedCells({ cells, fixed }: StandingRow, values: RegisterCells, { columns, fixedCell }: RegisterMatching): readonly RowIssue<string>[] {
  return columns
    .filter(({ id }) => fixed.has(id) && values[id] !== undefined && values[id] !== cells[id])
    .map(({ title }) => ({ column: title, code: 'not_editable', message: fixedCell }))
}

function changesOf(before: RegisterCells, values: RegisterCells, { columns, directory }: RegisterMatching): readonly FieldChange[] {
  const shown = (column: RegisterColumn, value: string | undefined): string => (value === undefined ? '' : showRegisterValue(column, value, directory))
  return columns.flatMap((column) => {
    const to = values[column.id]
    return to === undefined || to === before[column.id] ? [] : [{ column: column.title, from: shown(column, before[column.id]), to: shown(column, to) }]
  })
}
