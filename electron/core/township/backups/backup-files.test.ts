import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { restoreFrom } from '../../testing/backups.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

describe('backups in the data folder', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship(emptyDemo())
  })
  afterEach(() => town.dispose())

  const sysadmin = () => town.as(null, 'sysadmin')

  test('one is written whole and verified, listed by its own date, and can be restored', async () => {
    expect(await sysadmin().system.backups()).toEqual([])
    const first = await sysadmin().system.backupHere()
    expect(first).toEqual({ name: 'township-20260406020000.twbak', kind: 'backup', size: first.size, madeAt: town.clock.now, faulty: 0 })
    const second = await sysadmin().system.backupHere()
    expect(second.name).toBe('township-20260406020000-2.twbak')
    town.clock.now = '2026-04-07T02:00:00.000Z'
    await town.asConsole().system.backupHere()
    expect((await sysadmin().system.backups()).map(({ name }) => name)).toEqual(['township-20260407020000.twbak', 'township-20260406020000.twbak', 'township-20260406020000-2.twbak'])
    const bytes = readFileSync(path.join(town.app.folder.backups, first.name))
    expect(bytes.length).toBe(first.size)
    const { kept } = await restoreFrom(town.asConsole(), bytes)
    expect((await town.asConsole().system.backups()).filter(({ kind }) => kind === 'beforeRestore').map(({ name }) => name)).toEqual([kept])
  })

  test('what is no backup is not listed', async () => {
    mkdirSync(town.app.folder.backups)
    for (const [name, text] of [['notes.txt', 'x'], ['empty.twbak', ''], ['other.twbak', 'TWNSBK01\u0000\u0000\u0000\u0005hello']] as const) writeFileSync(path.join(town.app.folder.backups, name), text)
    expect(await sysadmin().system.backups()).toEqual([])
    expect(await codeOf(town.as(null, 'inspector').system.backupHere())).toBe('forbidden')
  })
})
