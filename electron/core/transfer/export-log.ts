import { asc, eq } from 'drizzle-orm'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { BinaryFile } from '../../../shared/contract/binary.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { exportLog, exportSheet } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { glance } from '../../workbooks/import/glance.ts'
import { readLimits } from '../../workbooks/import/limits.ts'
import { compareDigests, digestWorkbook, type WorkbookDigest } from '../../workbooks/export/verify/digest.ts'
import type { App } from '../app/app.ts'
import { wholeTownship, type Guarded } from '../app/guard.ts'
import { exportFileWords } from './vocabulary.ts'

/** The digest of one sheet; `cells` is gzipped JSON, address → digest. */
export interface SheetEntry {
  readonly name: string
  readonly digest: string
  readonly cells: Buffer
}

/** Keeps what an export said, cell by cell, so that any copy of it can be compared later. */
export function logExport(tx: Write, entry: typeof exportLog.$inferInsert, sheets: readonly SheetEntry[]): void {
  tx.insert(exportLog).values(entry).run()
  sheets.forEach((sheet, index) => tx.insert(exportSheet).values({ exportId: entry.id, seq: index + 1, ...sheet }).run())
}

export interface Verdict {
  readonly state: 'unchanged' | 'changed' | 'unknown'
  readonly cells: readonly { readonly sheet: string; readonly cell: string }[]
  readonly fileName: string | null
  readonly exportedAt: string | null
}

/** Compares a workbook with the export log: unchanged, changed (which cells, and sheets gone or added), or never exported here. */
export async function verifyExport(app: App, guard: Guarded, file: BinaryFile): Promise<{ state: Verdict['state']; cells: { sheet: string; cell: string }[]; fileName: string | null; exportedAt: string | null }> {
  const found = await digestOf(app, file)
  const verdict = compare(guard.read, found)
  guard.mutate({ about: wholeTownshipOrOwn(guard), write: () => null, audit: () => ({ subject: found.exportId, detail: { state: verdict.state, cells: verdict.cells.length } }) })
  return { ...verdict, cells: [...verdict.cells] }
}

function wholeTownshipOrOwn({ view }: Guarded) {
  return view.kind === 'all' ? wholeTownship : () => ({ modules: view.modules })
}

function compare(read: Read, found: WorkbookDigest): Verdict {
  const entry = found.exportId === null ? undefined : read.select().from(exportLog).where(eq(exportLog.id, found.exportId)).get()
  if (entry === undefined) return { state: 'unknown', cells: [], fileName: null, exportedAt: null }
  const { state, cells, missingSheets, addedSheets } = compareDigests(loggedDigest(read, entry.id), found)
  const sheets = [...missingSheets, ...addedSheets].map((sheet) => ({ sheet, cell: exportFileWords.wholeSheet }))
  return { state, cells: [...cells, ...sheets], fileName: entry.fileName, exportedAt: entry.at }
}

const cellsSchema = z.record(z.string(), z.string())

function loggedDigest(read: Read, exportId: string): WorkbookDigest {
  const sheets = read.select().from(exportSheet).where(eq(exportSheet.exportId, exportId)).orderBy(asc(exportSheet.seq)).all()
  return { exportId, sheets: sheets.map(({ name, digest, cells }) => ({ name, digest, cells: cellsSchema.parse(JSON.parse(gunzipSync(cells).toString('utf8'))) })) }
}

async function digestOf(app: App, file: BinaryFile): Promise<WorkbookDigest> {
  const folder = mkdtempSync(path.join(app.environment.temporary, 'verify-'))
  try {
    const target = path.join(folder, 'book.xlsx')
    writeFileSync(target, Buffer.from(await file.arrayBuffer()), { mode: 0o600 })
    const refusal = await glance(target, readLimits)
    if (refusal !== null) throw new Refusal('file_refused', { reason: refusal.message, why: refusal.code })
    return await digestWorkbook(target).catch(() => {
      throw new Refusal('file_refused', { reason: exportFileWords.unreadable, why: 'unreadable' })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
