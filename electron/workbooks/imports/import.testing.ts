import { recogniseStaff } from '../../../shared/domain/reports/imports/recognise.ts'
import { staffMatcher } from '../../../shared/domain/reports/imports/match-staff.ts'
import type { StaffDirectory } from '../../../shared/domain/reports/imports/directory.ts'
import type { RawWorkbook } from '../../../shared/domain/cells/raw-workbook.ts'
import type { ImportContext, StaffRow } from '../../../shared/domain/reports/imports/types.ts'
import { inspectFile } from '../gate/inspect-file.ts'
import { gathering, takePart } from './gather-workbook.ts'
import { readLimits, type ReadLimits } from './limits.ts'
import { readInspected } from './read-inspected.ts'

/** The six modules of the decision. */
export const context: ImportContext = {
  modules: ['大党建', '大协调', '大治理', '大经济', '大执法', '大服务'].map((name, index) => ({ code: `M${String(index + 1)}`, name, aliases: name === '大经济' ? ['大生态'] : [] })),
  today: '2026-04-08',
}

export const emptyDirectory: StaffDirectory = { byIdNo: () => [], byStaffNo: () => [], byName: () => [], byNameAndModule: () => [] }

/** The counts of the product; this process holds other tests besides, and its memory says nothing of the file. */
export const limitsHere: ReadLimits = { ...readLimits, memoryBytes: Number.POSITIVE_INFINITY }

/** Gate and parser in this process: quick, for files that are known to be harmless. */
export async function readHere(path: string, limits: ReadLimits = limitsHere): Promise<RawWorkbook> {
  const file = await inspectFile(path, limits.gate)
  const sheets = gathering()
  await readInspected(file, limits, (message) => {
    if (!takePart(sheets, message)) throw new Error('not a part')
    return Promise.resolve()
  })
  return { source: file.kind, sheets }
}

export interface ReadRoster {
  readonly headerRow: number
  readonly rows: readonly StaffRow[]
}

/** A roster as an empty township would take it. */
export function rosterOf(workbook: RawWorkbook, directory: StaffDirectory = emptyDirectory): ReadRoster {
  const found = recogniseStaff(workbook, context)
  if (found.kind !== 'table') throw new Error(found.message)
  return { headerRow: found.table.headerRow, rows: found.rows.map(staffMatcher({ directory, self: null, mayCorrectIdNo: true, scope: 'all', given: found.given })) }
}
