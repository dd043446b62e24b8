import { createDecipheriv, createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DerivedKeys } from '../db/derived-keys.ts'
import { extractDatabase, readBackup } from '../core/township/backups/backup-file.ts'

const pageSize = 4096
/** Behind each page: its vector, and a digest of the ciphertext. */
const reserved = 80
const salt = 16
const logHead = 32
const frameHead = 24

/** Every page of an encrypted file in the clear, those that no table uses any more too; the salt of the first one left out. */
export function pagesOf(bytes: Buffer, key: Buffer): readonly Buffer[] {
  return Array.from({ length: bytes.length / pageSize }, (_, index) => openPage(bytes.subarray(index * pageSize, (index + 1) * pageSize), key, index === 0))
}

/** Every page that lies in a log, in the order in which they were written. */
export function loggedPages(bytes: Buffer, key: Buffer): readonly { readonly page: number; readonly content: Buffer }[] {
  const frames = Math.max(0, Math.floor((bytes.length - logHead) / (frameHead + pageSize)))
  return Array.from({ length: frames }, (_, index) => {
    const at = logHead + index * (frameHead + pageSize)
    const page = bytes.readUInt32BE(at)
    return { page, content: openPage(bytes.subarray(at + frameHead, at + frameHead + pageSize), key, page === 1) }
  })
}

function openPage(page: Buffer, key: Buffer, isFirst: boolean): Buffer {
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(pageSize - reserved, pageSize - reserved + 16)).setAutoPadding(false)
  return Buffer.concat([decipher.update(page.subarray(isFirst ? salt : 0, pageSize - reserved)), decipher.final()])
}

/**
 * All that somebody with the file, its log, the keys and every backup can read in a data folder: by name, a digest of the content
 * in the clear. What is drawn by chance for encrypting (salts, vectors, nonces) is not content.
 */
export function readableIn(root: string, dataKey: Buffer, keys: DerivedKeys): Readonly<Record<string, string>> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(root, name)).isFile())
  return Object.fromEntries(names.sort().map((name) => [name, digestOf(readable(path.join(root, name), dataKey, keys))]))
}

function readable(file: string, dataKey: Buffer, keys: DerivedKeys): readonly Buffer[] {
  const bytes = readFileSync(file)
  if (file.endsWith('.twbak')) return backupPages(file, dataKey, keys)
  if (file.endsWith('-wal')) return loggedPages(bytes, keys.database).map(({ content }) => content)
  return file.endsWith('.db') ? pagesOf(bytes, keys.database) : [bytes]
}

function backupPages(file: string, dataKey: Buffer, keys: DerivedKeys): readonly Buffer[] {
  return withDatabaseOf(file, dataKey, (database) => {
    const { nonce: _, ...header } = readBackup(file).header
    return [Buffer.from(JSON.stringify(header)), ...pagesOf(readFileSync(database), keys.database)]
  })
}

/** The database that a backup holds, as a file for a moment. */
export function withDatabaseOf<Result>(backup: string, dataKey: Buffer, use: (database: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'township-pages-'))
  try {
    const database = path.join(folder, 'copy.db')
    extractDatabase(readBackup(backup), dataKey, database)
    return use(database)
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true })
  }
}

function digestOf(parts: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
