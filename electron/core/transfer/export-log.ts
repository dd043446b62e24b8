import { createHash } from 'node:crypto'
import { and, asc, desc, eq, exists, isNotNull, notExists, notInArray } from 'drizzle-orm'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { BinaryFile } from '../../../shared/contract/binary.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { exportLog, exportSheet } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { glance } from '../../workbooks/import/glance.ts'
import { readLimits } from '../../workbooks/import/limits.ts'
import { compareDigests, digestWorkbook, type DigestComparison, type WorkbookDigest } from '../../workbooks/export/verify/digest.ts'
import { digestForm } from '../../workbooks/export/verify/form-digest.ts'
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
  const verdict = await compare(guard.read, found)
  guard.mutate({ about: wholeTownshipOrOwn(guard), write: () => null, audit: () => ({ subject: found.book.exportId, detail: { state: verdict.state, cells: verdict.cells.length } }) })
  return { ...verdict, cells: [...verdict.cells] }
}

function wholeTownshipOrOwn({ view }: Guarded) {
  return view.kind === 'all' ? wholeTownship : () => ({ modules: view.modules })
}

/** What a file says: as a workbook of ours; and, for one that names no export, as a filled template. */
interface FoundFile {
  readonly fileDigest: string
  readonly book: WorkbookDigest
  readonly form: WorkbookDigest | null
}

type LogRow = typeof exportLog.$inferSelect

const unknown: Verdict = { state: 'unknown', cells: [], fileName: null, exportedAt: null }

async function compare(read: Read, { fileDigest, book, form }: FoundFile): Promise<Verdict> {
  if (form !== null) return compareForm(read, fileDigest, form)
  const entry = read.select().from(exportLog).where(eq(exportLog.id, book.exportId ?? '')).get()
  return entry === undefined ? unknown : verdictOf(entry, compareDigests(loggedDigest(read, entry.id), book))
}

function verdictOf(entry: LogRow, { state, cells, missingSheets, addedSheets }: DigestComparison): Verdict {
  const sheets = [...missingSheets, ...addedSheets].map((sheet) => ({ sheet, cell: exportFileWords.wholeSheet }))
  return { state, cells: [...cells, ...sheets], fileName: entry.fileName, exportedAt: entry.at }
}

/** As many of the latest filled templates with its sheets a file is compared with, and as much of it must be the same for it to be one of them. */
const formsCompared = 60
const sameShare = 0.8

/** A filled template carries no number of its export: it is the very file, or the logged one that it has most cells in common with. */
async function compareForm(read: Read, fileDigest: string, form: WorkbookDigest): Promise<Verdict> {
  const same = read.select().from(exportLog).where(eq(exportLog.fileDigest, fileDigest)).orderBy(desc(exportLog.at)).get()
  if (same !== undefined) return { ...unknown, state: 'unchanged', fileName: same.fileName, exportedAt: same.at }
  const entries = formsWithin(read, form)
  const digests = new Map(form.sheets.map(({ name, digest }) => [name, digest]))
  const equal = entries.find(({ id }) => {
    const sheets = read.select({ name: exportSheet.name, digest: exportSheet.digest }).from(exportSheet).where(eq(exportSheet.exportId, id)).all()
    return sheets.length === digests.size && sheets.every(({ name, digest }) => digests.get(name) === digest)
  })
  if (equal !== undefined) return { ...unknown, state: 'unchanged', fileName: equal.fileName, exportedAt: equal.at }
  let best: { readonly entry: LogRow; readonly comparison: DigestComparison } | null = null
  for (const entry of entries) {
    // A long one takes its time to be read: others have their turn before the next.
    await nextTurn()
    const logged = loggedDigest(read, entry.id)
    const comparison = compareDigests(logged, form)
    const count = logged.sheets.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0)
    const isSimilar = count > 0 && comparison.cells.length <= count * (1 - sameShare)
    if (isSimilar && (best === null || comparison.cells.length < best.comparison.cells.length)) best = { entry, comparison }
  }
  return best === null ? unknown : verdictOf(best.entry, best.comparison)
}

/** The latest logged exports, newest first, all of whose sheets the file has: what was printed has none, and a workbook of ours has 元数据 besides. */
function formsWithin(read: Read, form: WorkbookDigest): readonly LogRow[] {
  const isOfEntry = eq(exportSheet.exportId, exportLog.id)
  const isStrange = notInArray(exportSheet.name, form.sheets.map(({ name }) => name))
  const sheets = () => read.select({ name: exportSheet.name }).from(exportSheet)
  return read
    .select()
    .from(exportLog)
    .where(and(isNotNull(exportLog.form), exists(sheets().where(isOfEntry)), notExists(sheets().where(and(isOfEntry, isStrange)))))
    .orderBy(desc(exportLog.at))
    .limit(formsCompared)
    .all()
}

const cellsSchema = z.record(z.string(), z.string())

function loggedDigest(read: Read, exportId: string): WorkbookDigest {
  const sheets = read.select().from(exportSheet).where(eq(exportSheet.exportId, exportId)).orderBy(asc(exportSheet.seq)).all()
  return { exportId, sheets: sheets.map(({ name, digest, cells }) => ({ name, digest, cells: cellsSchema.parse(JSON.parse(gunzipSync(cells).toString('utf8'))) })) }
}

async function digestOf(app: App, file: BinaryFile): Promise<FoundFile> {
  const folder = mkdtempSync(path.join(app.environment.temporary, 'verify-'))
  try {
    const target = path.join(folder, 'book.xlsx')
    const bytes = Buffer.from(await file.arrayBuffer())
    writeFileSync(target, bytes, { mode: 0o600 })
    const refusal = await glance(target, readLimits, 'verify')
    if (refusal !== null) throw new Refusal('file_refused', { reason: refusal.message, why: refusal.code })
    try {
      const book = await digestWorkbook(target)
      return { fileDigest: createHash('sha256').update(bytes).digest('hex'), book, form: book.exportId === null ? await digestForm(target) : null }
    } catch {
      throw new Refusal('file_refused', { reason: exportFileWords.unreadable, why: 'unreadable' })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
