import { and, asc, count, eq, inArray, isNull, or } from 'drizzle-orm'
import type { ExportInput } from '../../../../shared/contract/reports/transfer.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { showRegisterValue } from '../../../../shared/domain/registers/cell.ts'
import { parseCells, type RegisterCells, type RegisterColumn } from '../../../../shared/domain/registers/column.ts'
import { attachment, moduleTable, register, registerRow } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { PrintedRegister, RegistersBookData } from '../../../workbooks/exports/books/registers/data.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import type { PeriodRow } from '../../plans/periods.ts'
import { mayExport } from '../../registers/access.ts'
import { registerDirectory, type RegisterDirectory } from '../../registers/directory.ts'
import { allRows } from '../../registers/list.ts'
import { requireRegister, storedRegisters, type StoredRegister } from '../../registers/stored.ts'
import { exportMeta, periodTitle, type ExportAbout } from './export-meta.ts'
import { selectionText } from './selection-text.ts'
import { exportFileWords } from './vocabulary.ts'

/**
 * 模块特色台账: the registers in use of the caller's modules, and the 三库. A row belongs to the period its first day lies in; one
 * without a day, and a register without days, belong to every period.
 */
export async function gatherRegisters(read: Read, about: ExportAbout, period: PeriodRow, modules: 'all' | readonly string[], pause: () => Promise<void>): Promise<RegistersBookData> {
  const directory = registerDirectory(read, dayInChina(about.now))
  const places = new Map(read.select({ id: moduleTable.id, name: moduleTable.name, seq: moduleTable.seq }).from(moduleTable).all().map((row) => [row.id, row]))
  const rows = read
    .select()
    .from(register)
    .where(and(eq(register.enabled, true), modules === 'all' ? undefined : or(isNull(register.moduleId), inArray(register.moduleId, [...modules]))))
    .orderBy(asc(register.seq))
    .all()
  const placeOf = ({ moduleId }: { readonly moduleId: string | null }): number => (moduleId === null ? Infinity : (places.get(moduleId)?.seq ?? 0))
  const ordered = rows.toSorted((a, b) => (placeOf(a) === placeOf(b) ? a.seq - b.seq : placeOf(a) - placeOf(b)))
  const registers: PrintedRegister[] = []
  for (const stored of storedRegisters(read, ordered)) {
    const { moduleId } = stored.row
    const place = moduleId === null ? exportFileWords.shared : (places.get(moduleId)?.name ?? '')
    registers.push(printed(read, stored, { place, scope: periodTitle(period), rows: rowsWithin(read, stored, period) }, directory))
    await pause()
  }
  return { meta: exportMeta(read, about, period, null), registers }
}

type ChosenRows = Extract<ExportInput, { workbook: 'register' }>['rows']

/** One register, with the rows that its list shows for a request, on all its pages and in their order; its columns are those in use. */
export function gatherRegister(guard: Guarded, about: ExportAbout, chosen: ChosenRows): RegistersBookData {
  const { read, actor } = guard
  const stored = requireExportableRegister(guard, chosen.registerId)
  const { moduleId } = stored.row
  const directory = registerDirectory(read, dayInChina(about.now))
  const place = moduleId === null ? exportFileWords.shared : (read.select({ name: moduleTable.name }).from(moduleTable).where(eq(moduleTable.id, moduleId)).get()?.name ?? '')
  const rows = allRows(read, stored.columns, { ...chosen, removed: false }, actor.standing.staffId).map(({ id, cells }) => ({ id, cells: parseCells(cells) }))
  return { meta: exportMeta(read, about, null, null), registers: [printed(read, stored, { place, scope: selectionText(stored.columns, directory, chosen, about.exportedBy), rows }, directory)] }
}

/** Refuses a register that the caller may not export: `out_of_scope`. */
export function requireExportableRegister({ read, actor }: Guarded, id: string): StoredRegister {
  const stored = requireRegister(read, id)
  if (!mayExport(actor, stored.row)) throw new Refusal('out_of_scope')
  return stored
}

interface RowToPrint {
  readonly id: string
  readonly cells: RegisterCells
}

function rowsWithin(read: Read, { row: of, columns }: StoredRegister, period: PeriodRow): readonly RowToPrint[] {
  const dates = columns.filter(({ type }) => type === 'date')
  const isWithin = (cells: RegisterCells): boolean => {
    const day = dates.map(({ id }) => cells[id]).find((value) => value !== undefined)
    return day === undefined || (day >= period.start && day <= period.end)
  }
  return read
    .select({ id: registerRow.id, cells: registerRow.cells })
    .from(registerRow)
    .where(and(eq(registerRow.registerId, of.id), isNull(registerRow.removedAt)))
    .orderBy(asc(registerRow.seq))
    .all()
    .map(({ id, cells }) => ({ id, cells: parseCells(cells) }))
    .filter(({ cells }) => isWithin(cells))
}

interface Printing {
  readonly place: string
  readonly scope: string
  readonly rows: readonly RowToPrint[]
}

function printed(read: Read, { row: of, columns }: StoredRegister, { place, scope, rows }: Printing, directory: RegisterDirectory): PrintedRegister {
  const files = columns.some(({ type }) => type === 'attachment') ? filesByRow(read, of.id) : new Map<string, number>()
  return {
    key: of.code,
    name: of.name,
    place,
    scope,
    columns: columns.map(({ id, title, unit, type, total }) => ({ key: id, title, unit, type, total })),
    rows: rows.map(({ id, cells }) => columns.map((column) => cellText(column, cells, files.get(id) ?? 0, directory))),
  }
}

function filesByRow(read: Read, registerId: string): ReadonlyMap<string, number> {
  const rows = read
    .select({ ownerId: attachment.ownerId, files: count() })
    .from(attachment)
    .innerJoin(registerRow, eq(registerRow.id, attachment.ownerId))
    .where(and(eq(attachment.ownerKind, 'register_row'), eq(registerRow.registerId, registerId), isNull(attachment.removedAt)))
    .groupBy(attachment.ownerId)
    .all()
  return new Map(rows.map(({ ownerId, files }) => [ownerId, files]))
}

function cellText(column: RegisterColumn, cells: RegisterCells, files: number, directory: RegisterDirectory): string {
  if (column.type === 'attachment') return files === 0 ? '' : exportFileWords.files(files)
  const value = cells[column.id]
  if (value === undefined) return ''
  return column.type === 'amount' || column.type === 'number' ? value : showRegisterValue(column, value, directory)
}
