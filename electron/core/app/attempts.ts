import { Refusal } from '../../../shared/contract/refusal.ts'
import type { SlotOwner } from '../../db/key-slots.ts'
import type { Environment } from './environment.ts'

/** Whoever may log in: an account, or the console. */
export type LoginOwner = Exclude<SlotOwner, { kind: 'recovery' }>

/** Wrong passwords of one name before it has to wait, and for how long. */
export const attemptsAllowed = 5
export const windowMinutes = 15

/** Failed attempts in front of a closed file, in memory. */
export interface Attempts {
  /** Refusal: `locked_out`. */
  readonly requireNotLocked: (owner: LoginOwner) => void
  readonly note: (owner: LoginOwner) => void
}

export function createAttempts(environment: Environment): Attempts {
  const failures = new Map<string, readonly number[]>()
  const keyOf = (owner: LoginOwner) => (owner.kind === 'account' ? `account:${owner.name}` : owner.kind)
  const recent = (owner: LoginOwner) => (failures.get(keyOf(owner)) ?? []).filter((at) => at > Date.parse(environment.now()) - windowMinutes * 60_000)
  return {
    requireNotLocked(owner) {
      const times = recent(owner)
      if (times.length < attemptsAllowed) return
      throw new Refusal('locked_out', { minutes: Math.max(1, Math.ceil((Math.max(...times) - Date.parse(environment.now())) / 60_000 + windowMinutes)) })
    },
    note(owner) {
      failures.set(keyOf(owner), [...recent(owner), Date.parse(environment.now())])
    },
  }
}
