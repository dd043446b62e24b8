import { closeSync, existsSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { backupKinds } from '../../../../shared/contract/township/system.ts'
import { makeFolder, type DataFolder } from '../../../db/data-folder.ts'
import { syncFolder } from '../../../db/durable-file.ts'
import type { App } from '../../app/app.ts'
import { makeBackup } from './backup.ts'
import { bringUpToDate } from './backup-contents.ts'
import { backupMadeAt } from './backup-file.ts'

export interface BackupFile {
  readonly name: string
  readonly kind: (typeof backupKinds)[number]
  /** Bytes. */
  readonly size: number
  readonly madeAt: string
}

const ending = '.twbak'

/** `20260406020000` of a moment, for file names. */
export function stampOf(moment: string): string {
  return moment.replace(/\D/g, '').slice(0, 14)
}

const stamped = /^township\.before-restore-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/

/** The moment in the name of what a restore has kept: the day of the file itself is that of its last change. */
function momentIn(name: string): string | null {
  const [, year, month, day, hour, minute, second] = stamped.exec(name) ?? []
  return year === undefined ? null : `${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.000Z`
}

/** Writes one verified backup into the data folder, whole or not at all. Attached files that an earlier one has copied are not copied again. */
export async function writeBackupHere(app: App, now: string): Promise<BackupFile & { readonly faulty: number }> {
  const { backups, backupAttachments, attachments } = app.folder
  makeFolder(backups)
  const made = path.join(backups, `${app.environment.newId()}.new`)
  try {
    const { size, contents, faulty } = await makeBackup(app, made)
    await bringUpToDate(backupAttachments, app.keys, attachments, contents.map(({ digest }) => digest))
    const name = freeName(backups, `township-${stampOf(now)}`)
    renameSync(made, path.join(backups, name))
    syncFolder(backups)
    return { name, kind: 'backup', size, madeAt: now, faulty }
  } finally {
    rmSync(made, { force: true })
  }
}

/** The backups in the data folder and the files kept beside the database, the newest first. A file that is no backup is left out. */
export function listBackups(folder: DataFolder): BackupFile[] {
  const backups = namesIn(folder.backups).flatMap((name): readonly BackupFile[] => {
    const file = path.join(folder.backups, name)
    const madeAt = name.endsWith(ending) ? madeAtOf(file) : null
    return madeAt === null ? [] : [{ name, kind: 'backup', size: statSync(file).size, madeAt }]
  })
  const kept = namesIn(folder.root).flatMap((name): readonly BackupFile[] => {
    const file = path.join(folder.root, name)
    const { size, mtime } = statSync(file)
    if (/^township\.before-restore-.*\.db$/.test(name)) return [{ name, kind: 'beforeRestore', size, madeAt: momentIn(name) ?? mtime.toISOString() }]
    return /^township\.before-\d+\.db$/.test(name) ? [{ name, kind: 'beforeUpgrade', size, madeAt: mtime.toISOString() }] : []
  })
  return [...backups, ...kept].sort((a, b) => (a.madeAt === b.madeAt ? (a.name < b.name ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1))
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function madeAtOf(file: string): string | null {
  const handle = openSync(file, 'r')
  try {
    return backupMadeAt((into, at) => readSync(handle, into, 0, into.length, at))
  } finally {
    closeSync(handle)
  }
}

function freeName(folder: string, stem: string): string {
  for (let place = 1; ; place += 1) {
    const name = place === 1 ? `${stem}${ending}` : `${stem}-${place}${ending}`
    if (!existsSync(path.join(folder, name))) return name
  }
}
