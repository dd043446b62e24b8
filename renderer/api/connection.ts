import { createORPCClient, DynamicLink } from '@orpc/client'
import type { ClientContext, ClientLink } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'
import { openLink, type OpenLink } from './link.ts'
import { createStore, type Store } from './store.ts'

export type TownshipClient = ContractRouterClient<Contract>

export type LinkState = 'connecting' | 'connected' | 'lost'

/** The client of the host, over whatever way stands at the moment of a call. */
export interface Connection {
  readonly client: TownshipClient
  readonly state: Store<LinkState>
  /** Done on each new way, the first one too, before any call that waits goes out on it. What it throws counts as a lost way. */
  readonly beforeUse: (first: (client: TownshipClient) => Promise<void>) => void
  /** Told each time a new way stands, the first one too. */
  readonly onConnected: (listener: () => void) => void
}

const pausesMs = [300, 1000, 2000, 5000] as const

/** Connects, and connects again whenever the way is lost. A call made meanwhile waits for the next way. */
export function connect(open: () => Promise<OpenLink> = openLink): Connection {
  const state = createStore<LinkState>('connecting')
  const listeners = new Set<() => void>()
  const firsts = new Set<(client: TownshipClient) => Promise<void>>()
  let current: Promise<ClientLink<ClientContext>>

  async function prepare({ link, lost }: OpenLink): Promise<void> {
    const client: TownshipClient = createORPCClient(link)
    const gone = lost.then(() => {
      throw new Error('the way is lost')
    })
    await Promise.race([Promise.all([...firsts].map((first) => first(client))), gone])
  }

  async function reach(): Promise<ClientLink<ClientContext>> {
    for (let tries = 0; ; tries += 1) {
      try {
        const opened = await open()
        await prepare(opened)
        state.set('connected')
        queueMicrotask(() => listeners.forEach((listener) => listener()))
        void opened.lost.then(() => {
          state.set('lost')
          current = reach()
        })
        return opened.link
      } catch {
        state.set('lost')
        await new Promise((resolve) => setTimeout(resolve, pausesMs[Math.min(tries, pausesMs.length - 1)]))
      }
    }
  }

  current = Promise.resolve().then(reach)
  return { client: createORPCClient(new DynamicLink(() => current)), state, beforeUse: (first) => void firsts.add(first), onConnected: (listener) => void listeners.add(listener) }
}
