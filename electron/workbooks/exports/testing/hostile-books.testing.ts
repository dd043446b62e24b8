import { evaluationWorkbook } from '../books/evaluation/book.ts'
import { evaluationYearWorkbook } from '../books/evaluation/year-book.ts'
import { readLayout } from '../layout/read-layout.ts'
import type { WorkbookModel } from '../model/model.ts'
import { performanceWorkbook } from '../books/performance/book.ts'
import { registersWorkbook } from '../books/registers/book.ts'
import { rosterWorkbook } from '../books/roster/book.ts'
import { tasksWorkbook } from '../books/tasks/book.ts'
import { teamsWorkbook } from '../books/teams/book.ts'
import { bookData, quarterCase } from './case-data.ts'
import { registersData, rosterData, tasksData } from './ledger-data.ts'
import { teamsData } from './teams-data.ts'
import { performanceData, yearBookData, yearCase } from './year-data.ts'

/** Gives the texts one after the other, over and over. */
type Take = () => string

/** What people type or what is made from it, in the data of every workbook. */
const typed: ReadonlySet<string> = new Set([
  'name', 'title', 'remark', 'sex', 'postName', 'moduleName', 'identityLabel', 'trackLabel', 'rankTitle', 'sendingUnit', 'text', 'situation', 'clause', 'handling', 'performance', 'opinion', 'household', 'note', 'verifier', 'matter',
  'number', 'formLabel', 'source', 'leadLeader', 'hosts', 'coHosts', 'parts', 'milestones', 'stateLabel', 'lightLabel', 'qualityLabel', 'latestProgress', 'content', 'issuedBy', 'levelLabel', 'taskNumber', 'taskTitle', 'demand', 'reply',
  'village', 'kindLabel', 'leader', 'cadres', 'departments', 'experts', 'person', 'themeLabel', 'result', 'sourceLabel', 'reporter', 'phone', 'handler', 'satisfactionLabel', 'grid', 'head', 'fullTime', 'missing', 'full_time', 'part_time', 'instructor',
  'unit', 'scope', 'place', 'idNumber', 'politicalStatus', 'birthMonth', 'workSince', 'township', 'reportingUnit', 'exportedBy', 'planVersion',
])

/** The data with every typed text replaced; what is empty stays so. */
function poisoned<Data>(data: Data, take: Take, keys: ReadonlySet<string> = typed): Data {
  const copy = structuredClone(data)
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && keys.has(key)) Reflect.set(node, key, take())
      else walk(value)
    }
  }
  walk(copy)
  return copy
}

/** In an evaluated input `village` and the like are keys; names and titles are what was typed. */
const named: ReadonlySet<string> = new Set(['name', 'title', 'matter'])

function poisonedQuarter(take: Take) {
  const input = quarterCase('quarter-01')
  const typedInput = { ...input, modules: poisoned(input.modules, take, named), posts: poisoned(input.posts, take, named), staff: poisoned(input.staff, take, named), tasks: poisoned(input.tasks, take, named), villages: poisoned(input.villages, take, named), specialGroups: poisoned(input.specialGroups, take, named), honours: poisoned(input.honours, take, named) }
  const data = bookData(typedInput)
  return { ...data, meta: poisoned(data.meta, take), people: poisoned(data.people.map((person) => ({ ...person, remark: '备注' })), take) }
}

function poisonedYear(take: Take) {
  const data = yearBookData(yearCase('year-01'))
  return { ...data, meta: poisoned(data.meta, take), people: poisoned(data.people.map((person) => ({ ...person, remark: '备注' })), take) }
}

function poisonedPerformance(take: Take) {
  const { yearOutcome, notes, ...data } = performanceData(yearCase('year-01'), [1, 2, 3, 4], true)
  return { ...poisoned({ ...data, people: data.people.map((person) => ({ ...person, remark: '备注' })) }, take), yearOutcome, notes: notes.map(take) }
}

function poisonedTasks(take: Take) {
  const { meta, tasks, overdue, supervisions, modules, orders } = tasksData(60)
  return poisoned({ meta, tasks: [...tasks], overdue: [...overdue], supervisions: [...supervisions], modules, orders: [...orders] }, take)
}

function poisonedRegisters(take: Take) {
  const data = registersData(160)
  const registers = poisoned(data.registers, take).map((register, place) => {
    const types = data.registers[place]?.columns.map(({ type }) => type) ?? []
    const rows = register.rows.map((row) => row.map((text, at) => (['date', 'number', 'amount'].includes(types[at] ?? '') ? text : take())))
    return { ...register, columns: register.columns.map((column, at) => ({ ...column, title: `${String(at)}${column.title}` })), rows }
  })
  return { meta: poisoned(data.meta, take), registers }
}

/** One workbook of every kind, with the hostile texts wherever people type, from a place in their list on. */
export async function hostileBooks(texts: readonly string[]): Promise<ReadonlyMap<string, (from: number) => WorkbookModel>> {
  const [evaluation, year, performance, tasks, teams, registers, roster] = await Promise.all([
    readLayout('evaluation'), readLayout('evaluation-year'), readLayout('performance'), readLayout('tasks'), readLayout('teams'), readLayout('registers'), readLayout('roster'),
  ])
  const takeFrom = (from: number): Take => {
    let at = from
    return () => texts[at++ % texts.length] ?? ''
  }
  return new Map<string, (from: number) => WorkbookModel>([
    ['evaluation', (from) => evaluationWorkbook(poisonedQuarter(takeFrom(from)), evaluation)],
    ['evaluation-year', (from) => evaluationYearWorkbook(poisonedYear(takeFrom(from)), year)],
    ['performance', (from) => performanceWorkbook(poisonedPerformance(takeFrom(from)), performance)],
    ['tasks', (from) => tasksWorkbook(poisonedTasks(takeFrom(from)), tasks)],
    ['teams', (from) => teamsWorkbook(poisoned(teamsData(60), takeFrom(from)), teams)],
    ['registers', (from) => registersWorkbook(poisonedRegisters(takeFrom(from)), registers)],
    ['roster', (from) => rosterWorkbook(poisoned(rosterData(60), takeFrom(from)), roster)],
  ])
}
