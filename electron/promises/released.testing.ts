import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { appRoot } from '../app-root.ts'
import { dataFolder, type DataFolder } from '../db/data-folder.ts'
import type { DerivedKeys } from '../db/derived-keys.ts'
import { readMigrations, type Migration } from '../db/migrate.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import { storageCodeOf } from '../db/refusal.ts'

/** The secrets of every released folder: of the console, and of an account with the role `head`. */
export const releasedConsole = 'released-console-1'
export const releasedAccount = { name: '张三', password: 'released-account-1' } as const

/** A data folder as the program of a released version left it, closed. */
export interface ReleasedFolder {
  readonly version: string
  /** What `dump` of that version printed. */
  readonly dump: string
  readonly copyTo: (root: string) => DataFolder
}

const kept = path.join(appRoot, 'electron', 'db', 'released')

export const releasedFolders: readonly ReleasedFolder[] = readdirSync(kept).sort().map((version) => ({
  version,
  dump: readFileSync(path.join(kept, version, 'dump.json'), 'utf8'),
  copyTo(root) {
    mkdirSync(root, { recursive: true })
    for (const name of ['township.db', 'keys.json', 'anchor.json']) copyFileSync(path.join(kept, version, name), path.join(root, name))
    return dataFolder(root)
  },
}))

/** The migrations that the program of a file had: the fewest that the file is not too new for. */
export function migrationsOf(file: string, keys: DerivedKeys): readonly Migration[] {
  const shipped = readMigrations()
  for (let count = 1; count <= shipped.length; count += 1) {
    try {
      openDatabase({ file, keys, mode: 'open', migrations: shipped.slice(0, count) }).close()
      return shipped.slice(0, count)
    } catch (error) {
      if (storageCodeOf(error) !== 'newer_database') throw error
    }
  }
  throw new Error('the file is newer than the present program')
}

/** Opens a file for a moment, by these migrations. */
export function withFile<Result>(file: string, keys: DerivedKeys, migrations: readonly Migration[], use: (raw: OpenDatabase['raw']) => Result): Result {
  const { raw, close } = openDatabase({ file, keys, mode: 'open', migrations })
  try {
    return use(raw)
  } finally {
    close()
  }
}

type Columns = Readonly<Record<string, readonly string[]>>

const names = z.array(z.string())

/** Every table with its columns, but for the list of migrations. */
export function columnsOf(raw: OpenDatabase['raw']): Columns {
  const tables = names.parse(raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'migration' ORDER BY name").pluck().all())
  return Object.fromEntries(tables.map((table) => [table, names.parse(raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table))]))
}

/** All that stands in these columns, row by row. */
export function contentOf(raw: OpenDatabase['raw'], columns: Columns): Readonly<Record<string, readonly string[]>> {
  const read = ([table, found]: readonly [string, readonly string[]]) => raw.prepare(`SELECT ${found.map((column) => `"${column}"`).join(', ')} FROM "${table}"`).raw().all()
  return Object.fromEntries(Object.entries(columns).map((entry) => [entry[0], read(entry).map((row) => JSON.stringify(row)).sort()]))
}

/** The words of the schema itself, with the number of its version. */
export function schemaOf(raw: OpenDatabase['raw']): readonly unknown[] {
  return [raw.pragma('user_version', { simple: true }), ...raw.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').raw().all()]
}
