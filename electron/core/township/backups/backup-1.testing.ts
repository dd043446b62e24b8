import { createCipheriv, randomBytes } from 'node:crypto'
import { deriveKeys } from '../../../db/derived-keys.ts'
import type { BackupHeader } from './backup-file.ts'

/** A backup as programs up to 0.1.0 made it: the database alone. */
export function sealBackup1(dataKey: Buffer, about: Pick<BackupHeader, 'madeAt' | 'auditHead' | 'keys'>, database: Buffer): Buffer<ArrayBuffer> {
  const nonce = randomBytes(12)
  const headerBytes = Buffer.from(JSON.stringify({ format: 'township-backup/1', ...about, nonce: nonce.toString('base64') }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(headerBytes.length)
  const cipher = createCipheriv('aes-256-gcm', deriveKeys(dataKey).backup, nonce, { authTagLength: 16 })
  cipher.setAAD(headerBytes)
  const sealed = Buffer.concat([cipher.update(database), cipher.final()])
  return Buffer.concat([Buffer.from('TWNSBK01'), length, headerBytes, sealed, cipher.getAuthTag()])
}
