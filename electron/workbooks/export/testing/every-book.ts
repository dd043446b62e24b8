import { evaluationWorkbook } from '../evaluation/book.ts'
import { evaluationYearWorkbook } from '../evaluation/year-book.ts'
import { readLayout } from '../layout/read-layout.ts'
import type { WorkbookModel } from '../model/model.ts'
import { performanceWorkbook } from '../performance/book.ts'
import { rosterWorkbook } from '../roster/book.ts'
import { tasksWorkbook } from '../tasks/book.ts'
import { bookData, caseNames, quarterCase } from './case-data.ts'
import { rosterData, tasksData } from './ledger-data.ts'
import { performanceData, yearBookData, yearCase } from './year-data.ts'

/** One workbook of every kind for every given case, by name. */
export async function everyBook(): Promise<ReadonlyMap<string, WorkbookModel>> {
  const [evaluation, year, performance, tasks, roster] = await Promise.all([
    readLayout('evaluation'), readLayout('evaluation-year'), readLayout('performance'), readLayout('tasks'), readLayout('roster'),
  ])
  const books = new Map<string, WorkbookModel>()
  for (const name of caseNames()) {
    if (name.startsWith('year')) {
      books.set(name, evaluationYearWorkbook(yearBookData(yearCase(name)), year))
      books.set(`performance-${name}`, performanceWorkbook(performanceData(yearCase(name), [1, 2, 3, 4], true), performance))
    } else {
      books.set(name, evaluationWorkbook(bookData(quarterCase(name)), evaluation))
    }
  }
  books.set('performance-half-year', performanceWorkbook(performanceData(yearCase('year-06'), [1, 2], false), performance))
  books.set('tasks', tasksWorkbook(tasksData(60), tasks))
  books.set('roster', rosterWorkbook(rosterData(40), roster))
  return books
}
