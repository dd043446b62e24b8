import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSlot, readKeyFile } from '../../db/key-slots.ts'
import { account, auditEntry } from '../../db/schema/index.ts'
import { smallTown } from '../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'

describe('accounts for many at once', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship(smallTown())
  })
  afterEach(() => town.dispose())

  const setup = () => town.as(null, 'setup')
  const entry = (code: string, name: string, ...roles: ('clerk' | 'head')[]) => ({ staffId: town.staffId(code), name, roles })
  const names = () => town.app.read().select({ name: account.name }).from(account).orderBy(account.seq).all().map(({ name }) => name).filter((name) => !name.startsWith('test-'))
  const slots = () => readKeyFile(town.app.folder.keys).slots.length

  test('are suggested from names, offices and tracks', async () => {
    const suggested = await setup().system.suggestAccounts()
    expect(suggested.map(({ staffName, name, roles, moduleName }) => [staffName, name, roles.join('+'), moduleName])).toEqual([
      ['李记', 'liji', 'clerk+principal', ''],
      ['周正', 'zhouzheng', 'clerk+leader', '大党建'],
      ['钱一', 'qianyi', 'clerk+head', '大党建'],
      ...['A1', 'A2', 'A3', 'A4'].map((code) => [`党建${code}`, `dangjian${code.toLowerCase()}`, 'clerk', '大党建']),
      ['孙二', 'suner', 'clerk+head', '大服务'],
      ...['B1', 'B2'].map((code) => [`服务${code}`, `fuwu${code.toLowerCase()}`, 'clerk', '大服务']),
    ])
    town.as('H1', 'head')
    expect((await setup().system.suggestAccounts()).some(({ staffName }) => staffName === '钱一')).toBe(false)
  })

  test('are made together, with progress and a slip each, and open the file', async () => {
    const events: unknown[] = []
    const before = slots()
    const stream = await setup().system.addAccounts({ entries: [entry('H1', 'qianyi', 'clerk', 'head'), entry('A1', 'dangjiana1', 'clerk'), entry('A2', 'dangjiana2')] })
    let slips: readonly { readonly name: string; readonly oneTimePassword: string; readonly moduleName: string }[] = []
    for await (const event of stream) {
      events.push(event.kind === 'progress' ? `${event.done}/${event.of}` : event.kind)
      if (event.kind === 'done') slips = event.slips
    }
    expect(events).toEqual(['0/3', '2/3', '3/3', 'done'])
    expect([slips.map(({ name, moduleName }) => [name, moduleName]), new Set(slips.map(({ oneTimePassword }) => oneTimePassword)).size]).toEqual([[['qianyi', '大党建'], ['dangjiana1', '大党建'], ['dangjiana2', '大党建']], 3])
    expect([names(), slots() - before]).toEqual([['qianyi', 'dangjiana1', 'dangjiana2'], 3])
    const first = slips[0]?.oneTimePassword ?? ''
    expect(await openSlot(readKeyFile(town.app.folder.keys), { kind: 'account', name: 'qianyi' }, first)).toEqual(town.app.dataKey)
    const rows = (await setup().system.accounts()).filter(({ name }) => names().includes(name))
    expect(rows.map(({ name, staffName, roles, mustChangePassword, lastLogin }) => [name, staffName, roles, mustChangePassword, lastLogin])).toEqual([
      ['qianyi', '钱一', ['clerk', 'head'], true, null],
      ['dangjiana1', '党建A1', ['clerk'], true, null],
      ['dangjiana2', '党建A2', [], true, null],
    ])
    const log = JSON.stringify(town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'system.addAccounts')).all())
    expect([log.includes('dangjiana2'), log.includes(first)]).toEqual([true, false])
  })

  test('are all refused for one that cannot be, before anything is derived', async () => {
    town.as('A4', 'clerk')
    const before = slots()
    const add = (...entries: ReturnType<typeof entry>[]) => codeOf(setup().system.addAccounts({ entries }))
    expect({
      nameTwice: await add(entry('A1', 'same'), entry('A2', 'same')),
      personTwice: await add(entry('A1', 'one'), entry('A1', 'two')),
      nameTaken: await add(entry('A1', 'test-1')),
      personTaken: await add(entry('A4', 'again')),
      nobody: await add({ staffId: town.moduleId('party'), name: 'nobody', roles: [] }),
      none: await codeOf(setup().system.addAccounts({ entries: [] })),
      rolesBySysadmin: await codeOf(town.as(null, 'sysadmin').system.addAccounts({ entries: [entry('A1', 'a1', 'clerk')] })),
      byClerk: await codeOf(town.as('A1', 'clerk').system.addAccounts({ entries: [entry('A2', 'a2')] })),
    }).toEqual({ nameTwice: 'duplicate', personTwice: 'duplicate', nameTaken: 'duplicate', personTaken: 'duplicate', nobody: 'not_found', none: 'invalid_input', rolesBySysadmin: 'forbidden', byClerk: 'forbidden' })
    expect([names(), slots()]).toEqual([[], before])
    expect(town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'refused')).all().map(({ subject }) => subject)).toEqual(['system.addAccounts', 'system.addAccounts'])
  })

  test('are none when the caller stops listening', async () => {
    const before = slots()
    for await (const event of await setup().system.addAccounts({ entries: ['A1', 'A2', 'A3', 'A4'].map((code) => entry(code, code)) })) if (event.kind === 'progress' && event.done >= 2) break
    expect([names(), slots()]).toEqual([[], before])
  })
})
