import { useMemo } from 'react'
import { personFields, type PersonField } from '../../../shared/domain/people/fields.ts'
import { useApi, useRevision } from '../../api/api.ts'
import { refusalOf } from '../../api/failure.ts'
import type { CellValue, GridEditing, GridSource } from '../../grid/types.ts'
import { mostRows, refusedCells } from '../../frame/cell-edits.ts'
import type { PersonRow } from './people-columns.tsx'
import { filtersOf, personFilterOf, personSortOf, type ChipKey, type RosterOrder } from './person-request.ts'
import { peopleWords } from './vocabulary.ts'

export interface PeopleGridInput {
  readonly on: string
  readonly moduleId: string | undefined
  readonly chip: ChipKey
  readonly order: RosterOrder
}

/** The roster as the grid loads and edits it. */
export function usePeopleGrid({ on, moduleId, chip, order }: PeopleGridInput): { readonly source: GridSource<PersonRow>; readonly editing: GridEditing } {
  const { client } = useApi()
  const revision = useRevision('staff', 'module')
  const source = useMemo<GridSource<PersonRow>>(
    () => ({
      key: ({ id }) => id,
      version: ({ version }) => version,
      revision,
      scope: `${moduleId ?? ''}:${chip}:${order}`,
      load: ({ offset, limit, sort, filters, search }, signal) =>
        client.people.list(
          { on, offset, limit, sort: personSortOf(sort, order), filters: [...filtersOf(chip), ...filters.flatMap((filter) => personFilterOf(filter) ?? [])], ...(moduleId === undefined ? {} : { moduleId }), ...(search.trim() === '' ? {} : { search: search.slice(0, 50) }) },
          { signal },
        ),
    }),
    [client, on, moduleId, chip, order, revision],
  )
  const editing = useMemo<GridEditing>(
    () => ({
      async apply(edits, mode) {
        const { applied, refused } = await client.people.editCells({ rows: edits.map(({ key, version, changes }) => ({ id: key, version, changes: cellsOf(changes) })), mode })
        return { applied: applied.map(({ id, version }) => ({ key: id, version })), refused: refusedCells(refused, edits) }
      },
      refusal: refusalOf,
      limit: { rows: mostRows, sentence: peopleWords.tooManyRows },
    }),
    [client],
  )
  return { source, editing }
}

function cellsOf(changes: Readonly<Record<string, CellValue>>): Partial<Record<PersonField, string | number | null>> {
  return Object.fromEntries(personFields.flatMap((field) => {
    const value = changes[field]
    return value === undefined || typeof value === 'boolean' ? [] : [[field, value] as const]
  }))
}
