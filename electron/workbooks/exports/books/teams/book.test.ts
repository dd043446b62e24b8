import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { TeamsBookData } from './data.ts'
import { readLayout } from '../../layout/read-layout.ts'
import { valuesOnly } from '../../model/model.ts'
import { teamsData } from '../../testing/teams-data.ts'
import { temporaryFolder } from '../../testing/temp-folder.ts'
import { compareDigests } from '../../verify/compare.ts'
import { digestModel } from '../../verify/digest.ts'
import { digestWorkbook } from '../../verify/digest-workbook.testing.ts'
import { writeWorkbook } from '../../write/write-workbook.ts'
import { teamsWorkbook } from './book.ts'

const file = temporaryFolder()

async function written(name: string, data: TeamsBookData, copy: 'working' | 'official' = 'working') {
  const model = teamsWorkbook(data, await readLayout('teams'))
  const path = file(name)
  await writeWorkbook(copy === 'official' ? valuesOnly(model) : model, path)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = (title: string) => {
    const found = workbook.getWorksheet(title)
    if (found === undefined) throw new Error(`no sheet ${title}`)
    return found
  }
  const shown = (title: string, row: number) => Array.from({ length: sheet(title).columnCount }, (_, index) => index + 1).filter((column) => !sheet(title).getColumn(column).hidden).map((column) => sheet(title).getRow(row).getCell(column).value)
  return { path, model, workbook, sheet, shown }
}

/** What a cell shows; an empty text that a formula gives is read back as none. */
function result(value: ExcelJS.CellValue | undefined): unknown {
  return typeof value === 'object' && value !== null && 'formula' in value ? (value.result ?? '') : value
}

describe('组团联村与网格', () => {
  it('has its six sheets, 序号 first and 备注 last, and the metadata behind', async () => {
    const { workbook, shown } = await written('teams.xlsx', teamsData(40))
    const titles = workbook.worksheets.map(({ name }) => name)
    expect(titles).toEqual(['组团名册', '周二台账', '走访', '民情', '一长三员', '网格月度考核', '元数据'])
    expect(titles.slice(0, 6).map((title) => [shown(title, 3)[0], shown(title, 3).at(-1)])).toEqual(titles.slice(0, 6).map(() => ['序号', '备注']))
    expect(shown('民情', 3)).toEqual(['序号', '编号', '反映日期', '村社', '来源', '事项', '反映人', '联系电话', '责任模块', '办理人', '办理时限', '状态', '办理结果', '办结日期', '满意度', '退回', '备注'])
    expect(shown('民情', 4).slice(5, 8)).toEqual(['村口路灯不亮，夜间出行不便', '+张三', '138****5678'])
  })

  it('counts the records of each village by its number, whatever it is called', async () => {
    const { sheet } = await written('formulas.xlsx', teamsData(40))
    const { shown, sheet: official } = await written('counts.xlsx', teamsData(40), 'official')
    const counted = official('民情')
    const counts = [4, 5, 6, 7].map((row) => shown('组团名册', row).slice(9, 14).map(result))
    // Of forty records each village has ten; the n-th standing of four is always that of the n-th village.
    expect(counts.map(([planned, attended, , issues]) => [planned, attended, issues])).toEqual([[10, 10, 10], [10, 10, 10], [10, 0, 10], [10, 0, 10]])
    const verified = teamsData(40).visits.filter(({ state }) => state === 'verified')
    expect(counts.map(([, , visits]) => visits)).toEqual([1, 2, 3, 4].map((no) => verified.filter(({ villageNo }) => villageNo === no).length))
    const formulas = sheet('组团名册').getRow(4).getCell(10).formula
    expect(formulas).toMatch(/^COUNTIFS\('?周二台账'?!\$L\$4:\$L\$43,Q4\)$/)
    expect(shown('组团名册', 8).slice(3, 4).map(result)).toEqual([320 + 321 + 323])
    const closed = teamsData(40).issues.filter(({ closedOn }) => closedOn !== null).length
    expect([shown('民情', 44).map(result), counted.getRow(44).getCell(14).numFmt]).toEqual([['合计', 40, ...Array<null>(11).fill(null), closed, null, 20, null], '0'])
    expect(shown('周二台账', 44).map(result)).toEqual(['合计', null, null, 40, null, null, null, null, 20, null, null])
    expect(shown('走访', 44).slice(7, 9).map(result)).toEqual([44, verified.reduce((sum, { quantity }) => sum + quantity, 0)])
  })

  it('sums and ranks the marks of a month by formula, as the rules have them', async () => {
    const { shown } = await written('marks.xlsx', teamsData(1))
    const rows = teamsData(1).months.flatMap(({ rows: marks }) => marks)
    expect(rows.map((_, index) => shown('网格月度考核', 4 + index).slice(10, 12).map(result))).toEqual(rows.map(({ total, rank }) => [total === null ? '' : total / 100, rank ?? '']))
    const [, formula] = shown('网格月度考核', 10).slice(10, 12)
    expect(formula).toMatchObject({ formula: 'IF(K10="","",COUNTIF($K$10:$K$15,">"&K10)+1)' })
    expect(shown('网格月度考核', 22)[0]).toBe('平均')
  })

  it('is known as unchanged, in both copies; the official one has values alone', async () => {
    for (const copy of ['working', 'official'] as const) {
      const { path, model, workbook } = await written(`${copy}.xlsx`, teamsData(20), copy)
      expect(compareDigests(digestModel(copy === 'official' ? valuesOnly(model) : model), await digestWorkbook(path)).state).toBe('unchanged')
      const formulas = workbook.worksheets.flatMap((sheet) => (sheet.getSheetValues().length === 0 ? [] : Array.from({ length: sheet.rowCount }, (_, row) => sheet.getRow(row + 1)).flatMap((row) => Array.from({ length: sheet.columnCount }, (_, column) => row.getCell(column + 1).formula ?? [])).flat()))
      expect(formulas.length > 0).toBe(copy === 'working')
    }
  })

  it('is the same with nothing in it', async () => {
    const { workbook, shown } = await written('none.xlsx', { ...teamsData(0), villages: [], grids: [], months: [] })
    expect(workbook.worksheets).toHaveLength(7)
    expect(shown('走访', 5).slice(7, 9).map(result)).toEqual(['', ''])
  })
})
