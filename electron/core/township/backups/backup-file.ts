import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { largestAttachment } from '../../../../shared/domain/township/attachments/limits.ts'
import { deriveKeys } from '../../../db/derived-keys.ts'
import { keyFileSchema } from '../../../db/key-slots.ts'

/**
 * A backup file: magic ‖ header length (4 bytes) ‖ header JSON ‖ AES-256-GCM of the database copy ‖ tag ‖ list of the attached
 * files ‖ these files, each as it lies in the store. The header is authenticated with the database and vouches for the list;
 * each file vouches for itself. One kept beside its store ends with the list. Format 1 ends with the tag.
 */

const magic = Buffer.from('TWNSBK01')
const tagBytes = 16
/** Digest and size of one attached file. */
const entryBytes = 32 + 8
/** Key slots of a thousand accounts take less. */
const longestHeader = 4 * 1024 * 1024
const pieceBytes = 1024 * 1024
/** What encryption adds to a content is less. */
const largestSealed = largestAttachment + 1024

const common = { madeAt: z.string(), auditHead: z.object({ seq: z.int(), mac: z.string() }), nonce: z.string(), keys: keyFileSchema }

const headerSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('township-backup/1'), ...common }),
  z.object({
    format: z.literal('township-backup/2'),
    ...common,
    /** Bytes of the database copy. */
    database: z.int().positive(),
    /** `list`: SHA-256 of the list. */
    contents: z.object({ count: z.int().min(0), list: z.string() }),
  }),
])

export type BackupHeader = Readonly<z.infer<typeof headerSchema>>

/** An attached file as the backup lists it; `size` as it lies on the disk, sealed. */
export interface BackupContent {
  readonly digest: string
  readonly size: number
}

/** A backup as read: the header in the clear (it holds only wrapped keys), where the rest lies. */
export interface BackupFile {
  readonly file: string
  readonly header: BackupHeader
  readonly headerBytes: Buffer
  readonly sealed: { readonly at: number; readonly size: number }
  readonly contents: readonly (BackupContent & { readonly at: number })[]
  /** Whether it brings the attached files along. */
  readonly isWhole: boolean
}

type About = Pick<BackupHeader, 'madeAt' | 'auditHead' | 'keys'>

/** Writes a backup up to its list, piece by piece; the attached files follow behind it, or lie in a store beside it. Gives its size. */
export function writeBackup(target: string, dataKey: Buffer, about: About, databaseFile: string, contents: readonly BackupContent[]): number {
  const nonce = randomBytes(12)
  const list = Buffer.concat(contents.map(entryOf))
  const out = openSync(target, 'wx', 0o600)
  const from = openSync(databaseFile, 'r')
  try {
    const header: BackupHeader = {
      format: 'township-backup/2',
      ...about,
      nonce: nonce.toString('base64'),
      database: fstatSync(from).size,
      contents: { count: contents.length, list: sha256(list) },
    }
    const headerBytes = Buffer.from(JSON.stringify(header))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(headerBytes.length)
    const cipher = createCipheriv('aes-256-gcm', deriveKeys(dataKey).backup, nonce, { authTagLength: tagBytes })
    cipher.setAAD(headerBytes)
    for (const bytes of [magic, length, headerBytes]) writeAll(out, bytes)
    for (const piece of piecesOf(from, 0, header.database)) writeAll(out, cipher.update(piece))
    for (const bytes of [cipher.final(), cipher.getAuthTag(), list]) writeAll(out, bytes)
    fsyncSync(out)
    return fstatSync(out).size
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  } finally {
    closeSync(from)
    closeSync(out)
  }
}

/** Finds the parts of a backup file; anything that is none, or of another length than it says, is refused. */
export function readBackup(file: string): BackupFile {
  return withOpen(file, (handle) => {
    const { size } = fstatSync(handle)
    const head = readHead((into, at) => readSync(handle, into, 0, into.length, at))
    if (head === null) throw new Refusal('backup_refused')
    const { header, headerBytes, end } = head
    if (header.format === 'township-backup/1') {
      const sealed = { at: end, size: size - end - tagBytes }
      if (sealed.size <= 0) throw new Refusal('backup_refused')
      return { file, header, headerBytes, sealed, contents: [], isWhole: true }
    }
    const listAt = end + header.database + tagBytes
    const list = Buffer.alloc(Math.min(header.contents.count * entryBytes, Math.max(0, size - listAt)))
    readSync(handle, list, 0, list.length, listAt)
    if (list.length !== header.contents.count * entryBytes || sha256(list) !== header.contents.list) throw new Refusal('backup_refused')
    const contents = contentsOf(list, listAt + list.length)
    const whole = contents.reduce((sum, content) => sum + content.size, listAt + list.length)
    if (size !== whole && size !== listAt + list.length) throw new Refusal('backup_refused')
    return { file, header, headerBytes, sealed: { at: end, size: header.database }, contents, isWhole: size === whole }
  })
}

/** When the backup was made, of a file read piece by piece; null for a file that is no backup. */
export function backupMadeAt(read: (into: Buffer, at: number) => number): string | null {
  return readHead(read)?.header.madeAt ?? null
}

/** Writes the database copy of a backup to a new file; a changed byte anywhere in it, or another township's key, is refused and leaves none. */
export function extractDatabase({ file, header, headerBytes, sealed }: BackupFile, dataKey: Buffer, target: string): void {
  const out = openSync(target, 'wx', 0o600)
  try {
    withOpen(file, (handle) => {
      const tag = Buffer.alloc(tagBytes)
      readSync(handle, tag, 0, tagBytes, sealed.at + sealed.size)
      const decipher = createDecipheriv('aes-256-gcm', deriveKeys(dataKey).backup, Buffer.from(header.nonce, 'base64'), { authTagLength: tagBytes })
      decipher.setAAD(headerBytes)
      decipher.setAuthTag(tag)
      for (const piece of piecesOf(handle, sealed.at, sealed.size)) writeAll(out, decipher.update(piece))
      writeAll(out, finalOf(decipher))
    })
    fsyncSync(out)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  } finally {
    closeSync(out)
  }
}

/** One attached file of a whole backup, sealed as it lay in the store. */
export function sealedContent({ file }: BackupFile, { at, size }: BackupFile['contents'][number]): Buffer {
  const sealed = Buffer.alloc(size)
  withOpen(file, (handle) => readSync(handle, sealed, 0, size, at))
  return sealed
}

interface Head {
  readonly header: BackupHeader
  readonly headerBytes: Buffer
  /** Where the header ends. */
  readonly end: number
}

function readHead(read: (into: Buffer, at: number) => number): Head | null {
  const start = Buffer.alloc(magic.length + 4)
  if (read(start, 0) < start.length || !start.subarray(0, magic.length).equals(magic)) return null
  const length = start.readUInt32BE(magic.length)
  if (length > longestHeader) return null
  const headerBytes = Buffer.alloc(length)
  if (read(headerBytes, start.length) < length) return null
  try {
    return { header: headerSchema.parse(JSON.parse(headerBytes.toString('utf8'))), headerBytes, end: start.length + length }
  } catch {
    return null
  }
}

function finalOf(decipher: ReturnType<typeof createDecipheriv>): Buffer {
  try {
    return decipher.final()
  } catch {
    throw new Refusal('backup_refused')
  }
}

function entryOf({ digest, size }: BackupContent): Buffer {
  const entry = Buffer.alloc(entryBytes)
  entry.write(digest, 'hex')
  entry.writeBigUInt64BE(BigInt(size), 32)
  return entry
}

function contentsOf(list: Buffer, start: number): BackupFile['contents'] {
  let at = start
  return Array.from({ length: list.length / entryBytes }, (_, place) => {
    const entry = list.subarray(place * entryBytes, (place + 1) * entryBytes)
    const size = Number(entry.readBigUInt64BE(32))
    if (size > largestSealed) throw new Refusal('backup_refused')
    const content = { digest: entry.subarray(0, 32).toString('hex'), size, at }
    at += size
    return content
  })
}

/** A stretch of an open file, a piece at a time; a file that ends before it is refused. */
function* piecesOf(handle: number, at: number, size: number): Generator<Buffer> {
  const buffer = Buffer.alloc(Math.min(pieceBytes, size))
  for (let done = 0; done < size; ) {
    const read = readSync(handle, buffer, 0, Math.min(buffer.length, size - done), at + done)
    if (read === 0) throw new Refusal('backup_refused')
    yield buffer.subarray(0, read)
    done += read
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
}

function withOpen<Result>(file: string, use: (handle: number) => Result): Result {
  const handle = openSync(file, 'r')
  try {
    return use(handle)
  } finally {
    closeSync(handle)
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
