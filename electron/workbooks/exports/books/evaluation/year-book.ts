import { parseDecimal } from '../../../../../shared/lib/decimal.ts'
import { round2 } from '../../../../../shared/lib/hundredths.ts'
import type { YearPersonOutcome } from '../../../../../shared/domain/evaluation/computing/year-outcome.ts'
import { annualDraft, identityCells, inOfficialOrder, poolOrder, quarterNumbers, repeatedYear } from '../annual/annual-table.ts'
import type { AnnualPerson } from '../annual/annual-table.ts'
import { yearGradesDraft } from '../annual/year-grades.ts'
import { number, text } from '../../arrange/draft.ts'
import type { DraftRow, DraftTable } from '../../arrange/draft.ts'
import { placeBook } from '../../arrange/place.ts'
import type { PlacedBook } from '../../arrange/place.ts'
import { renderBook } from '../../arrange/render.ts'
import type { EvaluationYearBookData, EvaluationYearPerson } from '../annual/data.ts'
import type { Layout } from '../../../../../shared/domain/papers/layout.ts'
import { createdAt, metadataSheet, metaTokens, publicityToken } from '../../metadata.ts'
import type { WorkbookModel } from '../../model/model.ts'
import { words } from '../../vocabulary.ts'
import { distinctions } from './context.ts'

function annualPerson(outcome: YearPersonOutcome, info: EvaluationYearPerson, distinction: string): AnnualPerson {
  const quarters = quarterNumbers.map((quarter) => {
    const given = outcome.quarters[info.quarterNumbers.indexOf(quarter)]
    return given === undefined ? null : { total: round2(parseDecimal(given.total)), valid: given.valid, grade: given.grade }
  })
  const { annual, grade, reason, flags } = outcome
  const year = { annual, suggested: grade, eligible: reason.kind === 'ranked', needsMeeting: flags.includes('needsMeeting') }
  return { ...info, identity: outcome.identity, pool: outcome.pool, distinction, quarters, year, decided: info.decidedGrade }
}

/** 公示表: what may hang on the wall. */
function publicityDraft(people: readonly AnnualPerson[]): DraftTable {
  const rows = people.map((person, index): DraftRow => {
    const { references, cells } = repeatedYear(person)
    const remark = text(person.distinction === '' ? null : words.sameName(person.distinction))
    return { references, cells: { seq: number(index + 1), ...identityCells(person), ...cells, remark } }
  })
  return { key: 'publicity', rows }
}

/** The sheets with their places, before anything is calculated. @throws LayoutError */
export function placeEvaluationYear(data: EvaluationYearBookData, layout: Layout): PlacedBook {
  const infoOf = new Map(data.people.map((info) => [info.staff, info]))
  const distinction = distinctions(data.people)
  const known = data.outcome.people.flatMap((outcome) => {
    const info = infoOf.get(outcome.staff)
    return info ? [annualPerson(outcome, info, distinction.get(outcome.staff) ?? '')] : []
  })
  const order = poolOrder(known.map((person) => person.pool))
  const people = inOfficialOrder(known, order)
  const draft = {
    tokens: { ...metaTokens(data.meta), year: String(data.outcome.year) },
    author: data.meta.exportedBy,
    createdAt: createdAt(data.meta),
    sheets: [
      { key: 'summary', tables: [annualDraft(people, order)] },
      { key: 'grades', tables: [yearGradesDraft(data.outcome, order)] },
      { key: 'publicity', tables: [publicityDraft(people)], tokens: { publicity: publicityToken(data.publicity) } },
      metadataSheet(data.meta),
    ],
  }
  return placeBook(draft, layout)
}

/** 四维综合考评工作簿 of a year: annual scores, grades and quotas. @throws LayoutError */
export function evaluationYearWorkbook(data: EvaluationYearBookData, layout: Layout): WorkbookModel {
  return renderBook(placeEvaluationYear(data, layout))
}
