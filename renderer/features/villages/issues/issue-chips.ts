import type { z } from 'zod'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { issueFilter } from '../../../../shared/contract/villages/issues.ts'
import { openStates } from '../../../../shared/domain/villages/issues/flow.ts'

export type IssueFilter = z.input<typeof issueFilter>

/** The quick filters of the list. */
export const issueChipKeys = ['waiting', 'mine', 'overdue', 'dispatch', 'handling', 'revisit', 'open', 'all'] as const
export type IssueChip = (typeof issueChipKeys)[number]

/** The filters that a quick filter stands for. 我的 are the open ones that the caller has entered or handles. */
export function issueFiltersOf(chip: IssueChip): readonly IssueFilter[] {
  switch (chip) {
    case 'waiting':
      return [{ kind: 'flag', flag: 'waitingForMe' }]
    case 'mine':
      return [{ kind: 'flag', flag: 'mine' }, { kind: 'choice', field: 'state', oneOf: [...openStates] }]
    case 'overdue':
      return [{ kind: 'flag', flag: 'overdue' }]
    case 'dispatch':
      return [{ kind: 'choice', field: 'state', oneOf: ['recorded'] }]
    case 'handling':
      return [{ kind: 'choice', field: 'state', oneOf: ['dispatched', 'handling'] }]
    case 'revisit':
      return [{ kind: 'choice', field: 'state', oneOf: ['resolved'] }]
    case 'open':
      return [{ kind: 'choice', field: 'state', oneOf: [...openStates] }]
    case 'all':
      return []
    default:
      return assertNever(chip)
  }
}

/** Whether a remembered text names a quick filter. */
export function isIssueChip(text: string): text is IssueChip {
  return issueChipKeys.some((key) => key === text)
}
