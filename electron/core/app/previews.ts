import type { ArrangedSheet, ShownPages, WantedPages } from '../../workbooks/export/write/export-job.ts'
import type { Environment } from './environment.ts'
import type { Connection } from './session.ts'

/** A workbook cut into pages, held by a process of its own while somebody looks at it. */
export interface Preview {
  /** What it is of; whoever names it must ask for the same. */
  readonly subject: string
  readonly sheets: readonly ArrangedSheet[]
  readonly pages: (wanted: WantedPages) => Promise<ShownPages>
  readonly close: () => void
}

/** The previews that are open: each belongs to the connection that made it and ends with its session; who opens one too many ends the one left alone the longest. */
export interface Previews {
  readonly keep: (connection: Connection, preview: Preview) => string
  /** The preview under this id, if the connection made it and it is of that subject. */
  readonly find: (connection: Connection, id: string, subject: string) => Preview | null
  readonly end: (id: string) => void
  readonly clear: () => void
}

/** Each is a process. */
const mostOpen = 4

export function createPreviews({ newId }: Pick<Environment, 'newId'>): Previews {
  /** In the order in which they were last looked at. */
  const open = new Map<string, { readonly connection: Connection; readonly preview: Preview; readonly onEnd: () => void }>()

  function end(id: string): void {
    const found = open.get(id)
    if (found === undefined) return
    open.delete(id)
    found.connection.onEnd.delete(found.onEnd)
    found.preview.close()
  }

  return {
    end,
    keep(connection, preview) {
      const [oldest] = open.keys()
      if (open.size >= mostOpen && oldest !== undefined) end(oldest)
      const id = newId()
      const onEnd = () => end(id)
      open.set(id, { connection, preview, onEnd })
      connection.onEnd.add(onEnd)
      return id
    },
    find(connection, id, subject) {
      const found = open.get(id)
      if (found === undefined || found.connection !== connection || found.preview.subject !== subject) return null
      open.delete(id)
      open.set(id, found)
      return found.preview
    },
    clear: () => [...open.keys()].forEach(end),
  }
}
