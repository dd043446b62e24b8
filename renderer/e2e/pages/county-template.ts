import ExcelJS from 'exceljs'

/** A county's form as it is sent: a merged title and two-row headings, drop-downs, a total, blank rows, a line to sign, a hidden sheet of codes. */
export async function writeCountyTemplate(file: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('上报表', { views: [{ state: 'frozen', ySplit: 5 }], pageSetup: { orientation: 'landscape', paperSize: 9 } })
  sheet.columns = [6, 12, 16, 12, 12, 12, 12, 22].map((width) => ({ width }))
  const put = (address: string, value: ExcelJS.CellValue, isHead = false) => {
    const cell = sheet.getCell(address)
    cell.value = value
    cell.alignment = { horizontal: isHead ? 'center' : 'left', vertical: 'middle', wrapText: true }
    cell.font = { name: isHead ? '黑体' : '仿宋_GB2312', size: 12, bold: isHead }
  }
  for (const merged of ['A1:H1', 'A2:D2', 'F2:H2', 'A4:A5', 'B4:D4', 'E4:G4', 'H4:H5', 'A17:B17', 'A19:C19', 'D19:F19', 'G19:H19']) sheet.mergeCells(merged)
  put('A1', '{{周期}}乡镇（街道）干部考核结果上报表', true)
  put('A2', '填报单位（盖章）：{{填报单位}}')
  put('E2', '填报日期：')
  const heads = { A4: '序号', B4: '基本情况', E4: '考核结果', H4: '备注', B5: '姓名', C5: '所在模块', D5: '人员身份', E5: '总分', F5: '全镇排名', G5: '等次' }
  for (const [address, text] of Object.entries(heads)) put(address, text, true)
  const line = { style: 'thin' } as const
  for (let row = 4; row <= 17; row += 1) for (let column = 1; column <= 8; column += 1) sheet.getCell(row, column).border = { top: line, left: line, bottom: line, right: line }
  put('A6', '{{结果汇总.序号}}')
  put('C6', '{{结果汇总.所在模块}}')
  put('D6', '{{结果汇总.人员身份}}')
  put('F6', '{{结果汇总.全镇名次}}')
  sheet.getCell('E6').numFmt = '0.00'
  for (let row = 6; row <= 16; row += 1) sheet.getCell(row, 7).dataValidation = { type: 'list', allowBlank: true, formulae: ['代码!$A$1:$A$4'] }
  put('A17', '平均')
  sheet.getCell('E17').value = { formula: 'AVERAGE(E6:E16)', result: 0 }
  put('A19', '单位负责人（签字）：')
  put('D19', '审核人：')
  put('G19', '填表人：{{填表人}}')
  const codes = book.addWorksheet('代码', { state: 'hidden' })
  for (const grade of ['好', '较好', '一般', '较差']) codes.addRow([grade])
  await book.xlsx.writeFile(file)
}
