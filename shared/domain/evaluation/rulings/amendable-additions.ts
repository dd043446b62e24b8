import { leaveKinds } from '../../people/codes.ts'
import { leaveKindLabels } from '../../people/vocabulary.ts'
import { circularKinds, deductionRules, quarterVetoes } from '../../plans/points/codes.ts'
import { deductionRuleNames, vetoEffectNames } from '../../plans/points/vocabulary.ts'
import { partyRoles } from '../../plans/task-codes.ts'
import { partyRoleNames } from '../../tasks/tasks/vocabulary.ts'
import type { AddableRow, AddedField, ValueChoice } from './amendable-line.ts'
import { amendmentWords as words, circularNames, taskStatusNames } from './amendment-vocabulary.ts'
import type { CaseStaff, QuarterInput } from '../../plans/case.ts'
import { planOfTrack } from '../../plans/plan-of-track.ts'
import { planWord } from '../../plans/plan-vocabulary.ts'
import { taskWeights } from '../../plans/vocabulary.ts'

const choice = (name: string, choices: readonly ValueChoice[]): AddedField => ({ name, kind: 'choice', choices })
const typed = (name: string, kind: 'text' | 'decimal' | 'day' | 'openDay'): AddedField => ({ name, kind, choices: [] })
const range = [typed('from', 'day'), typed('to', 'openDay')]
const called = (rows: readonly { readonly id: string; readonly name: string }[]) => rows.map((row) => ({ value: row.id, label: row.name }))
const coded = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) => codes.map((value) => ({ value, label: names[value] }))

const { kinds } = words

/** The rows that a ruling may add to a person's quarter. `ledger` are the ids of all deductions there are. */
export function additionsFor(input: QuarterInput, person: CaseStaff, ledger: readonly string[]): readonly AddableRow[] {
  return [...pointRows(input, person, ledger), ...datedRows(input, person), ...workRows(input, person), ...scoreRows(input, person)]
}

function pointRows(input: QuarterInput, { id, track }: CaseStaff, ledger: readonly string[]): readonly AddableRow[] {
  const levels = Object.keys(planOfTrack(input.plan, track).special.levels).map((value) => ({ value, label: planWord('honourLevel', value) }))
  const deductionId = freeId([...input.deductions.map((row) => row.id), ...ledger], (number) => words.addedDeduction(input.period.id, number))
  return [
    { what: kinds.honours, path: ['honours'], within: null, fixed: { staff: id }, fields: [choice('level', levels), typed('matter', 'text')] },
    { what: kinds.circulars, path: ['circulars'], within: null, fixed: { staff: id }, fields: [choice('kind', coded(circularKinds, circularNames))] },
    { what: kinds.deductions, path: ['deductions'], within: null, fixed: { id: deductionId, staff: id, exempt: false }, fields: [choice('rule', coded(deductionRules, deductionRuleNames)), typed('date', 'day')] },
    { what: kinds.vetoes, path: ['vetoes'], within: null, fixed: { staff: id }, fields: [choice('effect', coded(quarterVetoes, vetoEffectNames))] },
  ]
}

function datedRows({ modules, posts }: QuarterInput, { id }: CaseStaff): readonly AddableRow[] {
  return [
    { what: kinds.leaves, path: ['staff', { id }, 'leaves'], within: null, fixed: {}, fields: [choice('kind', coded(leaveKinds, leaveKindLabels)), ...range] },
    { what: kinds.assignments, path: ['staff', { id }, 'assignments'], within: null, fixed: {}, fields: [choice('module', called(modules)), choice('post', called(posts)), ...range] },
  ]
}

function workRows(input: QuarterInput, { id, track }: CaseStaff): readonly AddableRow[] {
  const plan = planOfTrack(input.plan, track)
  const services = Object.keys(plan.team.service.kinds).map((value) => ({ value, label: planWord('service', value) }))
  const groupRoles = Object.keys(plan.special.roles).map((value) => ({ value, label: planWord('groupRole', value) }))
  const weights = taskWeights.map((value) => ({ value, label: String(value) }))
  const taskId = freeId(input.tasks.map((task) => task.id), (number) => words.addedTaskId(input.period.id, number))
  const others = input.tasks.filter(({ parties }) => parties.every(({ staff }) => staff !== id)).map((task) => ({ value: task.id, label: task.title }))
  const role = choice('role', coded(partyRoles, partyRoleNames))
  return [
    {
      what: kinds.tasks, path: ['tasks'], within: null, fixed: { id: taskId, staff: id, reworks: 0, quality: null },
      fields: [typed('title', 'text'), choice('module', called(input.modules)), role, choice('weight', weights), typed('due', 'day'), choice('status', coded(['completed', 'open'] as const, taskStatusNames)), typed('completedOn', 'openDay')],
    },
    { what: kinds.parties, path: ['tasks', { id: '' }, 'parties'], within: choice('task', others), fixed: { staff: id, completedOn: null, reworks: null, quality: null }, fields: [role] },
    { what: kinds.teamMembers, path: ['teamMembers'], within: null, fixed: { staff: id }, fields: [choice('village', called(input.villages)), ...range] },
    {
      what: kinds.serviceEvents, path: ['serviceEvents'], within: null, fixed: { staff: id, household: null, verified: true },
      fields: [choice('kind', services), choice('village', called(input.villages)), typed('date', 'day'), typed('quantity', 'decimal')],
    },
    { what: kinds.groupMembers, path: ['specialGroups', { id: '' }, 'members'], within: choice('group', called(input.specialGroups)), fixed: { staff: id }, fields: [choice('role', groupRoles), ...range] },
  ]
}

/** A rating of a module in which there is none, and a score of 领导 besides those given. */
function scoreRows({ modules, headRatings, plan }: QuarterInput, { id, track, assignments }: CaseStaff): readonly AddableRow[] {
  const { head, leader } = planOfTrack(plan, track).module
  const rated = new Set(headRatings.filter(({ staff }) => staff === id).map(({ module }) => module))
  const unrated = called(modules).filter(({ value }) => !rated.has(value) && assignments.some(({ module }) => module === value))
  const fixed = { scorer: words.byRuling, staff: id }
  return [
    ...(Number(head) === 0 || unrated.length === 0 ? [] : [{ what: kinds.headRatings, path: ['headRatings'], within: null, fixed: { ...fixed, band: null }, fields: [choice('module', unrated), typed('score', 'decimal')] }]),
    ...(Number(leader) === 0 ? [] : [{ what: kinds.leaderScores, path: ['leaderScores'], within: null, fixed, fields: [typed('score', 'decimal')] }]),
  ]
}

function freeId(ids: readonly string[], nameOf: (number: number) => string): string {
  const taken = new Set(ids)
  const free = (number: number): string => (taken.has(nameOf(number)) ? free(number + 1) : nameOf(number))
  return free(1)
}
