import { useMemo, useRef } from 'react'
import { useApi, useRevision } from '../../api/api.ts'
import { refusalOf } from '../../api/failure.ts'
import type { CellValue, GridEditing, GridSource } from '../../grid/types.ts'
import { mostRows, refusedCells } from '../../frame/cell-edits.ts'
import { rowsRequest } from './register-request.ts'
import type { ChipKey, LedgerRow, Register } from './types.ts'
import { registerWords } from './vocabulary.ts'

export interface RegisterGridData {
  readonly source: GridSource<LedgerRow>
  readonly editing: GridEditing
  /** A row that was loaded, as it was last seen. */
  readonly seen: (id: string) => LedgerRow | undefined
}

/** A register's rows as the grid loads and edits them; in the 回收站 what was removed. */
export function useRegisterGrid(register: Register, chip: ChipKey, isBin: boolean): RegisterGridData {
  const { client } = useApi()
  const revision = useRevision('register', 'attachment', 'event', 'point', 'staff', 'village')
  const loaded = useRef(new Map<string, LedgerRow>())
  const { id: registerId, columns } = register
  const source = useMemo<GridSource<LedgerRow>>(
    () => ({
      key: ({ id }) => id,
      version: ({ version }) => version,
      revision,
      scope: `${registerId}:${chip}:${String(isBin)}`,
      async load({ offset, limit, ...query }, signal) {
        const page = await client.registers.rows({ ...rowsRequest({ id: registerId, columns }, chip, query), removed: isBin, offset, limit }, { signal })
        for (const row of page.rows) loaded.current.set(row.id, row)
        return page
      },
    }),
    [client, registerId, columns, chip, isBin, revision],
  )
  const editing = useMemo<GridEditing>(
    () => ({
      async apply(edits, mode) {
        const { applied, refused } = await client.registers.editCells({ registerId, rows: edits.map(({ key, version, changes }) => ({ id: key, version, changes: cellsOf(changes) })), mode })
        return { applied: applied.map(({ id, version }) => ({ key: id, version })), refused: refusedCells(refused, edits) }
      },
      refusal: refusalOf,
      limit: { rows: mostRows, sentence: registerWords.tooManyRows },
    }),
    [client, registerId],
  )
  return { source, editing, seen: (id) => loaded.current.get(id) }
}

function cellsOf(changes: Readonly<Record<string, CellValue>>): Record<string, string | number | null> {
  return Object.fromEntries(Object.entries(changes).flatMap(([field, value]) => (typeof value === 'boolean' ? [] : [[field, value] as const])))
}
