import { rowStates } from '../../../../shared/contract/transfer.ts'
import type { ReceivedImport } from '../../../../shared/contract/receive-import.ts'
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

/** 身份证号：最后一位校验码不对 */
export function issueTexts({ errors }: Pick<ImportRow, 'errors'>): readonly string[] {
  return errors.map(({ column, message }) => importWords.issue(column, message))
}

/** 所在模块：大党建 → 大治理 */
export function changeTexts({ changes }: Pick<ImportRow, 'changes'>): readonly string[] {
  return changes.map(({ column, from, to }) => importWords.change(column, from ?? importWords.blank, to ?? importWords.blank))
}

/** 王芳 大服务 窗口岗: one of those whom a row may mean. */
export function candidateText({ name, module, post }: Candidate): string {
  return [name, module ?? importWords.noModule, post].filter((part) => part !== null).join(' ')
}

/** Whether a file can be meant at all; its content is judged by the host. */
export function isImportable(name: string): boolean {
  return /\.(xlsx|csv)$/i.test(name)
}
