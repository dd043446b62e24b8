import { verifyLimits } from './verify-limits.ts'
import { exportIdFinder, readSheets, sheetGatherer, type SheetDigest, type WorkbookDigest } from './digest.ts'

/** The digests of a workbook on disk, all of them at once. */
export async function digestWorkbook(file: string): Promise<WorkbookDigest> {
  const sheets: SheetDigest[] = []
  const finder = exportIdFinder()
  await readSheets(file, verifyLimits, async (name, read) => {
    const gatherer = sheetGatherer(name)
    await read((address, content, isOdd) => {
      finder.add(content)
      gatherer.add(address, content, isOdd)
    })
    sheets.push(gatherer.finish())
  })
  return { exportId: finder.found(), sheets }
}
