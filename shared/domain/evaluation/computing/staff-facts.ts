import { groupBy } from '../../../lib/group-by.ts'
import type { Deduction, HeadRating, Honour, LeaderScore, PeerCount, QuarterInput, TeamMember } from '../../plans/case.ts'
import type { OwnEvents } from '../../plans/service-points.ts'
import type { GroupMembership } from './special.ts'
import { isDueIn } from './task-progress.ts'
import type { PartyOfTask } from './task-progress.ts'
import type { QuarterVeto } from '../../plans/vocabulary.ts'

/** Everything the input says about one person outside his own row, each list in input order. */
export interface StaffFacts {
  readonly headRatings: readonly HeadRating[]
  readonly parties: readonly PartyOfTask[]
  readonly peerCount: PeerCount | null
  readonly leaderScores: readonly LeaderScore[]
  readonly memberships: readonly TeamMember[]
  readonly events: OwnEvents
  readonly groups: readonly GroupMembership[]
  readonly honours: readonly Honour[]
  readonly positiveCirculars: number
  readonly negativeCirculars: number
  readonly deductions: readonly Deduction[]
  readonly vetoes: readonly QuarterVeto[]
}

function byStaff<Row extends { readonly staff: string }>(rows: readonly Row[]): (staff: string) => readonly Row[] {
  const groups = groupBy(rows, (row) => row.staff)
  return (staff) => groups.get(staff) ?? []
}

function positionsByStaff(rows: readonly { readonly staff: string }[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>()
  for (const [position, { staff }] of rows.entries()) {
    const own = positions.get(staff)
    if (own) own.push(position)
    else positions.set(staff, [position])
  }
  return positions
}

/** Indexes the input once, so that asking for a person costs what the person has. */
export function gatherFacts(input: QuarterInput): (staff: string) => StaffFacts {
  const headRatings = byStaff(input.headRatings)
  const leaderScores = byStaff(input.leaderScores)
  const memberships = byStaff(input.teamMembers)
  const honours = byStaff(input.honours)
  const circulars = byStaff(input.circulars)
  const deductions = byStaff(input.deductions)
  const vetoes = byStaff(input.vetoes)
  const peerCounts = new Map(input.peerCounts.map((count) => [count.staff, count]))
  const due = input.tasks.filter((task) => isDueIn(task, input.period))
  const parties = groupBy(due.flatMap((task) => task.parties.map((party) => ({ task, party }))), ({ party }) => party.staff)
  const events = input.serviceEvents
  const eventPositions = positionsByStaff(events)
  const groups = groupBy(input.specialGroups.flatMap((group) => group.members.map((member) => ({ group, member }))), ({ member }) => member.staff)
  return (staff) => ({
    headRatings: headRatings(staff),
    parties: parties.get(staff) ?? [],
    peerCount: peerCounts.get(staff) ?? null,
    leaderScores: leaderScores(staff),
    memberships: memberships(staff),
    events: { positions: eventPositions.get(staff) ?? [], events },
    groups: groups.get(staff) ?? [],
    honours: honours(staff),
    positiveCirculars: circulars(staff).filter((circular) => circular.kind === 'positive').length,
    negativeCirculars: circulars(staff).filter((circular) => circular.kind === 'negative').length,
    deductions: deductions(staff),
    vetoes: vetoes(staff).map((veto) => veto.effect),
  })
}
