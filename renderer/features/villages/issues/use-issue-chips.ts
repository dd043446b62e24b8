import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useApi } from '../../../api/api.ts'
import type { Chip } from '../../../frame/FilterChips.tsx'
import { issueChipKeys, issueFiltersOf, type IssueChip } from './issue-chips.ts'
import { issueChipNames } from './vocabulary.ts'

export interface IssueChipsInput {
  readonly on: string
  /** Whether the caller may have issues of his own; the console has none. */
  readonly hasOwn: boolean
  readonly enabled: boolean
}

/** The quick filters of the list, each with how many issues it leaves. */
export function useIssueChips({ on, hasOwn, enabled }: IssueChipsInput): readonly Chip<IssueChip>[] {
  const { orpc } = useApi()
  const keys = hasOwn ? issueChipKeys : issueChipKeys.filter((key) => key !== 'mine')
  const answers = useQueries({
    queries: keys.map((key) => orpc.issues.list.queryOptions({ input: { on, limit: 1, filters: [...issueFiltersOf(key)] }, placeholderData: keepPreviousData, enabled })),
  })
  return keys.map((key, place) => ({ key, label: issueChipNames[key], count: answers[place]?.data?.total ?? null, isBad: key === 'overdue' }))
}
