import type { CaseTask, QuarterInput, TaskParty } from '../../../../shared/domain/evaluation/case.ts'
import type { PlacedBook, PlacedTable } from '../arrange/place.ts'
import type { DraftCell, DraftRow } from '../arrange/draft.ts'
import { serialOf } from '../arrange/calculate.ts'
import { fieldAt } from '../arrange/columns.ts'
import { namedWords, wordFor, words } from '../vocabulary.ts'
import { deductionRuleNames } from '../../../../shared/domain/points/vocabulary.ts'
import { taskQualities } from '../../../../shared/domain/tasks/codes.ts'
import { taskQualityNames } from '../../../../shared/domain/tasks/vocabulary.ts'

/** One input changed in the case, and the one cell of the working copy that says the same. */
export interface Mutation {
  readonly kind: string
  readonly input: QuarterInput
  readonly cell: { readonly sheet: string; readonly row: number; readonly column: number }
  readonly value: number | string | null
  /** Days are serial numbers; other programs want to be told. */
  readonly isDay: boolean
}

/** Whole numbers from 0 to `below` − 1. */
export type Pick = (below: number) => number

/** A small seeded generator (mulberry32), so that every run can be repeated. */
export function seeded(seed: number): Pick {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

interface Row {
  readonly table: PlacedTable
  readonly row: DraftRow
  readonly number: number
}

function rowsOf(book: PlacedBook, key: string): readonly Row[] {
  const table = book.tables.get(key)
  return table ? table.rows.map((row, index) => ({ table, row, number: table.firstRow + index })) : []
}

function plain(cell: DraftCell | undefined): string | number | null {
  return cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? cell.value : cell?.kind === 'date' ? cell.day : null
}

function chosen<Item>(items: readonly Item[], pick: Pick): Item | null {
  return items[pick(items.length)] ?? null
}

type Change = (context: { readonly book: PlacedBook; readonly input: QuarterInput; readonly pick: Pick }) => Mutation | null

function mutation(kind: string, { table, number }: Row, field: string, value: number | string | null, input: QuarterInput, isDay = false): Mutation | null {
  const column = table.byField.get(field)
  return column === undefined ? null : { kind, input, cell: { sheet: table.sheet, row: number, column }, value, isDay }
}

function replaced<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return items.map((old, at) => (at === index ? item : old))
}

function score(pick: Pick, max: number): string {
  return (pick(max * 100 + 1) / 100).toFixed(2)
}

const rating: Change = ({ book, input, pick }) => {
  const index = pick(input.headRatings.length)
  const given = input.headRatings[index]
  const moduleKey = input.modules.findIndex((module) => module.id === given?.module) + 1
  const row = rowsOf(book, 'ratings').find(({ row: { cells } }) => plain(cells['code']) === given?.staff && plain(cells['moduleKey']) === moduleKey)
  if (!given || !row) return null
  const value = score(pick, 10)
  return mutation('rating', row, 'raw', Number(value), { ...input, headRatings: replaced(input.headRatings, index, { ...given, band: null, score: value }) })
}

const noRating: Change = ({ book, input, pick }) => {
  const index = pick(input.headRatings.length)
  const given = input.headRatings[index]
  const moduleKey = input.modules.findIndex((module) => module.id === given?.module) + 1
  const row = rowsOf(book, 'ratings').find(({ row: { cells } }) => plain(cells['code']) === given?.staff && plain(cells['moduleKey']) === moduleKey)
  if (!given || !row) return null
  return mutation('noRating', row, 'raw', null, { ...input, headRatings: input.headRatings.filter((_, other) => other !== index) })
}

/** A rating that came late, entered where someone has none. */
const lateRating: Change = ({ book, input, pick }) => {
  const row = chosen(rowsOf(book, 'ratings').filter(({ row: { cells } }) => cells['raw']?.kind === 'empty'), pick)
  const staff = plain(row?.row.cells['code'])
  const module = input.modules[Number(plain(row?.row.cells['moduleKey'])) - 1]
  if (!row || typeof staff !== 'string' || !module) return null
  const value = score(pick, 10)
  return mutation('lateRating', row, 'raw', Number(value), { ...input, headRatings: [...input.headRatings, { scorer: 'late', staff, module: module.id, band: null, score: value }] })
}

const band: Change = ({ book, input, pick }) => {
  const banded = input.headRatings.flatMap((given, index) => (given.band === null ? [] : [{ given, index }]))
  const found = chosen(banded, pick)
  const moduleKey = input.modules.findIndex((module) => module.id === found?.given.module) + 1
  const row = rowsOf(book, 'ratings').find(({ row: { cells } }) => plain(cells['code']) === found?.given.staff && plain(cells['moduleKey']) === moduleKey)
  const name = chosen(Object.keys(input.plan.module.headBands), pick)
  if (!found || !row || name === null) return null
  return mutation('band', row, 'band', name, { ...input, headRatings: replaced(input.headRatings, found.index, { ...found.given, band: name }) })
}

const votes: Change = ({ book, input, pick }) => {
  const shown = input.peerCounts.flatMap((count, index) => (Object.values(count.votes).reduce((total, value) => total + value, 0) >= 3 ? [{ count, index }] : []))
  const found = chosen(shown, pick)
  const bands = Object.keys(input.plan.module.peerBands)
  const row = rowsOf(book, 'ratings').find(({ row: { cells } }) => plain(cells['code']) === found?.count.staff && cells['abstained'] !== undefined)
  if (!found || !row) return null
  const value = pick(6)
  const at = pick(bands.length + 1)
  const name = bands[at]
  const count = name === undefined ? { ...found.count, abstained: value } : { ...found.count, votes: { ...found.count.votes, [name]: value } }
  return mutation('votes', row, name === undefined ? 'abstained' : fieldAt('votes', at), value, { ...input, peerCounts: replaced(input.peerCounts, found.index, count) })
}

const leader: Change = ({ book, input, pick }) => {
  const index = pick(input.leaderScores.length)
  const given = input.leaderScores[index]
  const at = input.leaderScores.slice(0, index).filter((other) => other.staff === given?.staff).length
  const row = rowsOf(book, 'ratings').find(({ row: { cells } }) => plain(cells['code']) === given?.staff && cells['leader'] !== undefined)
  if (!given || !row) return null
  if (pick(4) === 0) return mutation('leader', row, fieldAt('leaderScore', at), null, { ...input, leaderScores: input.leaderScores.filter((_, other) => other !== index) })
  const value = score(pick, 5)
  return mutation('leader', row, fieldAt('leaderScore', at), Number(value), { ...input, leaderScores: replaced(input.leaderScores, index, { ...given, score: value }) })
}

interface PartOfTask {
  readonly row: Row
  readonly taskIndex: number
  readonly task: CaseTask
  readonly partyIndex: number
  readonly party: TaskParty
}

function partOf(book: PlacedBook, input: QuarterInput, pick: Pick): PartOfTask | null {
  const row = chosen(rowsOf(book, 'parts').filter((candidate) => candidate.row.cells['task'] !== undefined), pick)
  if (!row) return null
  const taskIndex = input.tasks.findIndex((task) => task.id === plain(row.row.cells['task']))
  const task = input.tasks[taskIndex]
  const partyIndex = task?.parties.findIndex((party) => party.staff === plain(row.row.cells['code'])) ?? -1
  const party = task?.parties[partyIndex]
  return task && party ? { row, taskIndex, task, partyIndex, party } : null
}

function withParty(input: QuarterInput, part: PartOfTask, change: Partial<TaskParty>): QuarterInput {
  const task = { ...part.task, parties: replaced(part.task.parties, part.partyIndex, { ...part.party, ...change }) }
  return { ...input, tasks: replaced(input.tasks, part.taskIndex, task) }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const done: Change = ({ book, input, pick }) => {
  const part = partOf(book, input, pick)
  if (!part) return null
  const day = dayAfter(part.task.due, pick(40) - 12)
  return mutation('done', part.row, 'done', serialOf(day), withParty(input, part, { completedOn: day }), true)
}

/** Not completed after all; only where one person does the task, whose day is the task's. */
const notDone: Change = ({ book, input, pick }) => {
  const part = partOf(book, input, pick)
  if (!part || part.task.parties.length > 1) return null
  const task = { ...part.task, completedOn: null, parties: [{ ...part.party, completedOn: null }] }
  return mutation('notDone', part.row, 'done', null, { ...input, tasks: replaced(input.tasks, part.taskIndex, task) })
}

const returns: Change = ({ book, input, pick }) => {
  const part = partOf(book, input, pick)
  const value = pick(3)
  return part ? mutation('returns', part.row, 'returns', value, withParty(input, part, { reworks: value })) : null
}

const quality: Change = ({ book, input, pick }) => {
  const part = partOf(book, input, pick)
  const value = chosen(taskQualities, pick)
  return part && value ? mutation('quality', part.row, 'quality', taskQualityNames[value], withParty(input, part, { quality: value })) : null
}

const weight: Change = ({ book, input, pick }) => {
  const part = partOf(book, input, pick)
  const row = part && rowsOf(book, 'parts').find((candidate) => candidate.row.id === part.task.id)
  const value = ([1, 2, 3] as const)[pick(3)] ?? 1
  return part && row ? mutation('weight', row, 'weight', value, { ...input, tasks: replaced(input.tasks, part.taskIndex, { ...part.task, weight: value }) }) : null
}

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

const status: Change = ({ book, input, pick }) => {
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

export const changes: Readonly<Record<string, Change>> = {
  rating, noRating, lateRating, band, votes, leader, done, notDone, returns, quality, weight, quantity, village, post, group, groupDays, honour, exemption, deductionDay, pk, prior, target, leave: status,
}
