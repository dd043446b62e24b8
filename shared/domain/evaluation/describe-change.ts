import { circularKinds, deductionRules, vetoEffects } from '../points/codes.ts'
import { deductionRuleNames, vetoEffectNames } from '../points/vocabulary.ts'
import { leaveKinds } from '../people/codes.ts'
import { leaveKindLabels } from '../people/vocabulary.ts'
import { taskQualities } from '../tasks/codes.ts'
import { taskQualityNames } from '../tasks/vocabulary.ts'
import type { ChangeValue, PathStep, Scalar, SnapshotChange } from './amendment.ts'
import { amendmentWords as words, circularNames, taskStatusNames } from './amendment-vocabulary.ts'
import type { QuarterInput } from './case.ts'
import { namesOf, type SnapshotNames } from './explain/names.ts'
import { planWord } from './plan-vocabulary.ts'
import { taskStatuses } from './vocabulary.ts'

/** A change in words: `上溪村·季度名次` 第 2 名 → 第 1 名; `staff` are the codes of those whose own matter it is. */
export interface DescribedChange {
  readonly what: string
  readonly before: string
  readonly after: string
  readonly staff: readonly string[]
}

/** Says a change in words; null for what no ruling may change (the plan, the days of the period, ballots, who somebody is). */
export function describeChange({ path, before, after }: SnapshotChange, input: QuarterInput): DescribedChange | null {
  const [list, key, ...rest] = path
  const names = namesOf(input)
  const said = (what: string, text: (value: ChangeValue) => string, staff: readonly string[]): DescribedChange => ({ what, before: text(before), after: text(after), staff })
  const row = rowOf(before) ?? rowOf(after)
  const about = (staff: string) => [...new Set([staff, ...[before, after].flatMap((value) => (typeof rowOf(value)?.['staff'] === 'string' ? [fieldOf(value, 'staff')] : []))])]
  switch (list) {
    case 'headRatings':
      return hasKey(key, 'staff') && rest.length === 0 ? said(words.rating(names.staff(key['staff'] ?? ''), names.module(key['module'] ?? '')), (value) => fieldOf(value, 'band') || fieldOf(value, 'score') || words.nothing, about(key['staff'] ?? '')) : null
    case 'leaderScores':
      return hasKey(key, 'staff') && rest.length === 1 && rest[0] === 'score' ? said(words.leaderScore(names.staff(key['staff'] ?? ''), names.staff(key['scorer'] ?? '')), textOf, about(key['staff'] ?? '')) : null
    case 'tasks':
      return hasKey(key, 'id') ? describeTask(key['id'] ?? '', rest, said, input, names) : null
    case 'villages':
      return hasKey(key, 'id') && rest.length === 1 && rest[0] === 'quarterRank' ? said(words.villageRank(names.village(key['id'] ?? '')), rankText, []) : null
    case 'honours':
      return rest.length === 0 ? said(words.honour(names.staff(fieldOf(row, 'staff'))), honourText, about(fieldOf(row, 'staff'))) : null
    case 'circulars':
      return rest.length === 0 ? said(words.circular(names.staff(fieldOf(row, 'staff'))), (value) => wordOf(circularKinds, circularNames, fieldOf(value, 'kind')), about(fieldOf(row, 'staff'))) : null
    case 'vetoes':
      return rest.length === 0 ? said(words.veto(names.staff(fieldOf(row, 'staff'))), (value) => wordOf(vetoEffects, vetoEffectNames, fieldOf(value, 'effect')), about(fieldOf(row, 'staff'))) : null
    case 'deductions':
      return describeDeduction(key, rest, said, row, input, names, about)
    case 'staff':
      return hasKey(key, 'id') ? describeDated(key['id'] ?? '', rest, said, names) : null
    default:
      return null
  }
}

type Say = (what: string, text: (value: ChangeValue) => string, staff: readonly string[]) => DescribedChange

function describeTask(id: string, [field, party, own, ...further]: readonly PathStep[], said: Say, { tasks }: QuarterInput, names: SnapshotNames): DescribedChange | null {
  const task = tasks.find((one) => one.id === id)
  if (task === undefined || further.length > 0) return null
  if (field === 'status' && party === undefined) return said(words.taskStatus(task.title), (value) => wordOf(taskStatuses, taskStatusNames, textOf(value)), task.parties.map(({ staff }) => staff))
  if (field !== 'parties' || !hasKey(party, 'staff')) return null
  const staff = party['staff'] ?? ''
  const name = names.staff(staff)
  switch (own) {
    case 'completedOn':
      return said(words.completedOn(name, task.title), (value) => (value === null ? words.asTask : textOf(value)), [staff])
    case 'quality':
      return said(words.quality(name, task.title), (value) => (value === null ? words.asTask : wordOf(taskQualities, taskQualityNames, textOf(value))), [staff])
    case 'reworks':
      return said(words.reworks(name, task.title), (value) => (typeof value === 'number' ? words.times(value) : words.asTask), [staff])
    default:
      return null
  }
}

function describeDeduction(key: PathStep | undefined, rest: readonly PathStep[], said: Say, row: ChangeValue, input: QuarterInput, names: SnapshotNames, about: (staff: string) => readonly string[]): DescribedChange | null {
  if (rest.length === 0) return said(words.deduction(names.staff(fieldOf(row, 'staff'))), deductionText, about(fieldOf(row, 'staff')))
  const found = hasKey(key, 'id') ? input.deductions.find(({ id }) => id === key['id']) : undefined
  if (found === undefined || rest.length !== 1 || rest[0] !== 'exempt') return null
  return said(words.exempt(names.staff(found.staff), words.deductionText(deductionRuleNames[found.rule], found.date)), (value) => (value === true ? words.exempted : words.counted), [found.staff])
}

function describeDated(staff: string, [list, , ...rest]: readonly PathStep[], said: Say, names: SnapshotNames): DescribedChange | null {
  if (rest.length > 0) return null
  const range = (what: (value: ChangeValue) => string) => (value: ChangeValue) => (value === null ? words.nothing : words.range(what(value), fieldOf(value, 'from'), fieldOf(value, 'to') || words.openEnd))
  if (list === 'leaves') return said(words.leave(names.staff(staff)), range((value) => wordOf(leaveKinds, leaveKindLabels, fieldOf(value, 'kind'))), [staff])
  if (list === 'assignments') return said(words.assignment(names.staff(staff)), range((value) => words.held(names.module(fieldOf(value, 'module')), names.post(fieldOf(value, 'post')))), [staff])
  return null
}

/** A row that is named by a field which tells whose it is: without it a change could be about somebody else. */
function hasKey(step: PathStep | undefined, field: 'id' | 'staff'): step is Readonly<Record<string, string>> {
  return typeof step === 'object' && Object.hasOwn(step, field)
}

function rowOf(value: ChangeValue): Readonly<Record<string, Scalar>> | null {
  return typeof value === 'object' ? value : null
}

function fieldOf(value: ChangeValue, name: string): string {
  return String(rowOf(value)?.[name] ?? '')
}

function textOf(value: ChangeValue): string {
  return value === null || typeof value === 'object' ? words.nothing : String(value)
}

function rankText(value: ChangeValue): string {
  return typeof value === 'number' ? words.rank(value) : words.unranked
}

function honourText(value: ChangeValue): string {
  return value === null ? words.nothing : words.honourText(fieldOf(value, 'matter'), planWord('honourLevel', fieldOf(value, 'level')))
}

function deductionText(value: ChangeValue): string {
  if (value === null) return words.nothing
  return words.deductionState(wordOf(deductionRules, deductionRuleNames, fieldOf(value, 'rule')), fieldOf(value, 'date'), rowOf(value)?.['exempt'] === true)
}

/** The name of a code; the code itself where there is none, and 无 for nothing. */
function wordOf<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>, code: string): string {
  const known = codes.find((one) => one === code)
  return known === undefined ? code || words.nothing : names[known]
}
