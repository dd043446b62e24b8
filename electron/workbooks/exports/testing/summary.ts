import ExcelJS from 'exceljs'

/** What of a sheet a clerk sees and prints, read back from the file. */
export async function sheetSummaries(file: string) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  return workbook.worksheets.map((sheet) => {
    const { paperSize, orientation, fitToWidth, fitToHeight, printTitlesRow } = sheet.pageSetup
    // A sheet without views has none at all, whatever the type says.
    const [view] = Array.isArray(sheet.views) ? sheet.views : []
    const columns = Array.from({ length: sheet.columnCount }, (_, index) => sheet.getColumn(index + 1))
    const shown = columns.flatMap((column, index) => (column.hidden ? [] : [index + 1]))
    const headerRow = Number(printTitlesRow?.split(':')[0] ?? 3)
    const heading = (column: number): string => sheet.getRow(headerRow).getCell(column).text
    return {
      name: sheet.name,
      title: sheet.getCell('A1').text,
      titleFont: `${sheet.getCell('A1').font.name ?? ''} ${String(sheet.getCell('A1').font.size)}`,
      headerFont: sheet.getRow(headerRow).getCell(1).font.name,
      headings: shown.map(heading).filter((text, index, all) => text !== '' && text !== all[index - 1]),
      hidden: columns.length - shown.length,
      print: `${String(paperSize)} ${String(orientation)} ${String(fitToWidth)}x${String(fitToHeight)} rows ${printTitlesRow ?? '-'}`,
      footer: sheet.headerFooter.oddFooter,
      frozen: view?.state === 'frozen' ? `${String(view.xSplit)},${String(view.ySplit)}` : '-',
    }
  })
}
