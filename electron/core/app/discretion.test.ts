import { expect, test } from 'vitest'
import { reopenedTownship } from '../../promises/reopened.testing.ts'
import { account, auditEntry, loginAttempt } from '../../db/schema/index.ts'
import { nodeEnvironment } from '../../host/environment.ts'
import { emptyDemo } from '../desk/demo/demo.ts'
import { cheapCost, codeOf, consolePassword } from '../testing/township.testing.ts'
import { withoutIdNumbers } from '../../../shared/domain/people/without-id-numbers.ts'

const idNumbers = ['330825199002147670', '33082519850101101X', '330825197805062217'] as const
const [first, second, third] = idNumbers

/** Which of the texts stand in what was kept. */
function shownIn(kept: unknown, texts: readonly string[]): readonly string[] {
  const text = JSON.stringify(kept)
  return texts.filter((wanted) => text.includes(wanted))
}

test('after a day of work with ID numbers and passwords, the audit log holds neither, and yet says what was done', async () => {
  const town = await reopenedTownship({ ...emptyDemo(), accounts: [{ name: '王芳', staff: null, roles: ['sysadmin'] }] })
  const client = town.asConsole()
  const moduleId = (await client.organisation.modules())[0]?.id ?? ''
  const { id: postId } = await client.organisation.addPost({ name: '综合岗', score: null, coefficient: null, workload: null, difficulty: null, risk: null })
  const person = {
    name: '欧阳建国', sex: null, birthMonth: null, political: null, identity: 'civil', sendingUnit: null, rankTitle: null, phone: null,
    track: 'staff', status: 'active', pool: null, workStart: null, remark: `身份证 ${first}，旧证${third}`,
  } as const
  const { id } = await client.people.add({ ...person, idNo: first, moduleId, postId, from: '2026-01-01' })
  const edited = await client.people.edit({ ...person, id, version: 1, remark: `见${first}。` })
  await client.people.setIdNo({ id, idNo: second })
  expect((await client.people.unmaskIdNo({ id, reason: `核对 ${second}` })).idNo).toBe(second)
  await codeOf(client.people.setIdNo({ id, idNo: '330825199002147671' }))
  await codeOf(client.people.edit({ ...person, id, version: 1 }))
  await client.villages.add({ name: first, teamLeaderId: null })
  const roster = new File([`姓名,身份证号,人员身份,所在模块\n李明,${third},公务员,大服务\n张三,${first}0,公务员,大服务\n`], 'roster.csv')
  await client.imports.apply({ file: roster, kind: 'staff', asOf: '2026-01-01' })

  const passwords = [consolePassword, town.passwords.get('王芳') ?? '', 'wrong-password-1', 'new-password-1']
  const own = town.asStranger()
  await codeOf(own.session.login({ kind: 'account', name: '王芳', password: 'wrong-password-1' }))
  await codeOf(own.session.login({ kind: 'account', name: first, password: 'wrong-password-1' }))
  await own.session.login({ kind: 'account', name: '王芳', password: town.passwords.get('王芳') ?? '' })
  await own.session.changePassword({ current: town.passwords.get('王芳') ?? '', next: 'new-password-1' })
  const { oneTimePassword } = await client.system.addAccount({ name: '李明', staffId: null })
  await town.asStranger().session.login({ kind: 'console', password: consolePassword })

  const log = town.app().read().select().from(auditEntry).all()
  const kept = [log, town.app().read().select().from(loginAttempt).all(), town.app().read().select().from(account).all(), town.loggedErrors]
  expect(shownIn(kept, [...idNumbers, ...passwords, oneTimePassword, town.recoveryKey])).toEqual([])
  expect(shownIn(log, ['欧阳建国', 'people.setIdNo', 'people.unmaskIdNo', 'imports.apply', 'session.failed', 'session.changePassword', 'system.addAccount', '330*************70'])).toHaveLength(8)
  // Control: the search finds what does lie open, the numbers in the remark of the person.
  expect(edited.version).toBe(2)
  expect(shownIn(await client.people.get({ id, on: '2026-02-01' }), [first])).toEqual([first])
})

test('the log of errors holds no ID number either', () => {
  const { environment, release } = nodeEnvironment({ keyCost: cheapCost })
  const written: string[] = []
  const { write } = process.stderr
  process.stderr.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0
  try {
    environment.logError('call-1', new Error(`insert failed, params: 欧阳建国,${first}`))
  } finally {
    process.stderr.write = write
    release()
  }
  expect(shownIn(written, [...idNumbers])).toEqual([])
  expect(shownIn(written, ['call-1', 'insert failed', '330*************70'])).toHaveLength(3)
})

test('only what looks like a 身份证号 is masked', () => {
  expect(withoutIdNumbers(`${first}，${second.toLowerCase()};(${third})`)).toBe('330*************70，330*************1x;(330*************17)')
  for (const text of ['13800000001', '3308251990021476700', `a${first}`, '0190a1b2-c3d4-7e5f-8a9b-330825199002147', '12345678901234567']) expect(withoutIdNumbers(text)).toBe(text)
})
