import { scoringModes } from '../../../../../shared/domain/plans/vocabulary.ts'
import type { DraftBook } from '../../arrange/draft.ts'
import { placeBook } from '../../arrange/place.ts'
import type { PlacedBook } from '../../arrange/place.ts'
import { renderBook } from '../../arrange/render.ts'
import type { EvaluationBookData } from './data.ts'
import type { Layout } from '../../../../../shared/domain/papers/layout.ts'
import { createdAt, metadataSheet, metaTokens, publicityToken } from '../../metadata.ts'
import type { WorkbookModel } from '../../model/model.ts'
import { chartWords, totalRuleWords } from '../../vocabulary.ts'
import { constantsDraft } from './constants.ts'
import { withDimensionHeadings } from './dimension-headings.ts'
import { evaluationContext } from './context.ts'
import type { EvaluationContext } from './context.ts'
import { deductionsDraft } from './deduction-sheet.ts'
import { ratingsDraft } from './module-sheet.ts'
import { comparisonDraft, gradesDraft, publicityDraft } from './overview-sheets.ts'
import { groupsDraft, modulesDraft, postsDraft, ratingGroupsDraft, taskFillsDraft, villagesDraft } from './parameters.ts'
import { segmentsDraft } from './post-sheet.ts'
import { specialDraft } from './special-sheet.ts'
import { summaryDraft } from './summary-sheet.ts'
import { partsDraft } from './task-sheet.ts'
import { teamDraft } from './team-sheet.ts'

/** How the total comes about, for each mode that occurs. */
function totalRules({ people }: EvaluationContext): readonly string[] {
  const modes = new Set(people.map(({ outcome }) => outcome.mode))
  return scoringModes.filter((mode) => modes.has(mode)).map((mode) => totalRuleWords[mode])
}

function draftEvaluation(data: EvaluationBookData): DraftBook {
  const context = evaluationContext(data)
  const comparison = {
    table: 'comparison',
    categories: 'name',
    values: [{ field: 'total', name: chartWords.meanTotal }],
    title: chartWords.comparison,
    axisTitle: chartWords.points,
  }
  return {
    tokens: metaTokens(data.meta),
    author: data.meta.exportedBy,
    createdAt: createdAt(data.meta),
    sheets: [
      { key: 'summary', tables: [summaryDraft(context)], notes: totalRules(context) },
      { key: 'posts', tables: [segmentsDraft(context)] },
      { key: 'modules', tables: [ratingsDraft(context)] },
      { key: 'tasks', tables: [partsDraft(context)] },
      { key: 'team', tables: [teamDraft(context)] },
      { key: 'special', tables: [specialDraft(context)] },
      { key: 'deductions', tables: [deductionsDraft(context)] },
      { key: 'comparison', tables: [comparisonDraft(context)], chart: comparison },
      { key: 'grades', tables: [gradesDraft(context)] },
      { key: 'publicity', tables: [publicityDraft(context)], tokens: { publicity: publicityToken(data.publicity) } },
      {
        key: 'parameters',
        tables: [
          modulesDraft(context), villagesDraft(context), groupsDraft(context), postsDraft(context),
          ratingGroupsDraft(context), taskFillsDraft(context), constantsDraft(context),
        ],
      },
      metadataSheet(data.meta),
    ],
  }
}

/** The sheets with their places, before anything is calculated; for asking what a changed cell would do. */
export function placeEvaluation(data: EvaluationBookData, layout: Layout): PlacedBook {
  return placeBook(draftEvaluation(data), withDimensionHeadings(layout, data.dimensions))
}

/** 四维综合考评工作簿 of a quarter, with live formulas from the input cells up to the grades. @throws LayoutError */
export function evaluationWorkbook(data: EvaluationBookData, layout: Layout): WorkbookModel {
  return renderBook(placeEvaluation(data, layout))
}
