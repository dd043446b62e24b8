import { useMemo, useRef, useState } from 'react'
import { taskFields, type TaskField } from '../../../../shared/domain/tasks/tasks/fields.ts'
import { useApi, useRevision } from '../../../api/api.ts'
import { refusalOf } from '../../../api/failure.ts'
import type { CellValue, GridEditing, GridSource } from '../../../grid/types.ts'
import { mostRows, refusedCells } from '../../../frame/cell-edits.ts'
import { requestOf, type ChipKey } from './task-chips.ts'
import type { TaskRow } from './api-types.ts'
import { taskFilterOf, taskSortOf } from './task-request.ts'
import { taskWords } from './vocabulary.ts'

export interface TasksGridInput {
  readonly on: string
  readonly moduleId: string | undefined
  readonly chip: ChipKey
}

export interface TasksGrid {
  readonly source: GridSource<TaskRow>
  readonly editing: GridEditing
  /** Whether the first rows have come: what else the screen asks for waits behind them. */
  readonly hasRows: boolean
  /** A row that was loaded, as it was last seen. */
  readonly seen: (id: string) => TaskRow | undefined
}

/** The ledger as the grid loads and edits it. */
export function useTasksGrid({ on, moduleId, chip }: TasksGridInput): TasksGrid {
  const { client } = useApi()
  const revision = useRevision('task', 'staff', 'module')
  const [hasRows, setHasRows] = useState(false)
  const loaded = useRef(new Map<string, TaskRow>())
  const source = useMemo<GridSource<TaskRow>>(
    () => ({
      key: ({ id }) => id,
      version: ({ version }) => version,
      revision,
      scope: `${moduleId ?? ''}:${chip}`,
      async load({ offset, limit, sort, filters, search }, signal) {
        const asked = requestOf(chip, moduleId)
        const page = await client.tasks.list(
          { ...asked, on, offset, limit, sort: taskSortOf(sort), filters: [...asked.filters, ...filters.flatMap((filter) => taskFilterOf(filter) ?? [])], ...(search.trim() === '' ? {} : { search: search.slice(0, 50) }) },
          { signal },
        )
        for (const row of page.rows) loaded.current.set(row.id, row)
        setHasRows(true)
        return page
      },
    }),
    [client, on, moduleId, chip, revision],
  )
  const editing = useMemo<GridEditing>(
    () => ({
      async apply(edits, mode) {
        const { applied, refused } = await client.tasks.editCells({ rows: edits.map(({ key, version, changes }) => ({ id: key, version, changes: cellsOf(changes) })), mode })
        return { applied: applied.map(({ id, version }) => ({ key: id, version })), refused: refusedCells(refused, edits) }
      },
      refusal: refusalOf,
      limit: { rows: mostRows, sentence: taskWords.tooManyRows },
    }),
    [client],
  )
  return { source, editing, hasRows, seen: (id) => loaded.current.get(id) }
}

function cellsOf(changes: Readonly<Record<string, CellValue>>): Partial<Record<TaskField, string | number | null>> {
  return Object.fromEntries(taskFields.flatMap((field) => {
    const value = changes[field]
    return value === undefined || typeof value === 'boolean' ? [] : [[field, value] as const]
  }))
}
