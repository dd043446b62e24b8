import { bad, type CellFault, type Checked } from '../cells/fault.ts'
import { readRegisterCell, showRegisterValue, type RegisterKnowledge, type RegisterNames } from './cell.ts'
import type { RegisterColumnType } from './codes.ts'
import type { ColumnDefinition, RegisterCells, RegisterColumn } from './column.ts'
import { definitionFaults, tidyColumn, type DefinitionFault } from './definition.ts'
import { proposalFaults, type Proposal, type ProposalFault } from './proposal.ts'
import { clashingRows } from './unique.ts'

/** A column of the definition as wanted: one that there is, also a removed one brought back, or a new one (`id` null). */
export interface WantedColumn extends ColumnDefinition {
  readonly id: string | null
}

/** A row with the number people see before it; null in the 回收站. */
export interface PresentRow {
  readonly id: string
  readonly number: number | null
  readonly cells: RegisterCells
}

/** How many rows are in the way of a change, and the first of them. */
export interface RowsInTheWay {
  readonly rows: number
  readonly first: number | null
}

type Blocked = { readonly index: number; readonly title: string } & RowsInTheWay

/** Why a definition cannot take the place of the present one. */
export type ChangeFault =
  | DefinitionFault
  | ({ readonly kind: 'type_blocked'; readonly type: RegisterColumnType; readonly fault: CellFault } & Blocked)
  | ({ readonly kind: 'option_in_use'; readonly option: string } & Blocked)
  | ({ readonly kind: 'required_empty'; readonly isNew: boolean } & Blocked)
  | ({ readonly kind: 'unique_twice'; readonly text: string } & Blocked)
  | { readonly kind: 'proposal'; readonly fault: ProposalFault }

export interface DefinitionChange {
  /** Every column there ever was, removed ones too. */
  readonly columns: readonly RegisterColumn[]
  readonly wanted: readonly WantedColumn[]
  /** By titles. */
  readonly proposal: Proposal | null
  /** Every row, those in the 回收站 too: they may come back. */
  readonly rows: readonly PresentRow[]
}

/** `columns` in their new order; `cells` holds the rows that a change of type writes anew, and nothing of another column. */
export type DefinitionPlan =
  | { readonly kind: 'good'; readonly columns: readonly WantedColumn[]; readonly cells: ReadonlyMap<string, RegisterCells> }
  | { readonly kind: 'bad'; readonly faults: readonly ChangeFault[] }

/**
 * What becomes of the rows when the definition changes. Nothing entered is ever lost: a column that is left out is only hidden,
 * a type changes only where every value reads as the new one, an option in use stays. All faults are told at once.
 */
export function planDefinition({ columns, wanted, proposal, rows }: DefinitionChange, known: RegisterKnowledge, names: RegisterNames): DefinitionPlan {
  const tidy = wanted.map(tidyColumn)
  const faults: ChangeFault[] = [...definitionFaults(tidy), ...proposalFaults(proposal, tidy).map((fault) => ({ kind: 'proposal' as const, fault }))]
  const cells = new Map<string, RegisterCells>()
  const cellsOf = (row: PresentRow): RegisterCells => cells.get(row.id) ?? row.cells
  tidy.forEach((column, index) => {
    const present = columns.find(({ id }) => id === column.id)
    if (present !== undefined && present.type !== column.type) faults.push(...convert(present, column, index, rows, known, names, (row, value) => cells.set(row.id, { ...cellsOf(row), [present.id]: value })))
    if (present !== undefined) faults.push(...optionFaults(present, column, index, rows))
    faults.push(...ruleFaults(column, index, rows, cellsOf, names))
  })
  return faults.length > 0 ? { kind: 'bad', faults } : { kind: 'good', columns: tidy, cells }
}

function inTheWay(rows: readonly PresentRow[]): RowsInTheWay {
  return { rows: rows.length, first: rows.find(({ number }) => number !== null)?.number ?? null }
}

/** Every value read as the new type, or the one fault that says how many do not. */
function convert(present: RegisterColumn, column: WantedColumn, index: number, rows: readonly PresentRow[], known: RegisterKnowledge, names: RegisterNames, keep: (row: PresentRow, value: string) => void): readonly ChangeFault[] {
  const refused: { readonly row: PresentRow; readonly fault: CellFault }[] = []
  for (const row of rows) {
    const value = row.cells[present.id]
    if (value === undefined) continue
    const text = showRegisterValue(present, value, names)
    const read = readWhole(column, text, known)
    if (read.kind === 'bad') refused.push({ row, fault: read.fault })
    else if (read.value !== value) keep(row, read.value)
  }
  const [first] = refused
  if (first === undefined) return []
  return [{ kind: 'type_blocked', index, title: column.title, type: column.type, fault: first.fault, ...inTheWay(refused.map(({ row }) => row)) }]
}

/** As a cell is read, but nothing may be read as empty or lose its line breaks. */
function readWhole(column: WantedColumn, text: string, known: RegisterKnowledge): Checked<string> {
  if (column.type !== 'long_text' && text.includes('\n')) return bad({ kind: 'one_line' })
  const read = readRegisterCell({ ...column, required: false }, text, known)
  if (read.kind === 'bad') return read
  return read.value === null ? bad({ kind: column.type === 'date' ? 'not_a_day' : 'not_a_number', text: text.slice(0, 20) }) : { kind: 'good', value: read.value }
}

function optionFaults(present: RegisterColumn, column: WantedColumn, index: number, rows: readonly PresentRow[]): readonly ChangeFault[] {
  if (present.type !== 'choice' || column.type !== 'choice') return []
  const gone = present.options.filter((option) => !column.options.includes(option))
  return gone.flatMap((option): readonly ChangeFault[] => {
    const users = rows.filter(({ cells }) => cells[present.id] === option)
    return users.length === 0 ? [] : [{ kind: 'option_in_use', index, title: column.title, option, ...inTheWay(users) }]
  })
}

/** Rows that stand; what lies in the 回收站 is asked when it comes back. */
function ruleFaults(column: WantedColumn, index: number, rows: readonly PresentRow[], cellsOf: (row: PresentRow) => RegisterCells, names: RegisterNames): readonly ChangeFault[] {
  const standing = rows.filter(({ number }) => number !== null)
  const { id, title } = column
  const valueOf = (row: PresentRow): string | undefined => (id === null ? undefined : cellsOf(row)[id])
  const faults: ChangeFault[] = []
  if (column.required && column.type !== 'attachment') {
    const empty = standing.filter((row) => valueOf(row) === undefined)
    if (empty.length > 0) faults.push({ kind: 'required_empty', index, title, isNew: id === null, ...inTheWay(empty) })
  }
  if (column.isUnique) {
    const values = new Map(standing.flatMap((row) => [valueOf(row)].flatMap((value) => (value === undefined ? [] : [[row.id, value] as const]))))
    const twice = clashingRows(new Map(), values)
    const first = standing.find((row) => twice.has(row.id))
    if (first !== undefined) faults.push({ kind: 'unique_twice', index, title, text: showRegisterValue(column, valueOf(first) ?? '', names).slice(0, 20), ...inTheWay(standing.filter((row) => twice.has(row.id))) })
  }
  return faults
}
