import type { PartyState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { isPartStep, mayPartStep, type TaskAction } from '../../../../shared/domain/tasks/tasks/flow.ts'

interface PartStanding {
  readonly staffId: string
  readonly state: PartyState
}

/** Whether a step is taken of parts of the task. */
export function concernsParts(action: TaskAction): boolean {
  return isPartStep(action) || action === 'reopen'
}

const ownSteps: readonly TaskAction[] = ['accept', 'feedback', 'submit']

/**
 * The parts a step is taken of: a doer acts for his own part alone; whoever acts for the module, reviews or verifies, for all that
 * stand where the step starts, or those of them he names. A task is reopened as a whole unless parts are named.
 */
export function concernedBy<Part extends PartStanding>(action: TaskAction, parts: readonly Part[], self: string | null, named: readonly string[] | undefined): readonly Part[] {
  if (!concernsParts(action)) return []
  const isDoer = parts.some(({ staffId }) => staffId === self)
  const ready = action === 'reopen' ? parts : parts.filter(({ state }) => mayPartStep(action, state))
  const own = ownSteps.includes(action) && isDoer ? ready.filter(({ staffId }) => staffId === self) : ready
  return named === undefined ? own : own.filter(({ staffId }) => named.includes(staffId))
}
