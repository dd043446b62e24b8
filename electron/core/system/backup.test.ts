import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { reopenedTownship, type ReopenedTownship } from '../../promises/reopened.testing.ts'
import { temporaryFolder, thrownCode } from '../../promises/temporary.testing.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { openDatabase } from '../../db/open.ts'
import { auditEntry, village } from '../../db/schema/index.ts'
import { diceOf } from '../demo/dice.ts'
import { emptyDemo } from '../demo/demo.ts'
import { codeOf } from '../testing/township.testing.ts'
import { openBackup, parseBackup } from './backup-file.ts'
import { makeBackup, restoreIntoEmpty } from './backup.ts'
import { dumpTownship } from './dump.ts'

const seed = 20260406
const mutations = 200

describe('backup and restore', () => {
  let town: ReopenedTownship
  beforeEach(async () => {
    town = await reopenedTownship(emptyDemo())
    await town.asConsole().villages.add({ name: '上村', teamLeaderId: null })
  })

  const content = () => canonicalJson(dumpTownship(town.app().read()))
  const files = () => readdirSync(town.folder.root).sort()
  const actions = () => town.app().read().select({ action: auditEntry.action, detail: auditEntry.detail }).from(auditEntry).all().slice(-2)
  const restore = (bytes: Uint8Array<ArrayBuffer>) => town.asConsole().system.restore({ file: new File([bytes], 'a.twbak') })

  async function backup(): Promise<Uint8Array<ArrayBuffer>> {
    const { file } = await town.asConsole().system.backup()
    return new Uint8Array(await file.arrayBuffer())
  }

  test('brings the content back, keeps the file that was there, and marks it in the log that goes on', async () => {
    const bytes = await backup()
    const saved = content()
    await town.asConsole().villages.add({ name: '下村', teamLeaderId: null })
    const { kept } = await restore(bytes)
    expect(content()).toBe(saved)
    expect(actions().map(({ action, detail }) => [action, detail])).toEqual([['system.backup', '{}'], ['system.restore', '{"phase":"restored"}']])
    expect((await town.asConsole().system.check()).integrity).toBe('ok')
    expect(files()).toEqual([kept, 'keys.json', 'township.db', 'township.db-wal'].sort())
    const before = openDatabase({ file: path.join(town.folder.root, kept), keys: town.app().keys, mode: 'open' })
    expect(before.db.select({ name: village.name }).from(village).all().map(({ name }) => name)).toEqual(['上村', '下村'])
    before.close()
    await town.reopen()
    expect(content()).toBe(saved)
  })

  test('two restores within one second keep two files', async () => {
    const bytes = await backup()
    const kept = [(await restore(bytes)).kept, (await restore(bytes)).kept]
    expect(new Set(kept).size).toBe(2)
    expect(files().filter((name) => kept.includes(name))).toHaveLength(2)
  })

  test(`${mutations} changed backups are refused and change nothing, seed ${seed}`, async () => {
    const whole = Buffer.from(await backup())
    const before = content()
    const dice = diceOf(seed, 'backups')
    const { dataKey } = town.app()
    const taken: string[] = []
    for (let round = 0; round < mutations; round += 1) {
      const at = dice.below(round % 4 === 0 ? 900 : whole.length)
      const changed = Buffer.from(whole)
      changed.writeUInt8(changed.readUInt8(at) ^ dice.between(1, 255), at)
      const code = thrownCode(() => openBackup(dataKey, parseBackup(changed)))
      if (code !== 'backup_refused') taken.push(`${at}: ${String(code)}`)
    }
    expect(taken).toEqual([])
    for (const broken of [Buffer.alloc(0), whole.subarray(0, 20), whole.subarray(0, -1), Buffer.concat([whole, Buffer.alloc(1)]), readFileSync(town.folder.database), Buffer.alloc(5000, 1)]) {
      expect(await codeOf(restore(new Uint8Array(broken)))).toBe('backup_refused')
    }
    expect([content() === before, files()]).toEqual([true, ['anchor.json', 'keys.json', 'township.db', 'township.db-wal']])
    // Control: unchanged, it is taken.
    expect(thrownCode(() => openBackup(dataKey, parseBackup(whole)))).toBe('done')
  })

  test('another township’s backup is refused', async () => {
    const other = await reopenedTownship(emptyDemo())
    expect(await codeOf(restore(new Uint8Array(makeBackup(other.app()))))).toBe('backup_refused')
  })

  test('needs the right to it, and leaves no copy behind in the temporary folder', async () => {
    await backup()
    expect(readdirSync(town.app().environment.temporary)).toEqual(['data'])
    expect(await codeOf(town.asStranger().system.backup())).toBe('session_required')
  })
})

describe('restore into an empty folder', () => {
  test('by the recovery key gives the township with its slots; a wrong key or a changed backup leaves no folder', async () => {
    const town = await reopenedTownship(emptyDemo())
    const bytes = makeBackup(town.app())
    const target = path.join(temporaryFolder(), '新机器', 'data')
    await expect(restoreIntoEmpty(target, bytes, 'wrong-recovery-key')).rejects.toMatchObject({ code: 'wrong_key' })
    await expect(restoreIntoEmpty(target, bytes.subarray(0, -1), town.recoveryKey)).rejects.toMatchObject({ code: 'backup_refused' })
    expect(readdirSync(path.dirname(path.dirname(target)))).toEqual([])
    const folder = await restoreIntoEmpty(target, bytes, town.recoveryKey)
    expect(readdirSync(target).sort()).toEqual(['keys.json', 'township.db'])
    expect(readFileSync(folder.keys).equals(readFileSync(town.folder.keys))).toBe(true)
    const restored = openDatabase({ file: folder.database, keys: town.app().keys, mode: 'open' })
    expect(canonicalJson(dumpTownship(restored.db))).toBe(canonicalJson(dumpTownship(town.app().read())))
    restored.close()
    await expect(restoreIntoEmpty(target, bytes, town.recoveryKey)).rejects.toMatchObject({ code: 'not_empty' })
  })
})
