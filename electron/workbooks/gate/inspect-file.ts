import { open, readFile, stat } from 'node:fs/promises'
import { inspectPackage } from './inspect-package.ts'
import { decodeTable } from './inspect-text.ts'
import { gateLimits, type GateLimits } from './limits.ts'
import { GateRefusal } from './refusal.ts'
import { openZipParts, type ZipParts } from './zip-parts.ts'

/** A file that passed: the parts of a workbook, or the text of a table. Everything is read from the bytes that were inspected. */
export type InspectedFile = { readonly kind: 'xlsx'; readonly parts: ZipParts } | { readonly kind: 'csv'; readonly text: string }

const zipMagic = Buffer.from('PK\u0003\u0004', 'latin1')
const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Name of the stream that holds a workbook with a password. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

function isTableName(path: string): boolean {
  return /\.csv$/i.test(path)
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic)
}

/** What can be told without reading the file: that it is one, and its size. @throws GateRefusal `not_found`, `empty_file`, `file_too_large` */
async function measure(path: string, limits: GateLimits): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new GateRefusal('not_found')
  if (found.size === 0) throw new GateRefusal('empty_file')
  if (found.size > limits.fileBytes) throw new GateRefusal('file_too_large')
}

/** The cheap first look, fit for the process that answers people: existence, size and the first bytes. @throws GateRefusal */
export async function glanceAtFile(path: string, limits: GateLimits = gateLimits): Promise<void> {
  await measure(path, limits)
  const file = await open(path, 'r').catch(() => null)
  if (file === null) throw new GateRefusal('not_found')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    const start = buffer.subarray(0, bytesRead)
    if (!startsWith(start, zipMagic) && !startsWith(start, oleMagic) && !isTableName(path)) throw new GateRefusal('not_workbook')
  } finally {
    await file.close()
  }
}

/** Inspects a file that was chosen for import before any parser sees it. @throws GateRefusal */
export async function inspectFile(path: string, limits: GateLimits = gateLimits): Promise<InspectedFile> {
  await measure(path, limits)
  const bytes = await readFile(path).catch(() => {
    throw new GateRefusal('not_found')
  })
  if (bytes.length > limits.fileBytes) throw new GateRefusal('file_too_large')
  if (startsWith(bytes, oleMagic)) throw new GateRefusal(bytes.includes(encryptedPackage) ? 'password_protected' : 'old_format')
  if (startsWith(bytes, zipMagic)) {
    const parts = await openZipParts(bytes, limits)
    await inspectPackage(parts, limits)
    return { kind: 'xlsx', parts }
  }
  if (isTableName(path)) return { kind: 'csv', text: await decodeTable(bytes) }
  throw new GateRefusal('not_workbook')
}
