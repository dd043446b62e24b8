import { createORPCClient, DynamicLink } from '@orpc/client'
import type { ClientContext, ClientLink } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'
import { openLink } from './link.ts'
import { createStore, type Store } from './store.ts'

export type TownshipClient = ContractRouterClient<Contract>

export type LinkState = 'connecting' | 'connected' | 'lost'

/** The client of the host, over whatever way stands at the moment of a call. */
export interface Connection {
  readonly client: TownshipClient
  readonly state: Store<LinkState>
  /** Told each time a new way stands, the first one too. */
  readonly onConnected: (listener: () => void) => void
}

const pausesMs = [300, 1000, 2000, 5000] as const

/** Connects, and connects again whenever the way is lost. A call made meanwhile waits for the next way. */
export function connect(): Connection {
  const state = createStore<LinkState>('connecting')
  const listeners = new Set<() => void>()
  let current: Promise<ClientLink<ClientContext>>

  function reach(tries: number): Promise<ClientLink<ClientContext>> {
    return openLink().then(
      ({ link, lost }) => {
        state.set('connected')
        queueMicrotask(() => listeners.forEach((listener) => listener()))
        void lost.then(() => {
          state.set('lost')
          current = reach(0)
        })
        return link
      },
      async () => {
        state.set('lost')
        await new Promise((resolve) => setTimeout(resolve, pausesMs[Math.min(tries, pausesMs.length - 1)]))
        return reach(tries + 1)
      },
    )
  }

  current = reach(0)
  return { client: createORPCClient(new DynamicLink(() => current)), state, onConnected: (listener) => void listeners.add(listener) }
}
