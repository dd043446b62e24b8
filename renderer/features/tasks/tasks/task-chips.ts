import type { z } from 'zod'
import { assertNever } from '../../../../shared/lib/assert-never.ts'
import type { taskFilter } from '../../../../shared/contract/tasks/tasks.ts'
import { unfinishedStates, type TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'

export type TaskFilter = z.input<typeof taskFilter>

/** The quick filters of the ledger; 外模块交办 is of a module's own alone. */
export const chipKeys = ['mine', 'waiting', 'overdue', 'yellow', 'open', 'all', 'outside'] as const
export type ChipKey = (typeof chipKeys)[number]

/** Something is still to be done, or waited for. */
export function isOpen(state: TaskState): boolean {
  return unfinishedStates.some((open) => open === state)
}

/** What a quick filter asks the list for, in the ledger of a module or of the whole view. 我的 and 外模块交办 are the open ones. */
export function requestOf(chip: ChipKey, moduleId: string | undefined): { readonly filters: TaskFilter[]; readonly moduleId?: string } {
  const filters = [...filtersOf(chip)]
  if (moduleId === undefined) return { filters }
  return chip === 'outside' ? { filters: [...filters, { kind: 'outside', moduleId }] } : { filters, moduleId }
}

function filtersOf(chip: ChipKey): readonly TaskFilter[] {
  switch (chip) {
    case 'mine':
      return [{ kind: 'flag', flag: 'mine' }, { kind: 'choice', field: 'state', oneOf: [...unfinishedStates] }]
    case 'waiting':
      return [{ kind: 'flag', flag: 'waitingForMe' }]
    case 'overdue':
      return [{ kind: 'flag', flag: 'overdue' }]
    case 'yellow':
      return [{ kind: 'choice', field: 'light', oneOf: ['yellow'] }]
    case 'open':
    case 'outside':
      return [{ kind: 'choice', field: 'state', oneOf: [...unfinishedStates] }]
    case 'all':
      return []
    default:
      return assertNever(chip)
  }
}

/** Under which name the window remembers the quick filter of a ledger. */
export function chipMemory(moduleId: string | undefined): string {
  return `tasks-chip:${moduleId ?? 'all'}`
}

/** Whether a remembered text names a quick filter. */
export function isChip(text: string): text is ChipKey {
  return chipKeys.some((key) => key === text)
}
