import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readLayout } from '../../layout/read-layout.ts'
import { valuesOnly } from '../../model/model.ts'
import { registersData } from '../../testing/ledger-data.ts'
import { temporaryFolder } from '../../testing/temp-folder.ts'
import { writeWorkbook } from '../../write/write-workbook.ts'
import { registersWorkbook, sheetNames } from './book.ts'

const file = temporaryFolder()

describe('特色台账', () => {
  it('is one sheet a register, with its own columns, a live 合计 and the metadata behind', async () => {
    const model = registersWorkbook(registersData(3), await readLayout('registers'))
    await writeWorkbook(model, file('registers.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file('registers.xlsx'))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['矛盾纠纷', '专家库', '元数据'])
    const [sheet] = workbook.worksheets
    const row = (number: number) => Array.from({ length: 8 }, (_, index) => sheet?.getRow(number).getCell(index + 1).value)
    expect([sheet?.getCell('A1').value, row(3)]).toEqual(['清溪镇矛盾纠纷台账', ['序号', '受理日期', '当事人', '简要情况', '涉及人数(人)', '涉及金额(元)', '调解员', '附件']])
    expect(row(4)).toEqual([1, new Date('2026-03-01'), '=张三', '因通道宽度\n发生争执', 2.0001, 1200.5, '李明', '2 个'])
    expect(row(7).map((value) => (typeof value === 'object' && value !== null && 'formula' in value ? [value.formula, value.result] : value))).toEqual(['合计', null, null, null, ['IF(COUNT($E$4:$E$6)=0,"",ROUND(ROUND(SUM($E$4:$E$6),10),4))', 6.0003], ['IF(COUNT($F$4:$F$6)=0,"",ROUND(ROUND(SUM($F$4:$F$6),10),2))', 3601.5], null, null])
    await writeWorkbook(valuesOnly(model), file('official.xlsx'))
    const official = new ExcelJS.Workbook()
    await official.xlsx.readFile(file('official.xlsx'))
    expect(official.worksheets[0]?.getRow(7).getCell(6).value).toBe(3601.5)
  })

  it('gives each sheet a name that a spreadsheet takes', () => {
    const of = (name: string, place = '大治理') => ({ name, place })
    expect(sheetNames([of('台账'), of('台账', '大服务'), of('台账', '大服务'), of('a/b:[c]'), of('元数据'), of('长'.repeat(40)), of('??')], ['元数据'])).toEqual(['台账', '大服务-台账', '台账(2)', 'abc', '大治理-元数据', '长'.repeat(31), '大治理-'])
  })
})
