import type { ScryptCost } from '../../db/key-slots.ts'
import type { WorkerFactory } from '../../workbooks/worker.ts'

/** What the outside gives the core: time, identifiers, chance, workers. Nothing in core reaches for them by itself. */
export interface Environment {
  /** The present moment, ISO 8601 in UTC. */
  readonly now: () => string
  /** Runs something once after so many milliseconds, unless what it gives back is called before. It keeps no process alive. */
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly newId: () => string
  /** A one-time password for an account slip. */
  readonly newPassword: () => string
  /** A secret that nobody can guess, for use in memory. */
  readonly newToken: () => string
  /** A recovery key to be printed once. */
  readonly newRecoveryKey: () => string
  /** What it costs to turn a password into a key: `strongCost`, but where tests make accounts by the hundred and guess none. */
  readonly keyCost: ScryptCost
  readonly workers: WorkerFactory
  /** Keeps an unexpected error, under the call id that the user is shown. */
  readonly logError: (callId: string, error: unknown) => void
  /** A folder for files in flight; the caller empties what it puts there. */
  readonly temporary: string
}

/** The calendar day in China (UTC+8, no summer time) at a moment. */
export function dayInChina(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
}
