import { parseCase, parseQuarterInput } from '../../../../shared/domain/evaluation/reading/parse-case.ts'
import { evaluateQuarter } from '../../../../shared/domain/evaluation/computing/quarter.ts'
import { evaluateYear } from '../../../../shared/domain/evaluation/computing/year.ts'
import { placeEvaluation } from '../books/evaluation/book.ts'
import { placeEvaluationYear } from '../books/evaluation/year-book.ts'
import type { PlacedBook } from '../arrange/place.ts'
import { renderBook } from '../arrange/render.ts'
import { LayoutError } from '../layout/layout.ts'
import type { WorkbookModel } from '../model/model.ts'
import { placePerformance } from '../books/performance/book.ts'
import { placeRegisters } from '../books/registers/book.ts'
import { placeRoster } from '../books/roster/book.ts'
import { placeTasks } from '../books/tasks/book.ts'
import { placeTeams } from '../books/teams/book.ts'
import type { BookContent, BookJob, BookRows } from './export-job.ts'

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

/** A job with the layout it is made by; the tables' rows may come ahead of it. */
type LaidOut = BookContent & Pick<BookJob, 'layout'>

/** The sheets of a job with their places; a frozen input is evaluated again, so that every number comes from the engine. @throws LayoutError */
export function placeJob(job: LaidOut, rows: BookRows): PlacedBook {
  const { layout } = job
  if (layout.workbook !== job.workbook) throw new LayoutError(`a layout of ${layout.workbook} for ${job.workbook}`)
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
export function makeBook(job: LaidOut, rows: BookRows): WorkbookModel {
  return renderBook(placeJob(job, rows))
}
