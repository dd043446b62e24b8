import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BinaryFile } from '../../../shared/contract/binary.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { gateLimits } from '../../workbooks/gate/limits.ts'
import type { FileUse } from '../../workbooks/gate/vocabulary.ts'
import { fileRefusal } from '../../workbooks/imports/refusal.ts'
import type { App } from '../app/app.ts'

/** Bytes of a file in one event: small enough that others get their turn in between. */
export const bytesPerPart = 384 * 1024

/** Puts the bytes where the reading process can open them, under the name's own ending, and takes them away again. */
export async function withFile<Result>(app: App, file: BinaryFile, use: (path: string, digest: string) => Promise<Result>, purpose: FileUse = 'import'): Promise<Result> {
  // What is too large is not even copied: hashing and writing it would keep everybody else waiting.
  if (file.size > gateLimits.fileBytes) throw new Refusal('file_refused', { reason: fileRefusal('file_too_large', purpose).message, why: 'file_too_large' })
  const folder = mkdtempSync(path.join(app.environment.temporary, 'import-'))
  try {
    const bytes = Buffer.from(await file.arrayBuffer())
    const target = path.join(folder, `source${path.extname(path.basename(file.name)).toLowerCase()}`)
    writeFileSync(target, bytes, { mode: 0o600 })
    return await use(target, createHash('sha256').update(bytes).digest('hex'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
