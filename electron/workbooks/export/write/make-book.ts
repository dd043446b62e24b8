import { parseCase, parseQuarterInput } from '../../../../shared/domain/evaluation/parse-case.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/quarter.ts'
import { evaluateYear } from '../../../../shared/domain/evaluation/year.ts'
import { evaluationWorkbook } from '../evaluation/book.ts'
import { evaluationYearWorkbook } from '../evaluation/year-book.ts'
import { readLayout } from '../layout/read-layout.ts'
import type { WorkbookModel } from '../model/model.ts'
import { performanceWorkbook } from '../performance/book.ts'
import { registersWorkbook } from '../registers/book.ts'
import { rosterWorkbook } from '../roster/book.ts'
import { tasksWorkbook } from '../tasks/book.ts'
import { teamsWorkbook } from '../teams/book.ts'
import type { BookRows, ExportJob } from './export-job.ts'

function quarterOf(snapshot: string) {
  const parsed = parseQuarterInput(JSON.parse(snapshot))
  if (parsed.kind === 'refused') throw new Error(`the snapshot is refused: ${parsed.issues[0]?.path ?? ''}`)
  return { input: parsed.input, outcome: evaluateQuarter(parsed.input) }
}

function yearOf(snapshot: string) {
  const parsed = parseCase(JSON.parse(snapshot))
  if (parsed.kind !== 'year') throw new Error('the snapshot is not a year')
  return evaluateYear(parsed.input)
}

/** The pages of a job; a frozen input is evaluated again, so that every number comes from the engine. @throws LayoutError */
export async function makeBook(job: ExportJob, rows: BookRows): Promise<WorkbookModel> {
  const layout = await readLayout(job.workbook)
  switch (job.workbook) {
    case 'evaluation':
      return evaluationWorkbook({ ...job.data, ...quarterOf(job.snapshot) }, layout)
    case 'evaluation-year':
      return evaluationYearWorkbook({ ...job.data, outcome: yearOf(job.snapshot) }, layout)
    case 'performance':
      return performanceWorkbook({ ...job.data, yearOutcome: job.snapshot === null ? null : yearOf(job.snapshot) }, layout)
    case 'tasks':
      return tasksWorkbook({ ...job.data, ...rows }, layout)
    case 'teams':
      return teamsWorkbook({ ...job.data, ...rows }, layout)
    case 'roster':
      return rosterWorkbook(job.data, layout)
    case 'registers':
      return registersWorkbook(job.data, layout)
  }
}
