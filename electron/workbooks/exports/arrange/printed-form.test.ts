import { describe, expect, it } from 'vitest'
import { evaluationWorkbook } from '../books/evaluation/book.ts'
import { readLayout } from '../layout/read-layout.ts'
import type { Cell, SheetModel, WorkbookModel } from '../model/model.ts'
import { performanceWorkbook } from '../books/performance/book.ts'
import { rosterWorkbook } from '../books/roster/book.ts'
import { tasksWorkbook } from '../books/tasks/book.ts'
import { teamsWorkbook } from '../books/teams/book.ts'
import { bookData, quarterCase } from '../testing/case-data.ts'
import { everyBook } from '../testing/every-book.ts'
import { rosterData, tasksData } from '../testing/ledger-data.ts'
import { teamsData } from '../testing/teams-data.ts'
import { performanceData, yearCase } from '../testing/year-data.ts'
import { pageRoom } from './page-width.ts'

/** Points a row of 499 shrinks to: body text of 12 points is printed no smaller than 8. */
const smallest = 8 / 12

function textOf(cell: Cell | null | undefined): string {
  return cell?.kind === 'text' ? cell.text : ''
}

function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

/** The names of the sheets whose first row below the headings says that there is nothing. */
function emptySheets(model: WorkbookModel, says: string): readonly string[] {
  return model.sheets.flatMap((sheet) => (Array.from(sheet.rows).some(({ cells, merges }) => textOf(cells[0]) === says && merges.length === 1) ? [sheet.name] : []))
}

describe('pages as they are printed', () => {
  it('no sheet of any book is made smaller than can be read', async () => {
    const full = pageRoom([{ width: 1, hidden: false }], 'landscape')
    const tiny = [...(await everyBook())].flatMap(([name, { sheets }]) =>
      sheets.flatMap((sheet) => (sheet.orientation === 'landscape' && full / pageRoom(sheet.columns, 'landscape') < smallest ? [`${name} ${sheet.name}`] : [])),
    )
    expect(tiny).toEqual([])
  })

  it('an empty table says so in its first row, whatever makes it', async () => {
    const tasks = tasksWorkbook({ ...tasksData(0, 0), tasks: [], overdue: [], supervisions: [] }, await readLayout('tasks'))
    expect(emptySheets(tasks, '本期无')).toEqual(['台账(一表清)', '逾期清单', '督办单'])
    const teams = teamsWorkbook({ ...teamsData(0), tuesdays: [], visits: [], issues: [] }, await readLayout('teams'))
    expect(emptySheets(teams, '本期无')).toEqual(expect.arrayContaining(['周二台账', '走访', '民情']))
    const performance = performanceWorkbook(performanceData(yearCase('year-06'), [1, 2], false), await readLayout('performance'))
    expect(emptySheets(performance, '本期无')).toEqual(expect.arrayContaining(['绩效奖金建议', '奖金总额']))
    const data = rosterData(0)
    expect(emptySheets(rosterWorkbook({ ...data, meta: { ...data.meta, periodTitle: '' } }, await readLayout('roster')), '无')).toEqual(['花名册'])
  })

  it('the words of an empty table change no sum below it', async () => {
    const model = sheetOf(performanceWorkbook(performanceData(yearCase('year-06'), [1, 2], false), await readLayout('performance')), '奖金总额')
    const total = Array.from(model.rows).find(({ cells }) => cells.some((cell) => textOf(cell) === '合计'))
    expect(total?.cells.flatMap((cell) => (cell?.kind === 'formula' ? [cell.value] : []))).toEqual(['', '', '', ''])
  })

  it.each([6, 60])('the chart stands whole on a page: %d modules', async (modules) => {
    const data = bookData(quarterCase('quarter-01'))
    const [first] = data.input.modules
    if (first === undefined) throw new Error('no module')
    const added = Array.from({ length: Math.max(0, modules - data.input.modules.length) }, (_, index) => ({ ...first, id: `m${String(index)}`, name: `模块${String(index)}` }))
    const sheet = sheetOf(evaluationWorkbook({ ...data, input: { ...data.input, modules: [...data.input.modules, ...added] } }, await readLayout('evaluation')), '模块对比')
    const rows = Array.from(sheet.rows)
    const height = (from: number, to: number) => rows.filter(({ number }) => number >= from && number <= to).reduce((total, row) => total + (row.height ?? 15), 0)
    const { fromRow, toRow } = sheet.chart?.anchor ?? { fromRow: 0, toRow: 0 }
    const breaks = rows.filter(({ pageBreakAfter }) => pageBreakAfter).map(({ number }) => number)
    const room = pageRoom(sheet.columns, sheet.orientation)
    if (modules > 30) expect(breaks).toEqual([fromRow])
    else {
      expect(breaks).toEqual([])
      expect(height(1, fromRow) + (toRow - fromRow + 1) * 15).toBeLessThan(room)
    }
    expect((toRow - fromRow + 1) * 15).toBeLessThan(room)
  })
})
