import { copyFileSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { reopenedTownship, type ReopenedTownship } from '../../../promises/reopened.testing.ts'
import { temporaryFolder, thrownCode } from '../../../promises/temporary.testing.ts'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import { openDatabase } from '../../../db/open.ts'
import { readKeyFile } from '../../../db/key-slots.ts'
import { auditEntry, task, village } from '../../../db/schema/index.ts'
import { createTownship } from '../../desk/bundle/create-township.ts'
import { diceOf } from '../../desk/demo/dice.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { codeOf } from '../../testing/township.testing.ts'
import { samplePdf } from '../../../../shared/domain/township/attachments/samples.testing.ts'
import { contentFile, filesIn } from '../../../db/content-store.ts'
import { backupOf, restoreFrom } from '../../testing/backups.testing.ts'
import { sealBackup1 } from './backup-1.testing.ts'
import { extractDatabase, readBackup } from './backup-file.ts'
import { restoreIntoEmpty } from './backup.ts'
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
  const restore = (bytes: Uint8Array<ArrayBuffer>) => restoreFrom(town.asConsole(), bytes)
  const backup = () => backupOf(town.asConsole())

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
    const whole = await backup()
    const before = content()
    const dice = diceOf(seed, 'backups')
    const { dataKey } = town.app()
    const [file, target] = [path.join(temporaryFolder(), 'changed'), path.join(temporaryFolder(), 'database')]
    const open = (bytes: Buffer) => {
      writeFileSync(file, bytes)
      return thrownCode(() => {
        extractDatabase(readBackup(file), dataKey, target)
        rmSync(target)
      })
    }
    const taken: string[] = []
    for (let round = 0; round < mutations; round += 1) {
      const at = dice.below(round % 4 === 0 ? 900 : whole.length)
      const changed = Buffer.from(whole)
      changed.writeUInt8(changed.readUInt8(at) ^ dice.between(1, 255), at)
      const code = open(changed)
      if (code !== 'backup_refused') taken.push(`${at}: ${String(code)}`)
    }
    expect(taken).toEqual([])
    for (const broken of [Buffer.alloc(0), whole.subarray(0, 20), whole.subarray(0, -1), Buffer.concat([whole, Buffer.alloc(1)]), readFileSync(town.folder.database), Buffer.alloc(5000, 1)]) {
      expect(await codeOf(restore(new Uint8Array(broken)))).toBe('backup_refused')
    }
    expect([content() === before, files()]).toEqual([true, ['anchor.json', 'keys.json', 'township.db', 'township.db-wal']])
    // Control: unchanged, it is taken.
    expect(open(whole)).toBe('done')
  })

  test('another township’s backup is refused', async () => {
    const other = await reopenedTownship(emptyDemo(), createTownship)
    expect(await codeOf(restore(await backupOf(other.asConsole())))).toBe('backup_refused')
  })

  test('one made before there were attached files is taken', async () => {
    const { dataKey, folder } = town.app()
    const saved = content()
    const copy = path.join(temporaryFolder(), 'copy.db')
    town.app().database().copyTo(copy)
    const old = sealBackup1(dataKey, { madeAt: town.clock.now, auditHead: { seq: 0, mac: '' }, keys: readKeyFile(folder.keys) }, readFileSync(copy))
    await town.asConsole().villages.add({ name: '下村', teamLeaderId: null })
    expect((await restore(old)).missing).toBe(0)
    expect(content()).toBe(saved)
    const changed = Buffer.from(old)
    changed.writeUInt8(changed.readUInt8(changed.length - 40) ^ 1, changed.length - 40)
    expect(await codeOf(restore(changed))).toBe('backup_refused')
  })

  test('needs the right to it, and leaves no copy behind in the temporary folder', async () => {
    await backup()
    expect(readdirSync(town.app().environment.temporary)).toEqual(['data'])
    expect(await codeOf(town.asStranger().system.backup())).toBe('session_required')
  })
})

describe('attached files in a backup', () => {
  let town: ReopenedTownship
  let owner: { readonly kind: 'task'; readonly id: string }
  beforeEach(async () => {
    town = await reopenedTownship(emptyDemo())
    const id = town.app().environment.newId()
    owner = { kind: 'task', id }
    town.app().mutate({
      actor: 'test', action: 'test.task', areas: [], audit: () => ({ subject: null, detail: {} }),
      write(tx) {
        const moduleId = tx.query.moduleTable.findFirst().sync()?.id ?? ''
        tx.insert(task).values({ id, code: 'T1', seq: 1, form: 'memo', title: '整治河道', weight: 1, moduleId, due: '2026-08-01', state: 'active' }).run()
      },
    })
  })

  const pdf = (text: string) => new File([new Uint8Array(samplePdf), `%${text}\n%%EOF`], `${text}.pdf`)
  const add = async (text: string) => (await town.asConsole().attachments.add({ owner, file: pdf(text) })).id
  const isBack = async (id: string, text: string) => Buffer.from(await (await town.asConsole().attachments.read({ id })).file.arrayBuffer()).equals(Buffer.from(await pdf(text).arrayBuffer()))
  const store = () => town.folder.attachments
  const removeAll = () => rmSync(store(), { recursive: true })

  test('come back with it, byte for byte, also into an empty folder; what is there stays there', async () => {
    const first = await add('批文')
    const second = await add('照片')
    const backup = await backupOf(town.asConsole())
    const later = await add('后来的')
    removeAll()
    expect(await codeOf(town.asConsole().attachments.read({ id: first }))).toBe('attachment_missing')
    expect(await restoreFrom(town.asConsole(), backup)).toMatchObject({ missing: 0 })
    expect([await isBack(first, '批文'), await isBack(second, '照片'), await codeOf(town.asConsole().attachments.read({ id: later }))]).toEqual([true, true, 'not_found'])
    expect((await town.asConsole().system.check()).attachments).toMatchObject({ rows: 2, files: 2, missing: [], damaged: [], orphans: 0 })
    const file = path.join(temporaryFolder(), 'a.twbak')
    writeFileSync(file, backup)
    const fresh = await restoreIntoEmpty(path.join(temporaryFolder(), 'data'), file, town.recoveryKey)
    expect(filesIn(fresh.attachments).map(({ digest }) => digest).sort()).toEqual(filesIn(store()).map(({ digest }) => digest).sort())
  })

  test('a changed byte of one, a list cut short, or half a file refuses the whole backup', async () => {
    await add('批文')
    const backup = await backupOf(town.asConsole())
    const { root } = town.folder
    const before = [readdirSync(root).sort(), filesIn(store()).length]
    const [{ size } = { size: 0 }] = filesIn(store())
    for (const at of [backup.length - 1, backup.length - size, backup.length - size - 1, backup.length - size - 40]) {
      const changed = Buffer.from(backup)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect([at, await codeOf(restoreFrom(town.asConsole(), changed))]).toEqual([at, 'backup_refused'])
    }
    for (const cut of [backup.subarray(0, -1), backup.subarray(0, backup.length - size - 40), Buffer.concat([backup, Buffer.alloc(1)])]) {
      expect(await codeOf(restoreFrom(town.asConsole(), Buffer.from(cut)))).toBe('backup_refused')
    }
    expect([readdirSync(root).sort(), filesIn(store()).length]).toEqual(before)
  })

  test('backups in the data folder copy each file once, mend their copies, and bring lost files back', async () => {
    const first = await add('批文')
    const one = await town.asConsole().system.backupHere()
    const copies = () => filesIn(town.folder.backupAttachments)
    const written = statSync(copies()[0]?.file ?? '').mtimeMs
    const second = await add('照片')
    const two = await town.asConsole().system.backupHere()
    expect([one.faulty, two.faulty, copies().length, copies().some(({ file }) => statSync(file).mtimeMs === written)]).toEqual([0, 0, 2, true])
    const [copy] = copies()
    if (copy === undefined) throw new Error('no copy')
    writeFileSync(copy.file, 'rotten')
    await town.asConsole().system.backupHere()
    expect(statSync(copy.file).size).toBe(copy.size)
    removeAll()
    const kept = readFileSync(path.join(town.folder.backups, two.name))
    expect(await restoreFrom(town.asConsole(), kept)).toMatchObject({ missing: 0 })
    expect([await isBack(first, '批文'), await isBack(second, '照片')]).toEqual([true, true])
    // Into an empty folder with what lies beside it, as a copy of the whole folder would be.
    const fresh = await restoreIntoEmpty(path.join(temporaryFolder(), 'data'), path.join(town.folder.backups, two.name), town.recoveryKey)
    expect(filesIn(fresh.attachments)).toHaveLength(2)
    // Taken along alone, it says what it could not bring.
    rmSync(town.folder.backupAttachments, { recursive: true })
    removeAll()
    expect(await restoreFrom(town.asConsole(), kept)).toMatchObject({ missing: 2 })
  })

  test('a lost file does not stop a backup: it is counted, and the rest is in it', async () => {
    const first = await add('批文')
    await add('照片')
    const [lost] = filesIn(store()).filter(({ digest }) => digest !== null && contentFile(store(), digest) !== filesOf(first))
    if (lost === undefined) throw new Error('no file')
    copyFileSync(filesOf(first), lost.file)
    const { faulty, transfer } = await town.asConsole().system.backup()
    expect([faulty, typeof transfer]).toEqual([1, 'string'])
    removeAll()
  })

  const filesOf = (id: string) => contentFile(store(), town.app().read().query.attachment.findFirst({ where: (row, { eq }) => eq(row.id, id) }).sync()?.digest ?? '')
})

describe('restore into an empty folder', () => {
  test('by the recovery key gives the township with its slots; a wrong key or a changed backup leaves no folder', async () => {
    const town = await reopenedTownship(emptyDemo())
    const backup = await backupOf(town.asConsole())
    const [whole, cut] = ['whole.twbak', 'cut.twbak'].map((name) => path.join(temporaryFolder(), name))
    if (whole === undefined || cut === undefined) throw new Error('no place')
    writeFileSync(whole, backup)
    writeFileSync(cut, backup.subarray(0, -1))
    const target = path.join(temporaryFolder(), '新机器', 'data')
    await expect(restoreIntoEmpty(target, whole, 'wrong-recovery-key')).rejects.toMatchObject({ code: 'wrong_key' })
    await expect(restoreIntoEmpty(target, cut, town.recoveryKey)).rejects.toMatchObject({ code: 'backup_refused' })
    expect(readdirSync(path.dirname(path.dirname(target)))).toEqual([])
    const folder = await restoreIntoEmpty(target, whole, town.recoveryKey)
    expect(readdirSync(target).sort()).toEqual(['keys.json', 'township.db'])
    expect(readFileSync(folder.keys).equals(readFileSync(town.folder.keys))).toBe(true)
    const restored = openDatabase({ file: folder.database, keys: town.app().keys, mode: 'open' })
    expect(canonicalJson(dumpTownship(restored.db))).toBe(canonicalJson(dumpTownship(town.app().read())))
    restored.close()
    await expect(restoreIntoEmpty(target, whole, town.recoveryKey)).rejects.toMatchObject({ code: 'not_empty' })
  })
})
