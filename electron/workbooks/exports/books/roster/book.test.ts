import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readLayout } from '../../layout/read-layout.ts'
import { rosterData } from '../../testing/ledger-data.ts'
import { temporaryFolder } from '../../testing/temp-folder.ts'
import { writeWorkbook } from '../../write/write-workbook.ts'
import { byStrokes, rosterWorkbook } from './book.ts'

const file = temporaryFolder()

describe('花名册', () => {
  it('is the first sheet, its headings in one row, one person a row, numbers as text', async () => {
    await writeWorkbook(rosterWorkbook(rosterData(30), await readLayout('roster')), file('roster.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file('roster.xlsx'))
    const [sheet, metadata] = workbook.worksheets
    if (!sheet || !metadata) throw new Error('sheets missing')
    const row = (number: number) => Array.from({ length: 14 }, (_, index) => sheet.getRow(number).getCell(index + 1).value)
    expect([sheet.name, metadata.name]).toEqual(['花名册', '元数据'])
    expect(row(3)).toEqual(['序号', '姓名', '性别', '身份证号', '出生年月', '政治面貌', '人员身份', '派出单位', '所在模块', '岗位', '职务职级', '参加工作时间', '联系电话', '备注'])
    expect(row(4).slice(0, 5)).toEqual([1, '丁伟', '女', expect.stringMatching(/^\d{17}X$/), expect.stringMatching(/^\d{4}-\d{2}$/)])
    expect(row(4)[12]).toBe('013800001111')
    const bodyMerges = Array.from({ length: 30 }, (_, index) => sheet.getRow(4 + index)).filter((body) => body.getCell(2).isMerged)
    expect(bodyMerges).toEqual([])
  })

  it('orders by strokes of the surname', () => {
    const people = rosterData(10).people
    expect(byStrokes(people).map((person) => person.name.charAt(0)).join('')).toBe('丁于马方王李周欧赵魏')
  })
})
