import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { matchesPinyin } from '../../shared/domain/pinyin/matches-pinyin.ts'
import { nameKeyOf, searchKeyOf } from '../../shared/domain/pinyin/search-key.ts'
import type { DerivedKeys } from './derived-keys.ts'
import { migrate, readMigrations, type Migration } from './migrate.ts'
import { StorageRefusal, storageCodeOf } from './refusal.ts'
import * as schema from './schema/index.ts'
import type { Db } from './types.ts'

/** An open township file: the only connection there is. */
export interface OpenDatabase {
  readonly db: Db
  readonly raw: Database.Database
  /** A consistent encrypted copy, by VACUUM INTO. The target must not exist. */
  readonly copyTo: (target: string) => void
  readonly close: () => void
}

export interface OpenOptions {
  readonly file: string
  readonly keys: DerivedKeys
  /** `create` makes a new file and refuses an existing one; `open` never makes one. */
  readonly mode: 'create' | 'open'
  readonly migrations?: readonly Migration[]
  /** The file is a copy itself: none is kept before it is migrated. */
  readonly isCopy?: true
}

/** Set on every open and read back; a value that did not take is a refusal, not a warning. */
export const requiredPragmas = {
  locking_mode: 'exclusive',
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  temp_store: 2,
} as const

/**
 * Opens the encrypted file and holds it alone: with exclusive locking the operating system itself keeps a second
 * process out and forgets the lock when this one dies.
 * Refusals: `no_database`, `wrong_key`, `newer_database`, `not_a_township`, `in_use`, `damaged`, disk codes.
 */
export function openDatabase(options: OpenOptions): OpenDatabase {
  const { file, keys, mode } = options
  if (mode === 'open' && !existsSync(file)) throw new StorageRefusal('database_missing')
  if (mode === 'create' && existsSync(file)) throw new StorageRefusal('not_empty')
  if (mode === 'create') closeSync(openSync(file, 'wx', 0o600))
  const raw = new Database(file, { fileMustExist: true, timeout: 0 })
  try {
    unlock(raw, keys)
    const migrations = options.migrations ?? readMigrations()
    refuseNewer(raw, migrations)
    for (const [name, value] of Object.entries(requiredPragmas)) raw.pragma(`${name} = ${value}`)
    raw.pragma(`cache_size = -${cacheSize}`)
    addFunctions(raw)
    migrate(raw, migrations, () => (options.isCopy === true ? undefined : keepCopyBefore(raw, file)))
    requirePragmas(raw)
    // Taking the write lock once makes the exclusive hold real before anybody is told that the file is open.
    raw.exec('BEGIN IMMEDIATE; COMMIT')
  } catch (error) {
    raw.close()
    if (mode === 'create') for (const suffix of ['', '-wal', '-journal']) rmSync(file + suffix, { force: true })
    throw asRefusal(error)
  }
  return {
    raw,
    db: drizzle(raw, { schema }),
    copyTo: (target) => void raw.prepare('VACUUM INTO ?').run(target),
    close: () => raw.close(),
  }
}

/** Pages kept in memory, in KiB, so that a list of 100,000 tasks is decrypted once and not at every look. Taken up as pages are read. */
const cacheSize = 65_536

/** Reads back what `requiredPragmas` asks for. */
export function requirePragmas(raw: Database.Database): void {
  for (const [name, wanted] of Object.entries(requiredPragmas)) {
    const found = raw.pragma(name, { simple: true })
    if (found !== wanted) throw new Error(`pragma ${name} is ${String(found)}, must be ${wanted}`)
  }
}

/**
 * The rules of shared/domain/pinyin: `matches_pinyin(search_key, letters)` for queries, and for migrations the keys of rows that
 * are there already, `name_key(name)` of a person and `text_key(text)` of anything else. `bytes_of_base64(text)`, for migrations too: NULL of NULL.
 */
function addFunctions(raw: Database.Database): void {
  raw.function('matches_pinyin', { deterministic: true, directOnly: true }, (key, letters) => (matchesPinyin(String(key), String(letters)) ? 1 : 0))
  raw.function('name_key', { deterministic: true, directOnly: true }, (name) => nameKeyOf(String(name)))
  raw.function('text_key', { deterministic: true, directOnly: true }, (text) => searchKeyOf(String(text)))
  raw.function('bytes_of_base64', { deterministic: true, directOnly: true }, (text) => (text === null ? null : Buffer.from(String(text), 'base64')))
}

function unlock(raw: Database.Database, keys: DerivedKeys): void {
  raw.pragma("cipher = 'sqlcipher'")
  raw.pragma('legacy = 4')
  raw.pragma(`key = "x'${keys.database.toString('hex')}'"`)
  // Before the first read: a connection that is exclusive from the start keeps its index in memory and leaves no -shm file.
  raw.pragma('locking_mode = exclusive')
  try {
    raw.pragma('schema_version')
  } catch (error) {
    // The slot has vouched for the key, so a page that does not decrypt is a damaged file or another township's.
    throw new StorageRefusal(storageCodeOf(error) ?? 'damaged', { cause: error })
  }
}

function refuseNewer(raw: Database.Database, migrations: readonly Migration[]): void {
  if (Number(raw.pragma('user_version', { simple: true })) > migrations.length) throw new StorageRefusal('newer_database')
}

/** Keeps the file as it was before a migration, beside it, under the number of its schema. */
function keepCopyBefore(raw: Database.Database, file: string): void {
  const schemaNumber = Number(raw.pragma('user_version', { simple: true }))
  const target = path.join(path.dirname(file), `township.before-${schemaNumber}.db`)
  rmSync(`${target}.new`, { force: true })
  closeSync(openSync(`${target}.new`, 'wx', 0o600))
  raw.prepare('VACUUM INTO ?').run(`${target}.new`)
  renameSync(`${target}.new`, target)
}

function asRefusal(error: unknown): unknown {
  const code = storageCodeOf(error)
  return code === null || error instanceof StorageRefusal ? error : new StorageRefusal(code, { cause: error })
}
