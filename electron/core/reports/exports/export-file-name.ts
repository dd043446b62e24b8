import type { ExportInput } from '../../../../shared/contract/reports/transfer.ts'
import { fileStemOf } from '../../../../shared/lib/file-name.ts'
import type { Read } from '../../../db/types.ts'
import type { ExportMeta } from '../../../workbooks/exports/export-meta.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { newestVersion } from '../../evaluation/computing/result-versions.ts'
import { requireRegister } from '../../registers/stored.ts'
import { exportFileWords } from './vocabulary.ts'

/** Whether a workbook is of the result of a period, and of everybody in it. */
export function reportsResult(workbook: ExportInput['workbook']): boolean {
  return workbook === 'evaluation' || workbook === 'performance'
}

/** `清溪镇_四维考评_2026Q1_v1_20260408.xlsx`; of one register `清溪镇_矛盾纠纷_筛选_20260408.xlsx`. */
export function fileNameOf(read: Read, input: ExportInput, meta: Pick<ExportMeta, 'township' | 'periodCode'>, today: string): string {
  const period = meta.periodCode === null ? null : requirePeriod(read, meta.periodCode)
  const version = period === null || !reportsResult(input.workbook) ? null : newestVersion(read, period.id)
  const parts = [meta.township, ...namesOf(read, input), meta.periodCode, version === null ? null : `v${version.resultVersion}`, today.replaceAll('-', ''), exportFileWords.copies[input.copy]]
  return `${fileStemOf(parts)}.xlsx`
}

/** What a file holds, for its name. */
function namesOf(read: Read, input: ExportInput): readonly string[] {
  if (input.workbook !== 'register') return [exportFileWords.workbooks[input.workbook]]
  const { registerId, filters, search = '' } = input.rows
  return [requireRegister(read, registerId).row.name, ...(filters.length > 0 || search !== '' ? [exportFileWords.filtered] : [])]
}
