import type { QuarterInput } from '../../../../shared/domain/plans/case.ts'
import type { TaskStatus } from '../../../../shared/domain/plans/vocabulary.ts'
import type { TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import type { TownshipBundle } from './bundle.ts'

/** What a task of a case is in the flow; an exempt one keeps its mark beside its state. */
const stateOf: Readonly<Record<TaskStatus, TaskState>> = { open: 'active', completed: 'completed', suspended: 'suspended', revoked: 'revoked', exempt: 'active' }

/** A quarter's case as a township: its plan approved, its quarter ready to freeze, and the year around it. */
export function caseBundle(input: QuarterInput): TownshipBundle {
  const { period, plan } = input
  const year = period.start.slice(0, 4)
  const empty = { pkFactors: [], villageRanks: [], groupGrades: [], honours: [], circulars: [], vetoes: [], headRatings: [], leaderScores: [], peerCounts: [], peerRoll: [] }
  return {
    township: { ...input.township, origin: 'case' },
    modules: input.modules.map(({ id, name }) => ({ code: id, name, alias: null, colour: null, office: null })),
    posts: input.posts.map(({ id, ...post }) => ({ code: id, ...post })),
    staff: input.staff.map(({ id, name, identity, track, status, pool, priorRejections }) => ({
      code: id, name, identity, track, status, pool, priorRejections,
      sex: null, idNo: null, birthMonth: null, political: null, sendingUnit: null, rankTitle: null, phone: null, workStart: null, joinedOn: null, remark: null,
    })),
    assignments: input.staff.flatMap(({ id, assignments }) => assignments.map((row) => ({ staff: id, ...row }))),
    leaves: input.staff.flatMap(({ id, leaves }) => leaves.map((row) => ({ staff: id, ...row }))),
    offices: [],
    establishment: [],
    villages: input.villages.map(({ id, name }) => ({ code: id, name, teamLeader: null })),
    teamMembers: input.teamMembers,
    serviceEvents: input.serviceEvents.map(({ verified, ...row }) => ({ ...row, note: null, state: verified ? 'verified' : 'entered', verifiedBy: null })),
    tasks: input.tasks.map(({ id, status, parties, ...row }) => ({
      code: id,
      docNo: null,
      form: 'assignment_order',
      source: null,
      content: null,
      lead: null,
      issuedOn: null,
      progress: status === 'completed' ? 100 : 0,
      ...row,
      state: stateOf[status],
      exempt: status === 'exempt',
      parties,
    })),
    groups: input.specialGroups.map(({ id, name, members }) => ({ code: id, name, approvalNo: id, goal: null, from: null, to: null, members })),
    deductions: input.deductions.map(({ id, ...row }) => ({ code: id, ...row, matter: null, exemptReason: null })),
    plans: [{ code: plan.id, planVersion: 1, name: plan.id, document: plan }],
    periods: [
      {
        ...empty,
        code: period.id,
        kind: 'quarter',
        start: period.start,
        end: period.end,
        freeze: period.freeze,
        stage: 'scoring',
        plan: plan.id,
        pkFactors: input.modules.map(({ id, pkFactor }) => ({ module: id, factor: pkFactor })),
        villageRanks: input.villages.map(({ id, quarterRank }) => ({ village: id, rank: quarterRank })),
        groupGrades: input.specialGroups.map(({ id, grade }) => ({ group: id, grade })),
        honours: input.honours,
        circulars: input.circulars.map((row) => ({ ...row, matter: null })),
        vetoes: input.vetoes.map((row) => ({ ...row, clause: null })),
        headRatings: input.headRatings,
        leaderScores: input.leaderScores,
        peerCounts: input.peerCounts,
      },
      { ...empty, code: year, kind: 'year', start: `${year}-01-01`, end: `${year}-12-31`, freeze: `${year}-12-31`, stage: 'collecting', plan: plan.id },
    ],
    accounts: [],
  }
}
