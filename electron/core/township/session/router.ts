import { eq } from 'drizzle-orm'
import type { Me } from '../../../../shared/contract/township/session.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { capabilities } from '../../../../shared/domain/township/access/permissions.ts'
import { grantsOf } from '../../../../shared/domain/township/access/scope.ts'
import { account, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { atTheDoor, guarded, wholeTownship, type RequestContext } from '../../app/guard.ts'
import { actorOf, requireTownshipRow, type Actor, type Session } from '../../app/session.ts'
import { followChanges } from './follow-changes.ts'
import { prepareSecret, requireSecret, requireStrongPassword } from '../../app/login.ts'
import type { LoginOwner } from '../../app/attempts.ts'

export const sessionRouter = {
  login: atTheDoor.session.login.handler(async ({ input, context }) => {
    const owner: LoginOwner = input.kind === 'console' ? { kind: 'console' } : { kind: 'account', name: input.name }
    return beginSession(context, await context.house.enter(owner, input.password))
  }),

  resume: atTheDoor.session.resume.handler(({ input, context }) => {
    const session = context.house.sessions.resume(input.resumption)
    if (session === null) throw new Refusal('session_ended')
    return beginSession(context, session)
  }),

  logout: guarded.session.logout.handler(({ context: { house, connection } }) => {
    house.sessions.end(connection)
    return {}
  }),

  me: guarded.session.me.handler(({ context: { app, guard } }) => ({ ...describe(guard.read, guard.actor), now: app.environment.now() })),

  changes: guarded.session.changes.handler(({ context: { app, connection }, signal }) => followChanges(app.feed, connection, signal)),

  changePassword: guarded.session.changePassword.handler(async ({ input, context: { app, guard, house, connection } }) => {
    const { actor } = guard
    const owner: LoginOwner = actor.kind === 'console' ? { kind: 'console' } : { kind: 'account', name: actor.name }
    await requireSecret(app, owner, input.current)
    requireStrongPassword(input.next)
    const writeSlot = await prepareSecret(app, owner, input.next)
    guard.mutate({
      about: wholeTownship,
      write(tx) {
        if (actor.kind === 'account') {
          const isEnabled = tx.select().from(account).where(eq(account.id, actor.accountId)).get()?.enabled ?? false
          if (!isEnabled) throw new Refusal('account_disabled')
          tx.update(account).set({ mustChangePassword: false }).where(eq(account.id, actor.accountId)).run()
        }
        writeSlot()
      },
      audit: () => ({ subject: actor.name, detail: {} }),
    })
    house.sessions.endOf(actor.kind === 'account' ? actor : { kind: 'console' }, connection)
    return {}
  }),
}

/** Gives the connection its session and says who has entered. Refusal: `session_ended` when the account is gone meanwhile. */
export function beginSession({ house, connection }: RequestContext, session: Session) {
  const app = house.township()
  const now = app.environment.now()
  const actor = actorOf(app.read(), session, now)
  if (actor === null) throw new Refusal('session_ended')
  return { ...describe(app.read(), actor), now, resumption: house.sessions.begin(connection, session) }
}

function describe(read: Read, actor: Actor): Me {
  const { name, county, reportingUnit, origin } = requireTownshipRow(read)
  const { staffId, roles, memberOf, heads, leads } = actor.standing
  const mayEverything = actor.kind === 'console' && actor.mayEverything
  return {
    kind: actor.kind,
    name: actor.name,
    staffId,
    staffName: staffId === null ? null : (read.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)).get()?.name ?? null),
    roles: [...roles],
    capabilities: capabilities.filter((capability) => mayEverything || grantsOf(capability, roles).length > 0),
    memberOf: [...memberOf],
    heads: [...heads],
    leads: [...leads],
    mustChangePassword: actor.kind === 'account' && actor.mustChangePassword && origin === 'real',
    township: { name, county, reportingUnit, origin },
  }
}
