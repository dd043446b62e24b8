import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { RefObject } from 'react'
import { createRowStore } from './row-store.ts'
import type { RowStore, StoreState } from './row-store.ts'
import type { GridQuery, GridSource } from './types.ts'
import { useLatest } from './use-latest.ts'

export interface RowsControl<Row> {
  readonly store: RowStore<Row>
  readonly state: StoreState
  /** The rows in all; during a reload or a new query what it was before. */
  readonly total: number
  readonly reload: () => void
}

/** The rows of the source under the query: from the top when scope or query change, in place when the revision does. */
export function useRows<Row>(source: GridSource<Row>, query: GridQuery, api: Readonly<RefObject<GridApi<Row> | null>>, onRows: (rows: readonly Row[]) => void): RowsControl<Row> {
  const latest = useLatest({ source, onRows })
  const [store] = useState(() => createRowStore<Row>({ load: (request, signal) => latest.current.source.load(request, signal), onRows: (rows) => latest.current.onRows(rows) }, query))
  const state = useSyncExternalStore(store.subscribe, store.state)
  const [lastTotal, setLastTotal] = useState(0)
  if (state.total !== null && state.total !== lastTotal) setLastTotal(state.total)

  const { scope, revision } = source
  const listed = useRef({ scope, query, revision })
  const reload = useCallback(() => {
    store.refresh()
    api.current?.refreshInfiniteCache()
  }, [store, api])

  useEffect(() => {
    const before = listed.current
    listed.current = { scope, query, revision }
    if (before.scope !== scope || before.query !== query) {
      store.restart(query)
      // The old rows stand until the first new ones are there: no flash of empty lines. A failure shows itself.
      const show = () => {
        api.current?.purgeInfiniteCache()
        api.current?.ensureIndexVisible(0, 'top')
      }
      store.ensure(0, 1).then(show, () => undefined)
    } else if (!Object.is(before.revision, revision)) {
      reload()
    }
  }, [scope, query, revision, store, api, reload])

  return { store, state, total: state.total ?? lastTotal, reload }
}
