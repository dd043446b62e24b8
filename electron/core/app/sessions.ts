import type { Connection, Session } from './session.ts'
import type { Environment } from './environment.ts'

/** How long a lost connection may come back without a password. */
const resumeMs = 30 * 60_000

/** How long a session may be unused: the ten minutes after which a page locks itself, and some grace. A page that hangs or sleeps cannot. */
const idleMs = 12 * 60_000

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
  /** Notes that a session is used, or ends one that has been unused too long. One that was never begun here is no window's and has no limit. */
  readonly use: (connection: Connection, how: 'using' | 'watching') => void
  /** Ends whatever sessions the account (or the console) has, also those that could come back, but that of `keep`. */
  readonly endOf: (session: Session, keep: Connection | null) => void
  /** Ends every session but that of `keep`: the machine was locked or is going to sleep, or the data under them is another. */
  readonly endAll: (keep?: Connection) => void
}

interface Held {
  readonly session: Session
  readonly connection: Connection
  usedAt: number
  /** When its connection was lost; null while it stands. */
  lostAt: number | null
}

function isSame(one: Session, other: Session): boolean {
  return one.kind === 'console' ? other.kind === 'console' : other.kind === 'account' && one.accountId === other.accountId
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
      held.set(resumption, { session, connection, usedAt: now(), lostAt: null })
      return resumption
    },
    resume(resumption) {
      const entry = held.get(resumption)
      if (entry === undefined) return null
      held.delete(resumption)
      const isIdle = (entry.lostAt ?? now()) - entry.usedAt > idleMs
      end(entry.connection)
      if (isIdle || (entry.lostAt !== null && now() - entry.lostAt > resumeMs)) return null
      return entry.session
    },
    end,
    use(connection, how) {
      const entry = [...held.values()].find((other) => other.connection === connection)
      if (entry === undefined) return
      if (now() - entry.usedAt > idleMs) end(connection)
      else if (how === 'using') entry.usedAt = now()
    },
    endOf(session, keep) {
      for (const [resumption, entry] of held) if (entry.connection !== keep && isSame(entry.session, session)) held.delete(resumption)
      for (const connection of connections) if (connection !== keep && connection.session !== null && isSame(connection.session, session)) end(connection)
    },
    endAll(keep) {
      for (const [resumption, entry] of held) if (entry.connection !== keep) held.delete(resumption)
      for (const connection of connections) if (connection !== keep) end(connection)
    },
  }
}
