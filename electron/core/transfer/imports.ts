import { and, eq, isNull } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BinaryFile } from '../../../shared/contract/binary.ts'
import { Refusal } from '../../../shared/contract/refusal.ts'
import { moduleIndex } from '../../../shared/domain/import/modules.ts'
import { matchStaff } from '../../../shared/domain/import/match-staff.ts'
import { matchTasks } from '../../../shared/domain/import/match-tasks.ts'
import { applyTaskRules } from '../../../shared/domain/import/task-rules.ts'
import { summarise } from '../../../shared/domain/import/recognise.ts'
import type { ImportKind, ImportScope, MatchedRow, RecognisedTable, StaffRow, TaskRow } from '../../../shared/domain/import/types.ts'
import type { RegisterMatch } from '../../../shared/domain/registers/match-rows.ts'
import { importBatch, moduleTable } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { gateLimits } from '../../workbooks/gate/limits.ts'
import { gateSentences } from '../../workbooks/gate/vocabulary.ts'
import { writeErrorWorkbook } from '../../workbooks/import/error-workbook.ts'
import { readRegisterFile, readStaffFile, readTaskFile, type ImportJob } from '../../workbooks/import/read-rows.ts'
import type { App } from '../app/app.ts'
import { dayInChina } from '../app/environment.ts'
import type { Guarded } from '../app/guard.ts'
import type { StoredRegister } from '../registers/stored.ts'
import { ImportRecord } from './import-record.ts'
import { matchRegister, nameOfRow, registerToImport, shapeOf, takeRegisterRows } from './import-register.ts'
import { takeStaff, type Importing } from './import-staff.ts'
import { takeTasks, taskDirectory, taskRules } from './import-tasks.ts'
import { importContext, staffDirectory } from './staff-directory.ts'
import { errorWorkbookSuffix } from './vocabulary.ts'

export interface ImportInput {
  readonly file: BinaryFile
  readonly kind: ImportKind
  readonly asOf: string
  /** Whose rows, where the kind is `registers`. */
  readonly registerId?: string | undefined
}

/** Rows of a file, read but not yet matched with the database. */
type ReadFile = Extract<Awaited<ReturnType<typeof readStaffFile>> | Awaited<ReturnType<typeof readTaskFile>> | Awaited<ReturnType<typeof readRegisterFile>>, { kind: 'table' }>

type Matched =
  | { readonly kind: 'staff'; readonly rows: readonly StaffRow[] }
  | { readonly kind: 'tasks'; readonly rows: readonly TaskRow[] }
  | { readonly kind: 'registers'; readonly rows: readonly RegisterMatch[]; readonly register: StoredRegister }

/** What the file's rows would do; nothing is changed. */
export async function previewImport(app: App, guard: Guarded, input: ImportInput) {
  return withFile(app, input.file, async (file, digest) => {
    const table = await readTable(app, guard, input, file)
    // Fifty thousand rows take their time at each step: others have their turn in between.
    const matched = match(app, guard, guard.read, input, table)
    await nextTurn()
    const result = report(matched, table.table, 0, importedBefore(guard.read, digest), null, null)
    await nextTurn()
    return result
  })
}

/** Takes the good rows in one transaction and hands the bad ones back in a copy of the workbook. */
export async function applyImport(app: App, guard: Guarded, input: ImportInput) {
  return withFile(app, input.file, async (file, digest) => {
    const table = await readTable(app, guard, input, file)
    const before = importedBefore(guard.read, digest)
    // What is handed back is made before anything is written: after the commit nothing may fail any more.
    const foreseen = match(app, guard, guard.read, input, table).rows
    const errorWorkbook = await errorWorkbookOf(app, input.file.name, file, table.table, foreseen)
    const applied = guard.mutate({
      about: () => ({ modules: moduleIdsOf(guard) }),
      write(tx, now) {
        const matched = match(app, guard, tx, input, table)
        if (matched.rows.some(({ state }, index) => state !== foreseen[index]?.state)) throw new Refusal('changed_meanwhile')
        const batchId = app.environment.newId()
        const refused = matched.rows.filter(({ state }) => state === 'error' || state === 'ambiguous').length
        tx.insert(importBatch).values({ id: batchId, kind: input.kind, fileDigest: digest, asOf: input.asOf, at: now, actor: guard.actor.name, taken: 0, refused }).run()
        const importing = { tx, keys: app.keys, record: new ImportRecord(tx, batchId), newId: app.environment.newId, asOf: input.asOf }
        const taken = takeRows(importing, app, guard, matched)
        tx.update(importBatch).set({ taken }).where(eq(importBatch.id, batchId)).run()
        return { matched, batchId, taken }
      },
      audit: ({ batchId, taken, matched }) => ({ subject: batchId, detail: { kind: input.kind, asOf: input.asOf, taken, ...summarise(matched.rows) } }),
    })
    return report(applied.matched, table.table, applied.taken, before, applied.batchId, errorWorkbook)
  })
}

function takeRows(importing: Importing, app: App, guard: Guarded, matched: Matched): number {
  switch (matched.kind) {
    case 'staff':
      return takeStaff(importing, matched.rows)
    case 'tasks':
      return takeTasks(importing, app, guard, matched.rows)
    case 'registers':
      return takeRegisterRows(importing, guard, matched.register, matched.rows)
  }
}

function match(app: App, guard: Guarded, read: Read, input: ImportInput, table: ReadFile): Matched {
  const scope = scopeOf(guard)
  const today = dayInChina(app.environment.now())
  const context = importContext(read, today)
  // Whose people they are is a question of today, whatever day the caller names.
  const asOf = scope === 'all' ? input.asOf : today
  if (isStaffTable(input, table)) return { kind: 'staff', rows: matchStaff(table.rows, { directory: staffDirectory(read, app.keys, asOf), scope, given: table.given }) }
  if (isTaskTable(input, table)) return { kind: 'tasks', rows: applyTaskRules(matchTasks(table.rows, { directory: taskDirectory(read, asOf), scope, moduleNamed: moduleIndex(context.modules) }), taskRules(read, guard)) }
  if (isRegisterTable(input, table)) {
    const register = registerToImport(guard, input.registerId)
    return { kind: 'registers', register, rows: matchRegister(read, guard, register, table.rows, table.given) }
  }
  throw new Error(`no matching for ${input.kind}`)
}

type StaffTable = Extract<Awaited<ReturnType<typeof readStaffFile>>, { kind: 'table' }>
type TaskTable = Extract<Awaited<ReturnType<typeof readTaskFile>>, { kind: 'table' }>

type RegisterTable = Extract<Awaited<ReturnType<typeof readRegisterFile>>, { kind: 'table' }>

function isStaffTable(input: ImportInput, table: ReadFile): table is StaffTable {
  return input.kind === 'staff' && table.kind === 'table'
}

function isTaskTable(input: ImportInput, table: ReadFile): table is TaskTable {
  return input.kind === 'tasks' && table.kind === 'table'
}

function isRegisterTable(input: ImportInput, table: ReadFile): table is RegisterTable {
  return input.kind === 'registers' && table.kind === 'table'
}

async function readTable(app: App, guard: Guarded, input: ImportInput, file: string): Promise<ReadFile> {
  const context = importContext(guard.read, dayInChina(app.environment.now()))
  const outcome = await readFile(app, guard, input, { path: file, context })
  if (outcome.kind === 'refused') throw new Refusal('file_refused', { reason: outcome.refusal.message, why: outcome.refusal.code })
  if (outcome.kind === 'not_recognised') throw new Refusal('file_refused', { reason: outcome.message, why: outcome.code })
  return outcome
}

function readFile(app: App, guard: Guarded, input: ImportInput, job: ImportJob) {
  const { workers } = app.environment
  switch (input.kind) {
    case 'staff':
      return readStaffFile(job, workers)
    case 'tasks':
      return readTaskFile(job, workers)
    case 'registers':
      return readRegisterFile({ ...job, context: { ...job.context, register: shapeOf(registerToImport(guard, input.registerId)) } }, workers)
  }
}

/** What the rows are called in the preview. */
function namesOf(matched: Matched): readonly (string | null)[] {
  switch (matched.kind) {
    case 'staff':
      return matched.rows.map(({ draft }) => draft.name)
    case 'tasks':
      return matched.rows.map(({ draft }) => draft.title)
    case 'registers':
      return matched.rows.map((row) => nameOfRow(matched.register, row))
  }
}

function report(matched: Matched, table: RecognisedTable, taken: number, before: string | null, batchId: string | null, errorWorkbook: File | null) {
  const names = namesOf(matched)
  const rows = [...matched.rows].map((row, place) => ({
    row: row.row,
    state: row.state,
    name: names[place] ?? null,
    errors: [...row.errors],
    changes: [...row.changes],
  }))
  return { headerRow: table.headerRow, rows, summary: { ...summarise(matched.rows), taken, importedBefore: before }, batchId, errorWorkbook }
}

/** Module codes the caller may bring rows for. */
function scopeOf({ view, read }: Guarded): ImportScope {
  if (view.kind === 'all') return 'all'
  return read.select().from(moduleTable).all().filter(({ id }) => view.modules.includes(id)).map(({ code }) => code)
}

/** What an import is about: for a head the headed modules (rows outside them are error rows), else the whole township. */
function moduleIdsOf({ view }: Guarded): readonly string[] {
  return view.kind === 'all' ? [] : view.modules
}

function importedBefore(read: Read, digest: string): string | null {
  return read.select().from(importBatch).where(and(eq(importBatch.fileDigest, digest), isNull(importBatch.undoneAt))).get()?.at ?? null
}

async function errorWorkbookOf(app: App, name: string, source: string, table: RecognisedTable, rows: readonly MatchedRow<unknown, string>[]): Promise<File | null> {
  if (rows.every(({ state }) => state !== 'error' && state !== 'ambiguous')) return null
  const out = `${source}.errors.xlsx`
  const refusal = await writeErrorWorkbook({ source, table, rows, out }, app.environment.workers)
  if (refusal !== null) throw new Refusal('file_refused', { reason: refusal.message, why: refusal.code })
  return new File([new Uint8Array(readFileSync(out))], name.replace(/\.(xlsx|csv)$/i, '') + errorWorkbookSuffix)
}

/** Puts the bytes where the reading process can open them, under the name's own ending, and takes them away again. */
async function withFile<Result>(app: App, file: BinaryFile, use: (path: string, digest: string) => Promise<Result>): Promise<Result> {
  // What is too large is not even copied: hashing and writing it would keep everybody else waiting.
  if (file.size > gateLimits.fileBytes) throw new Refusal('file_refused', { reason: gateSentences.file_too_large, why: 'file_too_large' })
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
