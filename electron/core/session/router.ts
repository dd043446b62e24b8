import { eq } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { account } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { guarded, wholeTownship } from '../app/guard.ts'
import { actorOf, requireTownshipRow, type Actor } from '../app/session.ts'
import { login, requireSecret, requireStrongPassword, prepareSecret, type LoginOwner } from './login.ts'

export const sessionRouter = {
  login: guarded.session.login.handler(async ({ input, context }) => {
    const { app, connection } = context
    connection.session = await login(app, input.kind === 'console' ? { kind: 'console' } : { kind: 'account', name: input.name }, input.password)
    const actor = actorOf(app.read(), connection.session, app.environment.now())
    if (actor === null) throw new Refusal('session_required')
    return describe(app.read(), actor)
  }),

  logout: guarded.session.logout.handler(({ context }) => {
    context.connection.session = null
    return {}
  }),

  me: guarded.session.me.handler(({ context: { guard } }) => describe(guard.read, guard.actor)),

  changePassword: guarded.session.changePassword.handler(async ({ input, context: { app, guard } }) => {
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
    return {}
  }),
}

function describe(read: Read, actor: Actor) {
  const { name, county, reportingUnit, origin } = requireTownshipRow(read)
  return {
    kind: actor.kind,
    name: actor.name,
    staffId: actor.standing.staffId,
    roles: [...actor.standing.roles],
    mustChangePassword: actor.kind === 'account' && actor.mustChangePassword,
    township: { name, county, reportingUnit, origin },
  }
}
