import { parseDecimal } from '../../../../lib/decimal.ts'
import { exactly as exactScore, hundredthsText } from '../../../../lib/hundredths.ts'
import { compare, isZero, multiply, type Rational } from '../../../../lib/rational.ts'
import type { QuarterInput, ServiceEvent } from '../../../plans/case.ts'
import { planWord } from '../../../plans/plan-vocabulary.ts'
import type { MembershipRow, ServiceKindOutcome, ServiceOutcome, TeamOutcome, TeamResultOutcome } from '../../../plans/team-outcome.ts'
import { atMost, child, exactly, given, product, quotient, rounded, sumOfAll, sumOfCounted, weightedMean, type Arithmetic, type Reckoning } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { makeNode, notes, sourceOf } from './make-node.ts'
import type { SnapshotNames } from '../../computing/names.ts'
import { isShownExactly, scoreOrNull, shown, sumOf } from './numbers.ts'
import { explainWords, factLabels } from './words.ts'

function membershipNode(row: MembershipRow, rankedVillages: number, names: SnapshotNames): ExplainNode {
  const village = names.village(row.village)
  return makeNode({
    key: 'village',
    label: village,
    value: shown(row.points),
    arithmetic: exactly(given(row.points)),
    notes: notes(row.place === null && explainWords.villageUnranked),
    source: sourceOf(
      { kind: 'village', village: row.village },
      [factLabels.village, village],
      [factLabels.from, row.from],
      [factLabels.to, row.to ?? explainWords.open],
      [factLabels.days, explainWords.days(row.days)],
      [factLabels.rank, row.quarterRank],
      [factLabels.place, row.place === null ? null : `${row.place} / ${rankedVillages}`],
    ),
  })
}

/** T1: the points of the villages, weighted by days. */
function explainResult({ rows, rankedVillages, days, exact, score }: TeamResultOutcome, names: SnapshotNames): ExplainNode {
  return makeNode({
    key: 'T1',
    label: explainWords.leaves.T1,
    value: hundredthsText(score),
    arithmetic: rounded(weightedMean(rows.map((row, at) => ({ value: child(at), weight: row.days })))),
    enters: 'plus',
    formula: `(${sumOf(rows.map((row) => `${shown(row.points)}×${row.days}`))}) ÷ ${days} = ${shown(exact)}`,
    children: rows.map((row) => membershipNode(row, rankedVillages, names)),
  })
}

/** One event of a kind: what it brought, or why nothing. */
function eventNode(event: ServiceEvent, each: Rational | null, note: string | null, names: SnapshotNames): ExplainNode {
  const { village, date, kind, household, quantity, verified } = event
  return makeNode({
    key: 'event',
    label: explainWords.event(date, names.village(village)),
    value: each === null ? null : shown(multiply(parseDecimal(quantity), each)),
    arithmetic: each === null ? null : exactly(product(given(parseDecimal(quantity)), given(each))),
    enters: note === null ? 'plus' : 'asStated',
    notes: notes(note),
    source: sourceOf(
      { kind: 'event', village, date, eventKind: kind, household },
      [factLabels.date, date],
      [factLabels.village, names.village(village)],
      [factLabels.household, household],
      [factLabels.quantity, quantity],
      [factLabels.verified, verified ? explainWords.verified : explainWords.notVerified],
    ),
  })
}

function kindNode(outcome: ServiceKindOutcome, service: ServiceOutcome, input: QuarterInput, names: SnapshotNames): ExplainNode {
  const { kind, quantity, each, points, cap, capped } = outcome
  const at = (positions: readonly number[]) => positions.flatMap((position) => input.serviceEvents[position] ?? []).filter((event) => event.kind === kind)
  const counted = at(service.counted).map((event) => eventNode(event, each, null, names))
  const repeated = at(service.duplicates.map(({ event }) => event)).map((event) => eventNode(event, null, explainWords.eventRepeated, names))
  const unverified = at(service.unverified).map((event) => eventNode(event, null, explainWords.eventUnverified, names))
  const outside = at(service.outside).map((event) => eventNode(event, null, explainWords.outside, names))
  const isCapped = compare(capped, points) < 0
  return makeNode({
    key: kind,
    label: planWord('service', kind),
    value: shown(capped),
    arithmetic: exactly(atMost(sumOfCounted(counted), given(cap))),
    enters: 'plus',
    isSum: !isCapped && counted.every(({ value }) => value !== null && !value.startsWith('≈')),
    formula: `${shown(quantity)} × ${shown(each)} = ${shown(points)}`,
    notes: notes(isCapped && explainWords.capped(shown(cap))),
    children: [...counted, ...repeated, ...unverified, ...outside],
  })
}

function shareOf({ max, needed }: ServiceOutcome): Arithmetic {
  return rounded(isZero(needed) ? given(max) : product(given(max), atMost(quotient(child(0), child(1)), given(1))))
}

/** T2: the points for service, measured by what the days present ask for. */
function explainService(service: ServiceOutcome, days: number, input: QuarterInput, names: SnapshotNames): ExplainNode {
  const { max, target, kinds, points, coverage, needed, exact, score } = service
  return makeNode({
    key: 'T2',
    label: explainWords.leaves.T2,
    value: scoreOrNull(score),
    arithmetic: exact === null ? null : shareOf(service),
    enters: 'plus',
    formula: exact === null ? null : `${shown(max)} × min(1, ${shown(points)} ÷ ${shown(needed)}) = ${shown(exact)}`,
    children: [
      makeNode({
        key: 'servicePoints',
        label: explainWords.servicePoints,
        value: shown(points),
        arithmetic: exactly(sumOfAll(kinds.map((_, at) => child(at)))),
        isSum: kinds.every(({ capped }) => isShownExactly(capped)),
        formula: kinds.length === 0 ? null : `${sumOf(kinds.map(({ capped }) => shown(capped)))} = ${shown(points)}`,
        children: kinds.map((kind) => kindNode(kind, service, input, names)),
      }),
      makeNode({ key: 'serviceNeeded', label: explainWords.serviceNeeded, value: shown(needed), arithmetic: exactly(quotient(product(given(target), given(coverage)), given(days))), formula: `${shown(target)} × ${coverage} ÷ ${days} = ${shown(needed)}` }),
    ],
  })
}

function howOf({ how, max, result, service, score }: TeamOutcome): { readonly formula: string; readonly note: string | null } {
  switch (how.kind) {
    case 'sum': {
      const parts = [result, service].flatMap((part) => (part === null || part.score === null ? [] : [hundredthsText(part.score)]))
      return { formula: `${sumOf(parts)} = ${hundredthsText(score)}`, note: null }
    }
    case 'noTeam':
      return { formula: `${hundredthsText(how.module)} × ${shown(max)} ÷ ${shown(how.moduleMax)} = ${shown(how.exact)}`, note: explainWords.noTeam }
    case 'noServiceDays':
      return { formula: `${hundredthsText(how.score)} × ${shown(max)} ÷ ${shown(how.max)} = ${shown(how.exact)}`, note: explainWords.noServiceDays[how.from] }
  }
}

function carriedOver(score: Rational, from: Rational, to: Rational): Reckoning {
  return isZero(from) ? given(0) : quotient(product(given(score), given(to)), given(from))
}

function reckoningOf({ how, max }: TeamOutcome, children: readonly ExplainNode[]): Reckoning {
  switch (how.kind) {
    case 'sum':
      return sumOfCounted(children)
    case 'noTeam':
      return carriedOver(exactScore(how.module), how.moduleMax, max)
    case 'noServiceDays':
      return carriedOver(exactScore(how.score), how.max, max)
  }
}

/** T: result and service, or what stands for them. `days` is N. */
export function explainTeam(outcome: TeamOutcome, days: number, input: QuarterInput, names: SnapshotNames): ExplainNode {
  const { result, service, how, score } = outcome
  const { formula, note } = howOf(outcome)
  const children = [...(result === null ? [] : [explainResult(result, names)]), ...(service === null ? [] : [explainService(service, days, input, names)])]
  return makeNode({
    key: 'team',
    label: explainWords.team,
    value: hundredthsText(score),
    arithmetic: rounded(reckoningOf(outcome, children)),
    enters: 'plus',
    isSum: how.kind === 'sum',
    formula: how.kind === 'sum' && result === null && service === null ? null : formula,
    notes: notes(note),
    children,
  })
}
