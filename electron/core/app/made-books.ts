import type { Connection } from './session.ts'

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
export interface MadeIssue {
  readonly issueId: string
  readonly periodId: string
  readonly books: readonly MadeBook[]
}

/** What was made and is not issued: of each connection the latest, until it is issued or the session ends. */
export interface MadeBooks {
  readonly hold: (connection: Connection, made: MadeIssue) => void
  /** The books under this id, if the connection was handed them. */
  readonly find: (connection: Connection, issueId: string) => MadeIssue | null
  readonly drop: (connection: Connection) => void
  readonly clear: () => void
}

interface Held {
  readonly made: MadeIssue
  readonly onEnd: () => void
}

export function createMadeBooks(): MadeBooks {
  const held = new Map<Connection, Held>()

  function drop(connection: Connection): void {
    const found = held.get(connection)
    if (found === undefined) return
    held.delete(connection)
    connection.onEnd.delete(found.onEnd)
  }

  return {
    hold(connection, made) {
      drop(connection)
      const onEnd = () => drop(connection)
      held.set(connection, { made, onEnd })
      connection.onEnd.add(onEnd)
    },
    find(connection, issueId) {
      const made = held.get(connection)?.made
      return made?.issueId === issueId ? made : null
    },
    drop,
    clear: () => [...held.keys()].forEach(drop),
  }
}
