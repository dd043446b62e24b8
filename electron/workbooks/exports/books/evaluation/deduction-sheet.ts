import { compareText } from '../../../../../shared/lib/text-order.ts'
import type { DeductionItem } from '../../../../../shared/domain/evaluation/computing/outcome.ts'
import type { QuarterVeto } from '../../../../../shared/domain/plans/vocabulary.ts'
import { deductionRuleNames, vetoEffectNames } from '../../../../../shared/domain/plans/points/vocabulary.ts'
import { date, formula, number, numbered, text } from '../../arrange/draft.ts'
import type { DraftCell, DraftReference, DraftRow, DraftTable } from '../../arrange/draft.ts'
import { words } from '../../vocabulary.ts'
import { personCells } from './context.ts'
import type { BookPerson, EvaluationContext, Profile } from './context.ts'

/** 扣分及豁免: deductions by date, exempt ones at 0 points, negative circulars, vetoes. */

/** Numbers by which the grade finds the vetoes. */
export const vetoNumbers: Readonly<Record<QuarterVeto, number>> = { no_good: 1, cap_basic: 2, cap_incompetent: 3 }

const activeTemplate = `IF(AND([date]>={start},[date]<={end},[exempt]<>"${words.yes}"),1,0)`
const earlier = '[deductions.key],[key],[deductions.isRejection],1,[deductions.active],1'
/** Only rejections that count advance the year's count, by date, then id. */
const orderTemplate =
  `IF([active]=1,[@prior]+COUNTIFS(${earlier},[deductions.date],"<"&[date])+COUNTIFS(${earlier},[deductions.date],[date],[deductions.idOrder],"<"&[idOrder])+1,"")`
const stateTemplate = `IF(OR([date]<{start},[date]>{end}),"${words.outside}",IF([exempt]="${words.yes}","${words.exempt}","${words.counted}"))`

/** Points of the n-th rejection; the last step stands for all later ones. */
function rejectionTemplate({ constants }: Profile): string {
  const last = constants.deduct.rejected_feedback.length - 1
  const nested = constants.deduct.rejected_feedback
    .slice(0, last)
    .reduceRight((rest, _, index) => `IF([order]<=${String(index + 1)},{rejected:${String(index)}},${rest})`, `{rejected:${String(last)}}`)
  return `IF([active]=1,${nested},0)`
}

function commonCells(person: BookPerson): Readonly<Record<string, DraftCell>> {
  return {
    ...personCells(person),
    module: text(person.info.moduleName),
    remark: text(person.distinction === '' ? null : words.sameName(person.distinction)),
  }
}

function priorId(person: BookPerson): string {
  return `prior:${String(person.key)}`
}

function itemRow(person: BookPerson, item: DeductionItem, idOrder: number, isExempt: boolean): DraftRow {
  const isRejection = item.rule === 'rejected_feedback'
  const references: Readonly<Record<string, DraftReference>> = isRejection ? { prior: { table: 'deductions', row: priorId(person), field: 'count' } } : {}
  return {
    constants: person.profile.field,
    references,
    cells: {
      ...commonCells(person),
      rule: text(deductionRuleNames[item.rule]),
      item: text(item.id),
      date: date(item.date),
      exempt: text(isExempt ? words.yes : null),
      active: formula(activeTemplate),
      state: formula(stateTemplate),
      idOrder: number(idOrder),
      ...(isRejection ? { isRejection: number(1), order: formula(orderTemplate, item.order ?? '') } : {}),
      score: formula(isRejection ? rejectionTemplate(person.profile) : `IF([active]=1,{${item.rule}},0)`),
    },
  }
}

function circularRow(person: BookPerson, count: number): DraftRow {
  return {
    constants: person.profile.field,
    cells: { ...commonCells(person), rule: text(words.negativeCircular), count: number(count), state: text(words.counted), score: formula('{negative_circular}*[count]') },
  }
}

function vetoRow(person: BookPerson, veto: QuarterVeto): DraftRow {
  return { cells: { ...commonCells(person), rule: text(words.veto), state: text(vetoEffectNames[veto]), veto: number(vetoNumbers[veto]) } }
}

function rowsOf(person: BookPerson, idOrders: ReadonlyMap<string, number>): readonly DraftRow[] {
  const { items, priorRejections, circulars } = person.outcome.deduction
  const exempt = new Set(person.facts.deductions.filter((deduction) => deduction.exempt).map((deduction) => deduction.id))
  const hasRejections = priorRejections > 0 || items.some((item) => item.rule === 'rejected_feedback')
  const prior: DraftRow = { id: priorId(person), cells: { ...commonCells(person), rule: text(words.priorRejections), count: number(priorRejections), score: number(0) } }
  return [
    ...(hasRejections ? [prior] : []),
    ...items.map((item) => itemRow(person, item, idOrders.get(item.id) ?? 0, exempt.has(item.id))),
    ...(circulars.count > 0 ? [circularRow(person, circulars.count)] : []),
    ...person.outcome.grade.vetoes.map((veto) => vetoRow(person, veto)),
  ]
}

export function deductionsDraft(context: EvaluationContext): DraftTable {
  const ids = context.data.input.deductions.map((deduction) => deduction.id).sort(compareText)
  const idOrders = new Map(ids.map((id, index) => [id, index + 1]))
  return { key: 'deductions', rows: numbered(context.people.flatMap((person) => rowsOf(person, idOrders))) }
}
