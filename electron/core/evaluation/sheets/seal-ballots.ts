import { and, asc, eq, gte } from 'drizzle-orm'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DataFolder } from '../../../db/data-folder.ts'
import { syncFolder } from '../../../db/durable-file.ts'
import { forgetPages } from '../../../db/forget-pages.ts'
import { auditEntry } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { actorNames } from '../../app/actor-names.ts'
import type { App } from '../../app/app.ts'
import { dayInChina } from '../../app/environment.ts'
import { listBackups, writeBackupHere, type BackupFile } from '../../township/backups/backup-files.ts'
import { takenBack } from '../../township/backups/voting-at-hand.ts'
import { markCleared, markSealed, unclearedBallots, type BallotRow } from './ballot-course.ts'

/** A backup that was handed out while votes were being cast; the program cannot reach it. */
export interface HandedOutBackup {
  readonly at: string
  readonly by: string
}

/** The backups and kept databases in the data folder that were made on this day or later. */
export function backupsSince(folder: DataFolder, day: string): readonly BackupFile[] {
  return listBackups(folder).filter(({ madeAt }) => dayInChina(madeAt) >= day)
}

/** The first day of which files may lie in the data folder that hold votes of these ballots, or of a voting that a restore has taken back since. */
export function votingSince(read: Read, [first, ...others]: readonly [VotingDay, ...VotingDay[]]): string {
  return [...others.map(({ openedOn }) => openedOn), ...takenBack(read)].reduce((least, day) => (day < least ? day : least), first.openedOn)
}

type VotingDay = Pick<BallotRow, 'openedOn'>

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
 * Takes away what the voting of closed ballots has left: earlier states of the counts in the file and its log, and then the files
 * made before that, once a backup without them stands in their place. Done after a closing is committed, and at the next start or
 * closing when that was cut off. Gives how many files went. Refusals: the storage codes.
 */
export async function sealBallots(app: App): Promise<number> {
  if (unclearedBallots(app.read()).some(({ sealedAt }) => sealedAt === null)) {
    forgetPages(app.database().raw)
    note(app, 'ballots.seal', (tx, now) => markSealed(tx, now), {})
  }
  const [first, ...others] = unclearedBallots(app.read())
  if (first === undefined) return 0
  const sealedAt = [first, ...others].map((ballot) => ballot.sealedAt ?? '').reduce((latest, at) => (at > latest ? at : latest))
  const leaving = backupsSince(app.folder, votingSince(app.read(), [first, ...others])).filter(({ madeAt }) => madeAt <= sealedAt)
  if (leaving.length > 0) await writeBackupHere(app, app.environment.now())
  dropFiles(app.folder, leaving)
  note(app, 'ballots.clear', (tx, now) => markCleared(tx, [first, ...others].map(({ periodId }) => periodId), dayInChina(now)), { backups: leaving.length })
  return leaving.length
}

/** The same behind a change that stands already: a failure is logged, and made good at the next start or closing. Null then. */
export async function sealOrLog(app: App): Promise<number | null> {
  try {
    return await sealBallots(app)
  } catch (error) {
    app.environment.logError(app.environment.newId(), error)
    return null
  }
}

/** The clearing is the act of whoever closed the ballot. */
function note(app: App, action: string, write: (tx: Write, now: string) => void, detail: Readonly<Record<string, number>>): void {
  app.mutate({ actor: unclearedBallots(app.read())[0]?.closedBy ?? '', action, areas: ['score'], write, audit: () => ({ subject: null, detail }) })
}

/** Files that a cut-off backup or restore left half made. */
const leftover = /\.new$|^township\.restored\.db/

function dropFiles(folder: DataFolder, leaving: readonly BackupFile[]): void {
  for (const { kind, name } of leaving) removeFile(kind === 'backup' ? folder.backups : folder.root, name)
  for (const place of [folder.root, folder.backups]) for (const name of existsSync(place) ? readdirSync(place) : []) if (leftover.test(name)) removeFile(place, name)
  syncFolder(folder.root)
  if (existsSync(folder.backups)) syncFolder(folder.backups)
}

function removeFile(place: string, name: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path.join(place, name + suffix), { force: true })
}
