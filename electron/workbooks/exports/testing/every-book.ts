import { evaluationWorkbook } from '../books/evaluation/book.ts'
import { evaluationYearWorkbook } from '../books/evaluation/year-book.ts'
import { readLayout } from '../layout/read-layout.ts'
import type { WorkbookModel } from '../model/model.ts'
import { performanceWorkbook } from '../books/performance/book.ts'
import { registersWorkbook } from '../books/registers/book.ts'
import { rosterWorkbook } from '../books/roster/book.ts'
import { tasksWorkbook } from '../books/tasks/book.ts'
import { teamsWorkbook } from '../books/teams/book.ts'
import { bookData, quarterCase } from './case-data.ts'
import { registersData, rosterData, tasksData } from './ledger-data.ts'
import { teamsData } from './teams-data.ts'
import { performanceData, yearBookData, yearCase } from './year-data.ts'

/** Cases of every mode: both totals, the three normalisations, the three rules without tasks, with and without overrides for a track. */
export const casesOfEveryMode = ['worked-example', 'ties', 'quarter-01', 'quarter-02', 'quarter-04', 'quarter-05', 'quarter-06', 'quarter-07', 'quarter-09', 'quarter-11', 'year-01', 'year-04', 'year-06'] as const

/** One workbook of every kind, by name. */
export async function everyBook(): Promise<ReadonlyMap<string, WorkbookModel>> {
  const [evaluation, year, performance, tasks, teams, registers, roster] = await Promise.all([
    readLayout('evaluation'), readLayout('evaluation-year'), readLayout('performance'), readLayout('tasks'), readLayout('teams'), readLayout('registers'), readLayout('roster'),
  ])
  const books = new Map<string, WorkbookModel>()
  for (const name of casesOfEveryMode) {
    if (name.startsWith('year')) {
      books.set(name, evaluationYearWorkbook(yearBookData(yearCase(name)), year))
      books.set(`performance-${name}`, performanceWorkbook(performanceData(yearCase(name), [1, 2, 3, 4], true), performance))
    } else {
      books.set(name, evaluationWorkbook(bookData(quarterCase(name)), evaluation))
    }
  }
  books.set('performance-half-year', performanceWorkbook(performanceData(yearCase('year-06'), [1, 2], false), performance))
  books.set('tasks', tasksWorkbook(tasksData(60), tasks))
  books.set('teams', teamsWorkbook(teamsData(40), teams))
  books.set('registers', registersWorkbook(registersData(30), registers))
  books.set('roster', rosterWorkbook(rosterData(40), roster))
  return books
}
