import { circularKinds, deductionRules, quarterVetoes } from '../points/codes.ts'
import { deductionRuleNames, vetoEffectNames } from '../points/vocabulary.ts'
import { leaveKinds } from '../people/codes.ts'
import { leaveKindLabels } from '../people/vocabulary.ts'
import { taskQualities } from '../tasks/codes.ts'
import { taskQualityNames } from '../tasks/vocabulary.ts'
import type { ChangeValue, PathStep, Scalar } from './amendment.ts'
import { amendmentWords as words, circularNames, taskStatusNames } from './amendment-vocabulary.ts'
import type { CaseStaff, CaseTask, QuarterInput } from './case.ts'
import { describeChange } from './describe-change.ts'
import { planOfTrack } from './plan-of-track.ts'
import { planWord } from './plan-vocabulary.ts'
import { taskStatuses } from './vocabulary.ts'

export interface ValueChoice {
  readonly value: Scalar
  readonly label: string
}

/** How the new value of a line is given. `blank` is what an empty one means; null where it may not be empty. */
export type AmendEdit =
  | { readonly kind: 'bandOrScore'; readonly bands: readonly string[]; readonly max: string }
  | { readonly kind: 'decimal'; readonly max: string }
  | { readonly kind: 'whole'; readonly blank: string | null }
  | { readonly kind: 'day'; readonly blank: string | null }
  | { readonly kind: 'choice'; readonly choices: readonly ValueChoice[] }
  | { readonly kind: 'range' }
  | { readonly kind: 'remove' }

/** One value of a person's frozen quarter that a ruling may set right; `now` is what stands there, in words. */
export interface AmendableLine {
  readonly path: readonly PathStep[]
  readonly before: ChangeValue
  readonly what: string
  readonly now: string
  readonly edit: AmendEdit
  /** The row may be taken out as a whole. */
  readonly isRemovable: boolean
}

export interface AddedField {
  readonly name: string
  readonly kind: 'text' | 'day' | 'openDay' | 'choice'
  readonly choices: readonly ValueChoice[]
}

/** A row that a ruling may add: `fixed` fields, and those to be given. */
export interface AddableRow {
  readonly what: string
  readonly path: readonly PathStep[]
  readonly fixed: Readonly<Record<string, Scalar>>
  readonly fields: readonly AddedField[]
}

export interface Amendable {
  readonly lines: readonly AmendableLine[]
  readonly additions: readonly AddableRow[]
}

type Bare = Omit<AmendableLine, 'what' | 'now'>

/** Everything of one person's frozen quarter that a ruling may set right; ballots are nobody's to change. Null for who is not in it. */
export function amendableOf(input: QuarterInput, code: string): Amendable | null {
  const person = input.staff.find(({ id }) => id === code)
  if (person === undefined) return null
  const bare = [...scoreLines(input, person), ...taskLines(input, code), ...villageLines(input, code), ...pointLines(input, code), ...datedLines(person)]
  return { lines: bare.map((line) => ({ ...line, ...saidOf(line, input) })), additions: additionsFor(input, person) }
}

function saidOf({ path, before }: Bare, input: QuarterInput): Pick<AmendableLine, 'what' | 'now'> {
  const said = describeChange({ path, before, after: before }, input)
  return { what: said?.what ?? '', now: said?.before ?? '' }
}

function scoreLines(input: QuarterInput, { id, track }: CaseStaff): readonly Bare[] {
  const plan = planOfTrack(input.plan, track).module
  return [
    ...input.headRatings
      .filter(({ staff }) => staff === id)
      .map((rating): Bare => ({ path: ['headRatings', { staff: id, module: rating.module }], before: { ...rating }, edit: { kind: 'bandOrScore', bands: Object.keys(plan.headBands), max: plan.head }, isRemovable: true })),
    ...input.leaderScores
      .filter(({ staff }) => staff === id)
      .map((given): Bare => ({ path: ['leaderScores', { staff: id, scorer: given.scorer }, 'score'], before: given.score, edit: { kind: 'decimal', max: plan.leader }, isRemovable: false })),
  ]
}

function taskLines({ tasks }: QuarterInput, code: string): readonly Bare[] {
  const qualities = [{ value: null, label: words.asTask }, ...taskQualities.map((value) => ({ value, label: taskQualityNames[value] }))]
  const statuses = taskStatuses.map((value) => ({ value, label: taskStatusNames[value] }))
  return tasks.flatMap((task: CaseTask): readonly Bare[] => {
    const party = task.parties.find(({ staff }) => staff === code)
    if (party === undefined) return []
    const own = (field: 'completedOn' | 'quality' | 'reworks', edit: AmendEdit): Bare => ({ path: ['tasks', { id: task.id }, 'parties', { staff: code }, field], before: party[field], edit, isRemovable: false })
    return [
      own('completedOn', { kind: 'day', blank: words.asTask }),
      own('quality', { kind: 'choice', choices: qualities }),
      own('reworks', { kind: 'whole', blank: words.asTask }),
      { path: ['tasks', { id: task.id }, 'status'], before: task.status, edit: { kind: 'choice', choices: statuses }, isRemovable: false },
    ]
  })
}

function villageLines({ villages, teamMembers }: QuarterInput, code: string): readonly Bare[] {
  const own = new Set(teamMembers.filter(({ staff }) => staff === code).map(({ village }) => village))
  return villages.filter(({ id }) => own.has(id)).map(({ id, quarterRank }) => ({ path: ['villages', { id }, 'quarterRank'], before: quarterRank, edit: { kind: 'whole', blank: words.unranked }, isRemovable: false }))
}

function pointLines({ honours, circulars, deductions, vetoes }: QuarterInput, code: string): readonly Bare[] {
  const removal = (list: string, row: Readonly<Record<string, string>>): Bare => ({ path: [list, row], before: row, edit: { kind: 'remove' }, isRemovable: true })
  const exemption = [{ value: false, label: words.counted }, { value: true, label: words.exempted }]
  return [
    ...honours.filter(({ staff }) => staff === code).map((row) => removal('honours', { ...row })),
    ...circulars.filter(({ staff }) => staff === code).map((row) => removal('circulars', { ...row })),
    ...deductions
      .filter(({ staff }) => staff === code)
      .flatMap(({ exempt, ...row }): readonly Bare[] => [
        { path: ['deductions', { id: row.id }, 'exempt'], before: exempt, edit: { kind: 'choice', choices: exemption }, isRemovable: false },
        { path: ['deductions', { id: row.id }], before: { ...row, exempt }, edit: { kind: 'remove' }, isRemovable: true },
      ]),
    ...vetoes.filter(({ staff }) => staff === code).map((row) => removal('vetoes', { ...row })),
  ]
}

function datedLines({ id, leaves, assignments }: CaseStaff): readonly Bare[] {
  const dated = (list: string, key: Readonly<Record<string, string>>, row: Readonly<Record<string, Scalar>>): Bare => ({ path: ['staff', { id }, list, key], before: row, edit: { kind: 'range' }, isRemovable: true })
  return [
    ...leaves.map((row) => dated('leaves', { kind: row.kind, from: row.from }, { ...row })),
    ...assignments.map((row) => dated('assignments', { module: row.module, post: row.post, from: row.from }, { ...row })),
  ]
}

function additionsFor(input: QuarterInput, { id, track }: CaseStaff): readonly AddableRow[] {
  const levels = Object.keys(planOfTrack(input.plan, track).special.levels)
  const choice = (name: string, choices: readonly ValueChoice[]): AddedField => ({ name, kind: 'choice', choices })
  const typed = (name: string, kind: 'text' | 'day' | 'openDay'): AddedField => ({ name, kind, choices: [] })
  const range = [typed('from', 'day'), typed('to', 'openDay')]
  const called = (rows: readonly { readonly id: string; readonly name: string }[]) => rows.map((row) => ({ value: row.id, label: row.name }))
  const { kinds } = words
  return [
    { what: kinds.honours, path: ['honours'], fixed: { staff: id }, fields: [choice('level', levels.map((value) => ({ value, label: planWord('honourLevel', value) }))), typed('matter', 'text')] },
    { what: kinds.circulars, path: ['circulars'], fixed: { staff: id }, fields: [choice('kind', circularKinds.map((value) => ({ value, label: circularNames[value] })))] },
    { what: kinds.deductions, path: ['deductions'], fixed: { id: freeDeductionId(input), staff: id, exempt: false }, fields: [choice('rule', deductionRules.map((value) => ({ value, label: deductionRuleNames[value] }))), typed('date', 'day')] },
    { what: kinds.vetoes, path: ['vetoes'], fixed: { staff: id }, fields: [choice('effect', quarterVetoes.map((value) => ({ value, label: vetoEffectNames[value] })))] },
    { what: kinds.leaves, path: ['staff', { id }, 'leaves'], fixed: {}, fields: [choice('kind', leaveKinds.map((value) => ({ value, label: leaveKindLabels[value] }))), ...range] },
    { what: kinds.assignments, path: ['staff', { id }, 'assignments'], fixed: {}, fields: [choice('module', called(input.modules)), choice('post', called(input.posts)), ...range] },
  ]
}

/** An id that no deduction of the quarter has: `更正1`. */
function freeDeductionId({ deductions }: QuarterInput): string {
  const taken = new Set(deductions.map(({ id }) => id))
  const free = (number: number): string => (taken.has(words.addedDeduction(number)) ? free(number + 1) : words.addedDeduction(number))
  return free(1)
}
