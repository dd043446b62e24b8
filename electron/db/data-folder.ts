import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { StorageRefusal } from './refusal.ts'

/** Where the files of one township lie; nothing else is ever written into the folder. */
export interface DataFolder {
  readonly root: string
  readonly database: string
  readonly keys: string
  readonly anchor: string
  readonly lock: string
  readonly backups: string
}

export function dataFolder(root: string): DataFolder {
  const at = (name: string) => path.join(root, name)
  return { root, database: at('township.db'), keys: at('keys.json'), anchor: at('anchor.json'), lock: at('host.lock'), backups: at('backups') }
}

/** Refuses a folder that holds no township, or half of one. Never creates anything. */
export function requireTownship(folder: DataFolder): void {
  const hasKeys = existsSync(folder.keys)
  const hasDatabase = existsSync(folder.database)
  if (!hasKeys && !hasDatabase) throw new StorageRefusal('no_database')
  if (!hasKeys) throw new StorageRefusal('keys_missing')
  if (!hasDatabase) throw new StorageRefusal('database_missing')
}

/** Refuses a folder that already holds anything; a missing one is made, parents included. */
export function requireEmpty(folder: DataFolder): void {
  if (existsSync(folder.root) && readdirSync(folder.root).length > 0) throw new StorageRefusal('not_empty')
  mkdirSync(folder.root, { recursive: true })
}
