import type { RegisterColumnType } from '../../registers/codes.ts'
import type { Identity, Sex, Track } from '../../people/codes.ts'
import { listKinds } from './lists/codes.ts'

/** What an import may bring; a kind is a table of columns in `columns.ts` or `lists/specs.ts`. */
export const importKinds = ['staff', 'tasks', 'registers', ...listKinds] as const
export type ImportKind = (typeof importKinds)[number]

export const staffIssueCodes = [
  'name_missing',
  'id_check_digit',
  'id_digits_lost',
  'id_duplicate',
  'identity_unknown',
  'module_unknown',
  'date_invalid',
  'required',
  'too_long',
  'out_of_scope',
  'about_self',
] as const
export type StaffIssueCode = (typeof staffIssueCodes)[number]

export const taskIssueCodes = [
  'required',
  'too_long',
  'date_invalid',
  'dates_backwards',
  'weight_invalid',
  'module_unknown',
  'person_unknown',
  'person_ambiguous',
  'person_departed',
  'doc_no_duplicate',
  'out_of_scope',
  'not_editable',
  'about_self',
  'quarter_closed',
] as const
export type TaskIssueCode = (typeof taskIssueCodes)[number]

/** What a reader should look at although the row is good. */
export const noticeCodes = ['phone_digits_lost', 'sex_unreadable', 'birth_differs_from_id'] as const
export type NoticeCode = (typeof noticeCodes)[number]

/** `column` is the product's own heading (身份证号), whatever the file calls it; `message` says what is wrong and what to do, without the value of an ID number. */
export interface RowIssue<Code extends string> {
  readonly column: string
  readonly code: Code
  readonly message: string
}

/**
 * One person of a roster as read. `birth` and `workStart` are `YYYY-MM`; `module` is a module's code, `moduleName` its own name.
 * null is an empty or unreadable cell. `track` is what 职务 implies, for a new person only.
 */
export interface StaffDraft {
  readonly staffNo: string | null
  readonly name: string | null
  readonly idNo: string | null
  readonly sex: Sex | null
  readonly birth: string | null
  readonly political: string | null
  readonly identity: Identity | null
  readonly sendingUnit: string | null
  readonly module: string | null
  readonly moduleName: string | null
  readonly post: string | null
  readonly rankTitle: string | null
  readonly track: Track
  readonly phone: string | null
  readonly workStart: string | null
  readonly remark: string | null
}

/** One task of a ledger as read. Days are `YYYY-MM-DD`; hosts and co-hosts are normalised names. */
export interface TaskDraft {
  readonly docNo: string | null
  readonly title: string | null
  readonly module: string | null
  readonly moduleName: string | null
  readonly hosts: readonly string[]
  readonly cohosts: readonly string[]
  readonly weight: number | null
  readonly issuedOn: string | null
  readonly due: string | null
  readonly remark: string | null
}

/** One row of a register as read: the text of each filled cell, by the id of its column. */
export interface RegisterDraft {
  readonly cells: Readonly<Record<string, string>>
}

/** One row of a list as read: what stands in each filled cell, by the key of its column (see `lists/list-spec.ts`). */
export interface ListDraft {
  readonly cells: Readonly<Record<string, string>>
}

/** A row after recognition, before the database is asked. `errors` holds every error of the row. */
export interface ReadRow<Draft, Code extends string> {
  readonly row: number
  readonly draft: Draft
  readonly errors: readonly RowIssue<Code>[]
  readonly notices: readonly RowIssue<NoticeCode>[]
  /** What stands in its columns, for those who look it over; see `readTextOf`. */
  readonly read: string
}

/** `skipped`: left out on purpose, by the word it holds. */
export const rowStates = ['new', 'changed', 'same', 'skipped', 'ambiguous', 'error'] as const
export type RowState = (typeof rowStates)[number]

/** Old and new value as a reader sees them; an ID number is masked. */
export interface FieldChange {
  readonly column: string
  readonly from: string
  readonly to: string
}

/**
 * A row after matching. `matchId` is the id of the one record it belongs to (changed, same); `candidates` the ids a click chooses from (ambiguous).
 * In an error row `draft.idNo` is null: a number that is not taken goes no further.
 */
export interface MatchedRow<Draft, Code extends string> extends ReadRow<Draft, Code> {
  readonly state: RowState
  readonly matchId: string | null
  readonly candidates: readonly string[]
  readonly changes: readonly FieldChange[]
}

export type StaffRow = MatchedRow<StaffDraft, StaffIssueCode>
/** `hostIds` and `cohostIds` are the people found for the names, in their order; empty in an error row. */
export interface TaskRow extends MatchedRow<TaskDraft, TaskIssueCode> {
  readonly hostIds: readonly string[]
  readonly cohostIds: readonly string[]
}

export type ImportSummary = Readonly<Record<RowState, number>>

/** A heading of the file and what it was taken for; `key` null is a column nothing is read from. `column` counts from 1. */
export interface RecognisedColumn {
  readonly column: number
  readonly heading: string
  readonly key: string | null
  readonly label: string | null
}

/** Where the table stands. `headerRow` is the last row of headings; `otherSheets` are further visible sheets with headings of this kind. */
export interface RecognisedTable {
  readonly sheet: string
  readonly headerRow: number
  readonly headerTop: number
  readonly columns: readonly RecognisedColumn[]
  readonly otherSheets: readonly string[]
  /** Headings of filled columns that nothing is read from and nobody has set so. */
  readonly unread: readonly string[]
}

/** Stands for the code of a word whose rows are not imported. */
export const leftOut = ''

/** Words of a choice column by its key: word → code, or `leftOut`. */
export type ChosenWords = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A person's choice that overrides recognition: which sheet, which heading row, column number → key (null: read nothing), and what words mean. */
export interface ImportChoice {
  readonly sheet?: string | undefined
  readonly headerRow?: number | undefined
  readonly columns?: Readonly<Record<number, string | null>> | undefined
  readonly words?: ChosenWords | undefined
}

/** How the lists of a sender are read: heading (in its bare form) → key, null where nothing is read from it; and what words mean. */
export interface RememberedReading {
  readonly sender: string
  readonly headings: Readonly<Record<string, string | null>>
  readonly words: ChosenWords
}

/** A code and its names, the one shown first. */
export interface KnownWord {
  readonly code: string
  readonly names: readonly string[]
}

/** A word that stands in a choice column of the file; `code` null is not understood, `leftOut` not imported. */
export interface WordOfColumn {
  readonly key: string
  readonly word: string
  readonly code: string | null
}

/** A module as rosters may call it: its name and every alias. `code` is what the draft carries. */
export interface ModuleName {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** What reading needs to know of the township. `today` is `YYYY-MM-DD`: no one is born after it. */
export interface ImportContext {
  readonly modules: readonly ModuleName[]
  readonly today: string
  /** 数据日期, where it is known. */
  readonly asOf?: string
  /** The quarter chosen in the window, which rows that name none are counted to. */
  readonly quarter?: string
  /** The register whose rows are read, where the kind is `registers`. */
  readonly register?: RegisterShape
  /** What the township itself names, by column: kinds of service, levels of honours. */
  readonly words?: Readonly<Record<string, readonly KnownWord[]>>
}

/** What a register's table is recognised by. */
export interface RegisterShape {
  readonly columns: readonly { readonly key: string; readonly title: string; readonly type: RegisterColumnType; readonly required: boolean }[]
}

/** Module codes the actor may bring rows for; `all` on a home for the inspector. */
export type ImportScope = 'all' | readonly string[]
