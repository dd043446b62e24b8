import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useApi, useMe, useRevision } from '../../../api/api.ts'
import type { GridSource } from '../../../grid/types.ts'
import type { Chip } from '../../../frame/FilterChips.tsx'
import { may } from '../../../frame/may.ts'
import type { RecordRow } from './api-types.ts'
import { chipKeys, filtersOf, recordFilterOf, recordSortOf, type ChipKey, type Range } from './record-request.ts'
import { chipNames } from './vocabulary.ts'

/** The records as the grid loads them, and a row that was loaded as it was last seen. */
export function useRecordsGrid(chip: ChipKey, period: Range | null): { readonly source: GridSource<RecordRow>; readonly seen: (id: string) => RecordRow | undefined } {
  const { client } = useApi()
  const revision = useRevision('event', 'village', 'staff')
  const loaded = useRef(new Map<string, RecordRow>())
  const source = useMemo<GridSource<RecordRow>>(
    () => ({
      key: ({ id }) => id,
      version: ({ version }) => version,
      revision,
      scope: `${chip}:${period?.start ?? ''}`,
      async load({ offset, limit, sort, filters, search }, signal) {
        const page = await client.events.list(
          { offset, limit, sort: recordSortOf(sort), filters: [...filtersOf(chip, period), ...filters.flatMap((filter) => recordFilterOf(filter) ?? [])], ...(search.trim() === '' ? {} : { search: search.slice(0, 50) }) },
          { signal },
        )
        for (const row of page.rows) loaded.current.set(row.id, row)
        return page
      },
    }),
    [client, chip, period, revision],
  )
  return { source, seen: (id) => loaded.current.get(id) }
}

/** The quick filters that concern the caller, each with how many records it leaves. */
export function useRecordChips(period: Range | null): readonly Chip<ChipKey>[] {
  const { orpc } = useApi()
  const me = useMe()
  const isOffered: Readonly<Record<ChipKey, boolean>> = { returned: may(me, 'event.enter'), waiting: may(me, 'event.verify'), mine: me.staffId !== null, entered: true, all: true }
  const keys = chipKeys.filter((key) => isOffered[key])
  const answers = useQueries({ queries: keys.map((key) => orpc.events.list.queryOptions({ input: { limit: 1, filters: [...filtersOf(key, period)] }, placeholderData: keepPreviousData })) })
  return keys.map((key, place) => ({ key, label: chipNames[key], count: answers[place]?.data?.total ?? null, isBad: key === 'returned' }))
}
