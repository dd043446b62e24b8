import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Area } from '../../shared/contract/procedure.ts'
import type { Desktop } from '../../shared/contract/desktop.ts'
import type { Me } from '../../shared/contract/township/session.ts'
import { browserDesktop } from './browser-desktop.ts'
import { connect, type Connection, type TownshipClient } from './connection.ts'
import { followChanges } from './follow-changes.ts'
import { formatPlace, parsePlace, withoutSheet } from './place.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'
import { createStore, useStore, type Store } from './store.ts'

/** Everything a feature may ask of the program around it. */
export interface Api {
  readonly client: TownshipClient
  /** The same procedures as TanStack Query options: `useQuery(orpc.people.list.queryOptions({ input }))`. */
  readonly orpc: RouterUtils<TownshipClient>
  readonly queries: QueryClient
  readonly connection: Connection
  readonly session: SessionStore
  readonly desktop: Desktop
  /** Rises with each commit that touched an area; what a grid gives as its `revision`. */
  readonly revisions: Store<Readonly<Partial<Record<Area, number>>>>
}

export function createApi(): Api {
  const connection = connect()
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false }, mutations: { retry: false } } })
  const session = createSessionStore(connection, () => {
    location.hash = formatPlace(withoutSheet(parsePlace(location.hash)))
    location.reload()
  })
  const revisions = createStore<Readonly<Partial<Record<Area, number>>>>({})
  followChanges({ connection, session, queries, revisions })
  return {
    client: connection.client,
    orpc: createTanstackQueryUtils(connection.client),
    queries,
    connection,
    session,
    desktop: window.desktop ?? browserDesktop,
    revisions,
  }
}

export const ApiContext = createContext<Api | null>(null)

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('no api around this component')
  return api
}

/** Who is logged in; only for what stands inside the shell. */
export function useMe(): Me {
  const entered = useStore(useApi().session.entered)
  if (entered.kind === 'outside') throw new Error('nobody is logged in')
  return entered.me
}

/** A number that rises when one of the areas changes: the `revision` of a grid. */
export function useRevision(...areas: readonly Area[]): number {
  const revisions = useStore(useApi().revisions)
  return areas.reduce((sum, area) => sum + (revisions[area] ?? 0), 0)
}
