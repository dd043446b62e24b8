import { parseDecimal } from '../../../lib/decimal.ts'
import { compare } from '../../../lib/rational.ts'
import { tracks } from '../../people/codes.ts'
import { fewestShownVotes } from '../computing/peer.ts'
import { planOfTrack } from '../../plans/plan-of-track.ts'
import type { DecimalText, LateStep, PlanConstants } from '../../plans/plan.ts'
import type { PlanDocument } from '../../plans/plan-document.ts'
import { senseWords } from '../../plans/plan-vocabulary.ts'
import { specialPool } from '../computing/secondment.ts'

/** A constant that can be computed with and yet cannot be meant; `path` from the document's root. */
export interface PlanDoubt {
  readonly path: string
  readonly message: string
}

function exceeds(value: DecimalText, limit: DecimalText): boolean {
  return compare(parseDecimal(value), parseDecimal(limit)) > 0
}

function shareDoubts(shares: Readonly<Record<string, DecimalText | null>>): readonly PlanDoubt[] {
  return Object.entries(shares).flatMap(([path, share]) => (share !== null && exceeds(share, '1') ? [{ path, message: senseWords.share }] : []))
}

/** Lines of grades, best first: each that lies above the one before it. */
function lineDoubts(at: string, lines: Readonly<Record<string, DecimalText>>): readonly PlanDoubt[] {
  const rows = Object.entries(lines)
  return rows.flatMap(([name, line], place) => {
    const above = rows[place - 1]?.[1]
    return above !== undefined && exceeds(line, above) ? [{ path: `${at}.${name}`, message: senseWords.ascending(line, above) }] : []
  })
}

function bandDoubts(at: string, max: DecimalText, bands: Readonly<Record<string, DecimalText>>): readonly PlanDoubt[] {
  if (!exceeds(max, '0')) return []
  const beyond = Object.entries(bands).flatMap(([band, points]) => (exceeds(points, max) ? [{ path: `${at}.${band}`, message: senseWords.beyond(points, max) }] : []))
  return Object.keys(bands).length < 2 ? [{ path: at, message: senseWords.bands }, ...beyond] : beyond
}

function lateDoubts(late: readonly LateStep[]): readonly PlanDoubt[] {
  return late.flatMap(({ days }, place): readonly PlanDoubt[] => {
    const path = `tasks.late[${String(place)}].days`
    const before = late[place - 1]?.days
    if (place === late.length - 1) return days === null ? [] : [{ path, message: senseWords.lastLate }]
    if (days === null) return [{ path, message: senseWords.endlessLate }]
    return before !== undefined && before !== null && days <= before ? [{ path, message: senseWords.lateOrder(days, before) }] : []
  })
}

function constantDoubts({ module, tasks, team, validity }: PlanConstants): readonly PlanDoubt[] {
  const { factorMin, factorMax, minTurnout, rescaleAt, zeroTaskShare } = module
  return [
    ...shareDoubts({ 'validity.share': validity.share, 'module.minTurnout': minTurnout, 'module.rescaleAt': rescaleAt, 'module.zeroTaskShare': zeroTaskShare }),
    ...bandDoubts('module.headBands', module.head, module.headBands),
    ...bandDoubts('module.peerBands', module.peer, module.peerBands),
    ...(exceeds(factorMin, factorMax) ? [{ path: 'module.factorMin', message: senseWords.factors(factorMin, factorMax) }] : []),
    ...(exceeds(module.peer, '0') && module.minVotes < fewestShownVotes ? [{ path: 'module.minVotes', message: senseWords.fewVotes(module.minVotes, fewestShownVotes) }] : []),
    ...lateDoubts(tasks.late),
    ...team.tiers.flatMap((points, place) => (exceeds(points, team.result) ? [{ path: `team.tiers[${String(place)}]`, message: senseWords.beyond(points, team.result) }] : [])),
  ]
}

/** What a plan must make sense of beyond being well formed, before it may be kept; what is wrong with a track and not with the base stands at the track. */
export function planDoubts({ quarter, year, scorers, secondment }: PlanDocument): readonly PlanDoubt[] {
  const base = constantDoubts(quarter)
  const ofBase = new Set(base.map(({ path }) => path))
  const ofTracks = tracks
    .filter((track) => quarter.tracks[track] !== undefined)
    .flatMap((track) => constantDoubts(planOfTrack(quarter, track)).filter(({ path }) => !ofBase.has(path)).map(({ path, message }) => ({ path: `tracks.${track}.${path}`, message })))
  const { good, fairGood, average, quota } = quarter.quarterGrades
  return [
    ...[...base, ...shareDoubts({ 'quarterGrades.quota': quota }), ...lineDoubts('quarterGrades', { good, fairGood, average }), ...ofTracks].map(({ path, message }) => ({ path: `quarter.${path}`, message })),
    ...shareDoubts({ 'year.grades.quota': year.grades.quota, 'scorers.bestShare': scorers?.bestShare ?? null, 'scorers.sameShare': scorers?.sameShare ?? null }),
    ...lineDoubts('year.grades', { competent: year.grades.competent, basic: year.grades.basic }),
    ...(secondment === 'special' && !quarter.pools.some(({ id }) => id === specialPool) ? [{ path: 'secondment', message: senseWords.noOwnPool }] : []),
  ]
}
