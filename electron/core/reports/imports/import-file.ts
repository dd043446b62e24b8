import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { RecognisedTable } from '../../../../shared/domain/reports/imports/types.ts'
import { gateLimits } from '../../../workbooks/gate/limits.ts'
import type { FileUse } from '../../../workbooks/gate/vocabulary.ts'
import { writeErrorWorkbook } from '../../../workbooks/imports/error-workbook.ts'
import { readOutline } from '../../../workbooks/imports/read-outline.ts'
import { fileRefusal } from '../../../workbooks/imports/refusal.ts'
import type { App } from '../../app/app.ts'
import type { ShownRow } from './kinds/import-kind.ts'
import { errorWorkbookSuffix } from '../exports/vocabulary.ts'

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

/** The first rows of each visible sheet of a file. */
export async function outlineOfFile(app: App, file: BinaryFile) {
  return withFile(app, file, async (source) => {
    const outcome = await readOutline(source, app.environment.workers)
    if (outcome.kind === 'refused') throw new Refusal('file_refused', { reason: outcome.refusal.message, why: outcome.refusal.code })
    return { sheets: outcome.sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ row, cells }) => ({ row, cells: [...cells] })) })) }
  })
}

/** The same workbook with a column 错误说明; null where no row is refused. */
export async function errorWorkbookOf(app: App, name: string, source: string, table: RecognisedTable, rows: readonly ShownRow[]): Promise<File | null> {
  if (rows.every(({ state }) => state !== 'error' && state !== 'ambiguous')) return null
  const out = `${source}.errors.xlsx`
  const refusal = await writeErrorWorkbook({ source, table, rows, out }, app.environment.workers)
  if (refusal !== null) throw new Refusal('file_refused', { reason: refusal.message, why: refusal.code })
  return new File([new Uint8Array(readFileSync(out))], name.replace(/\.(xlsx|csv)$/i, '') + errorWorkbookSuffix)
}
