import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateDemo } from '../core/desk/demo/demo.ts'
import { consolePassword } from '../core/testing/township.testing.ts'
import { backupOf } from '../core/testing/backups.testing.ts'
import { unlock } from '../core/township/session/unlock.ts'
import { dataFolder, type DataFolder } from '../db/data-folder.ts'
import { nodeEnvironment } from '../host/environment.ts'
import { figuresLine, makeTownship, newBench, runProgram, startService, type Bench, type Service } from './program.testing.ts'
import { digestsOf, failureOf } from './printed.testing.ts'
import { filesBelow, needlesOf, searchFiles } from './raw-search.testing.ts'

const seed = 2026
const demo = generateDemo(seed)
const idNumbers = demo.staff.flatMap(({ idNo }) => idNo ?? [])
const names = demo.staff.map(({ name }) => name)
const contents = [...demo.staff.flatMap(({ phone }) => phone ?? []), ...demo.tasks.map(({ title }) => title), ...demo.serviceEvents.flatMap(({ household }) => household ?? [])]
const needles = needlesOf([...names, ...idNumbers, ...contents, consolePassword])

/** The people of the demo as a roster, in the clear. */
const roster = ['姓名,身份证号,人员身份,所在模块,联系电话', ...demo.staff.map(({ name, idNo, phone }) => `${name},${idNo ?? ''},公务员,大服务,${phone ?? ''}`)].join('\n')

describe('P12: a lost laptop or stick shows nothing', () => {
  let bench: Bench
  let folder: DataFolder
  let keyFile: string
  let service: Service

  beforeAll(async () => {
    bench = newBench()
    folder = (await makeTownship(bench.at('data'), demo)).folder
    keyFile = bench.keyFile(consolePassword)
  })
  afterAll(() => bench.dispose())

  async function login() {
    const connection = await service.connect()
    await connection.client.session.login({ kind: 'console', password: consolePassword })
    return connection
  }

  test('no name and no ID number in any file, while the host runs and afterwards', async () => {
    service = await startService(bench, folder, keyFile)
    const { client, close } = await login()
    await client.periods.compute({ code: '2026Q1' })
    await client.imports.apply({ file: new File([roster], 'roster.csv'), kind: 'staff', asOf: '2026-04-01' })
    const [person] = (await client.people.list({ on: '2026-04-01', limit: 1 })).rows
    await client.people.unmaskIdNo({ id: person?.id ?? '', reason: '核对' })
    await client.exports.run({ workbook: 'evaluation', period: '2026Q1', copy: 'working' })
    const [{ id } = { id: '' }] = (await client.tasks.list({ on: '2026-04-01', limit: 1, filters: [{ kind: 'choice', field: 'state', oneOf: ['active'] }] })).rows
    const attached = [new File([roster], '名单.csv'), new File(['%PDF-1.7\n', roster, '\n%%EOF\n'], '名单.pdf')]
    for (const file of attached) await client.attachments.add({ owner: { kind: 'task', id }, file })
    const { name } = await client.system.backupHere()
    const exported = path.join(folder.backups, 'exported.twbak')
    writeFileSync(exported, await backupOf(client))

    const running = filesBelow(folder.root, bench.temporary)
    const names = running.map((found) => path.basename(found))
    const isContent = (found: string) => /^[0-9a-f]{64}$/.test(found)
    expect(names.filter((found) => !isContent(found)).sort()).toEqual([name, 'exported.twbak', 'host.lock', 'anchor.json', 'keys.json', 'township.db', 'township.db-wal'].sort())
    // Each attached file once, and once more for the backups beside it.
    expect(names.filter(isContent)).toHaveLength(2 * attached.length)
    const during = searchFiles(needles, running)
    expect(during.hits).toEqual([])
    close()
    const { exitCode, stdout, stderr } = await service.stop()
    expect([exitCode, [...needles.foundIn(Buffer.from(stdout + stderr))]]).toEqual([0, []])
    expect(readdirSync(bench.temporary)).toEqual([])
    const after = searchFiles(needles, filesBelow(folder.root))
    expect(after.hits).toEqual([])
    console.log(figuresLine('P12', { seed, texts: needles.count, idNumbers: idNumbers.length, bytesDuring: during.bytes, bytesAfter: after.bytes, hits: 0 }))
  })

  test('control: the same search finds every text of the township where it lies open, and the ID numbers not even there', async () => {
    const { environment, release } = nodeEnvironment()
    const app = await unlock(folder, environment, { kind: 'console' }, consolePassword)
    const copy = bench.at('decrypted.db')
    app.database().copyTo(copy)
    const raw = new Database(copy)
    raw.pragma("cipher = 'sqlcipher'")
    raw.pragma('legacy = 4')
    raw.pragma(`key = "x'${app.keys.database.toString('hex')}'"`)
    raw.pragma("rekey = ''")
    raw.close()
    app.close()
    release()
    const inDatabase = needles.foundIn(readFileSync(copy))
    expect([...names, ...contents].filter((text) => text.length >= 2 && !inDatabase.has(text))).toEqual([])
    expect(idNumbers.filter((idNo) => inDatabase.has(idNo))).toEqual([])

    for (const encoding of ['utf8', 'utf16le'] as const) {
      const inRoster = needles.foundIn(Buffer.from(`x${roster}`, encoding))
      const visible = [...names.filter((name) => encoding === 'utf8' || name.length >= 3), ...idNumbers]
      expect(visible.filter((text) => !inRoster.has(text))).toEqual([])
    }
    console.log(figuresLine('P12 control', { foundInDecryptedCopy: inDatabase.size, idNumbersInDecryptedCopy: 0 }))
  })

  test('what a host held in its temporary folder when it died is gone after the next start', async () => {
    service = await startService(bench, folder, keyFile)
    const { client, close } = await login()
    const importing = client.imports.preview({ file: new File([roster], 'roster.csv'), kind: 'staff', asOf: '2026-04-01' }).catch(() => null)
    // The file handed in lies in the temporary folder while another process reads it; the crash comes just then.
    while (searchFiles(needles, filesBelow(bench.temporary)).hits.length < idNumbers.length) await new Promise((resolve) => setTimeout(resolve, 2))
    await service.crash()
    close()
    await importing
    expect(searchFiles(needles, filesBelow(bench.temporary)).hits.length).toBeGreaterThan(idNumbers.length)
    const ended = await runProgram(bench, 'check', '--data', folder.root, '--key-file', keyFile)
    expect([ended.exitCode, readdirSync(bench.temporary)]).toEqual([0, []])
  })

  test('a wrong password is refused with 3 and changes no byte', async () => {
    const before = digestsOf(folder.root)
    const ended = await runProgram(bench, 'check', '--data', folder.root, '--key-file', bench.keyFile('wrong-password-1'))
    expect(failureOf(ended)).toMatchObject({ exitCode: 3, error: 'wrong_key' })
    expect(digestsOf(folder.root)).toEqual(before)
  })

  test('half a township is refused and never filled up with a new one', async () => {
    for (const [missing, code] of [['township.db', 'database_missing'], ['keys.json', 'keys_missing']] as const) {
      const half = dataFolder(bench.at(`without-${missing}`))
      mkdirSync(half.root)
      for (const name of ['township.db', 'keys.json'].filter((kept) => kept !== missing)) copyFileSync(path.join(folder.root, name), path.join(half.root, name))
      const before = digestsOf(half.root)
      const ended = await runProgram(bench, 'check', '--data', half.root, '--key-file', keyFile)
      expect(failureOf(ended)).toMatchObject({ exitCode: 2, error: code })
      expect(digestsOf(half.root)).toEqual(before)
      expect(existsSync(path.join(half.root, missing))).toBe(false)
    }
  })
})
