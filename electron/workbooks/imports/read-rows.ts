import { z } from 'zod'
import { notRecognised, type Recognition } from '../../../shared/domain/reports/imports/recognise.ts'
import { listIssueCodes, type ListIssueCode, type ListKind } from '../../../shared/domain/reports/imports/lists/codes.ts'
import { quarterSources } from '../../../shared/domain/reports/imports/lists/title-period.ts'
import { importKinds, noticeCodes, staffIssueCodes, taskIssueCodes } from '../../../shared/domain/reports/imports/types.ts'
import type { ImportChoice, ImportContext, ImportKind, ListDraft, ReadRow, RecognisedTable, RegisterDraft, RememberedReading, StaffDraft, StaffIssueCode, TaskDraft, TaskIssueCode } from '../../../shared/domain/reports/imports/types.ts'
import { identities, sexes, tracks } from '../../../shared/domain/people/codes.ts'
import type { WorkerFactory } from '../worker.ts'
import { glance } from './glance.ts'
import { readLimits, type ReadLimits } from './limits.ts'
import { fileRefusal, type FileRefusal } from './refusal.ts'
import type { RecogniseRequest } from './requests.ts'
import { parseWorkerEntry, runWorker } from './run-worker.ts'

/** Rows of the file, or the one sentence that says why there are none. */
export type ImportOutcome<Draft, Code extends string> = Recognition<Draft, Code> | { readonly kind: 'refused'; readonly refusal: FileRefusal }

/**
 * `choice`: what a person decided about sheet, heading row and columns; `remembered`: what senders' lists were read by before.
 * `signal` ends the reading; `onRows` tells how many rows have come of how many. `entry`: the worker's module, where a build has moved it.
 */
export interface ImportJob {
  readonly path: string
  readonly context: ImportContext
  readonly choice?: ImportChoice
  readonly remembered?: readonly RememberedReading[]
  readonly signal?: AbortSignal
  readonly onRows?: (done: number, of: number) => void
  readonly limits?: ReadLimits
  readonly entry?: URL
}

const text = z.string().nullable()

function issues<Code extends string>(codes: readonly Code[]) {
  return z.array(z.object({ column: z.string(), code: z.enum(codes), message: z.string() }))
}

function rowOf<Draft, Code extends string>(draft: z.ZodType<Draft>, codes: readonly Code[]): z.ZodType<ReadRow<Draft, Code>> {
  return z.object({ row: z.int(), draft, errors: issues(codes), notices: issues(noticeCodes), read: z.string() })
}

const staffDraft: z.ZodType<StaffDraft> = z.object({
  staffNo: text,
  name: text,
  idNo: text,
  sex: z.enum(sexes).nullable(),
  birth: text,
  political: text,
  identity: z.enum(identities).nullable(),
  sendingUnit: text,
  module: text,
  moduleName: text,
  post: text,
  rankTitle: text,
  track: z.enum(tracks),
  phone: text,
  workStart: text,
  remark: text,
})

const taskDraft: z.ZodType<TaskDraft> = z.object({
  docNo: text,
  title: text,
  module: text,
  moduleName: text,
  hosts: z.array(z.string()),
  cohosts: z.array(z.string()),
  weight: z.number().nullable(),
  issuedOn: text,
  due: text,
  remark: text,
})

const column = z.object({ column: z.int(), heading: z.string(), key: text, label: text })
const table: z.ZodType<RecognisedTable> = z.object({ sheet: z.string(), headerRow: z.int(), headerTop: z.int(), columns: z.array(column), otherSheets: z.array(z.string()), unread: z.array(z.string()) })
const words = z.array(z.object({ key: z.string(), word: z.string(), code: text }))
const quarter = z.object({ code: z.string(), by: z.enum(quarterSources) }).nullable()
const tableMessage = z.object({ kind: z.literal('table'), table, given: z.array(z.string()), words, quarter, sender: text, looksLike: z.enum(importKinds).nullable(), rows: z.int() })
const noTableMessage = z.object({ kind: z.literal('not_recognised'), code: z.enum(['no_header', 'no_rows']), looksLike: z.enum(importKinds).nullable() })
type TableMessage = z.infer<typeof tableMessage>

async function readRows<Draft, Code extends string>(what: ImportKind, row: z.ZodType<ReadRow<Draft, Code>>, job: ImportJob, start: WorkerFactory): Promise<ImportOutcome<Draft, Code>> {
  const { path, context, choice = {}, remembered = [], limits = readLimits, entry = parseWorkerEntry, signal } = job
  const refusal = await glance(path, limits)
  if (refusal !== null) return { kind: 'refused', refusal }
  const rowsMessage = z.object({ kind: z.literal('read_rows'), rows: z.array(row) })
  const rows: ReadRow<Draft, Code>[] = []
  let head: TableMessage | null = null
  let none = notRecognised(what)
  const take = (message: unknown): boolean => {
    const more = rowsMessage.safeParse(message)
    if (more.success) {
      rows.push(...more.data.rows)
      if (head !== null) job.onRows?.(rows.length, head.rows)
      return true
    }
    const given = tableMessage.safeParse(message)
    if (given.success) head = given.data
    const lacking = noTableMessage.safeParse(message)
    if (lacking.success) none = notRecognised(what, lacking.data.code, lacking.data.looksLike)
    return given.success || lacking.success
  }
  const end = await runWorker<RecogniseRequest>({ kind: 'recognise', what, path, context, choice, remembered, limits }, start, entry, limits, take, signal)
  if (end.kind === 'refused') return { kind: 'refused', refusal: fileRefusal(end.code) }
  return tableOf(head, rows) ?? none
}

function tableOf<Draft, Code extends string>(head: TableMessage | null, rows: readonly ReadRow<Draft, Code>[]): Recognition<Draft, Code> | null {
  if (head === null) return null
  const { table: of, given, words: found, quarter: counted, sender, looksLike } = head
  return { kind: 'table', table: of, given, words: found, quarter: counted, sender, looksLike, rows }
}

const cells = z.object({ cells: z.record(z.string(), z.string()) })
const registerRow: z.ZodType<ReadRow<RegisterDraft, never>> = z.object({ row: z.int(), draft: cells, errors: z.array(z.never()), notices: z.array(z.never()), read: z.string() })
const listRow: z.ZodType<ReadRow<ListDraft, ListIssueCode>> = rowOf(cells, listIssueCodes)
const staffRow = rowOf(staffDraft, staffIssueCodes)
const taskRow = rowOf(taskDraft, taskIssueCodes)

/** Reads and recognises a roster in a process of its own, which is killed when it passes its time or memory. Never rejects for a bad file. */
export function readStaffFile(job: ImportJob, start: WorkerFactory): Promise<ImportOutcome<StaffDraft, StaffIssueCode>> {
  return readRows('staff', staffRow, job, start)
}

/** Reads and recognises a task ledger in a process of its own, like `readStaffFile`. */
export function readTaskFile(job: ImportJob, start: WorkerFactory): Promise<ImportOutcome<TaskDraft, TaskIssueCode>> {
  return readRows('tasks', taskRow, job, start)
}

/** Reads and recognises the rows of a register, whose columns the context names, like `readStaffFile`. */
export function readRegisterFile(job: ImportJob, start: WorkerFactory): Promise<ImportOutcome<RegisterDraft, never>> {
  return readRows('registers', registerRow, job, start)
}

/** Reads and recognises a list of the kind, like `readStaffFile`. */
export function readListFile(kind: ListKind, job: ImportJob, start: WorkerFactory): Promise<ImportOutcome<ListDraft, ListIssueCode>> {
  return readRows(kind, listRow, job, start)
}
