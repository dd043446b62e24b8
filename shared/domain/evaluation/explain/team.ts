import { parseDecimal } from '../../../lib/decimal.ts'
import { hundredthsText } from '../../../lib/hundredths.ts'
import { compare, multiply } from '../../../lib/rational.ts'
import type { QuarterInput, ServiceEvent } from '../case.ts'
import { planWord } from '../plan-vocabulary.ts'
import type { MembershipRow, ServiceKindOutcome, ServiceOutcome, TeamOutcome, TeamResultOutcome } from '../team-outcome.ts'
import type { ExplainNode } from './node.ts'
import { makeNode, notes, sourceOf } from './make-node.ts'
import type { SnapshotNames } from './names.ts'
import { isShownExactly, scoreOrNull, shown, sumOf } from './numbers.ts'
import { explainWords, factLabels } from './words.ts'

function membershipNode(row: MembershipRow, rankedVillages: number, names: SnapshotNames): ExplainNode {
  const village = names.village(row.village)
  return makeNode({
    key: 'village',
    label: village,
    value: shown(row.points),
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
    enters: 'plus',
    formula: `(${sumOf(rows.map((row) => `${shown(row.points)}×${row.days}`))}) ÷ ${days} = ${shown(exact)}`,
    children: rows.map((row) => membershipNode(row, rankedVillages, names)),
  })
}

/** One event of a kind: what it brought, or why nothing. */
function eventNode(event: ServiceEvent, value: string | null, note: string | null, names: SnapshotNames): ExplainNode {
  const { village, date, kind, household, quantity, verified } = event
  return makeNode({
    key: 'event',
    label: explainWords.event(date, names.village(village)),
    value,
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
  const counted = at(service.counted).map((event) => eventNode(event, shown(multiply(parseDecimal(event.quantity), each)), null, names))
  const repeated = at(service.duplicates.map(({ event }) => event)).map((event) => eventNode(event, null, explainWords.eventRepeated, names))
  const unverified = at(service.unverified).map((event) => eventNode(event, null, explainWords.eventUnverified, names))
  const outside = at(service.outside).map((event) => eventNode(event, null, explainWords.outside, names))
  const isCapped = compare(capped, points) < 0
  return makeNode({
    key: kind,
    label: planWord('service', kind),
    value: shown(capped),
    enters: 'plus',
    isSum: !isCapped && counted.every(({ value }) => value !== null && !value.startsWith('≈')),
    formula: `${shown(quantity)} × ${shown(each)} = ${shown(points)}`,
    notes: notes(isCapped && explainWords.capped(shown(cap))),
    children: [...counted, ...repeated, ...unverified, ...outside],
  })
}

/** T2: the points for service, measured by what the days present ask for. */
function explainService(service: ServiceOutcome, days: number, input: QuarterInput, names: SnapshotNames): ExplainNode {
  const { max, target, kinds, points, coverage, needed, exact, score } = service
  return makeNode({
    key: 'T2',
    label: explainWords.leaves.T2,
    value: scoreOrNull(score),
    enters: 'plus',
    formula: exact === null ? null : `${shown(max)} × min(1, ${shown(points)} ÷ ${shown(needed)}) = ${shown(exact)}`,
    children: [
      makeNode({
        key: 'servicePoints',
        label: explainWords.servicePoints,
        value: shown(points),
        isSum: kinds.every(({ capped }) => isShownExactly(capped)),
        formula: kinds.length === 0 ? null : `${sumOf(kinds.map(({ capped }) => shown(capped)))} = ${shown(points)}`,
        children: kinds.map((kind) => kindNode(kind, service, input, names)),
      }),
      makeNode({ key: 'serviceNeeded', label: explainWords.serviceNeeded, value: shown(needed), formula: `${shown(target)} × ${coverage} ÷ ${days} = ${shown(needed)}` }),
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

/** T: result and service, or what stands for them. `days` is N. */
export function explainTeam(outcome: TeamOutcome, days: number, input: QuarterInput, names: SnapshotNames): ExplainNode {
  const { result, service, how, score } = outcome
  const { formula, note } = howOf(outcome)
  return makeNode({
    key: 'team',
    label: explainWords.team,
    value: hundredthsText(score),
    enters: 'plus',
    isSum: how.kind === 'sum',
    formula: how.kind === 'sum' && result === null && service === null ? null : formula,
    notes: notes(note),
    children: [...(result === null ? [] : [explainResult(result, names)]), ...(service === null ? [] : [explainService(service, days, input, names)])],
  })
}
