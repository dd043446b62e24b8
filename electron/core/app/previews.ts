import type { ArrangedSheet, ShownPages, WantedPages } from '../../workbooks/exports/write/export-job.ts'
import type { Environment } from './environment.ts'
import type { Connection } from './session.ts'

/** A workbook cut into pages, held by a process of its own while somebody looks at it. */
export interface Preview {
  /** What it is of; whoever names it must ask for the same. */
  readonly subject: string
  /** Each with its key in the layout, where the layout says its name. */
  readonly sheets: readonly (ArrangedSheet & { readonly key: string | null })[]
  readonly pages: (wanted: WantedPages) => Promise<ShownPages>
  readonly close: () => void
}

export interface OpenPreview {
  readonly id: string
  readonly preview: Preview
}

/**
 * The previews that are open. Each belongs to the connection that made it and ends with its session, with the next one that
 * the connection opens, and when nobody has looked at it for a while; who opens one too many ends the one left alone the longest.
 */
export interface Previews {
  readonly keep: (connection: Connection, preview: Preview) => OpenPreview
  /** The preview under this id, if the connection made it and it is of that subject. */
  readonly find: (connection: Connection, id: string, subject: string) => OpenPreview | null
  /** In place of one that is gone: what the connection has of that subject by now, or one made once for all who ask meanwhile. */
  readonly renew: (connection: Connection, subject: string, make: () => Promise<Preview>) => Promise<OpenPreview>
  /** Ends it, if the connection made it. */
  readonly close: (connection: Connection, id: string) => void
  readonly clear: () => void
}

/** Each is a process. */
const mostOpen = 8

/** How long a preview stays that nobody looks at. */
const idleMs = 5 * 60_000

interface Held {
  readonly connection: Connection
  readonly preview: Preview
  readonly onEnd: () => void
  /** Takes back its end for having been left alone. */
  readonly stopIdling: () => void
}

export function createPreviews({ newId, after }: Pick<Environment, 'newId' | 'after'>): Previews {
  /** In the order in which they were last looked at. */
  const open = new Map<string, Held>()
  const renewing = new Map<Connection, { readonly subject: string; readonly made: Promise<OpenPreview> }>()

  function end(id: string): void {
    const found = open.get(id)
    if (found === undefined) return
    open.delete(id)
    found.stopIdling()
    found.connection.onEnd.delete(found.onEnd)
    found.preview.close()
  }

  function heldBy(connection: Connection): readonly (readonly [string, Held])[] {
    return [...open].filter(([, held]) => held.connection === connection)
  }

  function use(id: string, held: Held): OpenPreview {
    held.stopIdling()
    open.delete(id)
    open.set(id, { ...held, stopIdling: after(idleMs, () => end(id)) })
    return { id, preview: held.preview }
  }

  function keep(connection: Connection, preview: Preview): OpenPreview {
    heldBy(connection).forEach(([id]) => end(id))
    const [oldest] = open.keys()
    if (open.size >= mostOpen && oldest !== undefined) end(oldest)
    const id = newId()
    const onEnd = () => end(id)
    connection.onEnd.add(onEnd)
    return use(id, { connection, preview, onEnd, stopIdling: () => undefined })
  }

  return {
    keep,
    find(connection, id, subject) {
      const found = open.get(id)
      return found === undefined || found.connection !== connection || found.preview.subject !== subject ? null : use(id, found)
    },
    async renew(connection, subject, make) {
      const [own] = heldBy(connection)
      if (own !== undefined && own[1].preview.subject === subject) return use(...own)
      const current = renewing.get(connection)
      if (current?.subject === subject) return current.made
      const made = make().then((preview) => keep(connection, preview))
      const entry = { subject, made }
      renewing.set(connection, entry)
      try {
        return await made
      } finally {
        if (renewing.get(connection) === entry) renewing.delete(connection)
      }
    },
    close(connection, id) {
      if (open.get(id)?.connection === connection) end(id)
    },
    clear: () => [...open.keys()].forEach(end),
  }
}
