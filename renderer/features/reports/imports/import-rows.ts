import { rowStates } from '../../../../shared/contract/reports/transfer.ts'
import type { ReceivedImport } from '../../../../shared/contract/reports/receive-import.ts'
import { importWords } from './vocabulary.ts'

/** What the rows of a file would do, or have done. */
export type ImportResult = Omit<ReceivedImport, 'errorWorkbook'> & { readonly errorWorkbook: File | null }
export type ImportRow = ImportResult['rows'][number]
export type RowState = ImportRow['state']
export type Candidate = ImportRow['candidates'][number]

/** How many rows an import takes: the new and the changed ones. */
export function goodRows({ summary }: Pick<ImportResult, 'summary'>): number {
  return summary.new + summary.changed
}

/** How many rows stay behind until somebody mends them. */
export function refusedRows({ summary }: Pick<ImportResult, 'summary'>): number {
  return summary.error + summary.ambiguous
}

/** The states that occur, each with its count, in the order of the contract. */
export function statesOf({ summary }: Pick<ImportResult, 'summary'>): readonly { readonly state: RowState; readonly count: number }[] {
  return rowStates.map((state) => ({ state, count: summary[state] })).filter(({ count }) => count > 0)
}

/** How many rows of the file name several people, each a record of his own. */
export function severalPeopleRows({ rows }: Pick<ImportResult, 'rows'>): number {
  const times = new Map<number, number>()
  for (const { row } of rows) times.set(row, (times.get(row) ?? 0) + 1)
  return [...times.values()].filter((count) => count > 1).length
}

/** The rows of the file that do something else in a later preview. */
export function changedRows(before: Pick<ImportResult, 'rows'>, after: Pick<ImportResult, 'rows'>): readonly number[] {
  const effectOf = (row: ImportRow | undefined) => JSON.stringify([row?.state, row?.changes, row?.errors])
  return [...new Set(after.rows.filter((row, place) => effectOf(row) !== effectOf(before.rows[place])).map(({ row }) => row))]
}

/** Whether every row is wrong or waits for a click, and none is known already. */
export function isAllBad({ rows, summary }: Pick<ImportResult, 'rows' | 'summary'>): boolean {
  return refusedRows({ summary }) === rows.length
}

/** 身份证号：最后一位校验码不对 */
export function issueTexts({ errors }: Pick<ImportRow, 'errors'>): readonly string[] {
  return errors.map(({ column, message }) => importWords.issue(column, message))
}

/** 所在模块：大党建 → 大治理 */
export function changeTexts({ changes }: Pick<ImportRow, 'changes'>): readonly string[] {
  return changes.map(({ column, from, to }) => importWords.change(column, from ?? importWords.blank, to ?? importWords.blank))
}

/** What a row changes; of one that changes nothing known, what was read of it. */
export function contentTexts(row: Pick<ImportRow, 'changes' | 'read'>): readonly string[] {
  return row.changes.length > 0 ? changeTexts(row) : row.read === '' ? [] : [row.read]
}

/** 王芳 大服务 窗口岗: one of those whom a row may mean. */
export function candidateText({ name, module, post }: Candidate): string {
  return [name, module ?? importWords.noModule, post].filter((part) => part !== null).join(' ')
}

/** Whether a file can be meant at all; its content is judged by the host. */
export function isImportable(name: string): boolean {
  return /\.(xlsx|csv)$/i.test(name)
}
