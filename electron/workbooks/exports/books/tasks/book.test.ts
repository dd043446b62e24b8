import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readLayout } from '../../layout/read-layout.ts'
import { tasksData } from '../../testing/ledger-data.ts'
import { temporaryFolder } from '../../testing/temp-folder.ts'
import { writeWorkbook } from '../../write/write-workbook.ts'
import { tasksWorkbook } from './book.ts'

const file = temporaryFolder()

describe('任务台账/督办工作簿', () => {
  it('lists every task, and prints an order a page', async () => {
    await writeWorkbook(tasksWorkbook(tasksData(120, 3), await readLayout('tasks')), file('tasks.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file('tasks.xlsx'))
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['台账(一表清)', '逾期清单', '督办单', '模块办结统计', '交办单', '元数据'])
    const [ledger, , supervisions, modules, orders] = workbook.worksheets
    if (!ledger || !supervisions || !modules || !orders) throw new Error('sheets missing')
    const headings = Array.from({ length: 23 }, (_, index) => ledger.getRow(3).getCell(index + 1).text)
    expect(headings.slice(0, 11)).toEqual(['序号', '文号', '来源', '事项', '所在模块', '牵头领导', '主办', '协办', '权重', '交办时间', '办理时限'])
    expect(headings.slice(11, 20)).toEqual(['办结时间', '进度', '状态', '亮灯', '逾期天数', '驳回', '质量', '最新进展', '备注'])
    // What does not fit a page that can be read stays behind it, out of sight.
    expect([headings.slice(20), [20, 21, 22, 23].map((column) => ledger.getColumn(column).hidden)]).toEqual([['形式', '承办人办结', '节点'], [false, true, true, true]])
    expect([ledger.getRow(4).getCell(22).value, ledger.getRow(5).getCell(22).value, ledger.getRow(4).getCell(23).value]).toEqual(['张三 办理中\n李四 3月20日办结', null, '1/4，中期推进3月15日'])
    expect(ledger.getRow(3 + 120).getCell(1).value).toBe(120)
    expect(ledger.getRow(4).getCell(11).value).toBeInstanceOf(Date)
    const paper = (row: number) => Array.from({ length: 14 }, (_, index) => supervisions.getRow(row).getCell(index + 1).text)
    expect(paper(3)).toEqual(['序号', '督办文号', '级别', '任务文号', '督办事项', '所在模块', '主办', '签发日期', '督办要求', '回复时限', '回复', '回复日期', '状态', '备注'])
    expect([paper(4)[2], paper(4)[10], paper(4)[12], paper(5)[10], paper(5)[12]]).toEqual(['黄牌督办', '已约谈施工单位，3月20日前完工', '待了结', '', '待回复'])
    expect(modules.getRow(4).getCell(5).value).toEqual({ formula: 'IF(SUM(C4)=0,"—",ROUND(ROUND(D4/C4,10),4))', result: 0.75 })
    const titles = Array.from({ length: orders.rowCount }, (_, index) => orders.getRow(index + 1).getCell(1).text).filter((text) => text === '清溪镇交办单')
    expect(titles).toHaveLength(3)
  })

  it('has no column of 节点 where no task has any', async () => {
    const data = tasksData(3)
    const tasks = [...data.tasks].map((task) => ({ ...task, milestones: '' }))
    await writeWorkbook(tasksWorkbook({ ...data, tasks }, await readLayout('tasks')), file('plain.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file('plain.xlsx'))
    const [ledger] = workbook.worksheets
    expect(Array.from({ length: ledger?.columnCount ?? 0 }, (_, index) => ledger?.getRow(3).getCell(index + 1).text)).not.toContain('节点')
  })

  it('is the same with nothing in it', async () => {
    const nothing = { ...tasksData(0, 0), overdue: [], supervisions: [], modules: [] }
    await writeWorkbook(tasksWorkbook(nothing, await readLayout('tasks')), file('none.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file('none.xlsx'))
    expect(workbook.worksheets).toHaveLength(6)
  })
})
