import { and, eq, isNull } from 'drizzle-orm'
import { createHash, type Hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportEvent, ImportInput } from '../../../../shared/contract/reports/transfer.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { summarise } from '../../../../shared/domain/reports/imports/recognise.ts'
import { importBatch } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { App } from '../../app/app.ts'
import { auditHead } from '../../app/audit-chain.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { requireRegister } from '../../registers/stored.ts'
import { errorWorkbookOf } from './import-file.ts'
import { withFile } from '../../papers/file-pieces.ts'
import { rememberedReadings, rememberReading } from './import-mapping.ts'
import { ImportRecord } from './import-record.ts'
import type { FileRows, ImportDefinition, MatchedImport, Scene, ShownRow } from './kinds/import-kind.ts'
import { importDefinitions } from './kinds/import-kinds.ts'
import { rowCache, type RowCache } from './kinds/row-cache.ts'
import { importContext } from './staff-directory.ts'

type Progress = Extract<ImportEvent, { kind: 'progress' }>

/** One import on its way: who asked, what for, how it tells where it is and how it is stopped. */
export interface ImportRequest {
  readonly app: App
  readonly guard: Guarded
  readonly input: ImportInput & { readonly stamp?: string | undefined }
  readonly report: (progress: Progress) => void
  readonly signal: AbortSignal
}

interface ImportRun extends ImportRequest {
  readonly cache: RowCache
}

/** What the rows of a file would do, or have done. */
export type ImportReport = ReturnType<typeof reportOf>

/** What the file's rows would do; nothing is changed. */
export async function previewImport(request: ImportRequest): Promise<ImportReport> {
  const run = { ...request, cache: rowCache(request.app.keys) }
  const { app, guard, input } = run
  return withFile(app, input.file, async (file, digest) => {
    const rows = await readRows(run, file)
    const matched = await matchInSlices(run, rows)
    return reportOf(matched, rows, { stamp: await stampOf(run, digest, rows, matched), taken: 0, importedBefore: importedBefore(guard.read, digest), batchId: null, errorWorkbook: null })
  })
}

/**
 * Takes the good rows in one transaction and hands the bad ones back in a copy of the workbook. Stopped before 写入, it writes nothing.
 * Refused as `import_outdated` when the rows do not do what the preview of the stamp has shown.
 */
export async function applyImport(request: ImportRequest): Promise<ImportReport> {
  const run = { ...request, cache: rowCache(request.app.keys) }
  const { app, guard, input, report, signal } = run
  return withFile(app, input.file, async (file, digest) => {
    const rows = await readRows(run, file)
    const before = importedBefore(guard.read, digest)
    const head = auditHead(guard.read).seq
    const foreseen = await matchInSlices(run, rows)
    const stamp = await stampOf(run, digest, rows, foreseen)
    if (input.stamp !== undefined && input.stamp !== stamp) throw new Refusal('import_outdated')
    // What is handed back is made before anything is written: after the commit nothing may fail any more.
    const errorWorkbook = await errorWorkbookOf(app, input.file.name, file, rows.table, foreseen.rows)
    await runInSlices(run, foreseen.prepare(), () => undefined)
    report({ kind: 'progress', stage: 'writing', done: 0, of: 0 })
    await nextTurn()
    signal.throwIfAborted()
    const { matched, taken, batchId } = guard.mutate({
      about: () => ({ modules: moduleIdsOf(guard) }),
      write(tx, now) {
        const scene = sceneOf(run, tx)
        // What nobody has written to since is as it was when it was matched.
        const standing = auditHead(tx).seq === head ? foreseen : matchAtOnce(rows, scene)
        if (standing !== foreseen && standing.rows.some((row, place) => effectOf(row) !== effectOf(foreseen.rows[place]))) throw new Refusal('import_outdated')
        const id = app.environment.newId()
        const refused = standing.rows.filter(({ state }) => state === 'error' || state === 'ambiguous').length
        tx.insert(importBatch).values({ id, kind: input.kind, fileDigest: digest, asOf: input.asOf, at: now, actor: guard.actor.name, taken: 0, refused, sender: input.sender ?? null }).run()
        const record = new ImportRecord(tx, id)
        const count = standing.take({ tx, cache: run.cache, record, newId: app.environment.newId, asOf: input.asOf }, scene)
        record.finish()
        tx.update(importBatch).set({ taken: count }).where(eq(importBatch.id, id)).run()
        if (input.sender !== undefined) rememberReading(tx, app.environment.newId, { place: { kind: input.kind, registerId: input.registerId }, sender: input.sender, table: rows.table, words: rows.words }, guard.view.kind === 'all')
        return { matched: standing, taken: count, batchId: id }
      },
      audit: (done) => ({ subject: done.batchId, detail: { kind: input.kind, ...registerNamed(guard.read, input), asOf: input.asOf, ...(input.sender === undefined ? {} : { sender: input.sender }), taken: done.taken, ...summarise(done.matched.rows) } }),
    })
    return reportOf(matched, rows, { stamp, taken, importedBefore: before, batchId, errorWorkbook })
  })
}

/** The township as it is read now, for the one who imports. */
export function sceneOf({ app, guard, input, cache = rowCache(app.keys) }: Pick<ImportRun, 'app' | 'guard'> & { readonly input: Pick<ImportInput, 'registerId' | 'picks' | 'asOf'>; readonly cache?: RowCache }, read: Read): Scene {
  const picks = Map.groupBy(input.picks, ({ row }) => row)
  return { app, guard, read, asOf: input.asOf, today: dayInChina(app.environment.now()), picked: (row, ids) => picks.get(row)?.findLast(({ id }) => ids.includes(id))?.id, registerId: input.registerId, cache }
}

export function definitionOf({ kind }: Pick<ImportInput, 'kind'>): ImportDefinition {
  return importDefinitions[kind]
}

async function readRows(run: ImportRun, path: string): Promise<FileRows> {
  const { app, guard, input, report, signal } = run
  const scene = sceneOf(run, guard.read)
  const definition = definitionOf(input)
  definition.admit(scene)
  report({ kind: 'progress', stage: 'reading', done: 0, of: 0 })
  const remembered = rememberedReadings(guard.read, { kind: input.kind, registerId: input.registerId }, input.sender)
  const job = { path, context: { ...importContext(guard.read, scene.today), ...definition.context(scene), asOf: input.asOf, ...(input.quarter === undefined ? {} : { quarter: input.quarter }) }, choice: input.choice ?? {}, remembered, signal, onRows: (done: number, of: number) => report({ kind: 'progress', stage: 'reading', done, of }) }
  const file = await definition.readFile(job, app.environment.workers)
  signal.throwIfAborted()
  if ('kind' in file) throw new Refusal('file_refused', { reason: file.reason, why: file.why, ...(file.looksLike === null ? {} : { looksLike: file.looksLike }) })
  return file
}

/** Rows between two turns of others. */
const rowsPerSlice = 100

function matchInSlices(run: ImportRun, file: FileRows): Promise<MatchedImport> {
  return runInSlices(run, file.match(sceneOf(run, run.guard.read)), (done) => run.report({ kind: 'progress', stage: 'matching', done, of: file.count }))
}

/** Runs to the end, letting others have their turn, until it is stopped. */
async function runInSlices<Result>({ signal }: Pick<ImportRun, 'signal'>, work: Generator<undefined, Result, undefined>, tell: (done: number) => void): Promise<Result> {
  for (let done = 0; ; done += 1) {
    if (done % rowsPerSlice === 0) {
      tell(done)
      await nextTurn()
      signal.throwIfAborted()
    }
    const next = work.next()
    if (next.done) return next.value
  }
}

function matchAtOnce(file: FileRows, scene: Scene): MatchedImport {
  const rows = file.match(scene)
  for (;;) {
    const next = rows.next()
    if (next.done) return next.value
  }
}

/** What a row does, for comparing. */
function effectOf(row: ShownRow | undefined): string {
  return JSON.stringify([row?.state, row?.changes])
}

/** A digest of the file, how it is read and what each of its rows does. */
async function stampOf(run: ImportRun, digest: string, { table, words, sender }: FileRows, { rows }: MatchedImport): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([digest, run.input.asOf, table, words, sender]))
  await runInSlices(run, addRows(hash, rows), () => undefined)
  return hash.digest('hex')
}

function* addRows(hash: Hash, rows: readonly ShownRow[]): Generator<undefined, void, undefined> {
  for (const row of rows) {
    hash.update(JSON.stringify(row))
    yield
  }
}

interface Outcome {
  readonly stamp: string
  readonly taken: number
  readonly importedBefore: string | null
  readonly batchId: string | null
  readonly errorWorkbook: File | null
}

function reportOf(matched: MatchedImport, { table, words, quarter, sender, looksLike }: FileRows, { stamp, taken, importedBefore: before, batchId, errorWorkbook }: Outcome) {
  const rows = matched.rows.map((row) => ({ ...row, errors: [...row.errors], changes: [...row.changes], candidates: [...row.candidates] }))
  const reading = { sheet: table.sheet, headerRow: table.headerRow, columns: [...table.columns], otherSheets: [...table.otherSheets], unread: [...table.unread], missing: [...matched.missing], words: [...words], quarter, remembered: sender, looksLike }
  return { headerRow: table.headerRow, reading, rows, summary: { ...summarise(matched.rows), taken, importedBefore: before }, batchId, stamp, errorWorkbook }
}

/** Which register the rows came into, for those who read the audit. */
function registerNamed(read: Read, { kind, registerId }: Pick<ImportInput, 'kind' | 'registerId'>) {
  return kind === 'registers' && registerId !== undefined ? { registerId, register: requireRegister(read, registerId).row.name } : {}
}

/** What an import is about: for a head the headed modules (rows outside them are error rows), else the whole township. */
function moduleIdsOf({ view }: Guarded): readonly string[] {
  return view.kind === 'all' ? [] : view.modules
}

function importedBefore(read: Read, digest: string): string | null {
  return read.select().from(importBatch).where(and(eq(importBatch.fileDigest, digest), isNull(importBatch.undoneAt))).get()?.at ?? null
}
