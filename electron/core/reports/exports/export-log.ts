import { and, asc, desc, eq, exists, isNotNull, notExists, notInArray } from 'drizzle-orm'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { exportLog, exportSheet } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import { glance } from '../../../workbooks/imports/glance.ts'
import { fileRefusal, type FileRefusalCode } from '../../../workbooks/imports/refusal.ts'
import { compareSheets, mostNamed } from '../../../workbooks/exports/verify/compare.ts'
import type { SheetCells } from '../../../workbooks/exports/verify/requests.ts'
import { digestFile, nearestOf, type FoundFile, type Nearest, type RefusedFile } from '../../../workbooks/exports/verify/verify-file.ts'
import { verifyLimits } from '../../../workbooks/exports/verify/verify-limits.ts'
import type { App } from '../../app/app.ts'
import { wholeTownship, type Guarded } from '../../app/guard.ts'
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
  /** The first of `count`. */
  readonly cells: readonly { readonly sheet: string; readonly cell: string }[]
  readonly count: number
  readonly fileName: string | null
  readonly exportedAt: string | null
}

/** Per township, the check that was asked for last: one at a time, since each may take the memory of a whole reading. */
const lastChecks = new WeakMap<App, Promise<unknown>>()

/** Compares a workbook with the export log: unchanged, changed (which cells, and sheets gone, added or given twice), or never exported here. Its cells are read and compared in a process of its own, one check after the other. */
export async function verifyExport(app: App, guard: Guarded, file: BinaryFile): Promise<Verdict & { cells: { sheet: string; cell: string }[] }> {
  // What is too large is not even copied.
  if (file.size > verifyLimits.gate.fileBytes) throw refused('file_too_large')
  const before = lastChecks.get(app) ?? Promise.resolve()
  const check = before.then(() => checkFile(app, guard, file))
  lastChecks.set(app, check.catch(() => undefined))
  return check
}

async function checkFile(app: App, guard: Guarded, file: BinaryFile): Promise<Verdict & { cells: { sheet: string; cell: string }[] }> {
  const folder = mkdtempSync(path.join(app.environment.temporary, 'verify-'))
  try {
    const verifying = { app, read: guard.read, folder, until: performance.now() + verifyLimits.milliseconds }
    const found = await foundIn(verifying, file)
    const verdict = found.form === null ? await compareBook(verifying, found) : await compareForm(verifying, found, found.form)
    guard.mutate({ about: wholeTownshipOrOwn(guard), write: () => null, audit: () => ({ subject: found.exportId, detail: { state: verdict.state, cells: verdict.count } }) })
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
  /** Reading and comparing share one clock: when it ends. */
  readonly until: number
}

type LogRow = typeof exportLog.$inferSelect

const unknown: Verdict = { state: 'unknown', cells: [], count: 0, fileName: null, exportedAt: null }

async function foundIn({ app, folder }: Verifying, file: BinaryFile): Promise<FoundFile> {
  const target = path.join(folder, 'book.xlsx')
  await writeFile(target, Buffer.from(await file.arrayBuffer()), { mode: 0o600 })
  const refusal = await glance(target, verifyLimits, 'verify')
  if (refusal !== null) throw refused(refusal.code)
  return accepted(await digestFile(target, path.join(folder, 'found'), app.environment.workers))
}

/** The logged export that has most in common with what was found. */
async function nearest({ app, until }: Verifying, asked: Parameters<typeof nearestOf>[0]): Promise<Nearest> {
  const milliseconds = Math.max(until - performance.now(), 1)
  return accepted(await nearestOf(asked, app.environment.workers, { ...verifyLimits, milliseconds }))
}

function accepted<Answer extends FoundFile | Nearest>(answer: Answer | RefusedFile): Answer {
  if (answer.kind !== 'refused') return answer
  throw refused(answer.code)
}

function refused(code: FileRefusalCode): Refusal {
  const isTooMuch = code === 'too_slow' || code === 'too_large'
  return new Refusal('file_refused', { reason: isTooMuch ? exportFileWords.tooLongToCheck : fileRefusal(code, 'verify').message, why: code })
}

async function compareBook(verifying: Verifying, { exportId, book }: FoundFile): Promise<Verdict> {
  const entry = verifying.read.select().from(exportLog).where(eq(exportLog.id, exportId ?? '')).get()
  if (entry === undefined) return unknown
  const logged = loggedSheets(verifying.read, entry.id)
  const names = new Set(compareSheets(logged, book).differing)
  if (names.size === 0) return verdictOf(entry, logged, book, noCells)
  const candidates = [await filesOf(verifying, entry.id, logged.filter(({ name }) => names.has(name)))]
  const found = book.filter(({ name }) => names.has(name))
  return verdictOf(entry, logged, book, await nearest(verifying, { found, candidates, mostChanged: null }))
}

type ComparedCells = Pick<Nearest, 'cells' | 'count' | 'unlocated'>

const noCells: ComparedCells = { cells: [], count: 0, unlocated: [] }

function verdictOf(entry: LogRow, logged: readonly LoggedSheet[], found: readonly SheetCells[], { cells, count, unlocated }: ComparedCells): Verdict {
  const { missingSheets, addedSheets, repeatedSheets } = compareSheets(logged, found)
  const said = [
    ...repeatedSheets.map((sheet) => ({ sheet, cell: exportFileWords.sheetTwice })),
    ...[...missingSheets, ...addedSheets, ...unlocated].map((sheet) => ({ sheet, cell: exportFileWords.wholeSheet })),
  ]
  const named = [...cells.map(({ sheet, cell }) => ({ sheet, cell: cell === '' ? exportFileWords.noPlace : cell })), ...said].slice(0, mostNamed)
  const all = count + said.length
  return { state: all === 0 ? 'unchanged' : 'changed', cells: named, count: all, fileName: entry.fileName, exportedAt: entry.at }
}

/** As many of the latest filled templates with its sheets a file is compared with, and as much of it must be the same for it to be one of them. */
const formsCompared = 60
const mostChanged = 0.2

/** A filled template carries no number of its export: it is the very file, or the logged one that it has most cells in common with. */
async function compareForm(verifying: Verifying, { fileDigest }: FoundFile, form: readonly SheetCells[]): Promise<Verdict> {
  const { read } = verifying
  const same = read.select().from(exportLog).where(eq(exportLog.fileDigest, fileDigest)).orderBy(desc(exportLog.at)).get()
  if (same !== undefined) return { ...unknown, state: 'unchanged', fileName: same.fileName, exportedAt: same.at }
  const entries = formsWithin(read, form)
  const equal = entries.find(({ id }) => {
    const { differing, missingSheets, addedSheets, repeatedSheets } = compareSheets(loggedSheets(read, id), form)
    return differing.length + missingSheets.length + addedSheets.length + repeatedSheets.length === 0
  })
  if (equal !== undefined) return { ...unknown, state: 'unchanged', fileName: equal.fileName, exportedAt: equal.at }
  if (entries.length === 0) return unknown
  const candidates: (readonly SheetCells[])[] = []
  for (const { id } of entries) candidates.push(await filesOf(verifying, id, loggedSheets(read, id)))
  const found = await nearest(verifying, { found: form, candidates, mostChanged })
  const entry = found.place === null ? undefined : entries[found.place]
  return entry === undefined ? unknown : verdictOf(entry, loggedSheets(read, entry.id), form, found)
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
