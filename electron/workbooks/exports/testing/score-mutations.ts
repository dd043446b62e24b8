import type { CaseTask, QuarterInput, TaskParty } from '../../../../shared/domain/plans/case.ts'
import { taskQualities } from '../../../../shared/domain/plans/task-codes.ts'
import { taskQualityNames } from '../../../../shared/domain/tasks/tasks/vocabulary.ts'
import { serialOf } from '../arrange/calculate.ts'
import { fieldAt } from '../arrange/columns.ts'
import type { PlacedBook } from '../arrange/place.ts'
import { chosen, dayAfter, mutation, plain, replaced, rowsOf, score } from './mutation.ts'
import type { Change, Pick, Row } from './mutation.ts'

/** Changes to ratings, votes, leader scores and tasks. */

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

export const scoreChanges = { rating, noRating, lateRating, band, votes, leader, done, notDone, returns, quality, weight } as const
