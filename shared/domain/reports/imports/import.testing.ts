import type { KnownStaff, StaffDirectory } from './directory.ts'
import type { RawCell, RawRange, RawSheet, RawValue, RawWorkbook } from '../../cells/raw-workbook.ts'
import type { ImportContext } from './types.ts'

export const context: ImportContext = {
  modules: [
    { code: 'M1', name: '大党建', aliases: [] },
    { code: 'M4', name: '大经济', aliases: ['大生态'] },
    { code: 'M6', name: '大服务', aliases: [] },
  ],
  today: '2026-04-08',
}

type Plain = string | number | boolean | null | RawValue

function cellOf(value: Plain, column: number): readonly RawCell[] {
  if (value === null || value === '') return []
  if (typeof value === 'string') return [{ kind: 'text', text: value, column }]
  if (typeof value === 'number') return [{ kind: 'number', value, format: null, column }]
  if (typeof value === 'boolean') return [{ kind: 'boolean', value, column }]
  return [{ ...value, column }]
}

/** `A1:C2` style corners as numbers: top, left, bottom, right. */
export type Corners = readonly [number, number, number, number]

/** A sheet from rows of plain values; a missing row is empty. */
export function sheetOf(rows: readonly (readonly Plain[])[], merges: readonly Corners[] = [], name = '花名册', hidden = false): RawSheet {
  const ranges: RawRange[] = merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right }))
  return { name, hidden, merges: ranges, rows: rows.map((row, index) => ({ row: index + 1, cells: row.flatMap((value, column) => cellOf(value, column + 1)) })) }
}

export function workbookOf(...sheets: readonly RawSheet[]): RawWorkbook {
  return { source: 'xlsx', sheets }
}

/** A person of the database, by what a test cares about. */
export function known(fields: Partial<KnownStaff> & { readonly id: string; readonly name: string }): KnownStaff {
  return {
    staffNo: fields.id, maskedIdNo: null, sex: null, birth: null, political: null, identity: 'civil', sendingUnit: null, module: 'M1', moduleName: '大党建',
    post: null, rankTitle: null, phone: null, workStart: null, remark: null, ...fields, modules: fields.modules ?? (fields.module === null ? [] : [fields.module ?? 'M1']),
  }
}

/** A directory over a list; `idNos` says whose number is whose. */
export function directoryOf(people: readonly KnownStaff[], idNos: Readonly<Record<string, string>> = {}): StaffDirectory {
  return {
    byIdNo: (idNo) => people.filter(({ id }) => id === idNos[idNo]),
    byStaffNo: (staffNo) => people.filter((person) => person.staffNo === staffNo),
    byName: (name) => people.filter((person) => person.name === name),
    byNameAndModule: (name, module) => people.filter((person) => person.name === name && (module === null ? person.module === null : person.modules.includes(module))),
  }
}
