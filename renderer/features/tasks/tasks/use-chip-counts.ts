import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useApi } from '../../../api/api.ts'
import type { Chip } from '../../../frame/FilterChips.tsx'
import { chipKeys, requestOf, type ChipKey } from './task-chips.ts'
import { chipNames } from './vocabulary.ts'

export interface ChipCountsInput {
  readonly on: string
  readonly moduleId: string | undefined
  /** Whether the caller may have tasks of his own; the console has none. */
  readonly hasOwn: boolean
  readonly enabled: boolean
}

/** The quick filters of a ledger, each with how many tasks it leaves. */
export function useChipCounts({ on, moduleId, hasOwn, enabled }: ChipCountsInput): readonly Chip<ChipKey>[] {
  const { orpc } = useApi()
  const keys = chipKeys.filter((key) => (key === 'mine' || key === 'waiting' ? hasOwn : key !== 'outside' || moduleId !== undefined))
  const answers = useQueries({
    queries: keys.map((key) => orpc.tasks.list.queryOptions({ input: { on, limit: 1, ...requestOf(key, moduleId) }, placeholderData: keepPreviousData, enabled })),
  })
  return keys.map((key, place) => ({ key, label: chipNames[key], count: answers[place]?.data?.total ?? null, isBad: key === 'overdue' }))
}
