import { partyRoles, taskQualities } from '../../plans/task-codes.ts'
import { partyRoleNames, taskQualityNames } from '../../tasks/tasks/vocabulary.ts'
import type { PathStep } from './amendment.ts'
import { amendmentWords as words, taskStatusNames } from './amendment-vocabulary.ts'
import type { QuarterInput } from '../../plans/case.ts'
import { fieldOf, hasKey, rangeText, textOf, wordOf, type ChangeTexts, type DescribedChange } from './change-text.ts'
import type { SnapshotNames } from '../computing/names.ts'
import { planWord } from '../../plans/plan-vocabulary.ts'
import { taskStatuses } from '../../plans/vocabulary.ts'

/** A task of the snapshot: its status, what one doer did, a doer more or less; or a task that was left out, with its doer. */
export function describeTask(path: readonly PathStep[], { said, row, about }: ChangeTexts, { tasks }: QuarterInput, names: SnapshotNames): DescribedChange | null {
  const [key, field, party, own, ...further] = path
  if (key === undefined) return said(words.addedTask(names.staff(fieldOf(row, 'staff'))), (value) => (value === null ? words.nothing : words.taskText(fieldOf(value, 'title'), names.module(fieldOf(value, 'module')), fieldOf(value, 'due'))), about(fieldOf(row, 'staff')))
  const task = hasKey(key, 'id') ? tasks.find(({ id }) => id === key['id']) : undefined
  if (task === undefined || further.length > 0) return null
  if (field === 'status' && party === undefined) return said(words.taskStatus(task.title), (value) => wordOf(taskStatuses, taskStatusNames, textOf(value)), task.parties.map(({ staff }) => staff))
  if (field !== 'parties') return null
  if (own === undefined && (party === undefined || hasKey(party, 'staff'))) {
    const staff = fieldOf(row, 'staff')
    return said(words.party(names.staff(staff), task.title), (value) => (value === null ? words.nothing : wordOf(partyRoles, partyRoleNames, fieldOf(value, 'role'))), about(staff))
  }
  if (!hasKey(party, 'staff')) return null
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

/** A place in a 组团, with its days. */
export function describeTeamMember(rest: readonly PathStep[], { said, row, about }: ChangeTexts, names: SnapshotNames): DescribedChange | null {
  return rest.length === 0 ? said(words.teamMember(names.staff(fieldOf(row, 'staff'))), rangeText((value) => names.village(fieldOf(value, 'village'))), about(fieldOf(row, 'staff'))) : null
}

/** A 服务记录 as a whole, or whether it is verified. */
export function describeServiceEvent([key, ...rest]: readonly PathStep[], { said, row, about }: ChangeTexts, names: SnapshotNames): DescribedChange | null {
  if (rest.length === 0) {
    const text = (value: Parameters<typeof fieldOf>[0]) =>
      value === null ? words.nothing : words.eventText(planWord('service', fieldOf(value, 'kind')), fieldOf(value, 'date'), names.village(fieldOf(value, 'village')), fieldOf(value, 'quantity'), fieldOf(value, 'verified') === 'true')
    return said(words.serviceEvent(names.staff(fieldOf(row, 'staff'))), text, about(fieldOf(row, 'staff')))
  }
  if (!hasKey(key, 'staff') || rest.length !== 1 || rest[0] !== 'verified') return null
  const staff = key['staff'] ?? ''
  return said(words.eventVerified(names.staff(staff), planWord('service', key['kind'] ?? ''), key['date'] ?? '', names.village(key['village'] ?? '')), (value) => (value === true ? words.verified : words.notVerified), [staff])
}

/** The grade of a 专项组, which is all its members' matter, or a place in it. */
export function describeGroup([key, field, member, ...further]: readonly PathStep[], { said, row, about }: ChangeTexts, { specialGroups }: QuarterInput, names: SnapshotNames): DescribedChange | null {
  const group = hasKey(key, 'id') ? specialGroups.find(({ id }) => id === key['id']) : undefined
  if (group === undefined || further.length > 0) return null
  if (field === 'grade' && member === undefined) return said(words.groupGrade(group.name), textOf, group.members.map(({ staff }) => staff))
  if (field !== 'members' || !(member === undefined || hasKey(member, 'staff'))) return null
  const staff = fieldOf(row, 'staff')
  return said(words.groupMember(names.staff(staff), group.name), rangeText((value) => planWord('groupRole', fieldOf(value, 'role'))), about(staff))
}

/** The PK 系数 of a module, which is the matter of all who work in it. */
export function describeModule([key, field, ...further]: readonly PathStep[], { said }: ChangeTexts, { staff }: QuarterInput, names: SnapshotNames): DescribedChange | null {
  if (!hasKey(key, 'id') || field !== 'pkFactor' || further.length > 0) return null
  const module = key['id'] ?? ''
  return said(words.pkFactor(names.module(module)), textOf, staff.filter(({ assignments }) => assignments.some((held) => held.module === module)).map(({ id }) => id))
}

/** The score or the coefficient of a post, which is the matter of all who hold it. */
export function describePost([key, field, ...further]: readonly PathStep[], { said }: ChangeTexts, { staff }: QuarterInput, names: SnapshotNames): DescribedChange | null {
  if (!hasKey(key, 'id') || further.length > 0 || (field !== 'score' && field !== 'coefficient')) return null
  const post = key['id'] ?? ''
  const name = names.post(post)
  return said(field === 'score' ? words.postScore(name) : words.postCoefficient(name), textOf, staff.filter(({ assignments }) => assignments.some((held) => held.post === post)).map(({ id }) => id))
}
