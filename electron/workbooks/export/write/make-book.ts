import { parseCase, parseQuarterInput } from '../../../../shared/domain/evaluation/parse-case.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/quarter.ts'
import { evaluateYear } from '../../../../shared/domain/evaluation/year.ts'
import { placeEvaluation } from '../evaluation/book.ts'
import { placeEvaluationYear } from '../evaluation/year-book.ts'
import type { PlacedBook } from '../arrange/place.ts'
import { renderBook } from '../arrange/render.ts'
import { readLayout } from '../layout/read-layout.ts'
import type { WorkbookModel } from '../model/model.ts'
import { placePerformance } from '../performance/book.ts'
import { placeRegisters } from '../registers/book.ts'
import { placeRoster } from '../roster/book.ts'
import { placeTasks } from '../tasks/book.ts'
import { placeTeams } from '../teams/book.ts'
import type { BookLists, ExportJob } from './export-job.ts'

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

/** The sheets of a job with their places; a frozen input is evaluated again, so that every number comes from the engine. @throws LayoutError */
export async function placeJob(job: ExportJob, rows: BookLists): Promise<PlacedBook> {
  const layout = await readLayout(job.workbook)
  switch (job.workbook) {
    case 'evaluation':
      return placeEvaluation({ ...job.data, ...quarterOf(job.snapshot) }, layout)
    case 'evaluation-year':
      return placeEvaluationYear({ ...job.data, outcome: yearOf(job.snapshot) }, layout)
    case 'performance':
      return placePerformance({ ...job.data, yearOutcome: job.snapshot === null ? null : yearOf(job.snapshot) }, layout)
    case 'tasks':
      return placeTasks({ ...job.data, ...rows }, layout)
    case 'teams':
      return placeTeams({ ...job.data, ...rows }, layout)
    case 'roster':
      return placeRoster(job.data, layout)
    case 'registers':
      return placeRegisters(job.data, layout)
  }
}

/** The pages of a job. @throws LayoutError */
export async function makeBook(job: ExportJob, rows: BookLists): Promise<WorkbookModel> {
  return renderBook(await placeJob(job, rows))
}
