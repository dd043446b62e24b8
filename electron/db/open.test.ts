import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder, thrownCode } from '../promises/temporary.testing.ts'
import { deriveKeys } from './derived-keys.ts'
import { openDatabase, requirePragmas, type OpenDatabase, type requiredPragmas } from './open.ts'

const dataKey = Buffer.alloc(32, 1)
const keys = deriveKeys(dataKey)
const secondOpener = fileURLToPath(new URL('../promises/second-opener.testing.ts', import.meta.url))

function opened(file: string, mode: 'create' | 'open'): OpenDatabase {
  const database = openDatabase({ file, keys, mode })
  onTestFinished(() => database.close())
  return database
}

/** The file of a township with its tables, closed. */
function closedFile(): string {
  const file = path.join(temporaryFolder(), 'township.db')
  openDatabase({ file, keys, mode: 'create' }).close()
  return file
}

function flipped(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file, bytes)
}

/** A second value for each pragma, which the check must refuse. */
const weaker: Readonly<Record<keyof typeof requiredPragmas, string>> = {
  locking_mode: 'normal', journal_mode: 'delete', synchronous: 'NORMAL', foreign_keys: 'OFF', busy_timeout: '0',
  trusted_schema: 'ON', cell_size_check: 'OFF', secure_delete: 'OFF', temp_store: 'FILE',
}

describe('openDatabase', () => {
  test('sets every pragma, on a new file and on an old one', () => {
    const wanted = {
      locking_mode: 'exclusive', journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5000,
      trusted_schema: 0, cell_size_check: 1, secure_delete: 1, temp_store: 2,
    }
    const file = path.join(temporaryFolder(), 'township.db')
    for (const mode of ['create', 'open'] as const) {
      const { raw, close } = openDatabase({ file, keys, mode })
      expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, raw.pragma(name, { simple: true })]))).toEqual(wanted)
      close()
    }
  })

  test.each(Object.entries(weaker))('control: a connection with %s = %s is refused', (name, value) => {
    const { raw } = opened(closedFile(), 'open')
    requirePragmas(raw)
    raw.pragma(`${name} = ${value}`)
    expect(() => requirePragmas(raw)).toThrow(`pragma ${name} is`)
  })

  test('holds the file alone: a second process is refused, and let in once it is closed', () => {
    const file = closedFile()
    const second = () => spawnSync(process.execPath, [secondOpener, file, dataKey.toString('hex')], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } }).stdout
    const { close } = openDatabase({ file, keys, mode: 'open' })
    expect(second()).toBe('in_use')
    expect(thrownCode(() => openDatabase({ file, keys, mode: 'open' }))).toBe('in_use')
    close()
    expect(second()).toBe('opened')
  })

  test('keeps nothing beside the file but its log, and that only while it is open; the file is the owner’s alone', () => {
    const file = closedFile()
    const { raw, close } = openDatabase({ file, keys, mode: 'open' })
    raw.exec('CREATE TABLE more (a TEXT) STRICT')
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['township.db', 'township.db-wal'])
    close()
    expect(readdirSync(path.dirname(file))).toEqual(['township.db'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('never makes a file it was to open, and never opens one it was to make', () => {
    const folder = temporaryFolder()
    expect(thrownCode(() => openDatabase({ file: path.join(folder, 'none.db'), keys, mode: 'open' }))).toBe('database_missing')
    expect(readdirSync(folder)).toEqual([])
    const file = closedFile()
    const before = readFileSync(file)
    expect(thrownCode(() => openDatabase({ file, keys, mode: 'create' }))).toBe('not_empty')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a file that could not be made is not left behind', () => {
    const folder = temporaryFolder()
    const migrations = [{ name: '0000_broken', steps: ['CREATE TABLE a (b TEXT) STRICT', 'CREATE TABLE a (b TEXT) STRICT'] }]
    expect(() => openDatabase({ file: path.join(folder, 'township.db'), keys, mode: 'create', migrations })).toThrow('already exists')
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    ['another township’s key', () => undefined, deriveKeys(Buffer.alloc(32, 2))],
    ['a changed byte in its first page', (file: string) => flipped(file, 100), keys],
    ['no database at all', (file: string) => writeFileSync(file, 'not a database, but long enough to be one of some hundred bytes'.repeat(20)), keys],
    ['a database in the clear', (file: string) => {
      writeFileSync(file, '')
      const plain = new Database(file)
      plain.exec('CREATE TABLE a (b)')
      plain.close()
    }, keys],
  ])('%s: refused as damaged, and no byte changed', (_, damage, used) => {
    const file = closedFile()
    damage(file)
    const before = readFileSync(file)
    expect(thrownCode(() => openDatabase({ file, keys: used, mode: 'open' }))).toBe('damaged')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(path.dirname(file))).toEqual(['township.db'])
  })

  test('a changed byte anywhere in the file is found by reading its page', () => {
    const file = closedFile()
    const pages = statSync(file).size / 4096
    expect(pages).toBeGreaterThan(10)
    flipped(file, 4096 * (pages - 2) + 50)
    expect(() => {
      const { raw, close } = openDatabase({ file, keys, mode: 'open' })
      onTestFinished(close)
      const found = raw.pragma('integrity_check', { simple: true })
      if (found !== 'ok') throw new Error(String(found))
    }).toThrow()
  })

  test('a row without its parent and a value outside its CHECK are refused by the file itself', () => {
    const { raw } = opened(closedFile(), 'open')
    expect(thrownCode(() => raw.exec("INSERT INTO account_role VALUES ('nobody', 'head')"))).toBe('SQLITE_CONSTRAINT_FOREIGNKEY')
    raw.exec("INSERT INTO account (id, seq, name) VALUES ('1', 1, '甲')")
    expect(thrownCode(() => raw.exec("INSERT INTO account_role VALUES ('1', 'king')"))).toBe('SQLITE_CONSTRAINT_CHECK')
    expect(thrownCode(() => raw.exec("INSERT INTO account_role VALUES ('1', 'head')"))).toBe('done')
  })
})

describe('copyTo', () => {
  test('makes a copy that only the same key opens; an existing target is refused', () => {
    const file = closedFile()
    const { raw, copyTo } = opened(file, 'open')
    raw.exec("INSERT INTO account (id, seq, name) VALUES ('1', 1, '欧阳建国')")
    const copy = path.join(path.dirname(file), 'copy.db')
    copyTo(copy)
    expect(readFileSync(copy).includes('欧阳建国')).toBe(false)
    expect(readFileSync(copy).subarray(0, 6).toString()).not.toBe('SQLite')
    const again = openDatabase({ file: copy, keys, mode: 'open' })
    expect(again.raw.prepare('SELECT name FROM account').pluck().all()).toEqual(['欧阳建国'])
    again.close()
    expect(thrownCode(() => openDatabase({ file: copy, keys: deriveKeys(Buffer.alloc(32, 2)), mode: 'open' }))).not.toBe('done')
    expect(() => copyTo(copy)).toThrow()
  })
})
