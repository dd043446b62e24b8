import type { Connection } from '../app/session.ts'

/** A book that is made and has gone out nowhere yet. */
export interface MadeBook {
  readonly bookId: string
  readonly scorerId: string
  readonly scorer: string
  readonly sheets: readonly string[]
  readonly people: readonly string[]
  readonly code: string
  readonly original: Buffer
}

/** The books of one file that somebody was handed and may have saved. */
export interface MadeBooks {
  readonly issueId: string
  readonly periodId: string
  readonly books: readonly MadeBook[]
}

/** Of each connection the latest: they end with its session, and count for nothing until they are issued. */
const held = new WeakMap<Connection, MadeBooks>()

export function holdBooks(connection: Connection, made: MadeBooks): void {
  held.set(connection, made)
  const onEnd = () => {
    connection.onEnd.delete(onEnd)
    if (held.get(connection) === made) held.delete(connection)
  }
  connection.onEnd.add(onEnd)
}

/** The books under this id, if the connection was handed them. */
export function heldBooks(connection: Connection, issueId: string): MadeBooks | null {
  const made = held.get(connection)
  return made?.issueId === issueId ? made : null
}

export function dropBooks(connection: Connection): void {
  held.delete(connection)
}
