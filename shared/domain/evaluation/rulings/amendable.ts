import { taskQualities } from '../../plans/task-codes.ts'
import { taskQualityNames } from '../../tasks/tasks/vocabulary.ts'
import type { Amendable, AmendableLine, AmendEdit, BareLine } from './amendable-line.ts'
import type { Scalar } from './amendment.ts'
import { additionsFor } from './amendable-additions.ts'
import { groupLines, keyOf, serviceLines, sharedLines, teamLines } from './amendable-work.ts'
import { amendmentWords as words, taskStatusNames } from './amendment-vocabulary.ts'
import type { CaseStaff, CaseTask, QuarterInput } from '../../plans/case.ts'
import { describeChange } from './describe-change.ts'
import { planOfTrack } from '../../plans/plan-of-track.ts'
import { taskStatuses } from '../../plans/vocabulary.ts'

/**
 * Everything of one person's frozen quarter that a ruling may set right; ballots are nobody's to change. Null for who is not in it.
 * `ledger` are the ids of all deductions there are, so that an added one takes none of theirs.
 */
export function amendableOf(input: QuarterInput, code: string, ledger: readonly string[]): Amendable | null {
  const person = input.staff.find(({ id }) => id === code)
  if (person === undefined) return null
  const bare = [...scoreLines(input, person), ...taskLines(input, code), ...teamLines(input, code), ...serviceLines(input, code), ...groupLines(input, code), ...pointLines(input, code), ...datedLines(person), ...sharedLines(input, person)]
  return { lines: bare.map((line) => ({ ...line, ...saidOf(line, input) })), additions: additionsFor(input, person, ledger) }
}

function saidOf({ path, before }: BareLine, input: QuarterInput): Pick<AmendableLine, 'what' | 'now'> {
  const said = describeChange({ path, before, after: before }, input)
  return { what: said?.what ?? '', now: said?.before ?? '' }
}

function scoreLines(input: QuarterInput, { id, track }: CaseStaff): readonly BareLine[] {
  const plan = planOfTrack(input.plan, track).module
  return [
    ...input.headRatings
      .filter(({ staff }) => staff === id)
      .map((rating): BareLine => ({ path: ['headRatings', { staff: id, module: rating.module }], before: { ...rating }, edit: { kind: 'bandOrScore', bands: Object.keys(plan.headBands), max: plan.head }, isRemovable: true })),
    ...input.leaderScores
      .filter(({ staff }) => staff === id)
      .map((given): BareLine => ({ path: ['leaderScores', { staff: id, scorer: given.scorer }, 'score'], before: given.score, edit: { kind: 'decimal', max: plan.leader }, isRemovable: false })),
  ]
}

function taskLines({ tasks }: QuarterInput, code: string): readonly BareLine[] {
  const qualities = [{ value: null, label: words.asTask }, ...taskQualities.map((value) => ({ value, label: taskQualityNames[value] }))]
  const statuses = taskStatuses.map((value) => ({ value, label: taskStatusNames[value] }))
  return tasks.flatMap((task: CaseTask): readonly BareLine[] => {
    const party = task.parties.find(({ staff }) => staff === code)
    if (party === undefined) return []
    const own = (field: 'completedOn' | 'quality' | 'reworks', edit: AmendEdit): BareLine => ({ path: ['tasks', { id: task.id }, 'parties', { staff: code }, field], before: party[field], edit, isRemovable: false })
    return [
      { path: ['tasks', { id: task.id }, 'parties', { staff: code }], before: { ...party }, edit: { kind: 'remove' }, isRemovable: true },
      own('completedOn', { kind: 'day', blank: words.asTask }),
      own('quality', { kind: 'choice', choices: qualities }),
      own('reworks', { kind: 'whole', blank: words.asTask }),
      { path: ['tasks', { id: task.id }, 'status'], before: task.status, edit: { kind: 'choice', choices: statuses }, isRemovable: false },
    ]
  })
}

function pointLines({ honours, circulars, deductions, vetoes }: QuarterInput, code: string): readonly BareLine[] {
  const removal = (list: string, row: Readonly<Record<string, string>>): BareLine => ({ path: [list, row], before: row, edit: { kind: 'remove' }, isRemovable: true })
  const exemption = [{ value: false, label: words.counted }, { value: true, label: words.exempted }]
  return [
    ...honours.filter(({ staff }) => staff === code).map((row) => removal('honours', { ...row })),
    ...circulars.filter(({ staff }) => staff === code).map((row) => removal('circulars', { ...row })),
    ...deductions
      .filter(({ staff }) => staff === code)
      .flatMap(({ exempt, ...row }): readonly BareLine[] => [
        { path: ['deductions', { id: row.id }, 'exempt'], before: exempt, edit: { kind: 'choice', choices: exemption }, isRemovable: false },
        { path: ['deductions', { id: row.id }], before: { ...row, exempt }, edit: { kind: 'remove' }, isRemovable: true },
      ]),
    ...vetoes.filter(({ staff }) => staff === code).map((row) => removal('vetoes', { ...row })),
  ]
}

function datedLines({ id, leaves, assignments }: CaseStaff): readonly BareLine[] {
  const dated = (list: string, row: Readonly<Record<string, Scalar>>): BareLine => ({ path: ['staff', { id }, list, keyOf(row)], before: row, edit: { kind: 'range' }, isRemovable: true })
  return [...leaves.map((row) => dated('leaves', { ...row })), ...assignments.map((row) => dated('assignments', { ...row }))]
}
