import { and, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import { contract } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { cellFaultReason } from '../../../shared/domain/cells/vocabulary.ts'
import type { CellFault } from '../../../shared/domain/cells/fault.ts'
import { readRegisterCell } from '../../../shared/domain/registers/cell.ts'
import { parseCells, type RegisterCells, type RegisterColumn } from '../../../shared/domain/registers/column.ts'
import { clashingRows, uniqueKeyOf } from '../../../shared/domain/registers/unique.ts'
import { registerRow } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { accessFault } from '../app/access.ts'
import type { App } from '../app/app.ts'
import { refusedCell, refusedField, refusedRow, runBatch, type CellRows, type Refused } from '../app/batch.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import { nouns } from '../app/vocabulary.ts'
import { subjectOfRow, type LedgerRow } from './access.ts'
import { registerDirectory, rowSearchKey, type RegisterDirectory } from './directory.ts'
import { proposedRows, recordedColumns } from './describe.ts'
import { cellOf } from './list.ts'
import { requireRegister, type StoredRegister } from './stored.ts'
import { registerWords } from './vocabulary.ts'

type TypedCells = Readonly<Record<string, string | number | null | undefined>>

interface RowEdit {
  readonly row: LedgerRow
  /** What becomes of the cells that change; null empties. */
  readonly changes: Readonly<Record<string, string | null>>
}

/** A new row from cells as typed; every fault is an issue at its cell. */
export function addRow(app: App, guard: Guarded, input: { readonly registerId: string; readonly cells: TypedCells }): { readonly id: string; readonly version: number } {
  const { actor } = guard
  const enteredBy = actor.standing.staffId
  return guard.mutate({
    about: (read) => subjectOfRow(actor, requireRegister(read, input.registerId).row, enteredBy),
    write(tx, now) {
      const stored = requireRegister(tx, input.registerId)
      requireInUse(stored)
      const directory = registerDirectory(tx, dayInChina(now))
      const cells = readNewRow(tx, stored, input.cells, directory)
      const id = app.environment.newId()
      const accountId = actor.kind === 'account' ? actor.accountId : null
      tx.insert(registerRow)
        .values({ id, seq: nextRowSeq(tx, stored.row.id), registerId: stored.row.id, cells: JSON.stringify(cells), searchKey: rowSearchKey(stored.columns, cells, directory), enteredBy, accountId, enteredAt: now })
        .run()
      return { id, version: 1 }
    },
    audit: ({ id }) => ({ subject: input.registerId, detail: { id, cells: input.cells } }),
  })
}

export function nextRowSeq(read: Read, registerId: string): number {
  return (read.select({ last: max(registerRow.seq) }).from(registerRow).where(eq(registerRow.registerId, registerId)).get()?.last ?? 0) + 1
}

export function requireInUse({ row }: StoredRegister): void {
  if (!row.enabled) throw new Refusal('not_editable', { field: row.name, reason: registerWords.disabled })
}

function readNewRow(read: Read, { columns, row }: StoredRegister, typed: TypedCells, directory: RegisterDirectory): RegisterCells {
  const strange = Object.keys(typed).find((id) => columns.every((column) => column.id !== id))
  if (strange !== undefined) throw new Refusal('not_found', { what: nouns.registerColumn })
  const cells: Record<string, string> = {}
  const faults: { readonly column: RegisterColumn; readonly fault: CellFault }[] = []
  for (const column of columns) {
    const checked = readRegisterCell(column, textOf(typed[column.id]), directory)
    if (checked.kind === 'bad') faults.push({ column, fault: checked.fault })
    else if (checked.value !== null && column.isUnique && isTaken(read, row.id, column.id, checked.value)) faults.push({ column, fault: { kind: 'taken', text: checked.value.slice(0, 20) } })
    else if (checked.value !== null) cells[column.id] = checked.value
  }
  const [first] = faults
  if (first === undefined && Object.keys(cells).length === 0) throw new Refusal('invalid_input', { field: row.name, reason: registerWords.emptyRow })
  if (first !== undefined) {
    const issues = faults.map(({ column, fault }) => ({ path: `cells.${column.id}`, code: fault.kind, message: new Refusal('invalid_input', { field: column.title, reason: cellFaultReason(fault) }).message }))
    throw new Refusal('invalid_input', { field: first.column.title, reason: cellFaultReason(first.fault) }, issues)
  }
  return cells
}

function textOf(cell: string | number | null | undefined): string | null {
  return cell === undefined || cell === null ? null : String(cell)
}

function isTaken(read: Read, registerId: string, columnId: string, value: string): boolean {
  return [...standingValues(read, registerId, columnId).values()].some((other) => uniqueKeyOf(other) === uniqueKeyOf(value))
}

/** The values of a column in the rows that stand. */
export function standingValues(read: Read, registerId: string, columnId: string): ReadonlyMap<string, string> {
  const value = cellOf(columnId)
  const rows = read.select({ id: registerRow.id, value: value.as<string | null>('value') }).from(registerRow).where(and(eq(registerRow.registerId, registerId), isNull(registerRow.removedAt), isNotNull(value))).all()
  return new Map(rows.flatMap(({ id, value: text }) => (text === null ? [] : [[id, text] as const])))
}

/** Cells of many rows as typed or pasted. Reading, checking and writing are one step in one turn: nothing is written by others in between. */
export function editRegisterCells(guard: Guarded, registerId: string, { rows, mode }: CellRows<string>) {
  const stored = requireRegister(guard.read, registerId)
  const directory = registerDirectory(guard.read, dayInChina(guard.now))
  const proposed = proposedRows(guard.read, rows.map(({ id }) => id))
  const plans = rows.map((row) => planEdit(guard, stored, row, directory, proposed.has(row.id)))
  const refused = plans.flatMap((plan) => plan.refused)
  const { ready, twice } = withoutClashes(guard.read, stored, plans.flatMap(({ edit }) => edit ?? []))
  return runBatch(guard, mode, { ready, refused: [...refused, ...twice] }, {
    about: (_, { row }) => [subjectOfRow(guard.actor, stored.row, row.enteredBy)],
    write: (tx, __, edit) => writeEdit(tx, stored, edit, directory),
  })
}

function planEdit(guard: Guarded, stored: StoredRegister, { id, version, changes }: CellRows<string>['rows'][number], directory: RegisterDirectory, isProposed: boolean): { readonly edit: RowEdit | null; readonly refused: readonly Refused<string>[] } {
  const row = guard.read.select().from(registerRow).where(and(eq(registerRow.id, id), eq(registerRow.registerId, stored.row.id), isNull(registerRow.removedAt))).get()
  if (row === undefined) return { edit: null, refused: [refusedRow(id, new Refusal('not_found', { what: nouns.registerRow }))] }
  const fault = accessFault(guard.actor, contract.registers.editCells['~orpc'].meta, subjectOfRow(guard.actor, stored.row, row.enteredBy))
  if (fault !== null) return { edit: null, refused: [refusedRow(id, new Refusal(fault))] }
  if (!stored.row.enabled) return { edit: null, refused: [refusedRow(id, new Refusal('not_editable', { field: stored.row.name, reason: registerWords.disabled }))] }
  if (row.version !== version) return { edit: null, refused: [refusedRow(id, new Refusal('changed_meanwhile'))] }
  const present = parseCells(row.cells)
  const fixed = isProposed ? recordedColumns(stored) : new Set<string>()
  const wanted: Record<string, string | null> = {}
  const refused: Refused<string>[] = []
  for (const [columnId, cell] of Object.entries(changes)) {
    const column = stored.columns.find((known) => known.id === columnId)
    if (column === undefined) {
      refused.push(refusedRow(id, new Refusal('not_found', { what: nouns.registerColumn })))
      continue
    }
    const checked = readRegisterCell(column, textOf(cell), directory)
    if (checked.kind === 'bad') refused.push(refusedCell(id, columnId, column.title, checked.fault))
    else if (checked.value === (present[columnId] ?? null)) continue
    else if (fixed.has(columnId)) refused.push(refusedField(id, columnId, new Refusal('not_editable', { field: column.title, reason: registerWords.hasRecord })))
    else wanted[columnId] = checked.value
  }
  return { edit: Object.keys(wanted).length === 0 ? null : { row, changes: wanted }, refused }
}

/** Takes out the cells whose value another row has, once all that can be is written. */
function withoutClashes(read: Read, { row, columns }: StoredRegister, edits: readonly RowEdit[]): { readonly ready: readonly RowEdit[]; readonly twice: readonly Refused<string>[] } {
  const twice: Refused<string>[] = []
  const dropped = new Map<string, Set<string>>()
  for (const column of columns.filter(({ isUnique }) => isUnique)) {
    const wanted = new Map(edits.flatMap(({ row: { id }, changes }) => (changes[column.id] === undefined ? [] : [[id, changes[column.id] ?? null] as const])))
    if (wanted.size === 0) continue
    for (const id of clashingRows(standingValues(read, row.id, column.id), wanted)) {
      twice.push(refusedCell(id, column.id, column.title, { kind: 'taken', text: (wanted.get(id) ?? '').slice(0, 20) }))
      dropped.set(id, (dropped.get(id) ?? new Set()).add(column.id))
    }
  }
  const ready = edits.flatMap((edit) => {
    const without = dropped.get(edit.row.id)
    if (without === undefined) return [edit]
    const kept = Object.entries(edit.changes).filter(([id]) => !without.has(id))
    return kept.length === 0 ? [] : [{ ...edit, changes: Object.fromEntries(kept) }]
  })
  return { ready, twice }
}

function writeEdit(tx: Write, { columns }: StoredRegister, { row, changes }: RowEdit, directory: RegisterDirectory) {
  const before = parseCells(row.cells)
  const cells = withChanges(before, changes)
  const version = row.version + 1
  tx.update(registerRow).set({ cells: JSON.stringify(cells), searchKey: rowSearchKey(columns, cells, directory), version }).where(eq(registerRow.id, row.id)).run()
  const titleOf = (id: string): string => columns.find((column) => column.id === id)?.title ?? id
  return { id: row.id, version, detail: { id: row.id, changed: Object.fromEntries(Object.entries(changes).map(([id, to]) => [titleOf(id), { from: before[id] ?? null, to }])) } }
}

/** The cells with some of them changed; those of columns that are taken off stay. */
export function withChanges(cells: RegisterCells, changes: Readonly<Record<string, string | null>>): RegisterCells {
  return Object.fromEntries(Object.entries({ ...cells, ...changes }).flatMap(([id, value]): [string, string][] => (value === null ? [] : [[id, value]])))
}

interface Move {
  readonly row: LedgerRow
  readonly of: StoredRegister
}

/** Rows to the 回收站. */
export function removeRows(guard: Guarded, ids: readonly string[], mode: 'all' | 'good') {
  return moveRows(guard, ids, mode, true)
}

/** Rows back from the 回收站, where no other has taken their place in a unique column meanwhile. */
export function restoreRows(guard: Guarded, ids: readonly string[], mode: 'all' | 'good') {
  return moveRows(guard, ids, mode, false)
}

function moveRows(guard: Guarded, ids: readonly string[], mode: 'all' | 'good', isRemoving: boolean) {
  const { moves, refused } = planMoves(guard, ids, isRemoving)
  const twice = isRemoving ? [] : restoredTwice(guard.read, moves)
  const barred = new Set(twice.map(({ id }) => id))
  return runBatch(guard, mode, { ready: moves.filter(({ row }) => !barred.has(row.id)), refused: [...refused, ...twice] }, {
    about: (_, { row, of }) => [subjectOfRow(guard.actor, of.row, row.enteredBy)],
    write(tx, now, { row, of }) {
      const version = row.version + 1
      tx.update(registerRow).set({ removedAt: isRemoving ? now : null, version }).where(eq(registerRow.id, row.id)).run()
      return { id: row.id, version, detail: { register: of.row.name, id: row.id } }
    },
  })
}

function planMoves(guard: Guarded, ids: readonly string[], isRemoving: boolean): { readonly moves: readonly Move[]; readonly refused: readonly Refused<string>[] } {
  const rows = new Map(guard.read.select().from(registerRow).where(inArray(registerRow.id, [...ids])).all().map((row) => [row.id, row]))
  const registers = new Map([...new Set([...rows.values()].map(({ registerId }) => registerId))].map((id) => [id, requireRegister(guard.read, id)]))
  const proposed = isRemoving ? proposedRows(guard.read, ids) : new Set<string>()
  const moves: Move[] = []
  const refused: Refused<string>[] = []
  for (const id of ids) {
    const row = rows.get(id)
    const of = row === undefined ? undefined : registers.get(row.registerId)
    if (row === undefined || of === undefined || (row.removedAt !== null) === isRemoving) {
      refused.push(refusedRow(id, new Refusal('not_found', { what: nouns.registerRow })))
      continue
    }
    const fault = accessFault(guard.actor, contract.registers.remove['~orpc'].meta, subjectOfRow(guard.actor, of.row, row.enteredBy))
    if (fault !== null) refused.push(refusedRow(id, new Refusal(fault)))
    else if (proposed.has(id)) refused.push(refusedRow(id, new Refusal('not_editable', { field: of.row.name, reason: registerWords.recordKept })))
    else moves.push({ row, of })
  }
  return { moves, refused }
}

function restoredTwice(read: Read, moves: readonly Move[]): readonly Refused<string>[] {
  const registers = new Map(moves.map(({ of }) => [of.row.id, of]))
  return [...registers.values()].flatMap(({ row: { id }, columns }) =>
    columns.filter(({ isUnique }) => isUnique).flatMap((column) => {
      const wanted = new Map(moves.filter(({ of }) => of.row.id === id).map(({ row }) => [row.id, parseCells(row.cells)[column.id] ?? null] as const))
      return [...clashingRows(standingValues(read, id, column.id), wanted)].map((rowId) => refusedCell(rowId, column.id, column.title, { kind: 'taken', text: (wanted.get(rowId) ?? '').slice(0, 20) }))
    }),
  )
}
