import { crc32, deflateRawSync } from 'node:zlib'
import type { PackedEntry } from '../gate/zip-parts.ts'

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50
const deflated = 8
const utf8Flag = 0x800
/** Version 2.0 of the format: folders and deflated entries. */
const version = 20

/** An entry with other contents: its name, its time and its place stay. */
export function withContents(entry: PackedEntry, contents: Buffer): PackedEntry {
  return { ...entry, method: deflated, checksum: crc32(contents), size: contents.length, bytes: deflateRawSync(contents) }
}

/** What both headers of an entry say: flags, method, time, checksum, sizes, length of the name, none beside it. */
function commonFields({ name, isUtf8, method, modified, checksum, size, bytes }: PackedEntry): Buffer {
  const fields = Buffer.alloc(24)
  fields.writeUInt16LE(isUtf8 ? utf8Flag : 0, 0)
  fields.writeUInt16LE(method, 2)
  fields.writeUInt16LE(modified.time, 4)
  fields.writeUInt16LE(modified.date, 6)
  fields.writeUInt32LE(checksum, 8)
  fields.writeUInt32LE(bytes.length, 12)
  fields.writeUInt32LE(size, 16)
  fields.writeUInt16LE(name.length, 20)
  return fields
}

function words(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const written = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0))
  values.reduce((at, [bytes, value]) => written.writeUIntLE(value, at, bytes), 0)
  return written
}

/** A package of the entries in their order; the packed bytes of each are written as they are. */
export function writePackage(entries: readonly PackedEntry[]): Buffer {
  const written: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const fields = commonFields(entry)
    const local = [words([4, localHeader], [2, version]), fields, entry.name, entry.bytes]
    directory.push(words([4, centralHeader], [2, version], [2, version]), fields, words([2, 0], [2, 0], [2, 0], [4, entry.attributes], [4, offset]), entry.name)
    written.push(...local)
    offset += local.reduce((sum, { length }) => sum + length, 0)
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([...written, ...directory, words([4, endRecord], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, offset], [2, 0])])
}
