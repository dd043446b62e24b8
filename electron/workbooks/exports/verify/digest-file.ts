import type { SheetModel } from '../model/model.ts'
import type { CellContent } from './cell-digest.ts'
import { cellsWriter } from './cells-file.ts'
import type { ReadLimits } from '../../imports/limits.ts'
import { eachCell, exportIdFinder, readSheets } from './digest.ts'
import type { SheetCells } from './requests.ts'
import { verifyLimits } from './verify-limits.ts'

export interface DigestedSheet {
  readonly digest: string
  readonly rows: number
}

/** Writes the digests of a sheet's cells to a new file, and gives the digest of the whole. @throws what writing throws */
export function digestToFile(sheet: SheetModel, file: string): DigestedSheet {
  const writer = cellsWriter(file)
  let rows = 0
  try {
    for (const row of sheet.rows) {
      rows += 1
      eachCell(row, writer.add)
    }
    return { digest: writer.finish(), rows }
  } finally {
    writer.close()
  }
}

/** Writes the digests of what `seen` makes of the cells of a workbook on disk to new files, one a sheet, whose names begin with `out`. @throws as `readSheets` does, and what writing throws */
export async function digestToFiles(path: string, out: string, seen: (content: CellContent) => CellContent, limits: ReadLimits = verifyLimits): Promise<{ readonly exportId: string | null; readonly sheets: readonly SheetCells[] }> {
  const sheets: SheetCells[] = []
  const finder = exportIdFinder()
  await readSheets(path, limits, async (name, read) => {
    const cellsFile = `${out}-${String(sheets.length + 1)}`
    const writer = cellsWriter(cellsFile)
    try {
      await read((address, content, isOdd) => {
        finder.add(content)
        writer.add(address, seen(content), isOdd)
      })
      sheets.push({ name, digest: writer.finish(), cellsFile })
    } finally {
      writer.close()
    }
  })
  return { exportId: finder.found(), sheets }
}
