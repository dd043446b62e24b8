import { isContractProcedure, type AnyContractRouter } from '@orpc/contract'
import { call, getRouter, isLazy, isProcedure } from '@orpc/server'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { grantsOf } from '../../shared/domain/township/access/scope.ts'
import { permissions, type Capability } from '../../shared/domain/township/access/permissions.ts'
import { roles, type Role } from '../../shared/domain/township/access/roles.ts'
import { account, accountRole, auditEntry, township } from '../db/schema/index.ts'
import type { Session } from './app/session.ts'
import { emptyDemo } from './desk/demo/demo.ts'
import { router } from './router.ts'
import { codeOf, houseOf, testTownship, type TestTownship } from './testing/township.testing.ts'

function pathsOf(part: AnyContractRouter, path: readonly string[] = []): readonly (readonly string[])[] {
  if (isContractProcedure(part)) return [path]
  return Object.entries(part).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))
}

function capabilityOf(path: readonly string[]): Capability | 'door' | 'session' {
  const [area = '', name = ''] = path
  const procedures: Readonly<Record<string, AnyContractRouter>> = Object.entries(contract).find(([key]) => key === area)?.[1] ?? {}
  const procedure = procedures[name]
  if (procedure === undefined || !isContractProcedure(procedure)) throw new Error(path.join('.'))
  const access: unknown = procedure['~orpc'].meta['access']
  if (typeof access !== 'object' || access === null || !('kind' in access)) throw new Error(path.join('.'))
  if (access.kind === 'door' || access.kind === 'session') return access.kind
  const capability = Object.keys(permissions).find((known): known is Capability => 'capability' in access && known === access.capability)
  if (capability === undefined) throw new Error(path.join('.'))
  return capability
}

const paths = pathsOf(contract)

describe('what the guard does, over the whole registry', () => {
  let town: TestTownship
  const sessions = new Map<Role, Session>()

  beforeAll(async () => {
    town = await testTownship({ ...emptyDemo(), township: { ...emptyDemo().township, origin: 'demo' } })
    for (const role of roles) {
      const accountId = town.app.environment.newId()
      town.app.mutate({
        actor: 'test',
        action: 'test.account',
        areas: [],
        write(tx) {
          tx.insert(account).values({ id: accountId, seq: 1 + roles.indexOf(role), name: role }).run()
          tx.insert(accountRole).values({ accountId, role }).run()
        },
        audit: () => ({ subject: null, detail: {} }),
      })
      sessions.set(role, { kind: 'account', accountId })
    }
  })
  afterAll(() => town.dispose())

  /** Calls without any input: who may come in is refused for the input, who may not is refused before it is looked at. */
  function callWith(path: readonly string[], session: Session | null): Promise<string> {
    const procedure = getRouter(router, path)
    if (!isProcedure(procedure) || isLazy(procedure)) throw new Error(path.join('.'))
    const house = houseOf(town.app)
    const connection = house.sessions.connect('test')
    connection.session = session
    return codeOf(call(procedure, { nonsense: true }, { context: { house, connection }, path }))
  }

  test('without a session nothing is open but the door', async () => {
    // Two procedures of the door take no input; all others of it are refused for theirs.
    const atDoor = (path: readonly string[]) => (['door.status', 'door.createDemo'].includes(path.join('.')) ? 'done' : 'invalid_input')
    for (const path of paths) expect([path.join('.'), await callWith(path, null)]).toEqual([path.join('.'), capabilityOf(path) === 'door' ? atDoor(path) : 'session_required'])
  })

  test('a disabled account is nobody', async () => {
    const session = sessions.get('principal') ?? null
    const accountId = session?.kind === 'account' ? session.accountId : ''
    const setEnabled = (enabled: boolean) =>
      town.app.mutate({ actor: 'test', action: 'test.account', areas: [], write: (tx) => tx.update(account).set({ enabled }).where(eq(account.id, accountId)).run(), audit: () => ({ subject: null, detail: {} }) })
    setEnabled(false)
    for (const path of paths.filter((other) => capabilityOf(other) !== 'door')) expect([path.join('.'), await callWith(path, session)]).toEqual([path.join('.'), 'session_required'])
    setEnabled(true)
  })

  test.each(roles)('%s is let in exactly where the table says, and each refusal is in the audit log', async (role) => {
    for (const path of paths) {
      const capability = capabilityOf(path)
      const isOpen = capability === 'door' || capability === 'session' || grantsOf(capability, [role]).length > 0
      const code = await callWith(path, sessions.get(role) ?? null)
      expect([path.join('.'), code === 'forbidden']).toEqual([path.join('.'), !isOpen])
      const last = town.app.read().select().from(auditEntry).orderBy(desc(auditEntry.seq)).limit(1).get()
      if (!isOpen) expect([last?.action, last?.subject, last?.actor]).toEqual(['refused', path.join('.'), role])
    }
  })

  test('a one-time password opens nothing in a real township but the way to one’s own', async () => {
    const setOrigin = (origin: 'real' | 'demo') => town.app.mutate({ actor: 'test', action: 'test.origin', areas: [], write: (tx) => tx.update(township).set({ origin }).run(), audit: () => ({ subject: null, detail: {} }) })
    const open = ['session.logout', 'session.me', 'session.changes', 'session.changePassword']
    setOrigin('real')
    for (const path of paths) {
      const name = path.join('.')
      // The door's own are tried in front of it.
      if (capabilityOf(path) !== 'door') expect([name, (await callWith(path, sessions.get('principal') ?? null)) === 'password_change_required']).toEqual([name, !open.includes(name)])
    }
    setOrigin('demo')
  })

  test('the console of a real township checks, backs up and does nothing else', async () => {
    const real = await testTownship({ ...emptyDemo(), township: { ...emptyDemo().township, origin: 'case' } })
    try {
      real.app.mutate({ actor: 'test', action: 'test.origin', areas: [], write: (tx) => tx.run("UPDATE township SET origin = 'real'"), audit: () => ({ subject: null, detail: {} }) })
      const codes = await Promise.all([
        codeOf(real.asConsole().system.check()),
        codeOf(real.asConsole().periods.compute({ code: '2026Q1' })),
        codeOf(real.asConsole().system.dump()),
        codeOf(real.asConsole().people.list({ on: '2026-01-01' })),
      ])
      expect(codes).toEqual(['done', 'forbidden', 'forbidden', 'forbidden'])
    } finally {
      real.dispose()
    }
  })
})
