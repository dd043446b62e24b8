import { desc } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { reopenedTownship, type ReopenedTownship } from '../../promises/reopened.testing.ts'
import { auditEntry, loginAttempt } from '../../db/schema/index.ts'
import { emptyDemo } from '../desk/demo/demo.ts'
import { codeOf, consolePassword } from '../testing/township.testing.ts'

const minutes = 60_000

describe('login', () => {
  let town: ReopenedTownship
  beforeEach(async () => {
    const demo = emptyDemo()
    town = await reopenedTownship({
      ...demo,
      township: { ...demo.township, origin: 'real' },
      accounts: [
        { name: '王芳', staff: null, roles: ['clerk'] },
        { name: '李明', staff: null, roles: ['sysadmin'] },
      ],
    })
  })

  const attempt = (name: string, password: string) => codeOf(town.asStranger().session.login({ kind: 'account', name, password }))
  const right = (name: string) => town.passwords.get(name) ?? ''
  const passTime = (milliseconds: number) => {
    town.clock.now = new Date(Date.parse(town.clock.now) + milliseconds).toISOString()
  }
  const last = (count: number) =>
    town.app().read().select({ actor: auditEntry.actor, action: auditEntry.action }).from(auditEntry).orderBy(desc(auditEntry.seq)).limit(count).all().map(({ actor, action }) => `${actor} ${action}`)

  async function failed(name: string, times: number): Promise<readonly string[]> {
    const codes: string[] = []
    for (let time = 0; time < times; time += 1) codes.push(await attempt(name, `wrong-password-${time}`))
    return codes
  }
  const wrong = (times: number) => Array.from({ length: times }, () => 'wrong_key')

  test('the right password opens a session of that account, and the log knows', async () => {
    const client = town.asStranger()
    expect(await codeOf(client.session.me())).toBe('session_required')
    const me = await client.session.login({ kind: 'account', name: '王芳', password: right('王芳') })
    expect([me.name, me.roles, me.mustChangePassword]).toEqual(['王芳', ['clerk'], true])
    expect((await client.session.me()).name).toBe('王芳')
    expect(last(1)).toEqual(['王芳 session.login'])
    await client.session.logout()
    expect(await codeOf(client.session.me())).toBe('session_required')
  })

  test('a failed login leaves the session as it was', async () => {
    const client = town.asStranger()
    await client.session.login({ kind: 'account', name: '王芳', password: right('王芳') })
    expect(await codeOf(client.session.login({ kind: 'account', name: '李明', password: right('王芳') }))).toBe('wrong_key')
    expect((await client.session.me()).name).toBe('王芳')
  })

  test('five failures lock the account, also for the right password, and only this one', async () => {
    expect(await failed('王芳', 5)).toEqual(wrong(5))
    expect(last(5)).toEqual(Array.from({ length: 5 }, () => 'login session.failed'))
    expect([await attempt('王芳', right('王芳')), await attempt('王芳', 'wrong-password-9')]).toEqual(['locked_out', 'locked_out'])
    expect([await attempt('李明', right('李明')), await codeOf(town.asStranger().session.login({ kind: 'console', password: consolePassword }))]).toEqual(['done', 'done'])
  })

  test('four failures do not, and a success clears them', async () => {
    expect(await failed('王芳', 4)).toEqual(wrong(4))
    expect(await attempt('王芳', right('王芳'))).toBe('done')
    expect(town.app().read().select().from(loginAttempt).all()).toEqual([])
    expect(await failed('王芳', 4)).toEqual(wrong(4))
    expect(await attempt('王芳', right('王芳'))).toBe('done')
  })

  test('the lock opens after 15 minutes and not before; failures further apart never lock', async () => {
    await failed('王芳', 5)
    passTime(15 * minutes - 1000)
    expect(await attempt('王芳', right('王芳'))).toBe('locked_out')
    passTime(2000)
    expect(await attempt('王芳', right('王芳'))).toBe('done')
    for (let time = 0; time < 8; time += 1) {
      expect(await attempt('王芳', 'wrong-password-1')).toBe('wrong_key')
      passTime(4 * minutes)
    }
    expect(await attempt('王芳', right('王芳'))).toBe('done')
  })

  test('the lock outlives closing and opening the township', async () => {
    await failed('王芳', 5)
    await town.reopen()
    expect(await attempt('王芳', right('王芳'))).toBe('locked_out')
    expect(await attempt('李明', right('李明'))).toBe('done')
  })

  test('a clock set back opens no lock', async () => {
    await failed('王芳', 5)
    passTime(-24 * 60 * minutes)
    expect(await attempt('王芳', right('王芳'))).toBe('locked_out')
    await town.reopen()
    expect(await attempt('王芳', right('王芳'))).toBe('locked_out')
  })

  test('the console locks too', async () => {
    const codes: string[] = []
    for (const password of ['a-1', 'b-2', 'c-3', 'd-4', 'e-5', consolePassword]) codes.push(await codeOf(town.asStranger().session.login({ kind: 'console', password })))
    expect(codes).toEqual([...wrong(5), 'locked_out'])
  })

  test('an unknown name goes the same way as a known one: same codes, same entries, same lock', async () => {
    const traces: Record<string, unknown> = {}
    for (const name of ['王芳', '没有此人']) {
      const codes = await failed(name, 6)
      traces[name] = { codes, log: last(5), rows: town.app().read().select().from(loginAttempt).all().length }
      town.app().database().raw.exec('DELETE FROM login_attempt')
    }
    expect(traces['没有此人']).toEqual(traces['王芳'])
    expect(traces['没有此人']).toMatchObject({ codes: [...wrong(5), 'locked_out'], rows: 5 })
  })

  test('names typed into the password, or the other way round, are kept nowhere', async () => {
    await attempt('my-secret-password-1', '王芳')
    const kept = JSON.stringify([town.app().read().select().from(auditEntry).all(), town.app().read().select().from(loginAttempt).all()])
    expect(kept).not.toContain('my-secret-password-1')
    expect(kept).toContain('session.failed')
  })

  test('guesses made side by side learn no more than five, and none beyond learns whether it was right', async () => {
    const guesses = [...Array.from({ length: 40 }, (_, place) => `wrong-password-${place}`), right('王芳')]
    const codes = await Promise.all(guesses.map((password) => attempt('王芳', password)))
    const count = (code: string) => codes.filter((found) => found === code).length
    expect({ wrong: count('wrong_key'), locked: count('locked_out'), rightOne: codes.at(-1) }).toEqual({ wrong: 5, locked: 36, rightOne: 'locked_out' })
  })

  test('an account that is gone from the database opens nothing, even while its slot is there', async () => {
    town.app().database().raw.exec("DELETE FROM account_role; DELETE FROM account WHERE name = '王芳'")
    expect(await attempt('王芳', right('王芳'))).toBe('wrong_key')
  })
})
