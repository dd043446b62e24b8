import { and, asc, eq, gte } from 'drizzle-orm'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DataFolder } from '../../db/data-folder.ts'
import { syncFolder } from '../../db/durable-file.ts'
import { forgetPages } from '../../db/forget-pages.ts'
import { auditEntry } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { actorNames } from '../app/actor-names.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import { listBackups, type BackupFile } from '../system/backup-files.ts'
import { markSealed, unsealedBallots } from './ballot-course.ts'

/** A backup that was handed out while votes were being cast; the program cannot reach it. */
export interface HandedOutBackup {
  readonly at: string
  readonly by: string
}

/** The backups and kept databases in the data folder that were made on a day of the voting: they hold counts of before the last vote. */
export function backupsOfVoting(folder: DataFolder, openedOn: string): readonly BackupFile[] {
  return listBackups(folder).filter(({ madeAt }) => dayInChina(madeAt) >= openedOn)
}

export function handedOutBackups(read: Read, openedOn: string): readonly HandedOutBackup[] {
  const nameOf = actorNames(read)
  return read
    .select({ at: auditEntry.at, actor: auditEntry.actor })
    .from(auditEntry)
    .where(and(eq(auditEntry.action, 'system.backup'), gte(auditEntry.at, beginningOf(openedOn))))
    .orderBy(asc(auditEntry.seq))
    .all()
    .map(({ at, actor }) => ({ at, by: nameOf(actor) }))
}

/** The moment at which a day begins in China. */
function beginningOf(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString()
}

/**
 * Takes away what the voting of closed ballots has left: earlier states of the counts in the file and its log, and the backups
 * made meanwhile. Done after a closing is committed, and at the next start when that was cut off. Gives how many files went.
 */
export function sealBallots(app: App): number {
  const pending = unsealedBallots(app.read())
  const [first, ...others] = pending.map(({ openedOn }) => openedOn)
  if (first === undefined) return 0
  forgetPages(app.database().raw)
  const openedOn = others.reduce((least, day) => (day < least ? day : least), first)
  const gone = dropFiles(app.folder, openedOn)
  app.mutate({
    actor: pending[0]?.closedBy ?? '',
    action: 'ballots.seal',
    areas: ['score'],
    write: (tx, now) => markSealed(tx, dayInChina(now)),
    audit: () => ({ subject: null, detail: { backups: gone } }),
  })
  return gone
}

/** Files that a cut-off backup or restore left half made. */
const leftover = /\.new$|^township\.restored\.db/

function dropFiles(folder: DataFolder, openedOn: string): number {
  const backups = backupsOfVoting(folder, openedOn)
  for (const { kind, name } of backups) removeFile(kind === 'backup' ? folder.backups : folder.root, name)
  for (const place of [folder.root, folder.backups]) for (const name of existsSync(place) ? readdirSync(place) : []) if (leftover.test(name)) removeFile(place, name)
  syncFolder(folder.root)
  if (existsSync(folder.backups)) syncFolder(folder.backups)
  return backups.length
}

function removeFile(place: string, name: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path.join(place, name + suffix), { force: true })
}
