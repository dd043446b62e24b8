import { eq } from 'drizzle-orm'
import type { Role } from '../../../shared/domain/township/access/roles.ts'
import { roles as everyRole } from '../../../shared/domain/township/access/roles.ts'
import type { Standing } from '../../../shared/domain/township/access/scope.ts'
import { account, accountRole, township } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { dayInChina } from './environment.ts'
import { standingOf } from './standing.ts'

/** Who a connection has logged in as. It lives with the connection and comes from no payload. */
export type Session =
  | { readonly kind: 'console' }
  | { readonly kind: 'account'; readonly accountId: string }

/** One way in: a port, a socket, an in-process client. The guard reads and the login writes its session. */
export interface Connection {
  session: Session | null
  readonly device: string
  /** Told when the session ends, by a logout, a lock, or a lost connection. */
  readonly onEnd: Set<() => void>
}

/** The caller as of this request, looked up afresh so that a lost role or office works at once. */
export type Actor =
  | { readonly kind: 'console'; readonly name: 'console'; readonly standing: Standing; readonly mayEverything: boolean }
  | { readonly kind: 'account'; readonly name: string; readonly accountId: string; readonly standing: Standing; readonly mustChangePassword: boolean }

/** The township of the file; there is exactly one. */
export function requireTownshipRow(read: Read) {
  const row = read.select().from(township).get()
  if (row === undefined) throw new Error('the file holds no township')
  return row
}

/** The actor of a session, or null when its account is gone or disabled. */
export function actorOf(read: Read, session: Session, now: string): Actor | null {
  const day = dayInChina(now)
  if (session.kind === 'console') {
    const mayEverything = requireTownshipRow(read).origin !== 'real'
    const held: readonly Role[] = mayEverything ? everyRole : []
    return { kind: 'console', name: 'console', standing: standingOf(read, null, held, day), mayEverything }
  }
  const row = read.select().from(account).where(eq(account.id, session.accountId)).get()
  if (row === undefined || !row.enabled) return null
  const held = read.select({ role: accountRole.role }).from(accountRole).where(eq(accountRole.accountId, row.id)).all().map(({ role }) => role)
  return {
    kind: 'account',
    name: row.name,
    accountId: row.id,
    standing: standingOf(read, row.staffId, held, day),
    mustChangePassword: row.mustChangePassword,
  }
}
