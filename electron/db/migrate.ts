import type Database from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { appRoot } from '../app-root.ts'
import { StorageRefusal } from './refusal.ts'

/** "TWNS": marks the file as a township's. */
export const applicationId = 0x54574e53

/** One migration: its steps are applied in order, inside one transaction with all other pending ones. */
export interface Migration {
  readonly name: string
  readonly steps: readonly string[]
}

const shipped = path.join(appRoot, 'electron', 'db', 'migrations')

/** The migrations that ship with the program, by name. */
export function readMigrations(root: string = shipped): readonly Migration[] {
  return readdirSync(root)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      steps: readFileSync(path.join(root, file), 'utf8')
        .split('--> statement-breakpoint')
        .map((step) => step.trim())
        .filter((step) => step !== ''),
    }))
}

/**
 * Brings the file to the program's schema. Foreign keys are off outside the transaction (inside it the pragma does nothing
 * and a rebuilt table would lose its children), checked before the commit, and on again afterwards.
 * A file made by a newer program, or by another one, is refused untouched.
 * `beforeChange` runs once when there is something to apply and the file holds data: the place for the copy.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[], beforeChange: () => void): void {
  const isNew = database.pragma('schema_version', { simple: true }) === 0
  if (!isNew && database.pragma('application_id', { simple: true }) !== applicationId) throw new StorageRefusal('not_a_township')
  const applied = isNew ? [] : appliedNames(database)
  const known = new Set(migrations.map((migration) => migration.name))
  if (applied.some((name) => !known.has(name)) || Number(database.pragma('user_version', { simple: true })) > migrations.length) {
    throw new StorageRefusal('newer_database')
  }
  const pending = migrations.filter((migration) => !applied.includes(migration.name))
  if (pending.length === 0) return
  if (!isNew) beforeChange()
  database.pragma('foreign_keys = OFF')
  try {
    database
      .transaction(() => {
        if (isNew) {
          database.exec('CREATE TABLE migration (name TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT')
          database.pragma(`application_id = ${applicationId}`)
        }
        for (const migration of pending) {
          for (const step of migration.steps) database.exec(step)
          database.prepare('INSERT INTO migration (name, seq) SELECT ?, count(*) + 1 FROM migration').run(migration.name)
        }
        const orphans = database.pragma('foreign_key_check')
        if (Array.isArray(orphans) && orphans.length > 0) throw new Error(`migration leaves ${orphans.length} rows without their parent`)
        database.pragma(`user_version = ${migrations.length}`)
      })
      .immediate()
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

function appliedNames(database: Database.Database): readonly string[] {
  return database.prepare<[], string>('SELECT name FROM migration ORDER BY seq').pluck().all()
}
