import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { syncFolder } from './durable-file.ts'
import { StorageRefusal } from './refusal.ts'

/** Where the files of one township lie; nothing else is ever written into the folder. */
export interface DataFolder {
  readonly root: string
  readonly database: string
  readonly keys: string
  readonly anchor: string
  readonly lock: string
  readonly backups: string
  /** Copies of the attached files, for the backups in the folder. */
  readonly backupAttachments: string
  /** Attached files, each under the keyed digest of its content. */
  readonly attachments: string
}

export function dataFolder(root: string): DataFolder {
  const at = (name: string) => path.join(root, name)
  return { root, database: at('township.db'), keys: at('keys.json'), anchor: at('anchor.json'), lock: at('host.lock'), backups: at('backups'), backupAttachments: at('backups/attachments'), attachments: at('attachments') }
}

/** Refuses a folder that holds no township, or half of one. Never creates anything. */
export function requireTownship(folder: DataFolder): void {
  const hasKeys = existsSync(folder.keys)
  const hasDatabase = existsSync(folder.database)
  if (!hasKeys && !hasDatabase) throw new StorageRefusal('no_database')
  if (!hasKeys) throw new StorageRefusal('keys_missing')
  if (!hasDatabase) throw new StorageRefusal('database_missing')
  requireLocalDisk(folder)
}

/** File systems that other machines share: SQLite's locks and shared memory do not hold there. NFS, SMB, CIFS, SMB2, AFS, Ceph. */
const networkFileSystems: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400])

/** Refuses a folder on a network path. */
export function requireLocalDisk(folder: DataFolder): void {
  const isShare = process.platform === 'win32' ? path.resolve(folder.root).startsWith('\\\\') : networkFileSystems.has(statfsSync(folder.root).type)
  if (isShare) throw new StorageRefusal('network_path')
}

/** Refuses a folder that already holds anything. */
export function requireEmpty(folder: DataFolder): void {
  if (existsSync(folder.root) && readdirSync(folder.root).length > 0) throw new StorageRefusal('not_empty')
}

/** A township being made beside the place where it is to stand. */
export interface Staging {
  readonly folder: DataFolder
  /** Puts the whole folder in place at a stroke; every file in it must be closed. */
  readonly finish: () => void
  readonly discard: () => void
}

/**
 * A folder beside an empty (or missing) one to make a township in: whenever the program dies, the place itself stays empty.
 * What dead programs left there is taken away first.
 */
export function stage(target: DataFolder): Staging {
  requireEmpty(target)
  const root = path.resolve(target.root)
  const parent = path.dirname(root)
  makeFolder(parent)
  const prefix = `.${path.basename(root)}.making-`
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) rmSync(path.join(parent, name), { recursive: true, force: true })
  }
  const staged = path.join(parent, `${prefix}${process.pid}`)
  rmSync(staged, { recursive: true, force: true })
  mkdirSync(staged, { mode: 0o700 })
  requireLocalDisk(dataFolder(staged))
  return {
    folder: dataFolder(staged),
    finish() {
      requireEmpty(target)
      if (existsSync(root)) rmdirSync(root)
      renameSync(staged, root)
      syncFolder(parent)
    },
    discard: () => rmSync(staged, { recursive: true, force: true }),
  }
}

/** Makes a folder and its missing parents, one level at a time: Node's own way never ends below a folder that takes none (/proc). */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder)
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
