import type { Connection, Session } from './session.ts'
import type { Environment } from './environment.ts'

/** How long a lost connection may come back without a password. */
const resumeMs = 30 * 60_000

/** The sessions of a host: who is connected, and which of them may come back after a lost connection. */
export interface Sessions {
  /** A new way in, without a session. */
  readonly connect: (device: string) => Connection
  readonly disconnect: (connection: Connection) => void
  /** Gives a connection its session; the answer takes the session up again on another connection, once. */
  readonly begin: (connection: Connection, session: Session) => string
  /** The session of a resumption, or null when it is unknown, used, ended or too old. */
  readonly resume: (resumption: string) => Session | null
  readonly end: (connection: Connection) => void
  /** Ends every session: the machine was locked or is going to sleep. */
  readonly endAll: () => void
}

interface Held {
  readonly session: Session
  readonly connection: Connection
  /** When its connection was lost; null while it stands. */
  lostAt: number | null
}

export function createSessions(environment: Environment): Sessions {
  const connections = new Set<Connection>()
  const held = new Map<string, Held>()
  const now = () => Date.parse(environment.now())

  function forget(connection: Connection): void {
    for (const [resumption, entry] of held) if (entry.connection === connection) held.delete(resumption)
  }
  function end(connection: Connection): void {
    forget(connection)
    connection.session = null
    connection.onEnd.forEach((listener) => listener())
  }
  return {
    connect(device) {
      const connection: Connection = { session: null, device, onEnd: new Set() }
      connections.add(connection)
      return connection
    },
    disconnect(connection) {
      connections.delete(connection)
      connection.session = null
      connection.onEnd.forEach((listener) => listener())
      for (const entry of held.values()) if (entry.connection === connection) entry.lostAt = now()
    },
    begin(connection, session) {
      end(connection)
      connection.session = session
      const resumption = environment.newToken()
      held.set(resumption, { session, connection, lostAt: null })
      return resumption
    },
    resume(resumption) {
      const entry = held.get(resumption)
      if (entry === undefined) return null
      held.delete(resumption)
      if (entry.lostAt !== null && now() - entry.lostAt > resumeMs) return null
      end(entry.connection)
      return entry.session
    },
    end,
    endAll() {
      held.clear()
      connections.forEach(end)
    },
  }
}
