import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { openDatabase, type OpenDatabase } from '../../../db/open.ts'
import { dataFolder, requireEmpty, stage, type DataFolder } from '../../../db/data-folder.ts'
import { deriveKeys, type DerivedKeys } from '../../../db/derived-keys.ts'
import { syncFolder } from '../../../db/durable-file.ts'
import { openSlot, readKeyFile, writeKeyFile } from '../../../db/key-slots.ts'
import { StorageRefusal } from '../../../db/refusal.ts'
import type { App } from '../../app/app.ts'
import { auditHead, verifyAudit } from '../../app/audit-chain.ts'
import { namedDigests, soundContents, takeContents, type SoundContents } from './backup-contents.ts'
import { extractDatabase, readBackup, writeBackup } from './backup-file.ts'
import { checkDatabase } from './check.ts'

/** A backup up to its list, and the attached files that belong behind it. */
export interface MadeBackup extends SoundContents {
  /** Bytes of the file, the attached ones not counted. */
  readonly size: number
}

/** Makes one verified backup as a new file: copied by VACUUM INTO, opened and checked, then sealed. Each attached file is opened too. */
export async function makeBackup(app: App, target: string): Promise<MadeBackup> {
  const copy = path.join(app.environment.temporary, `copy-${app.environment.newId()}.db`)
  try {
    // Nothing is written between these two: the list is of the copy.
    app.database().copyTo(copy)
    const digests = namedDigests(app.read())
    const about = { madeAt: app.environment.now(), auditHead: auditHead(app.read()), keys: readKeyFile(app.folder.keys) }
    withDatabase(copy, app.keys, checkDatabase)
    const sound = await soundContents(app.folder.attachments, app.keys, digests)
    return { ...sound, size: writeBackup(target, app.dataKey, about, copy, sound.contents) }
  } finally {
    removeDatabase(copy)
  }
}

export interface Restored {
  /** Name of the database that was there before. */
  readonly kept: string
  /** Attached files that are neither in the backup nor here. */
  readonly missing: number
}

/** Replaces the database by a backup's of the same township; the present file is kept beside it, and every attached file stays. */
export async function restoreBackup(app: App, file: string, now: string): Promise<Restored> {
  const { folder, keys, dataKey } = app
  const backup = readBackup(file)
  const incoming = path.join(folder.root, 'township.restored.db')
  // They vouch for themselves and harm nobody; from here on nothing else gets its turn until the file is replaced.
  const missing = await takeContents(backup, keys, folder.attachments, folder.backupAttachments)
  const kept = freeName(folder.root, `township.before-restore-${now.replace(/\D/g, '').slice(0, 14)}`)
  try {
    removeDatabase(incoming)
    extractDatabase(backup, dataKey, incoming)
    withDatabase(incoming, keys, checkDatabase)
    app.replaceDatabase(() => {
      // A second name, not a new one: whenever the program dies, a whole database stands under the right name.
      keepUnder(folder.database, path.join(folder.root, kept))
      // The chain of the restored file ends earlier; its own head is the anchor from now on.
      rmSync(folder.anchor, { force: true })
      renameSync(incoming, folder.database)
      syncFolder(folder.root)
    })
    return { kept, missing }
  } finally {
    removeDatabase(incoming)
  }
}

/** Makes a township from a backup in an empty folder, opened by the printed recovery key. A backup without its attached files finds them beside itself. */
export async function restoreIntoEmpty(root: string, file: string, recoveryKey: string): Promise<DataFolder> {
  const folder = dataFolder(root)
  requireEmpty(folder)
  const backup = readBackup(file)
  const dataKey = await openSlot(backup.header.keys, { kind: 'recovery' }, recoveryKey)
  if (dataKey === null) throw new Refusal('wrong_key')
  const keys = deriveKeys(dataKey)
  const staging = stage(folder)
  try {
    extractDatabase(backup, dataKey, staging.folder.database)
    withDatabase(staging.folder.database, keys, checkDatabase)
    await takeContents(backup, keys, staging.folder.attachments, path.join(path.dirname(file), 'attachments'))
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
