import { expect, it } from 'vitest'
import { hundredths } from '../../../shared/lib/hundredths.ts'
import { evaluationWorkbook } from './books/evaluation/book.ts'
import { readLayout } from './layout/read-layout.ts'
import type { WorkbookModel } from './model/model.ts'
import { performanceWorkbook } from './books/performance/book.ts'
import { tasksWorkbook } from './books/tasks/book.ts'
import { bookData, quarterCase } from './testing/case-data.ts'
import { tasksData } from './testing/ledger-data.ts'
import { performanceData, yearCase } from './testing/year-data.ts'

const counts = [{ tasks: 11, completed: 8, onTime: 5 }, { tasks: 4, completed: 4, onTime: 4 }, { tasks: 0, completed: 0, onTime: 0 }] as const
const names = ['大党建', '大协调', '大治理'] as const

/** The rows of a sheet from its headings on, each by heading. */
function rowsOf(model: WorkbookModel, name: string): readonly ReadonlyMap<string, string | number>[] {
  const rows = Array.from(model.sheets.find((sheet) => sheet.name === name)?.rows ?? [], ({ cells }) => cells.map((cell) => (cell?.kind === 'text' ? cell.text : cell?.kind === 'number' || cell?.kind === 'formula' ? cell.value : '')))
  const at = rows.findIndex(([first]) => first === '序号')
  return rows.slice(at + 1).map((row) => new Map(row.map((value, column) => [String(rows[at]?.[column]), value])))
}

const row = (rows: ReturnType<typeof rowsOf>, module: string) => (heading: string) => rows.find((one) => one.get('模块') === module)?.get(heading)

async function ledger() {
  const data = tasksData(1)
  const modules = data.modules.slice(0, 3).map((module, index) => ({ ...module, name: names[index] ?? '', ...counts[index] }))
  return rowsOf(tasksWorkbook({ ...data, modules }, await readLayout('tasks')), '模块办结统计')
}

async function performance() {
  const data = performanceData(yearCase('year-06'), [1, 2, 3, 4], true)
  const scores = [{ scored: 2, scoreSum: hundredths(15_001) }, { scored: 1, scoreSum: hundredths(9_000) }, { scored: 0, scoreSum: hundredths(0) }] as const
  const modules = data.modules.slice(0, 3).map((module, index) => ({ ...module, name: names[index] ?? '', ...counts[index], ...scores[index] }))
  return rowsOf(performanceWorkbook({ ...data, modules }, await readLayout('performance')), '模块绩效')
}

it('办结率 and 按期率 mean the same in the ledger and in the performance book, the township by its own sums', async () => {
  for (const rows of [await ledger(), await performance()]) {
    expect([...names, '合计'].map((name) => ['办结率', '按期率'].map(row(rows, name)))).toEqual([[0.7273, 0.4545], [1, 1], ['—', '—'], [0.8, 0.6]])
  }
})

it('人均分 of the township is that of all scores, not of the modules', async () => {
  const rows = await performance()
  expect([...names, '合计'].map((name) => row(rows, name)('人均分'))).toEqual([75.01, 90, '—', 80])
})

it('the last row of 模块对比 has the means of 结果汇总', async () => {
  const model = evaluationWorkbook(bookData(quarterCase('worked-example')), await readLayout('evaluation'))
  const total = row(rowsOf(model, '模块对比'), '合计')
  const means = rowsOf(model, '结果汇总').find((one) => one.get('姓名') === '平均')
  expect(['岗位赋分', '模块评分', '组团积分', '专项加分', '扣分', '平均总分'].map(total)).toEqual(['岗位赋分', '模块评分', '组团积分', '专项加分', '扣分', '总分'].map((heading) => means?.get(heading)))
  expect(total('“好”占比')).toBe(Math.round((Number(total('“好”人数')) / Number(total('人数'))) * 10_000) / 10_000)
  expect(rowsOf(model, '岗位赋分明细').some((one) => one.get('姓名') === '平均')).toBe(false)
})
