import type { Role } from '../../township/access/roles.ts'
import type { TaskState } from './codes.ts'

/** From the third 延期 on it takes a 班子成员 or 党政正职. */
export const extensionsByInspector = 2

/** The states of a task that is being done: it may be asked an extension, and granted one. */
export const extendable = ['issued', 'active'] as const satisfies readonly TaskState[]

export function isExtendable(state: TaskState): boolean {
  return extendable.some((other) => other === state)
}

/** Whether an extension asked for outlives the step of its task into a state: one put aside keeps it, one handed in or revoked does not. */
export function keepsExtension(state: TaskState): boolean {
  return isExtendable(state) || state === 'suspended'
}

export interface ExtensionFacts {
  readonly state: TaskState
  readonly due: string
  /** One is asked for and not yet decided. */
  readonly isAsked: boolean
  readonly granted: number
}

export type ExtensionFault = { readonly kind: 'notBusy' } | { readonly kind: 'askedAlready' } | { readonly kind: 'notLater' }

/** Whether a task may be asked an extension to a day: while it is being done, one at a time, to a later day. Null means yes. */
export function askFault({ state, due, isAsked }: ExtensionFacts, toDue: string): ExtensionFault | null {
  if (!isExtendable(state)) return { kind: 'notBusy' }
  if (isAsked) return { kind: 'askedAlready' }
  return toDue <= due ? { kind: 'notLater' } : null
}

/** Whether these roles may decide the next extension of a task that has been granted some already. */
export function mayDecideExtension(roles: readonly Role[], granted: number): boolean {
  return granted < extensionsByInspector || roles.includes('leader') || roles.includes('principal')
}
