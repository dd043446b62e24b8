import { beforeEach, describe, expect, test } from 'vitest'
import { reopenedTownship, type ReopenedTownship } from '../../../promises/reopened.testing.ts'
import { openSlot, readKeyFile } from '../../../db/key-slots.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { unlock } from '../session/unlock.ts'
import { codeOf } from '../../testing/township.testing.ts'

describe('accounts', () => {
  let town: ReopenedTownship
  beforeEach(async () => {
    town = await reopenedTownship({ ...emptyDemo(), accounts: ['王芳', '李明'].map((name) => ({ name, staff: null, roles: ['clerk'] as const })) })
  })

  const slots = () => readKeyFile(town.folder.keys).slots.length
  const right = (name: string) => town.passwords.get(name) ?? ''
  const login = (name: string, password: string) => codeOf(town.asStranger().session.login({ kind: 'account', name, password }))

  async function rowOf(name: string) {
    const row = (await town.asConsole().system.accounts()).find((account) => account.name === name)
    if (row === undefined) throw new Error(name)
    return row
  }

  test('disabling one deletes its slot at once: its password opens neither a session nor the file, and its open session is over', async () => {
    const client = town.asStranger()
    await client.session.login({ kind: 'account', name: '王芳', password: right('王芳') })
    const before = slots()
    const { id, version } = await rowOf('王芳')
    await town.asConsole().system.setEnabled({ id, enabled: false, version })
    expect(slots()).toBe(before - 1)
    expect([await codeOf(client.session.me()), await login('王芳', right('王芳')), await login('李明', right('李明'))]).toEqual(['session_required', 'wrong_key', 'done'])
    await town.reopen(async () => {
      await expect(unlock(town.folder, town.app().environment, { kind: 'account', name: '王芳' }, right('王芳'))).rejects.toMatchObject({ code: 'wrong_key' })
    })
  })

  test('control: an account marked disabled whose slot was left would still open the file', async () => {
    town.app().database().raw.exec("UPDATE account SET enabled = 0 WHERE name = '王芳'")
    expect(await login('王芳', right('王芳'))).toBe('account_disabled')
    expect(await openSlot(readKeyFile(town.folder.keys), { kind: 'account', name: '王芳' }, right('王芳'))).toEqual(town.app().dataKey)
  })

  test('a reset gives a one-time password that must be changed, and opens the lock of who forgot the old one', async () => {
    for (let time = 0; time < 5; time += 1) await login('王芳', `wrong-password-${time}`)
    expect(await login('王芳', right('王芳'))).toBe('locked_out')
    const { id } = await rowOf('王芳')
    const { oneTimePassword } = await town.asConsole().system.resetPassword({ id })
    expect([(await rowOf('王芳')).mustChangePassword, oneTimePassword === right('王芳')]).toEqual([true, false])
    expect([await login('王芳', oneTimePassword), (await rowOf('王芳')).lastLogin, (await rowOf('李明')).lastLogin]).toEqual(['done', expect.stringMatching(/^20\d\d-.*Z$/), null])
    expect(await login('王芳', right('王芳'))).toBe('wrong_key')
  })

  test('two made at the same moment both have their slot', async () => {
    const made = await Promise.all(['甲', '乙'].map((name) => town.asConsole().system.addAccount({ name, staffId: null })))
    expect(await Promise.all(made.map(({ oneTimePassword }, place) => login(place === 0 ? '甲' : '乙', oneTimePassword)))).toEqual(['done', 'done'])
    expect(slots()).toBe(6)
  })

  test.each(['console', 'LOGIN', ' Ｃonsole '])('nobody is called %s, which the log says of itself', async (name) => {
    await expect(town.asConsole().system.addAccount({ name, staffId: null })).rejects.toMatchObject({ code: 'invalid_input', message: expect.stringContaining('登录名') })
  })

  test('a name is taken once, and a refusal makes no slot', async () => {
    const before = slots()
    expect(await codeOf(town.asConsole().system.addAccount({ name: '王芳', staffId: null }))).toBe('duplicate')
    expect(await codeOf(town.asConsole().system.addAccount({ name: '丙', staffId: '00000000-0000-7000-8000-000000000000' }))).toBe('not_found')
    expect(slots()).toBe(before)
  })
})
