import { readFileSync } from 'node:fs'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import type { RecognisedTable } from '../../../../shared/domain/reports/imports/types.ts'
import { writeErrorWorkbook } from '../../../workbooks/imports/error-workbook.ts'
import { readOutline } from '../../../workbooks/imports/read-outline.ts'
import type { App } from '../../app/app.ts'
import { withFile } from '../../papers/file-pieces.ts'
import type { ShownRow } from './kinds/import-kind.ts'
import { errorWorkbookSuffix } from './vocabulary.ts'

/** The first rows of each visible sheet of a file. */
export async function outlineOfFile(app: App, file: BinaryFile) {
  return withFile(app, file, async (source) => {
    const outcome = await readOutline(source, app.environment.workers)
    if (outcome.kind === 'refused') throw new Refusal('file_refused', { reason: outcome.refusal.message, why: outcome.refusal.code })
    return { sheets: outcome.sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ row, cells }) => ({ row, cells: [...cells] })) })) }
  })
}

/** The same workbook with a column 错误说明; null where no row is refused. */
export async function errorWorkbookOf(app: App, name: string, source: string, table: RecognisedTable, rows: readonly ShownRow[]): Promise<File | null> {
  if (rows.every(({ state }) => state !== 'error' && state !== 'ambiguous')) return null
  const out = `${source}.errors.xlsx`
  const refusal = await writeErrorWorkbook({ source, table, rows, out }, app.environment.workers)
  if (refusal !== null) throw new Refusal('file_refused', { reason: refusal.message, why: refusal.code })
  return new File([new Uint8Array(readFileSync(out))], name.replace(/\.(xlsx|csv)$/i, '') + errorWorkbookSuffix)
}
