import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { deriveKeys } from '../../db/derived-keys.ts'
import { keyFileSchema } from '../../db/key-slots.ts'

const magic = Buffer.from('TWNSBK01')
const tagBytes = 16
/** Key slots of a thousand accounts take less. */
const longestHeader = 4 * 1024 * 1024

const headerSchema = z.object({
  format: z.literal('township-backup/1'),
  madeAt: z.string(),
  auditHead: z.object({ seq: z.int(), mac: z.string() }),
  nonce: z.string(),
  keys: keyFileSchema,
})

export type BackupHeader = Readonly<z.infer<typeof headerSchema>>

/** A backup as read: the header in the clear (it holds only wrapped keys), the database sealed. */
export interface SealedBackup {
  readonly header: BackupHeader
  readonly headerBytes: Buffer
  readonly sealed: Buffer
  readonly tag: Buffer
}

/** magic ‖ header length (4 bytes) ‖ header JSON ‖ AES-256-GCM of the database copy ‖ tag; the header is authenticated too. */
export function sealBackup(dataKey: Buffer, about: Omit<BackupHeader, 'format' | 'nonce'>, database: Buffer): Buffer {
  const nonce = randomBytes(12)
  const header: BackupHeader = { format: 'township-backup/1', ...about, nonce: nonce.toString('base64') }
  const headerBytes = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(headerBytes.length)
  const cipher = createCipheriv('aes-256-gcm', deriveKeys(dataKey).backup, nonce, { authTagLength: tagBytes })
  cipher.setAAD(headerBytes)
  const sealed = Buffer.concat([cipher.update(database), cipher.final()])
  return Buffer.concat([magic, length, headerBytes, sealed, cipher.getAuthTag()])
}

/** Splits a backup file; anything that is none is refused. */
export function parseBackup(bytes: Buffer): SealedBackup {
  const start = magic.length + 4
  if (bytes.length < start + tagBytes || !bytes.subarray(0, magic.length).equals(magic)) throw new Refusal('backup_refused')
  const end = start + bytes.readUInt32BE(magic.length)
  if (end > bytes.length - tagBytes) throw new Refusal('backup_refused')
  const headerBytes = bytes.subarray(start, end)
  try {
    const header = headerSchema.parse(JSON.parse(headerBytes.toString('utf8')))
    return { header, headerBytes, sealed: bytes.subarray(end, bytes.length - tagBytes), tag: bytes.subarray(bytes.length - tagBytes) }
  } catch {
    throw new Refusal('backup_refused')
  }
}

/** The header alone, of a file read piece by piece; null for a file that is no backup. */
export function readBackupHeader(read: (into: Buffer, at: number) => number): BackupHeader | null {
  const start = Buffer.alloc(magic.length + 4)
  if (read(start, 0) < start.length || !start.subarray(0, magic.length).equals(magic)) return null
  const length = start.readUInt32BE(magic.length)
  if (length > longestHeader) return null
  const headerBytes = Buffer.alloc(length)
  if (read(headerBytes, start.length) < length) return null
  try {
    return headerSchema.parse(JSON.parse(headerBytes.toString('utf8')))
  } catch {
    return null
  }
}

/** The database copy; a changed byte anywhere, or another township's key, is refused. */
export function openBackup(dataKey: Buffer, backup: SealedBackup): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', deriveKeys(dataKey).backup, Buffer.from(backup.header.nonce, 'base64'), { authTagLength: tagBytes })
    decipher.setAAD(backup.headerBytes)
    decipher.setAuthTag(backup.tag)
    return Buffer.concat([decipher.update(backup.sealed), decipher.final()])
  } catch {
    throw new Refusal('backup_refused')
  }
}
