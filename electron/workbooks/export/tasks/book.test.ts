import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readLayout } from '../layout/read-layout.ts'
import { tasksData } from '../testing/ledger-data.ts'
import { temporaryFolder } from '../testing/temp-folder.ts'
import { writeWorkbook } from '../write/write-workbook.ts'
import { tasksWorkbook } from './book.ts'

const file = temporaryFolder()

describe('任务台账/督办工作簿', () => {
  it('lists every task, and prints an order a page', async () => {
    await writeWorkbook(tasksWorkbook(tasksData(120, 3), await readLayout('tasks')), file('tasks.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file('tasks.xlsx'))
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['台账(一表清)', '逾期清单', '督办单', '模块办结统计', '交办单', '元数据'])
    const [ledger, , , modules, orders] = workbook.worksheets
    if (!ledger || !modules || !orders) throw new Error('sheets missing')
    const headings = Array.from({ length: 21 }, (_, index) => ledger.getRow(3).getCell(index + 1).text)
    expect(headings.slice(0, 12)).toEqual(['序号', '文号', '形式', '来源', '事项', '所在模块', '牵头领导', '主办', '协办', '权重', '交办时间', '办理时限'])
    expect(ledger.getRow(3 + 120).getCell(1).value).toBe(120)
    expect(ledger.getRow(4).getCell(12).value).toBeInstanceOf(Date)
    expect(modules.getRow(4).getCell(5).value).toEqual({ formula: 'IF(C4=0,"—",ROUND(ROUND(D4/C4,10),4))', result: 0.75 })
    const titles = Array.from({ length: orders.rowCount }, (_, index) => orders.getRow(index + 1).getCell(1).text).filter((text) => text === '清溪镇交办单')
    expect(titles).toHaveLength(3)
  })

  it('is the same with nothing in it', async () => {
    const nothing = { ...tasksData(0, 0), overdue: [], supervisions: [], modules: [] }
    await writeWorkbook(tasksWorkbook(nothing, await readLayout('tasks')), file('none.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file('none.xlsx'))
    expect(workbook.worksheets).toHaveLength(6)
  })
})
