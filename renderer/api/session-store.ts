import type { Me } from '../../shared/contract/township/session.ts'
import type { Connection, TownshipClient } from './connection.ts'
import { failureOf } from './failure.ts'
import { createStore, type Store } from './store.ts'
import { followHostClock } from './today.ts'

/** Nobody yet, or who is logged in. */
export type Entered = { readonly kind: 'outside' } | { readonly kind: 'inside'; readonly me: Me; /** Another number after each login and each session taken up again. */ readonly entry: number }

/** Who has entered, as the host answers: with its present moment. */
export type EnteredAnswer = Me & { readonly now: string; readonly resumption: string }

/** Who works in this window. The resumption lives in memory alone: a reload needs the password again. */
export interface SessionStore {
  readonly entered: Store<Entered>
  readonly enter: (answer: EnteredAnswer) => void
  /** Takes the session up again on a new way to the host; reloads when the host no longer knows it. @throws when that way is lost too */
  readonly resume: (client: TownshipClient) => Promise<void>
  /** Looks again who one is: roles and offices may have changed. */
  readonly refresh: () => Promise<void>
  /** Ends the session on the data's side and takes every name off the screen. */
  readonly leave: () => Promise<void>
}

const logoutMs = 500

export function createSessionStore({ client }: Connection, reload: () => void): SessionStore {
  const entered = createStore<Entered>({ kind: 'outside' })
  let resumption: string | null = null
  let entries = 0
  function take({ resumption: next, now, ...me }: EnteredAnswer): void {
    followHostClock(now)
    resumption = next
    entries += 1
    entered.set({ kind: 'inside', me, entry: entries })
  }
  return {
    entered,
    enter: take,
    async resume(own) {
      if (resumption === null) return
      const token = resumption
      resumption = null
      try {
        take(await own.session.resume({ resumption: token }))
      } catch (error) {
        if (failureOf(error).code === 'connection') {
          resumption = token
          throw error
        }
        // The host was restarted or has locked: what is on the screen is no longer anybody's.
        reload()
      }
    },
    async refresh() {
      const before = entered.get()
      if (before.kind === 'outside') return
      const { now, ...me } = await client.session.me()
      followHostClock(now)
      if (entered.get() === before && JSON.stringify(me) !== JSON.stringify(before.me)) entered.set({ ...before, me })
    },
    async leave() {
      resumption = null
      // Where the host is away the names go all the same; it ends the session with the lost way.
      await Promise.race([client.session.logout().catch(() => null), new Promise((resolve) => setTimeout(resolve, logoutMs))])
      reload()
    },
  }
}
