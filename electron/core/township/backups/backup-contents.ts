import { statSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { contentFile, openContent, readSealed, stateOfContent, storeSealed } from '../../../db/content-store.ts'
import type { DerivedKeys } from '../../../db/derived-keys.ts'
import { attachment } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { sealedContent, type BackupContent, type BackupFile } from './backup-file.ts'

/** Digests of every attached file that a row names, also from the 回收站. */
export function namedDigests(read: Read): readonly string[] {
  return read.selectDistinct({ digest: attachment.digest }).from(attachment).orderBy(attachment.digest).all().map(({ digest }) => digest)
}

export interface SoundContents {
  readonly contents: readonly (BackupContent & { readonly file: string })[]
  /** How many are gone or changed: no backup can hold them. */
  readonly faulty: number
}

/** Opens each file of a store, and gives those that are whole. */
export async function soundContents(store: string, keys: DerivedKeys, digests: readonly string[]): Promise<SoundContents> {
  const contents: SoundContents['contents'][number][] = []
  for (const digest of digests) {
    const file = contentFile(store, digest)
    if (stateOfContent(store, keys, digest) === 'whole') contents.push({ digest, file, size: statSync(file).size })
    await nextTurn()
  }
  return { contents, faulty: digests.length - contents.length }
}

/** Brings a store up to what is named: only what it lacks, or has damaged, is copied. */
export async function bringUpToDate(store: string, keys: DerivedKeys, from: string, digests: readonly string[]): Promise<void> {
  for (const digest of digests) {
    if (stateOfContent(store, keys, digest) !== 'whole') {
      const sealed = readSealed(from, keys, digest)
      if (sealed !== null) storeSealed(store, digest, sealed)
    }
    await nextTurn()
  }
}

/**
 * Puts the attached files of a backup into a store: from the backup itself, or where it was kept beside one, from that store.
 * A changed byte in the backup is refused. Gives how many are nowhere.
 */
export async function takeContents(backup: BackupFile, keys: DerivedKeys, store: string, beside: string): Promise<number> {
  let missing = 0
  for (const content of backup.contents) {
    const sealed = backup.isWhole ? sealedContent(backup, content) : null
    if (sealed !== null && openContent(keys, content.digest, sealed) === null) throw new Refusal('backup_refused')
    if (stateOfContent(store, keys, content.digest) !== 'whole') {
      const found = sealed ?? readSealed(beside, keys, content.digest)
      if (found === null) missing += 1
      else storeSealed(store, content.digest, found)
    }
    await nextTurn()
  }
  return missing
}
