import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from './data-folder.ts'
import type { DerivedKeys } from './derived-keys.ts'
import { syncFolder, writeDurably } from './durable-file.ts'
import { storageCodeOf } from './refusal.ts'

/**
 * A folder of encrypted files, each under the keyed digest of its content: `ab/ab12…`. A file is written once and never
 * changed, so equal content lies there once and a copy needs only the files it does not have.
 */

type ContentKeys = Pick<DerivedKeys, 'attachment' | 'attachmentIndex'>

export type StoredContent = { readonly kind: 'content'; readonly bytes: Buffer } | { readonly kind: 'missing' } | { readonly kind: 'damaged' }

/** A file of the store, or what a write that was cut off left there (`digest` null). */
export interface StoredFile {
  readonly file: string
  readonly digest: string | null
  /** Bytes on the disk. */
  readonly size: number
  readonly writtenAt: number
}

const magic = Buffer.from('TWNSAT01')
const nonceBytes = 12
const tagBytes = 16
const frameBytes = magic.length + nonceBytes + tagBytes
const pieceBytes = 1024 * 1024

/** 64 hexadecimal digits that say nothing of the content without the township's key. */
export function contentDigest(keys: ContentKeys, bytes: Uint8Array): string {
  return createHmac('sha256', keys.attachmentIndex).update(bytes).digest('hex')
}

/** Where the content of a digest lies in a store. */
export function contentFile(store: string, digest: string): string {
  return path.join(store, digest.slice(0, 2), digest)
}

/** Writes the content so that it survives a power cut, before anybody names it; content that is there whole is left alone. */
export function storeContent(store: string, keys: ContentKeys, bytes: Uint8Array): string {
  const digest = contentDigest(keys, bytes)
  if (stateOfContent(store, keys, digest) !== 'whole') storeSealed(store, digest, sealContent(keys, digest, bytes))
  return digest
}

/** Writes a sealed file of another store. */
export function storeSealed(store: string, digest: string, sealed: Uint8Array): void {
  const file = contentFile(store, digest)
  const isNew = !existsSync(path.dirname(file))
  makeFolder(path.dirname(file))
  if (isNew) for (const folder of [store, path.dirname(store)]) syncFolder(folder)
  writeDurably(file, sealed)
}

/** A file of the store as it lies there, to be copied to another; null when it is missing or damaged. */
export function readSealed(store: string, keys: ContentKeys, digest: string): Buffer | null {
  const file = contentFile(store, digest)
  const sealed = existsSync(file) ? readFileSync(file) : null
  return sealed !== null && openContent(keys, digest, sealed) !== null ? sealed : null
}

/** Reads a content back; a changed byte, or a file under another's name, is `damaged`. */
export function readContent(store: string, keys: ContentKeys, digest: string): StoredContent {
  const file = contentFile(store, digest)
  if (!existsSync(file)) return { kind: 'missing' }
  const bytes = openContent(keys, digest, readFileSync(file))
  return bytes === null ? { kind: 'damaged' } : { kind: 'content', bytes }
}

/** The content of a sealed file; null when it is not what its digest says. */
export function openContent(keys: ContentKeys, digest: string, sealed: Buffer): Buffer | null {
  if (sealed.length < frameBytes || !sealed.subarray(0, magic.length).equals(magic)) return null
  const decipher = decipherOf(keys, digest, sealed)
  try {
    const bytes = decipher.update(sealed.subarray(frameBytes))
    // Of this mode the last part is the check of the tag, and empty.
    decipher.final()
    return contentDigest(keys, bytes) === digest ? bytes : null
  } catch {
    return null
  }
}

/** Whether a content lies there whole, looked at a piece at a time: a check of thousands holds no file in memory. */
export function stateOfContent(store: string, keys: ContentKeys, digest: string): 'whole' | 'missing' | 'damaged' {
  const file = contentFile(store, digest)
  if (!existsSync(file)) return 'missing'
  const handle = openSync(file, 'r')
  try {
    const frame = Buffer.alloc(frameBytes)
    if (readSync(handle, frame, 0, frameBytes, null) < frameBytes || !frame.subarray(0, magic.length).equals(magic)) return 'damaged'
    const decipher = decipherOf(keys, digest, frame)
    const hmac = createHmac('sha256', keys.attachmentIndex)
    const piece = Buffer.alloc(pieceBytes)
    for (let read = readSync(handle, piece, 0, pieceBytes, null); read > 0; read = readSync(handle, piece, 0, pieceBytes, null)) hmac.update(decipher.update(piece.subarray(0, read)))
    hmac.update(decipher.final())
    return hmac.digest('hex') === digest ? 'whole' : 'damaged'
  } catch (error) {
    // What the disk does not give is a matter of storage; what does not decrypt is damaged.
    if (storageCodeOf(error) !== null) throw error
    return 'damaged'
  } finally {
    closeSync(handle)
  }
}

/** Every file of a store. */
export function filesIn(store: string): readonly StoredFile[] {
  if (!existsSync(store)) return []
  return readdirSync(store, { withFileTypes: true }).flatMap((folder) =>
    !folder.isDirectory()
      ? []
      : readdirSync(path.join(store, folder.name)).map((name): StoredFile => {
          const file = path.join(store, folder.name, name)
          const { size, mtimeMs } = statSync(file)
          return { file, digest: /^[0-9a-f]{64}$/.test(name) ? name : null, size, writtenAt: mtimeMs }
        }),
  )
}

function decipherOf(keys: ContentKeys, digest: string, frame: Buffer) {
  const decipher = createDecipheriv('aes-256-gcm', keys.attachment, frame.subarray(magic.length, magic.length + nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(digest))
  decipher.setAuthTag(frame.subarray(magic.length + nonceBytes, frameBytes))
  return decipher
}

export function removeFile({ file }: StoredFile): void {
  rmSync(file, { force: true })
}

/** magic ‖ nonce ‖ tag ‖ AES-256-GCM of the content, bound to its digest. */
function sealContent(keys: ContentKeys, digest: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keys.attachment, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(digest))
  const sealed = cipher.update(bytes)
  cipher.final()
  return Buffer.concat([magic, nonce, cipher.getAuthTag(), sealed])
}
