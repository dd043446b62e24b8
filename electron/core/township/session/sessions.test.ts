import { createRouterClient } from '@orpc/server'
import { beforeEach, describe, expect, test } from 'vitest'
import { areas as everyArea } from '../../../../shared/contract/procedure.ts'
import { reopenedTownship, type ReopenedTownship } from '../../../promises/reopened.testing.ts'
import type { House } from '../../app/house.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { router } from '../../router.ts'
import { backupOf, restoreFrom } from '../../testing/backups.testing.ts'
import { codeOf, consolePassword, houseOf } from '../../testing/township.testing.ts'

const minute = 60_000

describe('the sessions of one house', () => {
  let town: ReopenedTownship
  let house: House
  beforeEach(async () => {
    town = await reopenedTownship({ ...emptyDemo(), accounts: ['王芳', '李明'].map((name) => ({ name, staff: null, roles: ['clerk', 'sysadmin', 'secadmin'] as const })) })
    house = houseOf(town.app())
  })

  const right = (name: string) => town.passwords.get(name) ?? ''

  function open() {
    const connection = house.sessions.connect('test')
    return { client: createRouterClient(router, { context: { house, connection } }), cut: () => house.sessions.disconnect(connection) }
  }

  async function loggedIn(name: string) {
    const way = open()
    const { resumption } = await way.client.session.login({ kind: 'account', name, password: right(name) })
    return { ...way, resumption }
  }

  async function asConsole() {
    const { client } = open()
    await client.session.login({ kind: 'console', password: consolePassword })
    return client
  }

  const rowOf = async (client: Awaited<ReturnType<typeof asConsole>>, name: string) => {
    const row = (await client.system.accounts()).find((account) => account.name === name)
    if (row === undefined) throw new Error(name)
    return row
  }

  /** The caller's own, another window's, one that may come back, and somebody else's. */
  async function fourOf(name: string, other: string) {
    const [own, second, lost, stranger] = [await loggedIn(name), await loggedIn(name), await loggedIn(name), await loggedIn(other)]
    lost.cut()
    return async () => [await codeOf(own.client.session.me()), await codeOf(second.client.session.me()), await codeOf(open().client.session.resume({ resumption: lost.resumption })), await codeOf(stranger.client.session.me())]
  }

  test('a changed password ends the account’s other sessions, also one that could come back, and nobody else’s', async () => {
    const own = await loggedIn('王芳')
    const four = await fourOf('王芳', '李明')
    await own.client.session.changePassword({ current: right('王芳'), next: 'new-password-1' })
    expect([await codeOf(own.client.session.me()), await four()]).toEqual(['done', ['session_required', 'session_required', 'session_ended', 'done']])
  })

  test.each(['reset', 'disabled'])('an account that is %s has no session any more', async (how) => {
    const four = await fourOf('王芳', '李明')
    const admin = await asConsole()
    const { id, version } = await rowOf(admin, '王芳')
    if (how === 'reset') await admin.system.resetPassword({ id })
    else {
      await admin.system.setEnabled({ id, enabled: false, version })
      await admin.system.setEnabled({ id, enabled: true, version: version + 1 })
    }
    expect([await four(), await codeOf(admin.session.me())]).toEqual([['session_required', 'session_required', 'session_ended', 'done'], 'done'])
  })

  test('a restore ends every other session, and the windows hear that everything is another', async () => {
    const four = await fourOf('王芳', '李明')
    const watcher = await loggedIn('李明')
    const heard: string[] = []
    const changes = await watcher.client.session.changes()
    const following = (async () => {
      for await (const { areas } of changes) heard.push(...areas)
    })()
    const admin = await asConsole()
    const { kept } = await restoreFrom(admin, await backupOf(admin))
    await following
    expect([kept.startsWith('township.before-restore'), await codeOf(admin.session.me()), await four()]).toEqual([true, 'done', ['session_required', 'session_required', 'session_ended', 'session_required']])
    expect(new Set(heard)).toEqual(new Set(everyArea))
  })

  test('unused for twelve minutes it is over; watching for changes is no use of it', async () => {
    const start = Date.parse(town.clock.now)
    const at = (minutes: number) => void (town.clock.now = new Date(start + minutes * minute).toISOString())
    const [used, watching] = [await loggedIn('王芳'), await loggedIn('李明')]
    const changes = await watching.client.session.changes()
    expect((await changes.next()).done).toBe(false)
    at(11)
    expect(await codeOf(used.client.session.me())).toBe('done')
    await watching.client.session.changes()
    at(13)
    expect([await codeOf(used.client.session.me()), await codeOf(watching.client.session.me()), (await changes.next()).done]).toEqual(['done', 'session_required', true])
    at(26)
    expect([await codeOf(used.client.session.changes()), await codeOf(open().client.session.resume({ resumption: used.resumption }))]).toEqual(['session_required', 'session_ended'])
  })

  test('a hung window does not come back without a password; one that lost its way does', async () => {
    const start = Date.parse(town.clock.now)
    const at = (minutes: number) => void (town.clock.now = new Date(start + minutes * minute).toISOString())
    const [hung, lost] = [await loggedIn('王芳'), await loggedIn('李明')]
    lost.cut()
    at(20)
    hung.cut()
    expect([await codeOf(open().client.session.resume({ resumption: hung.resumption })), await codeOf(open().client.session.resume({ resumption: lost.resumption }))]).toEqual(['session_ended', 'done'])
  })
})
