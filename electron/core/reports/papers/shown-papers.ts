import type { Connection } from '../../app/session.ts'

/** What was shown to somebody who may print it. */
export interface ShownRecord {
  readonly fileName: string
  readonly pages: number
  readonly periodCode: string | null
  /** Ids of the people it is about. */
  readonly staffIds: readonly string[]
}

/** Of each connection; one who prints looks at one paper at a time. */
const mostHeld = 20

/** They end with the session that they were shown to. */
const held = new WeakMap<Connection, Map<string, ShownRecord>>()

export function holdShown(connection: Connection, id: string, shown: ShownRecord): void {
  const own = held.get(connection) ?? begin(connection)
  own.set(id, shown)
  const [oldest] = own.keys()
  if (own.size > mostHeld && oldest !== undefined) own.delete(oldest)
}

function begin(connection: Connection): Map<string, ShownRecord> {
  const own = new Map<string, ShownRecord>()
  held.set(connection, own)
  const onEnd = () => {
    connection.onEnd.delete(onEnd)
    held.delete(connection)
  }
  connection.onEnd.add(onEnd)
  return own
}

/** What was shown under this id, if this connection was shown it. */
export function shownUnder(connection: Connection, id: string): ShownRecord | undefined {
  return held.get(connection)?.get(id)
}
