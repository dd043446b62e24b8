import { circularKinds, deductionRules, quarterVetoes } from '../../plans/points/codes.ts'
import { partyRoles, taskQualities } from '../../plans/task-codes.ts'
import type { CaseTask, Circular, Deduction, Honour, ServiceEvent, SpecialGroup, TaskParty, TeamMember, Veto, Village } from '../../plans/case.ts'
import type { ExactPlan } from '../../plans/exact-plan.ts'
import type { FieldReader, KnownIds } from '../../plans/field-reader.ts'
import { issueMessages } from '../../plans/issue-messages.ts'
import type { PlanOfStaff } from './read-scores.ts'
import type { CaseIds } from './read-staff.ts'
import { taskStatuses, taskWeights } from '../../plans/vocabulary.ts'

function readParty(row: FieldReader, ids: CaseIds, inTask: Set<string>): TaskParty {
  const staff = row.reference('staff', ids.staff)
  if (staff !== '' && inTask.has(staff)) row.log.report(row.at('staff'), 'duplicate', issueMessages.duplicateParty(staff))
  inTask.add(staff)
  return {
    staff,
    role: row.oneOf('role', partyRoles),
    completedOn: row.optional('completedOn', (name) => row.day(name)),
    reworks: row.optional('reworks', (name) => row.count(name)),
    quality: row.optional('quality', (name) => row.oneOf(name, taskQualities)),
  }
}

export function readTask(row: FieldReader, ids: CaseIds, known: KnownIds): CaseTask {
  const inTask = new Set<string>()
  return {
    id: row.newId('id', known),
    title: row.text('title'),
    module: row.reference('module', ids.modules),
    weight: row.oneOf('weight', taskWeights),
    due: row.day('due'),
    status: row.oneOf('status', taskStatuses),
    completedOn: row.nullable('completedOn', (name) => row.day(name)),
    reworks: row.count('reworks'),
    quality: row.nullable('quality', (name) => row.oneOf(name, taskQualities)),
    parties: row.rows('parties', (party) => readParty(party, ids, inTask)),
  }
}

export function readVillage(row: FieldReader, ids: CaseIds): Village {
  return { id: row.newId('id', ids.villages), name: row.text('name'), quarterRank: row.nullable('quarterRank', (name) => row.count(name)) }
}

export function readTeamMember(row: FieldReader, ids: CaseIds): TeamMember {
  return { staff: row.reference('staff', ids.staff), village: row.reference('village', ids.villages), ...row.dated() }
}

export function readServiceEvent(row: FieldReader, ids: CaseIds, planOf: PlanOfStaff): ServiceEvent {
  const staff = row.reference('staff', ids.staff)
  return {
    staff,
    village: row.reference('village', ids.villages),
    date: row.day('date'),
    kind: row.keyOf('kind', planOf(staff)?.serviceKinds ?? null),
    household: row.optional('household', (name) => row.text(name)),
    quantity: row.decimal('quantity'),
    verified: row.flag('verified'),
  }
}

/** `basePlan` holds the grades, which belong to the group and not to a track. */
export function readSpecialGroup(row: FieldReader, ids: CaseIds, planOf: PlanOfStaff, basePlan: ExactPlan | null, known: KnownIds): SpecialGroup {
  return {
    id: row.newId('id', known),
    name: row.text('name'),
    grade: row.keyOf('grade', basePlan?.groupGrades ?? null),
    members: row.rows('members', (member) => {
      const staff = member.reference('staff', ids.staff)
      return { staff, role: member.keyOf('role', planOf(staff)?.groupRoles ?? null), ...member.dated() }
    }),
  }
}

export function readHonour(row: FieldReader, ids: CaseIds, planOf: PlanOfStaff): Honour {
  const staff = row.reference('staff', ids.staff)
  return { staff, matter: row.text('matter'), level: row.keyOf('level', planOf(staff)?.levels ?? null) }
}

export function readCircular(row: FieldReader, ids: CaseIds): Circular {
  return { staff: row.reference('staff', ids.staff), kind: row.oneOf('kind', circularKinds) }
}

export function readDeduction(row: FieldReader, ids: CaseIds, known: KnownIds): Deduction {
  return {
    id: row.newId('id', known),
    staff: row.reference('staff', ids.staff),
    rule: row.oneOf('rule', deductionRules),
    date: row.day('date'),
    exempt: row.flag('exempt'),
  }
}

export function readVeto(row: FieldReader, ids: CaseIds): Veto {
  return { staff: row.reference('staff', ids.staff), effect: row.oneOf('effect', quarterVetoes) }
}
