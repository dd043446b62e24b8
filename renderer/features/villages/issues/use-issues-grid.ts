import { useMemo, useState } from 'react'
import { issueFields, type IssueField } from '../../../../shared/domain/villages/issues/fields.ts'
import { useApi, useRevision } from '../../../api/api.ts'
import { refusalOf } from '../../../api/failure.ts'
import type { CellValue, GridEditing, GridSource } from '../../../grid/types.ts'
import { mostRows, refusedCells } from '../../../frame/cell-edits.ts'
import { issueFiltersOf, type IssueChip } from './issue-chips.ts'
import type { IssueRow } from './issue-columns.tsx'
import { issueFilterOf, issueSortOf } from './issue-request.ts'
import { issueWords } from './vocabulary.ts'

export interface IssuesGrid {
  readonly source: GridSource<IssueRow>
  readonly editing: GridEditing
  /** Whether the first rows have come: what else the screen asks for waits behind them. */
  readonly hasRows: boolean
}

/** The list as the grid loads and edits it. */
export function useIssuesGrid(on: string, chip: IssueChip): IssuesGrid {
  const { client } = useApi()
  const revision = useRevision('issue', 'village', 'staff', 'module')
  const [hasRows, setHasRows] = useState(false)
  const source = useMemo<GridSource<IssueRow>>(
    () => ({
      key: ({ id }) => id,
      version: ({ version }) => version,
      revision,
      scope: chip,
      async load({ offset, limit, sort, filters, search }, signal) {
        const page = await client.issues.list({ on, offset, limit, sort: issueSortOf(sort), filters: [...issueFiltersOf(chip), ...filters.flatMap((filter) => issueFilterOf(filter) ?? [])], ...(search.trim() === '' ? {} : { search: search.slice(0, 50) }) }, { signal })
        setHasRows(true)
        return page
      },
    }),
    [client, on, chip, revision],
  )
  const editing = useMemo<GridEditing>(
    () => ({
      async apply(edits, mode) {
        const { applied, refused } = await client.issues.editCells({ rows: edits.map(({ key, version, changes }) => ({ id: key, version, changes: cellsOf(changes) })), mode })
        return { applied: applied.map(({ id, version }) => ({ key: id, version })), refused: refusedCells(refused, edits) }
      },
      refusal: refusalOf,
      limit: { rows: mostRows, sentence: issueWords.tooManyRows },
    }),
    [client],
  )
  return { source, editing, hasRows }
}

function cellsOf(changes: Readonly<Record<string, CellValue>>): Partial<Record<IssueField, string | number | null>> {
  return Object.fromEntries(issueFields.flatMap((field) => {
    const value = changes[field]
    return value === undefined || typeof value === 'boolean' ? [] : [[field, value] as const]
  }))
}
