import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { account } from '../../../db/schema/index.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

describe('the end of the first-run wizard', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship({ ...emptyDemo(), accounts: [{ name: '保', staff: null, roles: [] }, { name: '审', staff: null, roles: [] }, { name: '兼', staff: null, roles: ['clerk'] }] })
  })
  afterEach(() => town.dispose())

  const idOf = (name: string) => town.app.read().select({ id: account.id }).from(account).where(eq(account.name, name)).get()?.id ?? ''
  const rolesOf = async () => Object.fromEntries((await town.asConsole().system.accounts()).map(({ name, roles }) => [name, roles.join('+')]))
  const give = (name: string, role: 'sysadmin' | 'secadmin' | 'auditor') => ({ accountId: idOf(name), role })

  test('whoever made the township is sysadmin from then on, and may hold the other offices', async () => {
    const client = town.as(null, 'setup')
    await client.system.finishSetup({ administrators: [give('test-1', 'secadmin'), give('test-1', 'auditor')], threePeople: false })
    expect((await rolesOf())['test-1']).toBe('sysadmin+secadmin+auditor')
    expect([await codeOf(client.system.finishSetup({ administrators: [], threePeople: false })), await codeOf(client.organisation.modules())]).toEqual(['not_in_state', 'forbidden'])
  })

  test('three offices, three people who do nothing else', async () => {
    const client = town.as(null, 'setup')
    const finish = async (...administrators: ReturnType<typeof give>[]) => codeOf(client.system.finishSetup({ administrators, threePeople: true }))
    expect({
      missing: await finish(give('保', 'secadmin')),
      oneHoldsTwo: await finish(give('保', 'secadmin'), give('保', 'auditor')),
      makerHoldsTwo: await finish(give('test-1', 'secadmin'), give('审', 'auditor')),
      otherWork: await finish(give('兼', 'secadmin'), give('审', 'auditor')),
      nobody: await finish({ accountId: town.moduleId('party'), role: 'secadmin' }, give('审', 'auditor')),
    }).toEqual({ missing: 'invalid_input', oneHoldsTwo: 'invalid_input', makerHoldsTwo: 'invalid_input', otherWork: 'invalid_input', nobody: 'not_found' })
    expect(await rolesOf()).toEqual({ 保: '', 审: '', 兼: 'clerk', 'test-1': 'setup' })
    expect(await finish(give('保', 'secadmin'), give('审', 'auditor'))).toBe('done')
    expect(await rolesOf()).toEqual({ 保: 'secadmin', 审: 'auditor', 兼: 'clerk', 'test-1': 'sysadmin' })
  })

  test('only the wizard ends it', async () => {
    expect([await codeOf(town.as(null, 'sysadmin').system.finishSetup({ administrators: [], threePeople: false })), await codeOf(town.as(null, 'secadmin').system.finishSetup({ administrators: [], threePeople: false }))]).toEqual(['forbidden', 'not_in_state'])
  })

  test('setup is given to nobody, and the last administrator stays', async () => {
    const secadmin = town.as(null, 'secadmin')
    const versionOf = async (name: string) => (await town.asConsole().system.accounts()).find((row) => row.name === name)?.version ?? 0
    const setup: string = 'setup'
    const asked = Object.assign({ id: idOf('保'), version: 1 }, { roles: [setup] })
    expect(await codeOf(Reflect.apply(secadmin.system.setRoles, secadmin.system, [asked]))).toBe('invalid_input')
    const own = { id: idOf('test-1'), version: await versionOf('test-1') }
    expect([await codeOf(secadmin.system.setRoles({ ...own, roles: ['clerk'] })), await codeOf(town.asConsole().system.setEnabled({ ...own, enabled: false }))]).toEqual(['invalid_input', 'invalid_input'])
    await secadmin.system.setRoles({ id: idOf('保'), roles: ['secadmin'], version: 1 })
    expect(await codeOf(secadmin.system.setRoles({ ...own, roles: ['clerk'] }))).toBe('done')
  })
})
