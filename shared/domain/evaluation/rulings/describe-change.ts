import { circularKinds, deductionRules, vetoEffects } from '../../plans/points/codes.ts'
import { deductionRuleNames, vetoEffectNames } from '../../plans/points/vocabulary.ts'
import { leaveKinds } from '../../people/codes.ts'
import { leaveKindLabels } from '../../people/vocabulary.ts'
import type { ChangeValue, PathStep, SnapshotChange } from './amendment.ts'
import { amendmentWords as words, circularNames } from './amendment-vocabulary.ts'
import type { QuarterInput } from '../../plans/case.ts'
import { changeTexts, fieldOf, hasKey, rangeText, rowOf, textOf, wordOf, type ChangeTexts, type DescribedChange } from './change-text.ts'
import { describeGroup, describeModule, describePost, describeServiceEvent, describeTask, describeTeamMember } from './describe-work.ts'
import { namesOf, type SnapshotNames } from '../computing/names.ts'
import { planWord } from '../../plans/plan-vocabulary.ts'

/** Says a change in words; null for what no ruling may change (the plan, the days of the period, ballots, who somebody is). */
export function describeChange({ path, ...values }: SnapshotChange, input: QuarterInput): DescribedChange | null {
  const [list, ...rest] = path
  const [key, ...within] = rest
  const names = namesOf(input)
  const texts = changeTexts(values)
  const { said, row, about } = texts
  const own = fieldOf(row, 'staff')
  switch (list) {
    case 'headRatings':
      return describeRating(rest, texts, names)
    case 'leaderScores':
      return describeLeaderScore(rest, texts, names)
    case 'tasks':
      return describeTask(rest, texts, input, names)
    case 'villages':
      return describeRank(rest, texts, input, names)
    case 'teamMembers':
      return describeTeamMember(within, texts, names)
    case 'serviceEvents':
      return describeServiceEvent(rest, texts, names)
    case 'specialGroups':
      return describeGroup(rest, texts, input, names)
    case 'modules':
      return describeModule(rest, texts, input, names)
    case 'posts':
      return describePost(rest, texts, input, names)
    case 'honours':
      return within.length === 0 ? said(words.honour(names.staff(own)), honourText, about(own)) : null
    case 'circulars':
      return within.length === 0 ? said(words.circular(names.staff(own)), (value) => wordOf(circularKinds, circularNames, fieldOf(value, 'kind')), about(own)) : null
    case 'vetoes':
      return within.length === 0 ? said(words.veto(names.staff(own)), (value) => wordOf(vetoEffects, vetoEffectNames, fieldOf(value, 'effect')), about(own)) : null
    case 'deductions':
      return describeDeduction(rest, texts, input, names)
    case 'staff':
      return hasKey(key, 'id') ? describeDated(key['id'] ?? '', within, texts, names) : null
    default:
      return null
  }
}

/** A rating as a whole: given, changed or taken out. */
function describeRating([key, ...rest]: readonly PathStep[], { said, row, about }: ChangeTexts, names: SnapshotNames): DescribedChange | null {
  if (rest.length > 0 || !(key === undefined || hasKey(key, 'staff'))) return null
  const [staff, module] = key === undefined ? [fieldOf(row, 'staff'), fieldOf(row, 'module')] : [key['staff'] ?? '', key['module'] ?? '']
  return said(words.rating(names.staff(staff), names.module(module)), (value) => fieldOf(value, 'band') || fieldOf(value, 'score') || words.nothing, about(staff))
}

/** A score that somebody gave, or one that was left out. */
function describeLeaderScore([key, field, ...further]: readonly PathStep[], { said, row, about }: ChangeTexts, names: SnapshotNames): DescribedChange | null {
  if (key === undefined) return said(words.leaderScore(names.staff(fieldOf(row, 'staff')), names.staff(fieldOf(row, 'scorer'))), (value) => fieldOf(value, 'score') || words.nothing, about(fieldOf(row, 'staff')))
  if (!hasKey(key, 'staff') || field !== 'score' || further.length > 0) return null
  return said(words.leaderScore(names.staff(key['staff'] ?? ''), names.staff(key['scorer'] ?? '')), textOf, about(key['staff'] ?? ''))
}

/** The rank of a village, which is the matter of its whole 组团. */
function describeRank([key, field, ...further]: readonly PathStep[], { said }: ChangeTexts, { teamMembers }: QuarterInput, names: SnapshotNames): DescribedChange | null {
  if (!hasKey(key, 'id') || field !== 'quarterRank' || further.length > 0) return null
  const village = key['id'] ?? ''
  return said(words.villageRank(names.village(village)), (value) => (typeof value === 'number' ? words.rank(value) : words.unranked), [...new Set(teamMembers.filter((member) => member.village === village).map(({ staff }) => staff))])
}

function describeDeduction([key, ...rest]: readonly PathStep[], { said, row, about }: ChangeTexts, input: QuarterInput, names: SnapshotNames): DescribedChange | null {
  if (rest.length === 0) return said(words.deduction(names.staff(fieldOf(row, 'staff'))), deductionText, about(fieldOf(row, 'staff')))
  const found = hasKey(key, 'id') ? input.deductions.find(({ id }) => id === key['id']) : undefined
  if (found === undefined || rest.length !== 1 || rest[0] !== 'exempt') return null
  return said(words.exempt(names.staff(found.staff), words.deductionText(deductionRuleNames[found.rule], found.date)), (value) => (value === true ? words.exempted : words.counted), [found.staff])
}

function describeDated(staff: string, [list, , ...rest]: readonly PathStep[], { said }: ChangeTexts, names: SnapshotNames): DescribedChange | null {
  if (rest.length > 0) return null
  if (list === 'leaves') return said(words.leave(names.staff(staff)), rangeText((value) => wordOf(leaveKinds, leaveKindLabels, fieldOf(value, 'kind'))), [staff])
  if (list === 'assignments') return said(words.assignment(names.staff(staff)), rangeText((value) => words.held(names.module(fieldOf(value, 'module')), names.post(fieldOf(value, 'post')))), [staff])
  return null
}

function honourText(value: ChangeValue): string {
  return value === null ? words.nothing : words.honourText(fieldOf(value, 'matter'), planWord('honourLevel', fieldOf(value, 'level')))
}

function deductionText(value: ChangeValue): string {
  if (value === null) return words.nothing
  return words.deductionState(wordOf(deductionRules, deductionRuleNames, fieldOf(value, 'rule')), fieldOf(value, 'date'), rowOf(value)?.['exempt'] === true)
}
