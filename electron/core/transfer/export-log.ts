import { and, asc, desc, eq, exists, isNotNull, notExists, notInArray } from 'drizzle-orm'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { BinaryFile } from '../../../shared/contract/binary.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { exportLog, exportSheet } from '../../db/schema/index.ts'
import type { Read, Write } from '../../db/types.ts'
import { glance } from '../../workbooks/import/glance.ts'
import { readLimits } from '../../workbooks/import/limits.ts'
import { compareDigests, type DigestComparison } from '../../workbooks/export/verify/digest.ts'
import type { SheetCells } from '../../workbooks/export/verify/requests.ts'
import { digestFile, nearestOf, type FoundFile, type Nearest, type RefusedFile } from '../../workbooks/export/verify/verify-file.ts'
import type { App } from '../app/app.ts'
import { wholeTownship, type Guarded } from '../app/guard.ts'
import { exportFileWords } from './vocabulary.ts'

/** The digest of one sheet; `cells` is the file of its cells' digests, as the process that wrote it has made it. */
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

/** Compares a workbook with the export log: unchanged, changed (which cells, and sheets gone or added), or never exported here. Its cells are read and compared in a process of its own. */
export async function verifyExport(app: App, guard: Guarded, file: BinaryFile): Promise<{ state: Verdict['state']; cells: { sheet: string; cell: string }[]; fileName: string | null; exportedAt: string | null }> {
  const folder = mkdtempSync(path.join(app.environment.temporary, 'verify-'))
  try {
    const verifying = { app, read: guard.read, folder }
    const found = await foundIn(verifying, file)
    const verdict = found.form === null ? await compareBook(verifying, found) : await compareForm(verifying, found, found.form)
    guard.mutate({ about: wholeTownshipOrOwn(guard), write: () => null, audit: () => ({ subject: found.exportId, detail: { state: verdict.state, cells: verdict.cells.length } }) })
    return { ...verdict, cells: [...verdict.cells] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function wholeTownshipOrOwn({ view }: Guarded) {
  return view.kind === 'all' ? wholeTownship : () => ({ modules: view.modules })
}

interface Verifying {
  readonly app: App
  readonly read: Read
  /** What the reading process takes and leaves; gone in the end. */
  readonly folder: string
}

type LogRow = typeof exportLog.$inferSelect

const unknown: Verdict = { state: 'unknown', cells: [], fileName: null, exportedAt: null }

async function foundIn({ app, folder }: Verifying, file: BinaryFile): Promise<FoundFile> {
  const target = path.join(folder, 'book.xlsx')
  await writeFile(target, Buffer.from(await file.arrayBuffer()), { mode: 0o600 })
  const refusal = await glance(target, readLimits, 'verify')
  if (refusal !== null) throw new Refusal('file_refused', { reason: refusal.message, why: refusal.code })
  return accepted(await digestFile(target, path.join(folder, 'found'), app.environment.workers))
}

function accepted<Answer extends FoundFile | Nearest>(answer: Answer | RefusedFile): Answer {
  if (answer.kind !== 'refused') return answer
  const isTooMuch = answer.code === 'too_slow' || answer.code === 'too_large'
  throw new Refusal('file_refused', { reason: isTooMuch ? exportFileWords.tooLongToCheck : exportFileWords.unreadable, why: answer.code })
}

async function compareBook(verifying: Verifying, { exportId, book }: FoundFile): Promise<Verdict> {
  const entry = verifying.read.select().from(exportLog).where(eq(exportLog.id, exportId ?? '')).get()
  if (entry === undefined) return unknown
  const differing = loggedSheets(verifying.read, entry.id).filter((sheet) => book.some(({ name, digest }) => name === sheet.name && digest !== sheet.digest))
  const candidates = [await filesOf(verifying, entry.id, differing)]
  const { cells } = differing.length === 0 ? { cells: [] } : accepted(await nearestOf({ found: book.filter(({ name }) => differing.some((sheet) => sheet.name === name)), candidates, mostChanged: null }, verifying.app.environment.workers))
  return verdictOf(verifying.read, entry, book, cells)
}

function verdictOf(read: Read, entry: LogRow, found: readonly SheetCells[], cells: DigestComparison['cells']): Verdict {
  const named = (sheets: readonly Pick<SheetCells, 'name' | 'digest'>[]) => ({ exportId: null, sheets: sheets.map(({ name, digest }) => ({ name, digest, cells: {} })) })
  const { missingSheets, addedSheets } = compareDigests(named(loggedSheets(read, entry.id)), named(found))
  const changes = [...cells, ...[...missingSheets, ...addedSheets].map((sheet) => ({ sheet, cell: exportFileWords.wholeSheet }))]
  return { state: changes.length === 0 ? 'unchanged' : 'changed', cells: changes, fileName: entry.fileName, exportedAt: entry.at }
}

/** As many of the latest filled templates with its sheets a file is compared with, and as much of it must be the same for it to be one of them. */
const formsCompared = 60
const mostChanged = 0.2

/** A filled template carries no number of its export: it is the very file, or the logged one that it has most cells in common with. */
async function compareForm(verifying: Verifying, { fileDigest }: FoundFile, form: readonly SheetCells[]): Promise<Verdict> {
  const { app, read } = verifying
  const same = read.select().from(exportLog).where(eq(exportLog.fileDigest, fileDigest)).orderBy(desc(exportLog.at)).get()
  if (same !== undefined) return { ...unknown, state: 'unchanged', fileName: same.fileName, exportedAt: same.at }
  const entries = formsWithin(read, form)
  const digests = new Map(form.map(({ name, digest }) => [name, digest]))
  const equal = entries.find(({ id }) => {
    const sheets = loggedSheets(read, id)
    return sheets.length === digests.size && sheets.every(({ name, digest }) => digests.get(name) === digest)
  })
  if (equal !== undefined) return { ...unknown, state: 'unchanged', fileName: equal.fileName, exportedAt: equal.at }
  if (entries.length === 0) return unknown
  const candidates: (readonly SheetCells[])[] = []
  for (const { id } of entries) candidates.push(await filesOf(verifying, id, loggedSheets(read, id)))
  const { place, cells } = accepted(await nearestOf({ found: form, candidates, mostChanged }, app.environment.workers))
  const nearest = place === null ? undefined : entries[place]
  return nearest === undefined ? unknown : verdictOf(read, nearest, form, cells)
}

/** The latest logged exports, newest first, all of whose sheets the file has: what was printed has none, and a workbook of ours has 元数据 besides. */
function formsWithin(read: Read, form: readonly SheetCells[]): readonly LogRow[] {
  const isOfEntry = eq(exportSheet.exportId, exportLog.id)
  const isStrange = notInArray(exportSheet.name, form.map(({ name }) => name))
  const sheets = () => read.select({ name: exportSheet.name }).from(exportSheet)
  return read
    .select()
    .from(exportLog)
    .where(and(isNotNull(exportLog.form), exists(sheets().where(isOfEntry)), notExists(sheets().where(and(isOfEntry, isStrange)))))
    .orderBy(desc(exportLog.at))
    .limit(formsCompared)
    .all()
}

type LoggedSheet = Pick<typeof exportSheet.$inferSelect, 'seq' | 'name' | 'digest'>

function loggedSheets(read: Read, exportId: string): readonly LoggedSheet[] {
  const { seq, name, digest } = exportSheet
  return read.select({ seq, name, digest }).from(exportSheet).where(eq(exportSheet.exportId, exportId)).orderBy(asc(seq)).all()
}

/** Puts what the log keeps of sheets where the comparing process can open it, one after the other so that others have their turn. */
async function filesOf({ read, folder }: Verifying, exportId: string, sheets: readonly LoggedSheet[]): Promise<readonly SheetCells[]> {
  const files: SheetCells[] = []
  for (const { seq, name, digest } of sheets) {
    const kept = read.select({ cells: exportSheet.cells }).from(exportSheet).where(and(eq(exportSheet.exportId, exportId), eq(exportSheet.seq, seq))).get()
    const cellsFile = path.join(folder, `logged-${exportId}-${String(seq)}`)
    await writeFile(cellsFile, kept?.cells ?? Buffer.alloc(0), { mode: 0o600 })
    files.push({ name, digest, cellsFile })
  }
  return files
}
