import type { Track } from '../../people/codes.ts'
import type { PeerCount, Period, QuarterInput, Township } from '../../plans/case.ts'
import { exactPlan } from '../../plans/exact-plan.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { FieldReader, KnownIds } from '../../plans/field-reader.ts'
import { entityNames } from '../../plans/issue-messages.ts'
import { countVotes } from '../computing/peer.ts'
import { exactPlans } from '../../plans/plan-of-track.ts'
import { readHeadRating, readLeaderScore, readPeerCount, readPeerVote } from './read-scores.ts'
import type { PlanOfStaff } from './read-scores.ts'
import { readPlan } from '../../plans/read-plan.ts'
import type { ReadPlan } from '../../plans/read-plan.ts'
import { readModuleRow, readPost, readStaff } from './read-staff.ts'
import type { CaseIds } from './read-staff.ts'
import { readCircular, readDeduction, readHonour, readServiceEvent, readSpecialGroup, readTask, readTeamMember, readVeto, readVillage } from './read-work.ts'

function known(what: string): KnownIds {
  return { what, ids: new Set() }
}

function readTownship(fields: FieldReader): Township {
  return { name: fields.text('name'), kind: fields.text('kind'), county: fields.text('county'), reportingUnit: fields.text('reportingUnit') }
}

function readPeriod(fields: FieldReader): Period {
  const period = {
    id: fields.text('id'),
    kind: fields.oneOf('kind', ['quarter'] as const),
    start: fields.day('start'),
    end: fields.day('end'),
    freeze: fields.day('freeze'),
  }
  fields.inOrder(period.start, period.end, 'end')
  return period
}

/** Constants by person; null throughout when the plan is refused. */
function planOfStaff(
  { plan, sound }: ReadPlan,
  staff: readonly { readonly id: string; readonly track: Track }[],
): { readonly of: PlanOfStaff; readonly base: ExactPlan | null } {
  if (!sound) return { of: () => null, base: null }
  const base = exactPlan(plan)
  const tracks = new Map(staff.map((person) => [person.id, person.track]))
  const ofTrack = exactPlans(plan, tracks.values())
  return {
    base,
    of: (id) => {
      const track = tracks.get(id)
      return track === undefined ? base : ofTrack(track)
    },
  }
}

/** Where the ballots of a document stand: single votes in a case, counts in a snapshot. */
export type BallotSource = 'peerVotes' | 'peerCounts'

function readPeers(root: FieldReader, source: BallotSource, ids: CaseIds, planOf: PlanOfStaff): readonly PeerCount[] {
  if (source === 'peerVotes') return countVotes(root.rows('peerVotes', (row) => readPeerVote(row, ids, planOf)))
  const counted = new Set<string>()
  return root.rows('peerCounts', (row) => readPeerCount(row, ids, planOf, counted))
}

/** Reads a whole quarter; the value means something only when nothing was reported to the reader's log. */
export function readQuarter(root: FieldReader, ballots: BallotSource): QuarterInput {
  const township = root.object('township', readTownship)
  const plan = readPlan(root.value('plan'), root.at('plan'), root.log)
  const period = root.object('period', readPeriod)
  const ids: CaseIds = {
    modules: known(entityNames.module),
    posts: known(entityNames.post),
    staff: known(entityNames.staff),
    villages: known(entityNames.village),
    pools: plan.pools,
  }
  const modules = root.rows('modules', (row) => readModuleRow(row, ids))
  const posts = root.rows('posts', (row) => readPost(row, ids))
  const staff = root.rows('staff', (row) => readStaff(row, ids))
  const { of: planOf, base } = planOfStaff(plan, staff)
  const rated = new Map<string, Set<string>>()
  const headRatings = root.rows('headRatings', (row) => readHeadRating(row, ids, planOf, rated))
  const peerCounts = readPeers(root, ballots, ids, planOf)
  const leaderScores = root.rows('leaderScores', (row) => readLeaderScore(row, ids, planOf))
  const taskIds = known(entityNames.task)
  const tasks = root.rows('tasks', (row) => readTask(row, ids, taskIds))
  const villages = root.rows('villages', (row) => readVillage(row, ids))
  const teamMembers = root.rows('teamMembers', (row) => readTeamMember(row, ids))
  const serviceEvents = root.rows('serviceEvents', (row) => readServiceEvent(row, ids, planOf))
  const groupIds = known(entityNames.group)
  const specialGroups = root.rows('specialGroups', (row) => readSpecialGroup(row, ids, planOf, base, groupIds))
  const honours = root.rows('honours', (row) => readHonour(row, ids, planOf))
  const circulars = root.rows('circulars', (row) => readCircular(row, ids))
  const deductionIds = known(entityNames.deduction)
  const deductions = root.rows('deductions', (row) => readDeduction(row, ids, deductionIds))
  const vetoes = root.rows('vetoes', (row) => readVeto(row, ids))
  return {
    township, plan: plan.plan, period, modules, posts, staff, headRatings, peerCounts, leaderScores, tasks, villages, teamMembers,
    serviceEvents, specialGroups, honours, circulars, deductions, vetoes,
  }
}
