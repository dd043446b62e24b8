import { round2, smaller } from '../../../lib/hundredths.ts'
import { add, multiply, whole, zero } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import { compareText } from '../../../lib/text-order.ts'
import type { Deduction, Period } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { DeductionItem, DeductionOutcome } from './outcome.ts'

/** Points of the `order`-th rejected feedback of the calendar year, counted from 1; the last step stands for all later ones. */
export function rejectionPoints(order: number, plan: ExactPlan): Rational {
  return plan.rejectedFeedback[Math.min(order, plan.rejectedFeedback.length) - 1] ?? zero
}

function stateOf(deduction: Deduction, period: Period): DeductionItem['state'] {
  if (deduction.date < period.start || deduction.date > period.end) return 'outside'
  return deduction.exempt ? 'exempt' : 'counted'
}

/** Items by date, then id; only counted rejections advance the year's count. */
function deductionItems(deductions: readonly Deduction[], priorRejections: number, period: Period, plan: ExactPlan): readonly DeductionItem[] {
  const inOrder = [...deductions].sort((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id))
  let rejections = priorRejections
  return inOrder.map((deduction): DeductionItem => {
    const { id, rule, date } = deduction
    const state = stateOf(deduction, period)
    if (state !== 'counted') return { id, rule, date, state, order: null, points: zero }
    if (rule !== 'rejected_feedback') return { id, rule, date, state, order: null, points: plan.deductions[rule] }
    rejections += 1
    return { id, rule, date, state, order: rejections, points: rejectionPoints(rejections, plan) }
  })
}

/** D (扣分) of one person. */
export function scoreDeductions(
  deductions: readonly Deduction[],
  negativeCirculars: number,
  priorRejections: number,
  period: Period,
  plan: ExactPlan,
): DeductionOutcome {
  const items = deductionItems(deductions, priorRejections, period, plan)
  const each = plan.deductions.negative_circular
  const circulars = { count: negativeCirculars, each, points: multiply(each, whole(negativeCirculars)) }
  const sum = items.reduce((total, item) => add(total, item.points), circulars.points)
  const score = plan.deductCap === 0 ? null : smaller(plan.deductCap, round2(sum))
  return { items, priorRejections, circulars, sum, cap: plan.deductCap, score }
}
