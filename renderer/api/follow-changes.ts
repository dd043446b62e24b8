import type { QueryClient } from '@tanstack/react-query'
import { areas as everyArea, type Area } from '../../shared/contract/procedure.ts'
import type { Connection } from './connection.ts'
import type { SessionStore } from './session-store.ts'
import { failureOf } from './failure.ts'
import { isStale } from './stale.ts'
import type { Store } from './store.ts'

interface Following {
  readonly connection: Connection
  readonly session: SessionStore
  readonly queries: QueryClient
  readonly revisions: Store<Readonly<Partial<Record<Area, number>>>>
}

/**
 * Keeps what is on the screen as the data is: subscribes before anything is loaded, and after a lost way to the host takes
 * the session up again, subscribes anew and loads everything again.
 */
export function followChanges({ connection, session, queries, revisions }: Following): void {
  let subscription = 0

  function changed(areas: readonly Area[]): void {
    if (areas.length === 0) return
    const now = revisions.get()
    revisions.set({ ...now, ...Object.fromEntries(areas.map((area) => [area, (now[area] ?? 0) + 1])) })
    void queries.invalidateQueries({ predicate: ({ queryKey: [path] }) => Array.isArray(path) && isStale(path, areas) })
    // Whoever is appointed, or loses a role, sees other tabs from now on.
    if (isStale(['session', 'me'], areas)) void session.refresh().catch((error: unknown) => (failureOf(error).code === 'session_required' ? session.leave() : undefined))
  }

  async function subscribe(): Promise<void> {
    subscription += 1
    const mine = subscription
    try {
      for await (const { areas } of await connection.client.session.changes()) {
        if (mine !== subscription) return
        changed(areas)
      }
    } catch {
      // The way was lost, which is told elsewhere; the next one subscribes again.
    }
  }

  let isFirst = true
  connection.beforeUse((client) => session.resume(client))
  connection.onConnected(() => {
    if (!isFirst && session.entered.get().kind === 'inside') changed(everyArea)
    isFirst = false
  })
  let entry = 0
  session.entered.subscribe(() => {
    const entered = session.entered.get()
    if (entered.kind === 'inside' && entered.entry !== entry) void subscribe()
    entry = entered.kind === 'inside' ? entered.entry : 0
  })
}
