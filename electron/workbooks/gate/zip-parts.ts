import type { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import type { GateLimits } from './limits.ts'
import { GateRefusal } from './refusal.ts'

/** One entry of a checked package. Reading it again counts as the first time did. */
export interface ZipPart {
  readonly name: string
  read(): AsyncIterable<Buffer>
  /** The entry as it stands in the package, for one that is handed on as it is. Nothing of it is checked: `read` does. */
  packed(): Promise<PackedEntry>
}

/** What a package says of an entry, and its bytes as they are packed. */
export interface PackedEntry {
  readonly name: Buffer
  readonly isUtf8: boolean
  readonly method: number
  /** As DOS counts: date and time. */
  readonly modified: { readonly date: number; readonly time: number }
  readonly attributes: number
  readonly checksum: number
  readonly size: number
  readonly bytes: Buffer
}

/** Parts by name as the package spells them, in its order. */
export type ZipParts = ReadonlyMap<string, ZipPart>

const typeBits = 0o170000
const symlinkBits = 0o120000
const encryptedFlags = 0x41
const aesMethod = 99
/** Bytes that come of an entry at once: the size, the ratio and the whole are counted after each. */
const inflatedChunk = 64 * 1024
const utf8Flag = 0x800

/** A name that would leave the package or hide itself: parent folders, absolute or drive paths, backslashes, control characters. */
function isUnsafeName(name: string): boolean {
  return name === '' || name.startsWith('/') || /[\\\u0000-\u001f\u007f]|^[a-z]:/i.test(name) || name.split('/').includes('..')
}

function isEncrypted(entry: yauzl.Entry): boolean {
  return (entry.generalPurposeBitFlag & encryptedFlags) !== 0 || entry.compressionMethod === aesMethod
}

interface Unpacking {
  readonly stream: Readable
  /** Packed bytes used so far: what the header says may reach into other entries. */
  packed(): number
  /** Also stops what feeds the stream. */
  stop(): void
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Unpacking> {
  const stored = entry.compressionMethod === 0
  if (!stored && entry.compressionMethod !== 8) throw new GateRefusal('damaged')
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (stored) return { stream: raw, packed: () => entry.uncompressedSize, stop: () => raw.destroy() }
  const inflate = createInflateRaw({ chunkSize: inflatedChunk })
  raw.on('error', (error) => inflate.destroy(error))
  raw.pipe(inflate)
  const stop = () => {
    raw.destroy()
    inflate.destroy()
  }
  return { stream: inflate, packed: () => inflate.bytesWritten, stop }
}

/** Bytes of an entry with everything the header claims checked on the way: sizes, ratio, checksum. */
async function* readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, limits: GateLimits): AsyncGenerator<Buffer> {
  let [bytes, sum] = [0, 0]
  const unpacking = await unpack(zip, entry).catch(() => {
    throw new GateRefusal('damaged')
  })
  try {
    for await (const chunk of unpacking.stream) {
      if (!Buffer.isBuffer(chunk)) continue
      bytes += chunk.length
      if (bytes > limits.entryBytes) throw new GateRefusal('entry_too_large')
      if (bytes > Math.max(entry.compressedSize, 1) * limits.ratio) throw new GateRefusal('ratio_too_high')
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw error instanceof GateRefusal ? error : new GateRefusal('damaged')
  } finally {
    unpacking.stop()
  }
  if (bytes !== entry.uncompressedSize || unpacking.packed() !== entry.compressedSize) throw new GateRefusal('sizes_lie')
  if (sum !== entry.crc32) throw new GateRefusal('damaged')
}

async function packedEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<PackedEntry> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return {
    name: entry.fileNameRaw,
    isUtf8: (entry.generalPurposeBitFlag & utf8Flag) !== 0,
    method: entry.compressionMethod,
    modified: { date: entry.lastModFileDate, time: entry.lastModFileTime },
    attributes: entry.externalFileAttributes,
    checksum: entry.crc32,
    size: entry.uncompressedSize,
    bytes: Buffer.concat(chunks),
  }
}

async function openZip(bytes: Buffer): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false })
  } catch {
    throw new GateRefusal('damaged')
  }
}

function nameOf(entry: yauzl.Entry): string {
  return entry.fileNameRaw.toString((entry.generalPurposeBitFlag & utf8Flag) === 0 ? 'latin1' : 'utf8')
}

/** Entries of the package with safe, distinct names. Contents are checked when they are read. @throws GateRefusal */
export async function openZipParts(bytes: Buffer, limits: GateLimits): Promise<ZipParts> {
  const zip = await openZip(bytes)
  if (zip.entryCount > limits.entries) throw new GateRefusal('too_many_entries')
  const parts = new Map<string, ZipPart>()
  const seen = new Set<string>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (isUnsafeName(name)) throw new GateRefusal('unsafe_path')
      if (seen.has(name.toLowerCase())) throw new GateRefusal('duplicate_entry')
      if (((entry.externalFileAttributes >>> 16) & typeBits) === symlinkBits) throw new GateRefusal('symlink_entry')
      if (isEncrypted(entry)) throw new GateRefusal('encrypted_entry')
      seen.add(name.toLowerCase())
      parts.set(name, { name, read: () => readEntry(zip, entry, limits), packed: () => packedEntry(zip, entry) })
    }
  } catch (error) {
    if (error instanceof GateRefusal) throw error
    throw new GateRefusal(error instanceof Error && /strong encryption/.test(error.message) ? 'encrypted_entry' : 'damaged')
  }
  return parts
}
