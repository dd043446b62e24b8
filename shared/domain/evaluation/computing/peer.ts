import { round2 } from '../../../lib/hundredths.ts'
import { add, compare, divide, multiply, ratio, whole, zero } from '../../../lib/rational.ts'
import type { PeerCount, PeerVote } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { PeerOutcome } from './module-outcome.ts'

/** Fewer votes on one person than this are never shown, and not kept once the voting is closed: with who has voted they would tell who gave what. */
export const fewestShownVotes = 3

/** Turns single ballots into counts per ratee, in the order first met; after this nobody can tell who gave what. */
export function countVotes(votes: readonly PeerVote[]): readonly PeerCount[] {
  const counts = new Map<string, { bands: Map<string, number>; abstained: number }>()
  for (const { staff, band } of votes) {
    const count = counts.get(staff) ?? { bands: new Map<string, number>(), abstained: 0 }
    counts.set(staff, count)
    if (band === null) count.abstained += 1
    else count.bands.set(band, (count.bands.get(band) ?? 0) + 1)
  }
  return Array.from(counts, ([staff, { bands, abstained }]) => ({ staff, votes: Object.fromEntries(bands), abstained }))
}

function whyOf(votes: number, ballots: number, plan: ExactPlan): PeerOutcome['why'] {
  if (votes === 0) return 'noVotes'
  if (votes < plan.minVotes) return 'fewVotes'
  return compare(ratio(BigInt(votes), BigInt(ballots)), plan.minTurnout) < 0 ? 'lowTurnout' : 'valid'
}

/** M3 (互评): the mean of the votes, missing when too few voted. `count` null: no ballot was handed out. */
export function scorePeers(count: PeerCount | null, plan: ExactPlan): PeerOutcome {
  const given = new Map(Object.entries(count?.votes ?? {}))
  const bands = Array.from(plan.peerBands, ([band, points]) => ({ band, points, votes: given.get(band) ?? 0 }))
  const votes = bands.reduce((total, band) => total + band.votes, 0)
  const abstained = count?.abstained ?? 0
  const ballots = votes + abstained
  const points = bands.reduce((total, band) => add(total, multiply(band.points, whole(band.votes))), zero)
  const mean = votes === 0 ? null : divide(points, whole(votes))
  const why = whyOf(votes, ballots, plan)
  return {
    max: plan.peer,
    bands,
    votes,
    abstained,
    ballots,
    minVotes: plan.minVotes,
    minTurnout: plan.minTurnout,
    why,
    mean,
    score: why === 'valid' && mean !== null ? round2(mean) : null,
  }
}
