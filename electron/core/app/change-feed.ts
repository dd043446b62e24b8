import type { Area } from '../../../shared/contract/procedure.ts'

export type ChangeListener = (areas: readonly Area[]) => void

/** Tells after each commit which areas changed, and nothing else. */
export interface ChangeFeed {
  readonly subscribe: (listener: ChangeListener) => () => void
  readonly publish: ChangeListener
}

export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<ChangeListener>()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    publish: (areas) => listeners.forEach((listener) => listener(areas)),
  }
}
