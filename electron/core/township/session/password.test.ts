import { desc } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { reopenedTownship, type ReopenedTownship } from '../../../promises/reopened.testing.ts'
import { openSlot, readKeyFile } from '../../../db/key-slots.ts'
import { account, auditEntry } from '../../../db/schema/index.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { codeOf, consolePassword } from '../../testing/township.testing.ts'
import { requireStrongPassword } from '../../app/login.ts'
import { unlock } from './unlock.ts'
import { thrownCode } from '../../../promises/temporary.testing.ts'

describe('changePassword', () => {
  let town: ReopenedTownship
  beforeEach(async () => {
    const demo = emptyDemo()
    town = await reopenedTownship({ ...demo, township: { ...demo.township, origin: 'real' }, accounts: ['王芳', '李明'].map((name) => ({ name, staff: null, roles: ['clerk'] as const })) })
  })

  const right = (name: string) => town.passwords.get(name) ?? ''
  const opens = async (name: string, password: string) => (await openSlot(readKeyFile(town.folder.keys), { kind: 'account', name }, password)) !== null

  async function loggedIn(name: string) {
    const client = town.asStranger()
    await client.session.login({ kind: 'account', name, password: right(name) })
    return client
  }

  test('rewraps the slot: the new password opens the file itself, the old one nothing; nobody else’s changes', async () => {
    const client = await loggedIn('王芳')
    await client.session.changePassword({ current: right('王芳'), next: 'new-password-1' })
    expect(await opens('李明', right('李明'))).toBe(true)
    expect((await client.session.me()).mustChangePassword).toBe(false)
    const [entry] = town.app().read().select().from(auditEntry).orderBy(desc(auditEntry.seq)).limit(1).all()
    expect([entry?.actor, entry?.action, entry?.detail]).toEqual(['王芳', 'session.changePassword', '{}'])
    await town.reopen(async () => {
      const unlocked = (password: string) => unlock(town.folder, town.app().environment, { kind: 'account', name: '王芳' }, password)
      const reopened = await unlocked('new-password-1')
      expect(reopened.read().select().from(account).all()).toHaveLength(2)
      reopened.close()
      await expect(unlocked(right('王芳'))).rejects.toMatchObject({ code: 'wrong_key' })
    })
  })

  test('needs the present password and a strong next one; else nothing changes', async () => {
    const client = await loggedIn('王芳')
    expect(await codeOf(client.session.changePassword({ current: 'wrong-password-1', next: 'new-password-1' }))).toBe('wrong_key')
    for (const weak of ['short-1', 'only-letters-here', '1234567890123', '']) expect(await codeOf(client.session.changePassword({ current: right('王芳'), next: weak }))).toBe('password_weak')
    expect([await opens('王芳', right('王芳')), (await client.session.me()).mustChangePassword]).toEqual([true, true])
    expect(await codeOf(town.asStranger().session.changePassword({ current: right('王芳'), next: 'new-password-1' }))).toBe('session_required')
  })

  test('counts wrong guesses like the login does: whoever finds an open screen gets five', async () => {
    const client = await loggedIn('王芳')
    const codes: string[] = []
    for (let guess = 0; guess < 5; guess += 1) codes.push(await codeOf(client.session.changePassword({ current: `guess-number-${guess}`, next: 'new-password-1' })))
    codes.push(await codeOf(client.session.changePassword({ current: right('王芳'), next: 'new-password-1' })))
    expect(codes).toEqual(['wrong_key', 'wrong_key', 'wrong_key', 'wrong_key', 'wrong_key', 'locked_out'])
    expect(await codeOf(town.asStranger().session.login({ kind: 'account', name: '王芳', password: right('王芳') }))).toBe('locked_out')
  })

  test('two at the same moment both last', async () => {
    const clients = await Promise.all(['王芳', '李明'].map(loggedIn))
    await Promise.all(clients.map((client, place) => client.session.changePassword({ current: right(place === 0 ? '王芳' : '李明'), next: `new-password-${place}` })))
    expect([await opens('王芳', 'new-password-0'), await opens('李明', 'new-password-1')]).toEqual([true, true])
    expect(readKeyFile(town.folder.keys).slots).toHaveLength(4)
  })

  test('the console changes its own', async () => {
    const client = town.asStranger()
    await client.session.login({ kind: 'console', password: consolePassword })
    await client.session.changePassword({ current: consolePassword, next: 'another-console-1' })
    const keys = readKeyFile(town.folder.keys)
    expect(await openSlot(keys, { kind: 'console' }, 'another-console-1')).toEqual(town.app().dataKey)
  })
})

test('a strong password has 10 characters, letters of any script, and a digit', () => {
  const verdicts = ['abcdefghi1', '密码密码密码密码密1', 'abcdefgh1', 'abcdefghij', '1234567890', '          1'].map((password) => thrownCode(() => requireStrongPassword(password)))
  expect(verdicts).toEqual(['done', 'done', 'password_weak', 'password_weak', 'password_weak', 'password_weak'])
})
