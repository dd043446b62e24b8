import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { nameKeyOf, searchKeyOf } from '../../shared/domain/pinyin/search-key.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { appRoot } from '../app-root.ts'
import { runCommand } from '../cli/run-command.ts'
import { auditHead } from '../core/app/audit-chain.ts'
import type { App } from '../core/app/app.ts'
import { requireDataKey, unlock } from '../core/township/session/unlock.ts'
import { sealBackup1 } from '../core/township/backups/backup-1.testing.ts'
import { restoreFrom } from '../core/testing/backups.testing.ts'
import { clientOf } from '../core/testing/township.testing.ts'
import type { DataFolder } from '../db/data-folder.ts'
import { deriveKeys, type DerivedKeys } from '../db/derived-keys.ts'
import { readKeyFile, type SlotOwner } from '../db/key-slots.ts'
import { readMigrations, type Migration } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { specialGroup, staff, task, village } from '../db/schema/index.ts'
import type { Read } from '../db/types.ts'
import { nodeEnvironment } from '../host/environment.ts'
import { digestsOf, resultOf } from './printed.testing.ts'
import { figuresLine, newBench } from './program.testing.ts'
import { columnsOf, contentOf, migrationsOf, releasedAccount, releasedConsole, releasedFolders, schemaOf, withFile } from './released.testing.ts'
import { temporaryFolder, thrownCode } from './temporary.testing.ts'

const present = readMigrations()

/** Rows whose key is not what their text gives, by their table. */
function keylessRows(read: Read): Readonly<Record<string, readonly string[]>> {
  return {
    special_group: read.select().from(specialGroup).all().filter(({ name, searchKey }) => searchKey !== searchKeyOf(name)).map(({ name }) => name),
    staff: read.select().from(staff).all().filter(({ name, searchKey }) => searchKey !== nameKeyOf(name)).map(({ name }) => name),
    task: read.select().from(task).all().filter(({ title, searchKey }) => searchKey !== searchKeyOf(title)).map(({ title }) => title),
    village: read.select().from(village).all().filter(({ name, searchKey }) => searchKey !== searchKeyOf(name)).map(({ name }) => name),
  }
}

const noKeylessRows = { special_group: [], staff: [], task: [], village: [] }

const initials = (key: string) => [...(key.split(',')[0] ?? '').matchAll(/ (.)/g)].map(([, letter]) => letter).join('')

const dumped = z.record(z.string(), z.array(z.record(z.string(), z.unknown())))

/** The part of a dump that an older one knows of: its tables with their columns, in an order that later columns do not change. */
function known(text: string, older: string): Readonly<Record<string, readonly string[]>> {
  const all = dumped.parse(JSON.parse(text))
  return Object.fromEntries(
    Object.entries(dumped.parse(JSON.parse(older))).map(([table, rows]) => {
      const columns = Object.keys(rows[0] ?? {})
      return [table, (all[table] ?? []).map((row) => canonicalJson(Object.fromEntries(columns.map((column) => [column, row[column]])))).sort()]
    }),
  )
}

test('P13: a data folder of every version released so far is kept', () => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(appRoot, 'package.json'), 'utf8')))
  const versions = [...readFileSync(path.join(appRoot, 'CHANGELOG.md'), 'utf8').matchAll(/^## (\S+)/gm)].map(([, found]) => found ?? '')
  expect(versions[0]).toBe(version)
  expect(releasedFolders.map((released) => released.version)).toEqual(expect.arrayContaining(versions.slice(1)))
})

describe.each(releasedFolders)('P13: the present program takes over a data folder of $version', ({ version, dump, copyTo }) => {
  let root: string
  let folder: DataFolder
  let dataKey: Buffer
  let keys: DerivedKeys
  /** What its own program knew. */
  let own: readonly Migration[]

  beforeAll(async () => {
    const bench = newBench()
    const released = copyTo(bench.at('data'))
    dataKey = await requireDataKey(released, { kind: 'console' }, releasedConsole)
    keys = deriveKeys(dataKey)
    own = migrationsOf(released.database, keys)
    bench.dispose()
  })
  beforeEach(() => {
    root = temporaryFolder()
    folder = copyTo(path.join(root, 'data'))
    writeFileSync(path.join(root, 'key.txt'), releasedConsole)
  })

  const copyOf = () => path.join(folder.root, `township.before-${own.length}.db`)
  const run = async (command: string) => runCommand([command, '--data', folder.root, '--key-file', path.join(root, 'key.txt')])
  const openAs = async (owner: SlotOwner, secret: string): Promise<App> => {
    const { environment, release } = nodeEnvironment()
    const app = await unlock(folder, environment, owner, secret)
    onTestFinished(() => {
      app.close()
      release()
    })
    return app
  }

  test('its shared content is the same, cell by cell; the file is whole, the log and its anchor match', async () => {
    const { stdout, stderr } = await run('dump')
    expect([stderr, known(stdout, dump)]).toEqual(['', known(dump, dump)])
    expect(resultOf(await run('check'))).toMatchObject({ integrity: 'ok', foreignKeys: 'ok', anchor: 'matches' })
    console.log(figuresLine('P13', { version, migrationsThen: own.length, migrationsNow: present.length, dumpLength: dump.length }))
  })

  test('no row and no column of any table has changed, and the tables are those of a new township', () => {
    const before = withFile(folder.database, keys, own, (raw) => ({ columns: columnsOf(raw), content: contentOf(raw, columnsOf(raw)) }))
    expect(Object.values(before.content).flat().length).toBeGreaterThan(300)
    const after = withFile(folder.database, keys, present, (raw) => ({ content: contentOf(raw, before.columns), schema: schemaOf(raw) }))
    expect(after.content).toEqual(before.content)
    const fresh = openDatabase({ file: path.join(root, 'fresh.db'), keys, mode: 'create' })
    expect(after.schema).toEqual(schemaOf(fresh.raw))
    fresh.close()
  })

  test('people, tasks, villages and groups that were there are found by their initials', async () => {
    const app = await openAs({ kind: 'console' }, releasedConsole)
    expect(keylessRows(app.read())).toEqual(noKeylessRows)
    const find = clientOf(app, { kind: 'console' }).search.find
    const person = app.read().select().from(staff).all().find(({ name }) => /^\p{Script=Han}{3}$/u.test(name))?.name ?? ''
    const title = app.read().select().from(task).all().at(-1)?.title ?? ''
    const place = app.read().select().from(village).all().at(-1)?.name ?? ''
    const group = app.read().select().from(specialGroup).all().at(-1)?.name ?? ''
    for (const [kind, text, key] of [['person', person, nameKeyOf(person)], ['task', title, searchKeyOf(title)], ['village', place, searchKeyOf(place)], ['group', group, searchKeyOf(group)]] as const) {
      expect([key === '', await find({ text: initials(key), limit: 100 })]).toEqual([false, expect.arrayContaining([expect.objectContaining({ kind, title: text })])])
    }
  })

  test('control: migrations that add keys and do not fill them are seen, in each table whose keys this version did not have', () => {
    const then = withFile(folder.database, keys, own, columnsOf)
    const unfilled = present.map(({ name, steps }) => ({ name, steps: steps.filter((step) => !/^UPDATE .* SET `search_key`/.test(step)) }))
    const { db, close } = openDatabase({ file: folder.database, keys, mode: 'open', migrations: unfilled })
    onTestFinished(close)
    const seen = Object.entries(keylessRows(db)).flatMap(([table, rows]) => (rows.length > 0 ? [table] : []))
    expect(seen).toEqual(Object.keys(noKeylessRows).filter((table) => then[table]?.includes('search_key') !== true))
  })

  test('an account opens it with its password and has its roles', async () => {
    const app = await openAs({ kind: 'account', name: releasedAccount.name }, releasedAccount.password)
    const client = clientOf(app, null)
    expect(await client.session.login({ kind: 'account', ...releasedAccount })).toMatchObject({ name: releasedAccount.name, roles: ['head'] })
  })

  test('a copy of the file as it was is kept, for its owner alone; its own program opens the copy', () => {
    const before = withFile(folder.database, keys, own, (raw) => ({ content: contentOf(raw, columnsOf(raw)), schema: schemaOf(raw) }))
    withFile(folder.database, keys, present, () => null)
    expect(readdirSync(folder.root).sort()).toEqual(['anchor.json', 'keys.json', path.basename(copyOf()), 'township.db'])
    expect(withFile(copyOf(), keys, own, (raw) => ({ content: contentOf(raw, columnsOf(raw)), schema: schemaOf(raw) }))).toEqual(before)
    expect(statSync(copyOf()).mode & 0o777).toBe(0o600)
  })

  test('opening it once more changes no byte', () => {
    withFile(folder.database, keys, present, () => null)
    const before = digestsOf(folder.root)
    withFile(folder.database, keys, present, () => null)
    expect(digestsOf(folder.root)).toEqual(before)
  })

  test('an upgrade that fails at its last step leaves every byte of the file as it was', () => {
    const before = digestsOf(folder.root)
    const failing = present.map((migration, place) => (place === present.length - 1 ? { ...migration, steps: [...migration.steps, 'DROP TABLE no_such_table'] } : migration))
    expect(thrownCode(() => withFile(folder.database, keys, failing, () => null))).toBe('SQLITE_ERROR')
    expect(digestsOf(folder.root)).toMatchObject(before)
    expect(withFile(folder.database, keys, own, (raw) => raw.pragma('user_version', { simple: true }))).toBe(own.length)
  })

  test('its own program refuses the file afterwards, untouched', () => {
    withFile(folder.database, keys, present, () => null)
    const before = digestsOf(folder.root)
    expect(thrownCode(() => withFile(folder.database, keys, own, () => null))).toBe('newer_database')
    expect(digestsOf(folder.root)).toEqual(before)
  })

  test('a backup that holds a file of that version comes back with the same content', async () => {
    const then = openDatabase({ file: folder.database, keys, mode: 'open', migrations: own })
    const about = { madeAt: '2026-11-24T02:00:00.000Z', auditHead: auditHead(then.db), keys: readKeyFile(folder.keys) }
    then.close()
    const backup = sealBackup1(dataKey, about, readFileSync(folder.database))
    const app = await openAs({ kind: 'console' }, releasedConsole)
    const client = clientOf(app, { kind: 'console' })
    const content = async () => `${canonicalJson((await client.system.dump()).document, 1)}\n`
    await client.villages.add({ name: '新村', teamLeaderId: null })
    expect(known(await content(), dump)).not.toEqual(known(dump, dump))
    const kept = readFileSync(copyOf())
    await restoreFrom(client, backup)
    expect([known(await content(), dump), keylessRows(app.read()), readFileSync(copyOf()).equals(kept)]).toEqual([known(dump, dump), noKeylessRows, true])
  })
})
