import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { openDatabase, type OpenDatabase } from '../../db/open.ts'
import { dataFolder, requireEmpty, stage, type DataFolder } from '../../db/data-folder.ts'
import { deriveKeys, type DerivedKeys } from '../../db/derived-keys.ts'
import { syncFolder, writeDurably } from '../../db/durable-file.ts'
import { openSlot, readKeyFile, writeKeyFile } from '../../db/key-slots.ts'
import { StorageRefusal } from '../../db/refusal.ts'
import type { App } from '../app/app.ts'
import { auditHead, verifyAudit } from '../app/audit-chain.ts'
import { checkDatabase } from './check.ts'
import { openBackup, parseBackup, sealBackup } from './backup-file.ts'

/** One verified backup as bytes: copied by VACUUM INTO, opened and checked, then sealed. */
export function makeBackup(app: App): Buffer {
  const copy = path.join(app.environment.temporary, `copy-${app.environment.newId()}.db`)
  try {
    app.database().copyTo(copy)
    withDatabase(copy, app.keys, checkDatabase)
    return sealBackup(
      app.dataKey,
      { madeAt: app.environment.now(), auditHead: auditHead(app.read()), keys: readKeyFile(app.folder.keys) },
      readFileSync(copy),
    )
  } finally {
    removeDatabase(copy)
  }
}

/** Replaces the database by a backup's of the same township; the present file is kept beside it. Returns its name. */
export function restoreBackup(app: App, bytes: Buffer, now: string): string {
  const database = openBackup(app.dataKey, parseBackup(bytes))
  const incoming = path.join(app.folder.root, 'township.restored.db')
  const keptName = freeName(app.folder.root, `township.before-restore-${now.replace(/\D/g, '').slice(0, 14)}`)
  try {
    writeDurably(incoming, database)
    withDatabase(incoming, app.keys, checkDatabase)
    app.replaceDatabase(() => {
      // A second name, not a new one: whenever the program dies, a whole database stands under the right name.
      keepUnder(app.folder.database, path.join(app.folder.root, keptName))
      // The chain of the restored file ends earlier; its own head is the anchor from now on.
      rmSync(app.folder.anchor, { force: true })
      renameSync(incoming, app.folder.database)
      syncFolder(app.folder.root)
    })
  } finally {
    removeDatabase(incoming)
  }
  return keptName
}

/** Makes a township from a backup in an empty folder, opened by the printed recovery key. */
export async function restoreIntoEmpty(root: string, bytes: Buffer, recoveryKey: string): Promise<DataFolder> {
  const folder = dataFolder(root)
  requireEmpty(folder)
  const backup = parseBackup(bytes)
  const dataKey = await openSlot(backup.header.keys, { kind: 'recovery' }, recoveryKey)
  if (dataKey === null) throw new Refusal('wrong_key')
  const keys = deriveKeys(dataKey)
  const database = openBackup(dataKey, backup)
  const staging = stage(folder)
  try {
    writeDurably(staging.folder.database, database)
    withDatabase(staging.folder.database, keys, checkDatabase)
    writeKeyFile(staging.folder.keys, backup.header.keys)
    staging.finish()
  } catch (error) {
    staging.discard()
    throw error
  }
  return folder
}

/** Opens a copy for a moment. A file that cannot be opened or fails its checks makes the backup refused. */
function withDatabase(file: string, keys: DerivedKeys, use: (opened: OpenDatabase) => void): void {
  try {
    const opened = openDatabase({ file, keys, mode: 'open', isCopy: true })
    try {
      use(opened)
      verifyAudit(opened.db, keys)
    } finally {
      opened.close()
    }
  } catch (error) {
    if (error instanceof StorageRefusal && error.code !== 'damaged') throw error
    if (error instanceof Refusal && error.code !== 'damaged') throw error
    throw new Refusal('backup_refused')
  }
}

/** Two restores of one second keep two files. */
function freeName(folder: string, stem: string): string {
  for (let place = 1; ; place += 1) {
    const name = place === 1 ? `${stem}.db` : `${stem}-${place}.db`
    if (!existsSync(path.join(folder, name))) return name
  }
}

/** The same content under another name; by copying where the disk knows no second names (FAT). */
function keepUnder(file: string, target: string): void {
  try {
    linkSync(file, target)
  } catch {
    copyFileSync(file, `${target}.new`)
    renameSync(`${target}.new`, target)
  }
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) if (existsSync(file + suffix)) rmSync(file + suffix)
}
