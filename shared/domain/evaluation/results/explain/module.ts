import { decimalText } from '../../../../lib/decimal.ts'
import { exactly as exactScore, hundredthsText, noHundredths } from '../../../../lib/hundredths.ts'
import { multiply, sum, whole } from '../../../../lib/rational.ts'
import type { LeaderScoreOutcome, ModuleOutcome, PeerOutcome } from '../../computing/module-outcome.ts'
import { child, exactly, given, product, quotient, rounded, sumOfAll, sumOfCounted, type Reckoning } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { explainHeadRating } from './head-rating.ts'
import { makeNode, notes, sourceOf } from './make-node.ts'
import type { SnapshotNames } from '../../computing/names.ts'
import { scoreOrNull, shown, sumOf } from './numbers.ts'
import { explainTaskProgress } from './task-progress.ts'
import { explainWords, factLabels } from './words.ts'

/** Fewer votes than this are never shown: they would tell who gave what. */
export const fewestVotesShown = 3

function whyNot({ why, minVotes, minTurnout }: PeerOutcome): string | null {
  switch (why) {
    case 'valid': return null
    case 'noVotes': return explainWords.noVotes
    case 'fewVotes': return explainWords.fewVotes(minVotes)
    case 'lowTurnout': return explainWords.lowTurnout(shown(minTurnout))
  }
}

/** M3: from counts alone, and not even those where there are too few. */
function explainPeers(outcome: PeerOutcome): ExplainNode {
  const { bands, votes, abstained, mean, score } = outcome
  const isHidden = votes > 0 && votes < fewestVotesShown
  const cast = bands.filter((band) => band.votes > 0)
  const reckoned = isHidden ? given(exactScore(score ?? noHundredths)) : quotient(sumOfAll(cast.map((_, at) => child(at))), given(votes))
  return makeNode({
    key: 'M3',
    label: explainWords.leaves.M3,
    value: scoreOrNull(score),
    arithmetic: score === null ? null : rounded(reckoned),
    enters: 'plus',
    formula: isHidden || mean === null ? null : `(${sumOf(cast.map((band) => `${shown(band.points)}×${band.votes}`))}) ÷ ${votes} = ${shown(sum(cast.map((band) => multiply(band.points, whole(band.votes)))))} ÷ ${votes} = ${shown(mean)}`,
    notes: notes(whyNot(outcome), isHidden && explainWords.votesHidden),
    children: isHidden ? [] : cast.map(({ band, points, votes: own }) =>
      makeNode({
        key: 'band',
        label: explainWords.votes(band, shown(points)),
        value: shown(multiply(points, whole(own))),
        arithmetic: exactly(product(given(points), given(own))),
        formula: `${shown(points)} × ${own}`,
      }),
    ),
    source: isHidden || votes === 0 ? null : sourceOf({ kind: 'ballots' }, [factLabels.votes, votes], [factLabels.abstained, abstained]),
  })
}

/** M4: the mean of the scores given. */
function explainLeaders({ scores, mean, score }: LeaderScoreOutcome, names: SnapshotNames): ExplainNode {
  return makeNode({
    key: 'M4',
    label: explainWords.leaves.M4,
    value: scoreOrNull(score),
    arithmetic: score === null ? null : rounded(quotient(sumOfAll(scores.map((_, at) => child(at))), given(scores.length))),
    enters: 'plus',
    formula: mean === null ? null : `(${sumOf(scores.map((own) => shown(own.score)))}) ÷ ${scores.length} = ${shown(mean)}`,
    notes: notes(score === null && explainWords.noLeaderScore),
    children: scores.map((own) =>
      makeNode({
        key: 'leaderScore',
        label: explainWords.scoreBy(names.staff(own.scorer)),
        value: shown(own.score),
        arithmetic: exactly(given(own.score)),
        source: sourceOf({ kind: 'leaderScore', scorer: own.scorer }, [factLabels.scorer, names.staff(own.scorer)], [factLabels.given, shown(own.score)]),
      }),
    ),
  })
}

function howOf({ how, leaves, max, score }: ModuleOutcome): { readonly formula: string; readonly note: string | null } {
  const present = leaves.flatMap((leaf) => (leaf.score === null ? [] : [hundredthsText(leaf.score)]))
  switch (how.kind) {
    case 'sum':
      return { formula: `${sumOf(present)} = ${hundredthsText(score)}`, note: null }
    case 'rescaled':
      return { formula: `(${sumOf(present)}) × ${shown(max)} ÷ ${shown(how.presentMax)} = ${shown(how.exact)}`, note: explainWords.rescaled }
    case 'filled':
      return { formula: shown(how.mean), note: explainWords.filled(how.people) }
    case 'noScore':
      return { formula: decimalText(whole(0), 2), note: explainWords.noScore }
  }
}

function reckoningOf({ how, max }: ModuleOutcome, leaves: readonly ExplainNode[]): Reckoning {
  switch (how.kind) {
    case 'sum':
      return sumOfCounted(leaves)
    case 'rescaled':
      return quotient(product(sumOfCounted(leaves), given(max)), given(how.presentMax))
    case 'filled':
      return given(how.mean)
    case 'noScore':
      return given(0)
  }
}

/** M: its leaves, and what was done where some are missing. */
export function explainModule(outcome: ModuleOutcome, names: SnapshotNames): ExplainNode {
  const { headRating, taskProgress, peer, leaderScore, leaves, how, score } = outcome
  const { formula, note } = howOf(outcome)
  const children = [
    ...(headRating === null ? [] : [explainHeadRating(headRating, names)]),
    ...(taskProgress === null ? [] : [explainTaskProgress(taskProgress, names)]),
    ...(peer === null ? [] : [explainPeers(peer)]),
    ...(leaderScore === null ? [] : [explainLeaders(leaderScore, names)]),
  ]
  return makeNode({
    key: 'module',
    label: explainWords.module,
    value: hundredthsText(score),
    arithmetic: rounded(reckoningOf(outcome, children)),
    enters: 'plus',
    isSum: how.kind === 'sum',
    formula: leaves.length === 0 ? null : formula,
    notes: notes(note),
    children,
  })
}
