import type { Desktop, SavedFile } from '../../../../shared/contract/desktop.ts'
import { takePieces } from '../../../../shared/contract/transfer-pieces.ts'
import type { TownshipClient } from '../../../api/connection.ts'

export interface SavedBackup {
  readonly saved: SavedFile
  /** Attached files that are gone or changed, and not in the backup. */
  readonly faulty: number
}

/** Makes a backup and writes it where the user says, a piece at a time. */
export async function saveBackup({ system }: Pick<TownshipClient, 'system'>, desktop: Desktop, onProgress: (done: number, of: number) => void): Promise<SavedBackup> {
  const offered = await system.backup()
  const { transfer, fileName, faulty } = offered
  try {
    const target = await desktop.saveLarge(fileName)
    if (target.kind !== 'begun') return { saved: target, faulty }
    const stopped = new AbortController()
    const write = async (bytes: Uint8Array) => {
      if (!(await target.write(bytes))) stopped.abort()
    }
    try {
      await takePieces(offered, (wanted) => system.readBackup(wanted), write, { onProgress, signal: stopped.signal })
    } catch (error) {
      // The place takes no more: finishing says why, and leaves nothing.
      if (stopped.signal.aborted) return { saved: await target.finish(), faulty }
      await target.abandon()
      throw error
    }
    return { saved: await target.finish(), faulty }
  } finally {
    await system.endTransfer({ transfer })
  }
}
