import { createRouterClient } from '@orpc/server'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { defaultModules, type ModuleDraft } from '../../../../shared/domain/township/organisation/default-modules.ts'
import { dataFolder } from '../../../db/data-folder.ts'
import { createHouse, type House } from '../../app/house.ts'
import { router } from '../../router.ts'
import { backupOf, handIn } from '../../testing/backups.testing.ts'
import { codeOf, testEnvironment } from '../../testing/township.testing.ts'
import { sealOrLog } from '../../evaluation/sheets/seal-ballots.ts'

interface Draft {
  readonly township: { readonly name: string; readonly kind: 'town'; readonly county: string; readonly reportingUnit: string }
  readonly year: number
  readonly modules: readonly ModuleDraft[]
  readonly administrator: { readonly name: string; readonly password: string }
}

const input: Draft = {
  township: { name: '清溪镇', kind: 'town', county: '示例县', reportingUnit: '清溪镇人民政府' },
  year: 2026,
  modules: [...defaultModules],
  administrator: { name: '管理员', password: 'guanli-2026-x' },
}

describe('the door', () => {
  let root: string
  let clock: { now: string }
  let house: House
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'township-door-'))
    clock = { now: '2026-03-02T01:00:00.000Z' }
    house = openHouse()
    onTestFinished(() => {
      house.close()
      rmSync(root, { recursive: true })
    })
  })

  function openHouse(): House {
    return createHouse({ settle: sealOrLog, folder: dataFolder(path.join(root, 'data')), environment: testEnvironment(root, clock) })
  }

  function client() {
    return createRouterClient(router, { context: { house, connection: house.sessions.connect('test') } })
  }

  test('in front of an empty place nothing else answers', async () => {
    expect(await client().door.status()).toEqual({ state: 'empty' })
    expect([await codeOf(client().session.login({ kind: 'account', name: 'a', password: 'b' })), await codeOf(client().organisation.modules())]).toEqual(['no_township', 'no_township'])
  })

  test('a township is made with its modules, a draft plan, the periods of the year and one account for setting up', async () => {
    const maker = client()
    const { recoveryKey, entered } = await maker.door.create({ ...input, modules: [...input.modules] })
    expect([recoveryKey.length > 20, entered.roles, entered.mustChangePassword, entered.township]).toEqual([true, ['setup'], false, { name: '清溪镇', county: '示例县', reportingUnit: '清溪镇人民政府', origin: 'real' }])
    expect((await maker.organisation.modules()).map(({ name }) => name)).toEqual(['大党建', '大协调', '大治理', '大经济', '大执法', '大服务'])
    expect((await maker.people.list({ on: '2026-03-02' })).total).toBe(0)
    expect(await codeOf(maker.periods.list())).toBe('forbidden')
    expect(await codeOf(client().door.create({ ...input, modules: [...input.modules] }))).toBe('not_empty')
    house.close()
    house = openHouse()
    const later = client()
    expect([await later.door.status(), (await later.session.login({ kind: 'account', name: '管理员', password: 'guanli-2026-x' })).roles]).toEqual([{ state: 'locked' }, ['setup']])
  })

  test.each([
    ['a weak password', { ...input, administrator: { name: '管理员', password: 'short' } }, 'password_weak'],
    ['a name that the log says of itself', { ...input, administrator: { name: 'Console', password: 'guanli-2026-x' } }, 'invalid_input'],
    ['two modules of one name', { ...input, modules: [...defaultModules.slice(0, 3), { code: 'other', name: '大党建', alias: null, colour: '#112233', office: null }] }, 'duplicate'],
    ['two modules', { ...input, modules: defaultModules.slice(0, 2) }, 'invalid_input'],
    ['eight modules', { ...input, modules: [...defaultModules, ...defaultModules.slice(0, 2)] }, 'invalid_input'],
    ['no name', { ...input, township: { ...input.township, name: ' ' } }, 'invalid_input'],
    ['a year without end', { ...input, year: 20260 }, 'invalid_input'],
  ])('%s is refused and nothing is there', async (_, bad, code) => {
    expect(await codeOf(client().door.create({ ...bad, modules: [...bad.modules] }))).toBe(code)
    expect([await client().door.status(), readdirSync(root)]).toEqual([{ state: 'empty' }, []])
  })

  test('two makers at once: one makes, the other is told', async () => {
    const codes = await Promise.all([codeOf(client().door.create({ ...input, modules: [...input.modules] })), codeOf(client().door.create({ ...input, modules: [...input.modules] }))])
    expect(codes.toSorted()).toEqual(['done', 'making_already'])
  })

  test('wrong passwords in front of the closed file are counted per name', async () => {
    await client().door.create({ ...input, modules: [...input.modules] })
    house.close()
    house = openHouse()
    const attempt = (name: string, password: string) => codeOf(client().session.login({ kind: 'account', name, password }))
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt('管理员', 'wrong-password-1')).toBe('wrong_key')
    expect([await attempt('管理员', 'guanli-2026-x'), await attempt('nobody', 'guanli-2026-x')]).toEqual(['locked_out', 'wrong_key'])
    clock.now = '2026-03-02T01:16:00.000Z'
    expect(await attempt('管理员', 'guanli-2026-x')).toBe('done')
  })

  test('a backup comes back into an empty place by the recovery key, and by nothing else', async () => {
    const maker = client()
    const { recoveryKey } = await maker.door.create({ ...input, modules: [...input.modules] })
    const backup = await backupOf(maker)
    house.close()
    rmSync(path.join(root, 'data'), { recursive: true })
    house = openHouse()
    const restore = async (bytes: Uint8Array<ArrayBuffer>, key: string) => codeOf(client().door.restore({ transfer: await handIn(client().door, bytes), recoveryKey: key }))
    expect(await restore(backup, 'WRONG')).toBe('wrong_key')
    expect(await restore(Buffer.from('x'), recoveryKey)).toBe('backup_refused')
    expect(existsSync(path.join(root, 'data'))).toBe(false)
    expect(await restore(backup, recoveryKey)).toBe('done')
    await expect(handIn(client().door, backup)).rejects.toMatchObject({ code: 'not_empty' })
    expect((await client().session.login({ kind: 'account', name: '管理员', password: 'guanli-2026-x' })).township.name).toBe('清溪镇')
  })
})
