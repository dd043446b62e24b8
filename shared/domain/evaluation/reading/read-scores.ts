import { isDecimal, parseDecimal } from '../../../lib/decimal.ts'
import { compare } from '../../../lib/rational.ts'
import type { Rational } from '../../../lib/rational.ts'
import type { HeadRating, LeaderScore, PeerCount, PeerVote } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import { readCount } from '../../plans/field-reader.ts'
import type { FieldReader } from '../../plans/field-reader.ts'
import { issueMessages } from '../../plans/issue-messages.ts'
import type { CaseIds } from './read-staff.ts'

/** The constants that hold for a person of the case, or null when the plan itself is refused. */
export type PlanOfStaff = (staff: string) => ExactPlan | null

function checkMaximum(row: FieldReader, max: Rational | null): void {
  const score = row.value('score')
  if (max === null || typeof score !== 'string' || !isDecimal(score) || compare(parseDecimal(score), max) <= 0) return
  const limit = max.den === 1n ? max.num.toString() : String(Number(max.num) / Number(max.den))
  row.log.report(row.at('score'), 'above_maximum', issueMessages.aboveMaximum(score, limit))
}

function checkNotSelf(row: FieldReader, code: 'self_rating' | 'self_vote'): void {
  if (row.isAbsent('staff') || row.value('scorer') !== row.value('staff')) return
  row.log.report(row.at('scorer'), code, code === 'self_vote' ? issueMessages.selfVote : issueMessages.selfRating)
}

function checkBandOrScore(row: FieldReader): void {
  const band = !row.isAbsent('band')
  const score = !row.isAbsent('score')
  if (band && score) row.log.report(row.place, 'band_and_score', issueMessages.bandAndScore)
  if (!band && !score) row.log.report(row.place, 'missing', issueMessages.missingBandOrScore)
}

/** M1 ratings; `rated` remembers (person, module) pairs of the case so far. */
export function readHeadRating(row: FieldReader, ids: CaseIds, planOf: PlanOfStaff, rated: Map<string, Set<string>>): HeadRating {
  const scorer = row.text('scorer')
  const staff = row.reference('staff', ids.staff)
  const module = row.reference('module', ids.modules)
  checkNotSelf(row, 'self_rating')
  const plan = planOf(staff)
  checkBandOrScore(row)
  const band = row.optional('band', (name) => row.keyOf(name, plan?.headBands ?? null))
  const score = row.optional('score', (name) => row.decimal(name))
  checkMaximum(row, plan?.head ?? null)
  const modules = rated.get(staff) ?? new Set()
  if (staff !== '' && module !== '' && modules.has(module)) row.log.report(row.place, 'duplicate', issueMessages.duplicateRating(staff, module))
  rated.set(staff, modules.add(module))
  return { scorer, staff, module, band, score }
}

export function readPeerVote(row: FieldReader, ids: CaseIds, planOf: PlanOfStaff): PeerVote {
  const scorer = row.text('scorer')
  const staff = row.reference('staff', ids.staff)
  checkNotSelf(row, 'self_vote')
  return { scorer, staff, band: row.optional('band', (name) => row.keyOf(name, planOf(staff)?.peerBands ?? null)) }
}

/** Counted ballots of a snapshot; `counted` remembers the ratees so far. */
export function readPeerCount(row: FieldReader, ids: CaseIds, planOf: PlanOfStaff, counted: Set<string>): PeerCount {
  const staff = row.reference('staff', ids.staff)
  if (staff !== '' && counted.has(staff)) row.log.report(row.at('staff'), 'duplicate', issueMessages.duplicateCount(staff))
  counted.add(staff)
  const bands = planOf(staff)?.peerBands ?? null
  const votes = row.table('votes', (value, place, log) => {
    if (bands !== null && !bands.has(String(place.key))) log.report(place, 'unknown_value', issueMessages.unknownValue(place.key))
    return readCount(value, place, log)
  })
  return { staff, votes, abstained: row.count('abstained') }
}

export function readLeaderScore(row: FieldReader, ids: CaseIds, planOf: PlanOfStaff): LeaderScore {
  const scorer = row.text('scorer')
  const staff = row.reference('staff', ids.staff)
  checkNotSelf(row, 'self_rating')
  const score = row.decimal('score')
  checkMaximum(row, planOf(staff)?.leader ?? null)
  return { scorer, staff, score }
}
