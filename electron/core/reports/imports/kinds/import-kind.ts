import type { Capability } from '../../../../../shared/domain/township/access/permissions.ts'
import type { FieldChange, ImportContext, ImportKind, MatchedRow, ReadRow, RecognisedTable, RowIssue, RowState, WordOfColumn } from '../../../../../shared/domain/reports/imports/types.ts'
import { issueMessages } from '../../../../../shared/domain/reports/imports/vocabulary.ts'
import type { CountedQuarter } from '../../../../../shared/domain/reports/imports/lists/title-period.ts'
import type { Read } from '../../../../db/types.ts'
import type { ImportJob, ImportOutcome } from '../../../../workbooks/imports/read-rows.ts'
import type { WorkerFactory } from '../../../../workbooks/worker.ts'
import type { App } from '../../../app/app.ts'
import type { Guarded } from '../../../app/guard.ts'
import type { Importing } from './importing.ts'
import type { RowCache } from './row-cache.ts'

/** Where rows are matched and taken: `read` is the township as it stands then; `asOf` is 数据日期; `picked` tells which of several a click chose for an ambiguous row, the last click where there was more than one. */
export interface Scene {
  readonly app: App
  readonly guard: Guarded
  readonly read: Read
  readonly asOf: string
  readonly today: string
  readonly picked: (row: number, ids: readonly string[]) => string | undefined
  readonly registerId: string | undefined
  readonly cache: RowCache
}

/** One of those whom an ambiguous row may mean, told apart without a digit of an ID number. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly module: string | null
  readonly post: string | null
}

/** A row as the preview shows it. */
export interface ShownRow {
  readonly row: number
  readonly state: RowState
  readonly name: string | null
  readonly errors: readonly RowIssue<string>[]
  readonly changes: readonly FieldChange[]
  readonly read: string
  readonly candidates: readonly Candidate[]
}

/** What the rows do to the township as it was when they were matched; `take` writes the good ones and tells how many. */
export interface MatchedImport {
  readonly rows: readonly ShownRow[]
  /** Columns that rows cannot do without and the table has not. */
  readonly missing: readonly string[]
  /** Makes beforehand what writing the rows needs; yields after each. */
  readonly prepare: () => Generator<undefined, void, undefined>
  readonly take: (importing: Importing, scene: Scene) => number
}

/** The rows of a file. `match` yields after each row, so that others get their turn. */
export interface FileRows {
  readonly table: RecognisedTable
  readonly words: readonly WordOfColumn[]
  /** The quarter that rows without one are counted to. */
  readonly quarter: CountedQuarter | null
  readonly sender: string | null
  /** Of which kind its headings rather speak. */
  readonly looksLike: ImportKind | null
  readonly count: number
  readonly match: (scene: Scene) => Generator<undefined, MatchedImport, undefined>
}

export type ReadFile = FileRows | { readonly kind: 'not_read'; readonly reason: string; readonly why: string; readonly looksLike: ImportKind | null }

/** Who may enter such rows on screen, and take them back: `notAboutSelf` as that screen has it; of what is `wholeTownship` no module brings rows. */
export interface ImportRule {
  readonly capability: Capability
  readonly notAboutSelf?: true
  readonly wholeTownship?: true
}

/** A kind of import, its types closed over. */
export interface ImportDefinition {
  readonly rule: ImportRule
  /** Refuses who may bring nothing of this kind. */
  readonly admit: (scene: Scene) => void
  readonly context: (scene: Scene) => Pick<ImportContext, 'register' | 'words'>
  readonly readFile: (job: ImportJob, start: WorkerFactory) => Promise<ReadFile>
}

/** `matcher` is opened once for all rows, so that what it looks up is looked up once. */
export interface ImportParts<Draft, Code extends string, Row extends MatchedRow<unknown, string>> {
  readonly rule: ImportRule
  readonly admit?: (scene: Scene) => void
  readonly context?: (scene: Scene) => Pick<ImportContext, 'register' | 'words'>
  readonly readFile: (job: ImportJob, start: WorkerFactory) => Promise<ImportOutcome<Draft, Code>>
  readonly matcher: (scene: Scene, file: { readonly given: readonly string[]; readonly rows: readonly ReadRow<Draft, Code>[] }) => (row: ReadRow<Draft, Code>) => Row
  readonly nameOf: (scene: Scene) => (row: Row) => string | null
  readonly describe: (scene: Scene) => (ids: readonly string[]) => readonly Candidate[]
  readonly prepare?: (row: Row, cache: RowCache) => void
  readonly take: (importing: Importing, scene: Scene, rows: readonly Row[]) => number
}

export function defineImport<Draft, Code extends string, Row extends MatchedRow<unknown, string>>(parts: ImportParts<Draft, Code, Row>): ImportDefinition {
  return {
    rule: parts.rule,
    admit: (scene) => parts.admit?.(scene),
    context: (scene) => parts.context?.(scene) ?? {},
    async readFile(job, start) {
      const outcome = await parts.readFile(job, start)
      if (outcome.kind === 'refused') return { kind: 'not_read', reason: outcome.refusal.message, why: outcome.refusal.code, looksLike: null }
      if (outcome.kind === 'not_recognised') return { kind: 'not_read', reason: outcome.message, why: outcome.code, looksLike: outcome.looksLike }
      const { table, words = [], quarter = null, sender = null, looksLike = null, rows, given } = outcome
      return { table, words, quarter, sender, looksLike, count: rows.length, match: (scene) => matchAll(parts, scene, rows, given, table) }
    },
  }
}

function* matchAll<Draft, Code extends string, Row extends MatchedRow<unknown, string>>(
  parts: ImportParts<Draft, Code, Row>,
  scene: Scene,
  rows: readonly ReadRow<Draft, Code>[],
  given: readonly string[],
  table: RecognisedTable,
): Generator<undefined, MatchedImport, undefined> {
  const matchRow = parts.matcher(scene, { given, rows })
  const describe = parts.describe(scene)
  const nameOf = parts.nameOf(scene)
  const matched: Row[] = []
  const shown: ShownRow[] = []
  const labels = new Set(table.columns.map(({ label }) => label))
  const missing = new Set<string>()
  const told = (error: RowIssue<string>): RowIssue<string> => {
    if (error.code !== 'required' || labels.has(error.column)) return error
    missing.add(error.column)
    return { ...error, message: issueMessages.noColumn(error.column) }
  }
  for (const row of rows) {
    const found = matchRow(row)
    matched.push(found)
    shown.push({ row: found.row, state: found.state, name: nameOf(found), errors: found.errors.map(told), changes: found.changes, read: found.read, candidates: found.state === 'ambiguous' ? describe(found.candidates) : [] })
    yield
  }
  return {
    rows: shown,
    missing: [...missing],
    *prepare() {
      if (parts.prepare === undefined) return
      for (const row of matched) {
        parts.prepare(row, scene.cache)
        yield
      }
    },
    take: (importing, at) => parts.take(importing, at, matched),
  }
}

/** A definition for every kind; one without does not compile. */
export type ImportDefinitions = Readonly<Record<ImportKind, ImportDefinition>>
