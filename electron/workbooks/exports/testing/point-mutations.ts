import { deductionRuleNames } from '../../../../shared/domain/plans/points/vocabulary.ts'
import { serialOf } from '../arrange/calculate.ts'
import { fieldAt } from '../arrange/columns.ts'
import { namedWords, wordFor, words } from '../vocabulary.ts'
import { chosen, dayAfter, mutation, plain, replaced, rowsOf, score } from './mutation.ts'
import type { Change } from './mutation.ts'

/** Changes to villages, posts, groups, honours, deductions, modules, constants and leave. */

const quantity: Change = ({ book, input, pick }) => {
  const kinds = Object.keys(input.plan.team.service.kinds)
  const row = chosen(rowsOf(book, 'team').filter(({ row: { cells } }) => cells['points'] !== undefined), pick)
  const at = pick(kinds.length)
  const kind = kinds[at]
  if (!row || kind === undefined) return null
  const staff = plain(row.row.cells['code'])
  const value = pick(40)
  const village = input.villages[0]?.id ?? ''
  const event = { staff: String(staff), village, date: input.period.start, kind, household: 'what-if', quantity: String(value), verified: true }
  const others = input.serviceEvents.filter((other) => other.staff !== staff || other.kind !== kind)
  return mutation('quantity', row, fieldAt('quantity', at), value, { ...input, serviceEvents: [...others, event] })
}

const village: Change = ({ book, input, pick }) => {
  const index = pick(input.villages.length)
  const given = input.villages[index]
  const row = rowsOf(book, 'villages')[index]
  if (!given || !row) return null
  const value = pick(5) === 0 ? null : 1 + pick(input.villages.length + 2)
  return mutation('village', row, 'rank', value, { ...input, villages: replaced(input.villages, index, { ...given, quarterRank: value }) })
}

const post: Change = ({ book, input, pick }) => {
  const index = pick(input.posts.length)
  const given = input.posts[index]
  const row = rowsOf(book, 'posts')[index]
  if (!given || !row) return null
  const value = score(pick, 22)
  if (pick(3) === 0) {
    const coefficient = (0.9 + pick(21) / 100).toFixed(2)
    return mutation('post', row, 'stated', Number(coefficient), { ...input, posts: replaced(input.posts, index, { ...given, coefficient }) })
  }
  return mutation('post', row, 'score', Number(value), { ...input, posts: replaced(input.posts, index, { ...given, score: value }) })
}

const group: Change = ({ book, input, pick }) => {
  const index = pick(input.specialGroups.length)
  const given = input.specialGroups[index]
  const row = rowsOf(book, 'groups')[index]
  const grade = chosen(Object.keys(input.plan.special.grades), pick)
  if (!given || !row || grade === null) return null
  return mutation('group', row, 'grade', grade, { ...input, specialGroups: replaced(input.specialGroups, index, { ...given, grade }) })
}

const groupDays: Change = ({ book, input, pick }) => {
  const row = chosen(rowsOf(book, 'special').filter(({ row: { cells } }) => plain(cells['isGroup']) === 1), pick)
  if (!row) return null
  const { cells } = row.row
  const index = input.specialGroups.findIndex((candidate) => candidate.name === plain(cells['item']))
  const given = input.specialGroups[index]
  const at = given?.members.findIndex((member) => member.staff === plain(cells['code']) && member.from === plain(cells['from']) && member.to === plain(cells['to'])) ?? -1
  const member = given?.members[at]
  if (!given || !member) return null
  const from = dayAfter(input.period.start, pick(30))
  if (member.to !== null && member.to < from) return null
  const members = replaced(given.members, at, { ...member, from })
  return mutation('groupDays', row, 'from', serialOf(from), { ...input, specialGroups: replaced(input.specialGroups, index, { ...given, members }) }, true)
}

const honour: Change = ({ book, input, pick }) => {
  const index = pick(input.honours.length)
  const given = input.honours[index]
  const level = chosen(Object.keys(input.plan.special.levels), pick)
  const row = rowsOf(book, 'special').find(({ row: { cells } }) => plain(cells['code']) === given?.staff && plain(cells['kind']) === words.honour && plain(cells['item']) === given?.matter)
  if (!given || !row || level === null) return null
  const isRepeated = input.honours.filter((other) => other.staff === given.staff && other.matter === given.matter).length > 1
  return isRepeated ? null : mutation('honour', row, 'detail', wordFor(namedWords, level), { ...input, honours: replaced(input.honours, index, { ...given, level }) })
}

const exemption: Change = ({ book, input, pick }) => {
  const index = pick(input.deductions.length)
  const given = input.deductions[index]
  const row = rowsOf(book, 'deductions').find(({ row: { cells } }) => plain(cells['item']) === given?.id && plain(cells['rule']) !== words.veto)
  if (!given || !row) return null
  return mutation('exemption', row, 'exempt', given.exempt ? null : words.yes, { ...input, deductions: replaced(input.deductions, index, { ...given, exempt: !given.exempt }) })
}

const deductionDay: Change = ({ book, input, pick }) => {
  const index = pick(input.deductions.length)
  const given = input.deductions[index]
  const row = rowsOf(book, 'deductions').find(({ row: { cells } }) => plain(cells['item']) === given?.id && plain(cells['rule']) === (given && deductionRuleNames[given.rule]))
  if (!given || !row) return null
  const day = dayAfter(input.period.start, pick(100) - 5)
  return mutation('deductionDay', row, 'date', serialOf(day), { ...input, deductions: replaced(input.deductions, index, { ...given, date: day }) }, true)
}

const pk: Change = ({ book, input, pick }) => {
  const index = pick(input.modules.length)
  const given = input.modules[index]
  const row = rowsOf(book, 'modules')[index]
  if (!given || !row) return null
  const pkFactor = (0.8 + pick(41) / 100).toFixed(2)
  return mutation('pk', row, 'pk', Number(pkFactor), { ...input, modules: replaced(input.modules, index, { ...given, pkFactor }) })
}

const prior: Change = ({ book, input, pick }) => {
  const row = chosen(rowsOf(book, 'deductions').filter(({ row: { cells } }) => plain(cells['rule']) === words.priorRejections), pick)
  const index = input.staff.findIndex((staff) => staff.id === plain(row?.row.cells['code']))
  const given = input.staff[index]
  if (!row || !given) return null
  const value = pick(5)
  return mutation('prior', row, 'count', value, { ...input, staff: replaced(input.staff, index, { ...given, priorRejections: value }) })
}

const target: Change = ({ book, input, pick }) => {
  const row = rowsOf(book, 'constants').find((candidate) => candidate.row.id === 'target')
  const isOverridden = Object.values(input.plan.tracks).some((track) => track.team?.service?.target !== undefined)
  const profiles = row ? [...row.table.byField.keys()].filter((field) => field.startsWith('profile:')) : []
  if (!row || isOverridden || profiles.length !== 1) return null
  const value = String(10 + pick(20))
  const service = { ...input.plan.team.service, target: value }
  return mutation('target', row, 'profile:0', Number(value), { ...input, plan: { ...input.plan, team: { ...input.plan.team, service } } })
}

const leave: Change = ({ book, input, pick }) => {
  const row = chosen(rowsOf(book, 'summary'), pick)
  const index = input.staff.findIndex((staff) => staff.id === plain(row?.row.cells['code']))
  const given = input.staff[index]
  if (!row || !given) return null
  const leaves = input.plan.validity.leaves
  // A leave over the whole period leaves no duty day.
  const [kind] = leaves
  if (kind === undefined || given.leaves.length > 0) return null
  const until = dayAfter(input.period.start, 29)
  const isWhole = given.assignments.some((assignment) => assignment.from <= input.period.start && (assignment.to === null || assignment.to >= until))
  if (!isWhole || input.teamMembers.some((member) => member.staff === given.id)) return null
  return mutation('leave', row, 'leaveDays', 30, { ...input, staff: replaced(input.staff, index, { ...given, leaves: [{ kind, from: input.period.start, to: until }] }) })
}

export const pointChanges = { quantity, village, post, group, groupDays, honour, exemption, deductionDay, pk, prior, target, leave } as const
