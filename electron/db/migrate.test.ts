import Database from 'better-sqlite3'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder, thrownCode } from '../promises/temporary.testing.ts'
import { deriveKeys } from './derived-keys.ts'
import { applicationId, migrate, readMigrations, type Migration } from './migrate.ts'
import { openDatabase } from './open.ts'

const keys = deriveKeys(Buffer.alloc(32, 1))

const tables: Migration = {
  name: '0000_tables',
  steps: [
    'CREATE TABLE parent (id TEXT PRIMARY KEY, name TEXT) STRICT',
    'CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent(id) ON DELETE CASCADE) STRICT',
  ],
}

/** A rebuilt table in the words of drizzle-kit. */
const rebuild: Migration = {
  name: '0002_rebuild',
  steps: [
    'PRAGMA foreign_keys=OFF',
    "CREATE TABLE __new_parent (id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (name <> '')) STRICT",
    'INSERT INTO __new_parent SELECT id, name FROM parent',
    'DROP TABLE parent',
    'ALTER TABLE __new_parent RENAME TO parent',
    'PRAGMA foreign_keys=ON',
  ],
}
const column: Migration = { name: '0001_column', steps: ['ALTER TABLE child ADD COLUMN note TEXT'] }
const orphan: Migration = { name: '0003_orphans', steps: ["DELETE FROM parent WHERE id = 'p1'"] }
const broken: Migration = { name: '0004_broken', steps: ["INSERT INTO parent VALUES ('p9', '新')", 'DROP TABLE no_such_table'] }

const family = 'SELECT parent.name || child.id FROM child JOIN parent ON parent.id = parent_id ORDER BY child.id'

describe('migrations of a township file', () => {
  let file: string

  function withFile<Result>(migrations: readonly Migration[], use: (raw: Database.Database) => Result): Result {
    const { raw, close } = openDatabase({ file, keys, mode: 'open', migrations })
    try {
      return use(raw)
    } finally {
      close()
    }
  }
  const rows = (migrations: readonly Migration[], sql: string) => withFile(migrations, (raw) => raw.prepare(sql).pluck().all())
  const tryOpen = (migrations: readonly Migration[]) => thrownCode(() => withFile(migrations, () => null))

  beforeEach(() => {
    file = path.join(temporaryFolder(), 'township.db')
    openDatabase({ file, keys, mode: 'create', migrations: [tables] }).close()
    withFile([tables], (raw) => raw.exec("INSERT INTO parent VALUES ('p1', '甲'); INSERT INTO child VALUES ('c1', 'p1'), ('c2', 'p1')"))
  })

  test('a new file bears the mark, the number and the names of what was applied', () => {
    const found = withFile([tables], (raw) => [raw.pragma('application_id', { simple: true }), raw.pragma('user_version', { simple: true }), raw.prepare('SELECT name, seq FROM migration').all()])
    expect(found).toEqual([applicationId, 1, [{ name: '0000_tables', seq: 1 }]])
    expect(applicationId.toString(16)).toBe(Buffer.from('TWNS').toString('hex'))
  })

  test('a rebuilt table keeps its children', () => {
    expect(rows([tables, rebuild], family)).toEqual(['甲c1', '甲c2'])
    expect(withFile([tables, rebuild], (raw) => raw.pragma('foreign_keys', { simple: true }))).toBe(1)
    expect(thrownCode(() => withFile([tables, rebuild], (raw) => raw.exec("INSERT INTO child VALUES ('c3', 'nobody')")))).toBe('SQLITE_CONSTRAINT_FOREIGNKEY')
  })

  test('control: the same steps inside a transaction with foreign keys on lose them without a word', () => {
    const children = withFile([tables], (raw) => {
      raw.transaction(() => rebuild.steps.forEach((step) => raw.exec(step))).immediate()
      return raw.prepare('SELECT count(*) FROM child').pluck().get()
    })
    expect(children).toBe(0)
  })

  test('a migration older than the last applied one is still applied, by its name, and none twice', () => {
    expect(rows([tables, rebuild], 'SELECT name FROM migration ORDER BY seq')).toEqual(['0000_tables', '0002_rebuild'])
    expect(rows([tables, column, rebuild], 'SELECT name FROM migration ORDER BY seq')).toEqual(['0000_tables', '0002_rebuild', '0001_column'])
    expect(rows([tables, column, rebuild], 'SELECT count(note) FROM child')).toEqual([0])
    expect(rows([tables, column, rebuild], 'SELECT count(*) FROM migration')).toEqual([3])
  })

  test('copies the file first: once, as it was, under the number of its schema', () => {
    withFile([tables, column, rebuild], () => null)
    const folder = path.dirname(file)
    expect(readdirSync(folder).sort()).toEqual(['township.before-1.db', 'township.db'])
    const copy = openDatabase({ file: path.join(folder, 'township.before-1.db'), keys, mode: 'open', migrations: [tables] })
    onTestFinished(() => copy.close())
    expect(copy.raw.prepare(family).pluck().all()).toEqual(['甲c1', '甲c2'])
    expect(readFileSync(path.join(folder, 'township.before-1.db')).subarray(0, 6).toString()).not.toBe('SQLite')
    expect(statSync(path.join(folder, 'township.before-1.db')).mode & 0o777).toBe(0o600)
  })

  test('makes no copy of a new file, or when there is nothing to do', () => {
    const copies: string[] = []
    const raw = new Database(path.join(temporaryFolder(), 'plain.db'))
    onTestFinished(() => void raw.close())
    migrate(raw, [tables], () => void copies.push('new'))
    migrate(raw, [tables], () => void copies.push('same'))
    migrate(raw, [tables, column], () => void copies.push('next'))
    expect(copies).toEqual(['next'])
  })

  test('when the copy cannot be made, nothing is applied', () => {
    const raw = new Database(path.join(temporaryFolder(), 'plain.db'))
    onTestFinished(() => void raw.close())
    migrate(raw, [tables], () => undefined)
    expect(() => migrate(raw, [tables, column], () => {
      throw new Error('no room')
    })).toThrow('no room')
    expect(raw.prepare('SELECT name FROM migration').pluck().all()).toEqual(['0000_tables'])
  })

  test('a failure in the middle undoes every pending migration', () => {
    expect(tryOpen([tables, column, broken])).toBe('SQLITE_ERROR')
    const left = withFile([tables], (raw) => ({
      family: raw.prepare(family).pluck().all(),
      parents: raw.prepare('SELECT count(*) FROM parent').pluck().get(),
      columns: raw.prepare("SELECT count(*) FROM pragma_table_info('child')").pluck().get(),
      applied: raw.prepare('SELECT name FROM migration').pluck().all(),
      number: raw.pragma('user_version', { simple: true }),
    }))
    expect(left).toEqual({ family: ['甲c1', '甲c2'], parents: 1, columns: 2, applied: ['0000_tables'], number: 1 })
  })

  test('a migration that leaves rows without their parent is undone', () => {
    expect(() => withFile([tables, orphan], () => null)).toThrow('2 rows without their parent')
    expect(rows([tables], family)).toEqual(['甲c1', '甲c2'])
    // Control: the same step does go through where nobody looks.
    const orphans = withFile([tables], (raw) => {
      raw.pragma('foreign_keys = OFF')
      raw.exec(orphan.steps.join(';'))
      return raw.pragma('foreign_key_check')
    })
    expect(orphans).toHaveLength(2)
  })

  test('a newer file is refused by its number and by a name nobody knows, and no byte is changed', () => {
    withFile([tables, column, rebuild], () => null)
    const before = readFileSync(file)
    expect(tryOpen([tables])).toBe('newer_database')
    expect(tryOpen([tables, column])).toBe('newer_database')
    const stranger = { name: '0001_another', steps: ['CREATE TABLE another (a TEXT) STRICT'] }
    expect(tryOpen([tables, stranger, rebuild])).toBe('newer_database')
    expect(tryOpen([tables, stranger, rebuild, orphan])).toBe('newer_database')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['township.before-1.db', 'township.db'])
    // Control: with all its migrations known it opens.
    expect(tryOpen([tables, column, rebuild])).toBe('done')
  })

  test('the file of another application is refused untouched, even under our key', () => {
    withFile([tables], (raw) => raw.pragma('application_id = 1'))
    const before = readFileSync(file)
    expect(tryOpen([tables])).toBe('not_a_township')
    expect(tryOpen([tables, column])).toBe('not_a_township')
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('the shipped migrations', () => {
  test('are found in the order of their names, each with its steps', () => {
    const found = readMigrations()
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(found.map(({ name }) => name)).toEqual(found.map(({ name }) => name).sort())
    for (const { name, steps } of found) expect([name, steps.length > 0 && steps.every((step) => step !== '')]).toEqual([name, true])
  })

  test('are found under a path with spaces and Chinese signs', () => {
    const folder = path.join(temporaryFolder(), '乡镇 平台')
    mkdirSync(folder)
    writeFileSync(path.join(folder, '0000_a.sql'), 'CREATE TABLE a (b TEXT) STRICT;\n--> statement-breakpoint\nCREATE TABLE c (d TEXT) STRICT;\n')
    const found = [{ name: '0000_a', steps: ['CREATE TABLE a (b TEXT) STRICT;', 'CREATE TABLE c (d TEXT) STRICT;'] }]
    expect(readMigrations(folder)).toEqual(found)
  })
})
