import { decimalText } from '../../../../lib/decimal.ts'
import { hundredthsText, noHundredths, round2 } from '../../../../lib/hundredths.ts'
import { isZero } from '../../../../lib/rational.ts'
import type { PostOutcome, PostSegment } from '../../computing/outcome.ts'
import { child, atMost, given, exactly, rounded, weightedMean, type Reckoning } from './arithmetic.ts'
import type { ExplainNode } from './node.ts'
import { makeNode, notes, sourceOf } from './make-node.ts'
import type { SnapshotNames } from '../../computing/names.ts'
import { isShownExactly, shown, sumOf } from './numbers.ts'
import { explainWords, factLabels } from './words.ts'

function segmentNodes(segments: readonly PostSegment[], names: SnapshotNames, of: 'score' | 'coefficient'): readonly ExplainNode[] {
  return segments.map((segment) => {
    const held = segment.held.map(({ module, post }) => explainWords.held(names.module(module), names.post(post)))
    return makeNode({
      key: 'segment',
      label: explainWords.segment(held.join('、'), segment.from, segment.to),
      value: shown(segment[of]),
      arithmetic: exactly(given(segment[of])),
      notes: notes(segment.held.length > 1 && explainWords.takeHighest),
      source: sourceOf(
        { kind: 'assignment' },
        [factLabels.post, held.join('、')],
        [factLabels.from, segment.from],
        [factLabels.to, segment.to],
        [factLabels.days, explainWords.days(segment.days)],
        [factLabels.postScore, shown(segment.score)],
        [factLabels.coefficient, shown(segment.coefficient)],
      ),
    })
  })
}

function meanFormula(segments: readonly PostSegment[], days: number, of: 'score' | 'coefficient'): string {
  return `(${sumOf(segments.map((segment) => `${shown(segment[of])}×${segment.days}`))}) ÷ ${days}`
}

function meanOf(segments: readonly PostSegment[]): Reckoning {
  return weightedMean(segments.map(({ days }, at) => ({ value: child(at), weight: days })))
}

/** P: the mean of the daily post scores, at most the maximum. */
export function explainPost(post: PostOutcome, names: SnapshotNames): ExplainNode {
  const { segments, coveredDays, mean, max, score } = post
  const place = { key: 'post', label: explainWords.post, enters: 'plus' } as const
  if (score === null) return makeNode({ ...place, value: hundredthsText(noHundredths), arithmetic: exactly(given(0)), notes: [explainWords.notInPlan] })
  const isCapped = round2(mean) > score
  const own = `${meanFormula(segments, coveredDays, 'score')} = ${shown(mean)}`
  return makeNode({
    ...place,
    value: hundredthsText(score),
    arithmetic: rounded(atMost(meanOf(segments), given(max))),
    formula: own,
    notes: notes(isCapped && explainWords.capped(shown(max)), !isCapped && !isShownExactly(mean) && explainWords.roundedFrom(shown(mean))),
    children: segmentNodes(segments, names, 'score'),
  })
}

/** k: the mean of the daily coefficients, to four decimals. */
export function explainCoefficient({ segments, coveredDays, coefficient, exactCoefficient }: PostOutcome, names: SnapshotNames): ExplainNode {
  return makeNode({
    key: 'coefficient',
    label: explainWords.coefficient,
    value: decimalText(coefficient, 4),
    arithmetic: rounded(meanOf(segments), 4),
    formula: isZero(exactCoefficient) ? null : `${meanFormula(segments, coveredDays, 'coefficient')} = ${shown(exactCoefficient)}`,
    children: segmentNodes(segments, names, 'coefficient'),
  })
}
