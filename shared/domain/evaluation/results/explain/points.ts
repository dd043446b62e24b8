import { decimalText } from '../../../../lib/decimal.ts'
import { exactly, hundredthsText, noHundredths, round2 } from '../../../../lib/hundredths.ts'
import { compare } from '../../../../lib/rational.ts'
import { deductionRuleNames } from '../../../plans/points/vocabulary.ts'
import type { DeductionItem, DeductionOutcome, GroupItem, HonourItem, SpecialOutcome } from '../../computing/outcome.ts'
import { planWord } from '../../../plans/plan-vocabulary.ts'
import { atMost, exactly as asGiven, given, product, quotient, rounded, sumOfCounted } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { makeNode, notes, sourceOf } from './make-node.ts'
import { shown, sumOf } from './numbers.ts'
import { explainWords, factLabels } from './words.ts'

function groupNode(item: GroupItem, days: number, most: number): ExplainNode {
  return makeNode({
    key: 'group',
    label: explainWords.group(item.name),
    value: hundredthsText(item.score),
    arithmetic: rounded(quotient(product(given(item.roleFactor), given(item.gradeFactor), given(item.days)), given(days))),
    enters: item.counted ? 'plus' : 'asStated',
    formula: `${shown(item.roleFactor)} × ${shown(item.gradeFactor)} × ${item.days} ÷ ${days} = ${shown(item.exact)}`,
    notes: notes(!item.counted && explainWords.groupBeyond(most)),
    source: sourceOf(
      { kind: 'group', group: item.group },
      [factLabels.role2, planWord('groupRole', item.role)],
      [factLabels.grade, item.grade],
      [factLabels.from, item.from],
      [factLabels.to, item.to ?? explainWords.open],
      [factLabels.days, explainWords.days(item.days)],
    ),
  })
}

function honourNode({ matter, level, score, counted }: HonourItem): ExplainNode {
  return makeNode({
    key: 'honour',
    label: explainWords.honour(matter),
    value: hundredthsText(score),
    arithmetic: asGiven(given(exactly(score))),
    enters: counted ? 'plus' : 'asStated',
    notes: notes(!counted && explainWords.honourRepeated),
    source: sourceOf({ kind: 'honour', matter, level }, [factLabels.matter, matter], [factLabels.level, planWord('honourLevel', level)]),
  })
}

/** X: groups, honours and positive circulars, at most the cap. `days` is N. */
export function explainSpecial(outcome: SpecialOutcome, days: number): ExplainNode {
  const { groups, honours, circulars, sum, cap, score, maxGroups } = outcome
  const children = [
    ...groups.map((item) => groupNode(item, days, maxGroups)),
    ...honours.map(honourNode),
    ...(circulars.count === 0 ? [] : [
      makeNode({
        key: 'circulars',
        label: explainWords.positiveCirculars,
        value: hundredthsText(circulars.score),
        arithmetic: asGiven(product(given(exactly(circulars.each)), given(circulars.count))),
        enters: 'plus',
        formula: `${hundredthsText(circulars.each)} × ${circulars.count} = ${hundredthsText(circulars.score)}`,
        source: sourceOf({ kind: 'circular', effect: 'positive' }),
      }),
    ]),
  ]
  const counted = children.flatMap(({ enters, value }) => (enters === 'plus' && value !== null ? [value] : []))
  const isCapped = score !== null && score < sum
  return makeNode({
    key: 'special',
    label: explainWords.special,
    value: hundredthsText(score ?? noHundredths),
    arithmetic: rounded(score === null ? given(0) : atMost(sumOfCounted(children), given(exactly(cap)))),
    enters: 'plus',
    isSum: score !== null && !isCapped,
    formula: counted.length === 0 || score === null ? null : `${sumOf(counted)} = ${hundredthsText(sum)}`,
    notes: notes(score === null && explainWords.notInPlan, isCapped && explainWords.capped(hundredthsText(cap))),
    children,
  })
}

function deductionNode({ id, rule, date, state, order, points }: DeductionItem): ExplainNode {
  return makeNode({
    key: 'deduction',
    label: deductionRuleNames[rule],
    value: state === 'outside' ? null : shown(points),
    arithmetic: state === 'outside' ? null : asGiven(given(points)),
    enters: state === 'counted' ? 'plus' : 'asStated',
    notes: notes(order !== null && explainWords.rejection(order), state === 'exempt' && explainWords.exempt, state === 'outside' && explainWords.outside),
    source: sourceOf({ kind: 'deduction', deduction: id }, [factLabels.rule, deductionRuleNames[rule]], [factLabels.date, date]),
  })
}

/** D: what is taken off, at most the cap; exempted items stay visible. */
export function explainDeduction(outcome: DeductionOutcome): ExplainNode {
  const { items, circulars, sum, cap, score, priorRejections } = outcome
  const children = [
    ...items.map(deductionNode),
    ...(circulars.count === 0 ? [] : [
      makeNode({
        key: 'circulars',
        label: explainWords.negativeCirculars,
        value: shown(circulars.points),
        arithmetic: asGiven(product(given(circulars.each), given(circulars.count))),
        enters: 'plus',
        formula: `${shown(circulars.each)} × ${circulars.count} = ${shown(circulars.points)}`,
        source: sourceOf({ kind: 'circular', effect: 'negative' }),
      }),
    ]),
  ]
  const counted = children.flatMap(({ enters, value }) => (enters === 'plus' && value !== null ? [value] : []))
  const isCapped = score !== null && compare(exactly(score), exactly(round2(sum))) < 0
  return makeNode({
    key: 'deduct',
    label: explainWords.deduct,
    value: hundredthsText(score ?? noHundredths),
    arithmetic: rounded(score === null ? given(0) : atMost(sumOfCounted(children), given(exactly(cap)))),
    enters: 'minus',
    isSum: score !== null && compare(exactly(score), sum) === 0,
    formula: counted.length === 0 || score === null ? null : `${sumOf(counted)} = ${decimalText(sum, 2)}`,
    notes: notes(
      score === null && explainWords.notInPlan,
      isCapped && explainWords.capped(hundredthsText(cap)),
      priorRejections > 0 && items.some(({ order }) => order !== null) && explainWords.priorRejections(priorRejections),
    ),
    children,
  })
}
