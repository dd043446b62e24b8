import type { GridQuery, GridRequest } from './types.ts'

export const blockSize = 200

/** More blocks than these are forgotten, the longest unused first. */
const keptBlocks = 120

/** What is known of the list as a whole. */
export interface StoreState {
  /** null until the first block is there. */
  readonly total: number | null
  readonly failure: { readonly error: unknown } | null
}

export interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

/** The rows of a long list, loaded block by block and kept for a while. */
export interface RowStore<Row> {
  readonly state: () => StoreState
  readonly subscribe: (listener: () => void) => () => void
  /** The rows from `from` up to `to` (not included), loaded where they are not. A reload in between is waited for. Rejects when the load fails or another list took its place. */
  readonly ensure: (from: number, to: number) => Promise<Rows<Row>>
  /** The row there, if it is loaded; during a reload the one that stood there before. */
  readonly rowAt: (at: number) => Row | undefined
  /** Where a loaded row stands, or null. */
  readonly place: (matches: (row: Row) => boolean) => number | null
  /** Everything must be loaded again, but stays until it is. */
  readonly refresh: () => void
  /** Another list: nothing of the old one stays. */
  readonly restart: (query: GridQuery) => void
}

interface Block<Row> {
  readonly rows: readonly Row[] | null
  readonly fresh: boolean
  readonly coming: Promise<void> | null
}

export interface RowLoader<Row> {
  readonly load: (request: GridRequest, signal: AbortSignal) => Promise<Rows<Row>>
  /** Called with every block that arrives. */
  readonly onRows: (rows: readonly Row[]) => void
}

export function createRowStore<Row>(loader: RowLoader<Row>, start: GridQuery): RowStore<Row> {
  const blocks = new Map<number, Block<Row>>()
  const listeners = new Set<() => void>()
  let query = start
  let abort = new AbortController()
  /** Aborted when another list takes the place of this one. */
  let listed = new AbortController()
  let state: StoreState = { total: null, failure: null }

  function change(part: Partial<StoreState>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  function keep(at: number, block: Block<Row>): void {
    blocks.delete(at)
    blocks.set(at, block)
    for (const oldest of blocks.keys()) {
      if (blocks.size <= keptBlocks) break
      blocks.delete(oldest)
    }
  }

  async function fetchBlock(at: number, signal: AbortSignal): Promise<void> {
    try {
      const { rows, total } = await loader.load({ ...query, offset: at * blockSize, limit: blockSize }, signal)
      if (signal.aborted) return
      keep(at, { rows, fresh: true, coming: null })
      loader.onRows(rows)
      change({ total, failure: null })
    } catch (error) {
      if (signal.aborted) return
      keep(at, { rows: blocks.get(at)?.rows ?? null, fresh: false, coming: null })
      change({ failure: { error } })
      throw error
    }
  }

  function comingBlock(at: number): Promise<void> {
    const block = blocks.get(at)
    if (block?.fresh && block.rows) {
      keep(at, block)
      return Promise.resolve()
    }
    if (block?.coming) return block.coming
    const coming = fetchBlock(at, abort.signal)
    keep(at, { rows: block?.rows ?? null, fresh: false, coming })
    return coming
  }

  async function ensure(from: number, to: number): Promise<Rows<Row>> {
    const { signal: list } = listed
    const first = Math.floor(from / blockSize)
    const last = Math.floor((to - 1) / blockSize)
    for (;;) {
      const { signal } = abort
      const rows: Row[] = []
      for (let at = first; at <= last && !signal.aborted; at += 1) {
        await comingBlock(at)
        rows.push(...(blocks.get(at)?.rows ?? []))
      }
      list.throwIfAborted()
      // After a reload of the same list what was asked for is loaded again, from the first: the rows may have moved.
      if (!signal.aborted) return { rows: rows.slice(from - first * blockSize, to - first * blockSize), total: state.total ?? 0 }
    }
  }

  function forgetComing(): void {
    abort.abort()
    abort = new AbortController()
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ensure,
    rowAt: (at) => (state.total !== null && at < state.total ? blocks.get(Math.floor(at / blockSize))?.rows?.[at % blockSize] : undefined),
    place: (matches) => {
      for (const [at, { rows }] of blocks) {
        const found = rows?.findIndex(matches) ?? -1
        if (found >= 0) return at * blockSize + found
      }
      return null
    },
    refresh: () => {
      forgetComing()
      for (const [at, { rows }] of [...blocks]) blocks.set(at, { rows, fresh: false, coming: null })
      change({ failure: null })
    },
    restart: (next) => {
      listed.abort()
      listed = new AbortController()
      forgetComing()
      blocks.clear()
      query = next
      change({ total: null, failure: null })
    },
  }
}
