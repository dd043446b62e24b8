import { asc } from 'drizzle-orm'
import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extensionSortFields, paperSortFields, proposalSortFields, type extensionFilter, type paperFilter, type proposalFilter } from '../../../../shared/contract/tasks/supervision.ts'
import { matchesPinyin } from '../../../../shared/domain/pinyin/matches-pinyin.ts'
import { nameKeyOf, searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { extensionStates, supervisionLevels } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { dayNumber, dayText } from '../../../../shared/lib/calendar-day.ts'
import { extension, supervision, task } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'
/** A day on which both levels are proposed. */
const proposedOn = '2026-06-28'
const rows = 120

let town: TestTownship
let inspector: ReturnType<TestTownship['as']>
beforeAll(async () => {
  town = await testTownship(bundle)
  town.clock.now = `${on}T02:00:00.000Z`
  inspector = town.as(null, 'inspector')
  town.as(cast.own.code, 'clerk')
  addRows(town)
})
afterAll(() => town.dispose())

/** A 督办单 and a 延期 on each of the first tasks, and a second granted 延期 on every fifth. */
function addRows({ app }: TestTownship): void {
  const tasks = app.read().select({ id: task.id, due: task.due }).from(task).orderBy(asc(task.seq)).limit(rows).all()
  const after = (due: string, days: number) => dayText(dayNumber(due) + days)
  const states = ['issued', 'answered', 'settled'] as const
  app.mutate({
    actor: 'test',
    action: 'test.rows',
    areas: ['task'],
    write(tx) {
      for (const [at, { id, due }] of tasks.entries()) {
        const state = states[at % 3] ?? 'issued'
        tx.insert(supervision).values({ id: app.environment.newId(), code: `T${String(at)}`, seq: at + 1, docNo: at % 2 === 0 ? null : `测督〔2026〕${String(at)}号`, taskId: id, level: at % 4 === 0 ? 'red' : 'yellow', demand: '说明', issuedOn: after(due, 4), issuedBy: at % 2 === 0 ? 'test-2' : 'console', replyDue: after(due, 7 + (at % 5)), state, reply: state === 'issued' ? null : `已回复${String(at % 7)}` }).run()
        const decided = at % 3 === 0 ? {} : { decidedBy: 'test-2', decidedAt: `${on}T02:00:00.000Z`, answer: '抓紧' }
        tx.insert(extension).values({ id: app.environment.newId(), seq: at + 1, taskId: id, askedBy: at % 2 === 0 ? 'test-2' : 'test-1', askedAt: `2026-05-${String(1 + (at % 28)).padStart(2, '0')}T02:00:00.000Z`, reason: at % 4 === 0 ? '等待批复' : '汛期', fromDue: due, toDue: after(due, 1 + (at % 9)), state: extensionStates[at % 3] ?? 'asked', ...decided }).run()
        if (at % 5 === 0) tx.insert(extension).values({ id: app.environment.newId(), seq: rows + at + 1, taskId: id, askedBy: 'test-2', askedAt: '2026-04-01T02:00:00.000Z', reason: '征地', fromDue: due, toDue: after(due, 2), state: 'granted', decidedBy: 'console', decidedAt: `${on}T02:00:00.000Z` }).run()
      }
    },
    audit: () => ({ subject: null, detail: {} }),
  })
}

const allProposals = async () => (await inspector.supervisions.proposals({ on: proposedOn, limit: 1000 })).rows
const allPapers = async () => (await inspector.supervisions.list({ on, limit: 1000 })).rows
const allExtensions = async () => (await inspector.extensions.list({ limit: 1000 })).rows

type Row<List extends () => Promise<readonly unknown[]>> = Awaited<ReturnType<List>>[number]
type Cases<Filter, One> = readonly (readonly [Filter, (row: One) => boolean])[]

const own = cast.own.name
const initials = [...nameKeyOf(own).matchAll(/ (\w)/g)].map(([, letter]) => letter).join('')
const isCalled = (name: string) => matchesPinyin(nameKeyOf(name), initials)

/** Some rows pass and some do not, the filter finds just those, and the count is theirs. */
async function expectFound<One>(all: readonly One[], page: { readonly rows: readonly One[]; readonly total: number }, passes: (row: One) => boolean): Promise<void> {
  const expected = all.filter(passes)
  expect(expected.length).toBeGreaterThan(0)
  expect(expected.length).toBeLessThan(all.length)
  expect(page).toEqual({ rows: expected, total: expected.length })
}

describe('filters', () => {
  test.each<Cases<z.infer<typeof proposalFilter>, Row<typeof allProposals>>[number]>([
    [{ kind: 'number', field: 'daysOverdue', min: 9, max: 30 }, ({ daysOverdue }) => daysOverdue >= 9 && daysOverdue <= 30],
    [{ kind: 'number', field: 'daysOverdue', min: 8.5, max: 1e12 }, ({ daysOverdue }) => daysOverdue >= 9],
    [{ kind: 'choice', field: 'level', oneOf: ['red'] }, ({ level }) => level === 'red'],
    [{ kind: 'choice', field: 'level', oneOf: ['yellow'] }, ({ level }) => level === 'yellow'],
    [{ kind: 'days', field: 'due', from: '2026-06-01', to: '2026-06-30' }, ({ due }) => due >= '2026-06-01' && due <= '2026-06-30'],
    [{ kind: 'text', field: 'module', contains: cast.moduleName }, ({ moduleName }) => moduleName === cast.moduleName],
  ])('of the proposals: %j', async (filter, passes) => {
    await expectFound(await allProposals(), await inspector.supervisions.proposals({ on: proposedOn, limit: 1000, filters: [filter] }), passes)
  })

  test.each<Cases<z.infer<typeof paperFilter>, Row<typeof allPapers>>[number]>([
    [{ kind: 'text', field: 'docNo', contains: '测督〔2026〕1' }, ({ docNo }) => docNo?.includes('测督〔2026〕1') === true],
    [{ kind: 'text', field: 'docNo', contains: 't1' }, ({ docNo, code }) => docNo === null && code.startsWith('T1')],
    [{ kind: 'text', field: 'reply', contains: '回复3' }, ({ reply }) => reply === '已回复3'],
    [{ kind: 'text', field: 'issuedBy', contains: initials }, ({ issuedBy }) => issuedBy === own],
    [{ kind: 'text', field: 'issuedBy', contains: 'CONSOLE' }, ({ issuedBy }) => issuedBy === 'console'],
    [{ kind: 'text', field: 'hosts', contains: own }, ({ hosts }) => hosts.includes(own)],
    [{ kind: 'text', field: 'hosts', contains: initials }, ({ hosts }) => hosts.some(isCalled)],
    [{ kind: 'text', field: 'module', contains: cast.moduleName }, ({ moduleName }) => moduleName === cast.moduleName],
    [{ kind: 'days', field: 'issuedOn', from: null, to: '2026-01-31' }, ({ issuedOn }) => issuedOn <= '2026-01-31'],
    [{ kind: 'days', field: 'replyDue', from: '2026-02-01', to: null }, ({ replyDue }) => replyDue >= '2026-02-01'],
    [{ kind: 'days', field: 'due', from: '2026-02-01', to: '2026-02-28' }, ({ due }) => due >= '2026-02-01' && due <= '2026-02-28'],
    [{ kind: 'blank', field: 'reply', isBlank: true }, ({ reply }) => reply === null],
    [{ kind: 'blank', field: 'reply', isBlank: false }, ({ reply }) => reply !== null],
    [{ kind: 'choice', field: 'level', oneOf: ['red'] }, ({ level }) => level === 'red'],
    [{ kind: 'choice', field: 'state', oneOf: ['issued', 'settled'] }, ({ state }) => state !== 'answered'],
  ])('of the 督办单: %j', async (filter, passes) => {
    await expectFound(await allPapers(), await inspector.supervisions.list({ on, limit: 1000, filters: [filter] }), passes)
  })

  test.each<Cases<z.infer<typeof extensionFilter>, Row<typeof allExtensions>>[number]>([
    [{ kind: 'text', field: 'reason', contains: '批复' }, ({ reason }) => reason === '等待批复'],
    [{ kind: 'text', field: 'answer', contains: '抓紧' }, ({ answer }) => answer === '抓紧'],
    [{ kind: 'text', field: 'askedBy', contains: own }, ({ askedBy }) => askedBy === own],
    [{ kind: 'text', field: 'askedBy', contains: 'test-1' }, ({ askedBy }) => askedBy === 'test-1'],
    [{ kind: 'text', field: 'decidedBy', contains: initials }, ({ decidedBy }) => decidedBy === own],
    [{ kind: 'text', field: 'hosts', contains: initials }, ({ hosts }) => hosts.some(isCalled)],
    [{ kind: 'days', field: 'toDue', from: '2026-02-01', to: null }, ({ toDue }) => toDue >= '2026-02-01'],
    [{ kind: 'days', field: 'fromDue', from: null, to: '2026-02-01' }, ({ fromDue }) => fromDue <= '2026-02-01'],
    [{ kind: 'number', field: 'granted', min: 2, max: null }, ({ granted }) => granted >= 2],
    [{ kind: 'number', field: 'granted', min: 0, max: 0 }, ({ granted }) => granted === 0],
    [{ kind: 'choice', field: 'state', oneOf: ['asked'] }, ({ state }) => state === 'asked'],
  ])('of the 延期: %j', async (filter, passes) => {
    await expectFound(await allExtensions(), await inspector.extensions.list({ limit: 1000, filters: [filter] }), passes)
  })

  test('an account that has a person is not found by the name of the account, which nobody sees', async () => {
    expect(await inspector.extensions.list({ filters: [{ kind: 'text', field: 'askedBy', contains: 'test-2' }] })).toEqual({ rows: [], total: 0 })
  })

  test('several, with a search and a module, narrow together', async () => {
    const moduleId = town.moduleId(cast.module)
    const page = await inspector.extensions.list({ moduleId, state: 'granted', search: '汛', limit: 1000, filters: [{ kind: 'choice', field: 'state', oneOf: ['granted', 'refused'] }, { kind: 'number', field: 'granted', min: 1, max: null }] })
    await expectFound(await allExtensions(), page, (row) => row.moduleId === moduleId && row.state === 'granted' && row.reason === '汛期')
  })
})

describe('search', () => {
  test('finds by the task as written and by its initials, by a host, and by what is the list’s own', async () => {
    const papers = await allPapers()
    const [first] = papers
    if (first === undefined) throw new Error('no 督办单')
    const sought = first.title.slice(0, 4)
    await expectFound(papers, await inspector.supervisions.list({ on, limit: 1000, search: sought }), ({ title }) => title.includes(sought))
    const spelled = [...nameKeyOf(sought).matchAll(/ (\w)/g)].map(([, letter]) => letter).join('')
    const found = await inspector.supervisions.list({ on, limit: 1000, search: spelled })
    expect(found.rows.map(({ id }) => id)).toContain(first.id)
    expect(found.total).toBeLessThan(papers.length)
    await expectFound(papers, await inspector.supervisions.list({ on, limit: 1000, search: '测督〔2026〕11号' }), ({ docNo }) => docNo === '测督〔2026〕11号')
    await expectFound(papers, await inspector.supervisions.list({ on, limit: 1000, search: own }), ({ hosts }) => hosts.includes(own))
    const extensions = await allExtensions()
    await expectFound(extensions, await inspector.extensions.list({ limit: 1000, search: '批复' }), ({ reason }) => reason.includes('批复'))
    const proposals = await allProposals()
    const docNo = proposals[0]?.taskDocNo ?? ''
    await expectFound(proposals, await inspector.supervisions.proposals({ on: proposedOn, limit: 1000, search: docNo }), ({ taskDocNo }) => taskDocNo?.includes(docNo) === true)
  })

  test('of what is nowhere finds nothing, and a wildcard is a character like any other', async () => {
    for (const search of ['没有这样的事', '%', '_']) {
      expect(await inspector.supervisions.list({ on, search })).toEqual({ rows: [], total: 0 })
      expect(await inspector.extensions.list({ search })).toEqual({ rows: [], total: 0 })
      expect(await inspector.supervisions.proposals({ on: proposedOn, search })).toEqual({ rows: [], total: 0 })
    }
  })
})

describe('order', () => {
  test('without another: what waits comes first, then the newest; of the proposals the longest overdue', async () => {
    const papers = await allPapers()
    expect([...new Set(papers.map(({ state }) => state))]).toEqual(['answered', 'issued', 'settled'])
    expect([...new Set((await allExtensions()).map(({ state }) => state))]).toEqual(['asked', 'granted', 'refused'])
    const days = (await allProposals()).map(({ daysOverdue }) => daysOverdue)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
  })

  test('by each column either way: the same rows, and the other way round', async () => {
    const lists = [
      ...proposalSortFields.map((field) => [`proposals ${field}`, async (descending: boolean) => (await inspector.supervisions.proposals({ on: proposedOn, limit: 1000, sort: [{ field, descending }] })).rows.map((row) => keyOf(row, field))] as const),
      ...paperSortFields.map((field) => [`papers ${field}`, async (descending: boolean) => (await inspector.supervisions.list({ on, limit: 1000, sort: [{ field, descending }] })).rows.map((row) => keyOf(row, field))] as const),
      ...extensionSortFields.map((field) => [`extensions ${field}`, async (descending: boolean) => (await inspector.extensions.list({ limit: 1000, sort: [{ field, descending }] })).rows.map((row) => keyOf(row, field))] as const),
    ]
    for (const [name, keys] of lists) {
      const up = await keys(false)
      expect([name, new Set(up).size > 1]).toEqual([name, true])
      expect([name, await keys(true)]).toEqual([name, up.toReversed()])
    }
  })

  test('days, numbers and texts go up, levels and states as they follow one another', async () => {
    const papers = (await inspector.supervisions.list({ on, limit: 1000, sort: [{ field: 'level', descending: false }, { field: 'replyDue', descending: true }] })).rows
    expect([...new Set(papers.map(({ level }) => level))]).toEqual([...supervisionLevels])
    const days = papers.filter(({ level }) => level === 'yellow').map(({ replyDue }) => replyDue)
    expect(days).toEqual(days.toSorted().toReversed())
    for (const field of ['docNo', 'title', 'hosts'] as const) {
      const keys = (await inspector.supervisions.list({ on, limit: 1000, sort: [{ field, descending: false }] })).rows.map((row) => keyOf(row, field))
      expect([field, keys]).toEqual([field, keys.toSorted()])
    }
    const granted = (await inspector.extensions.list({ limit: 1000, sort: [{ field: 'granted', descending: false }] })).rows.map((row) => row.granted)
    expect(granted).toEqual(granted.toSorted((a, b) => a - b))
  })
})

/** What a row shows in a column that it may be ordered by. */
function keyOf(row: Row<typeof allProposals> | Row<typeof allPapers> | Row<typeof allExtensions>, field: string): string {
  const shown: Readonly<Record<string, unknown>> = { ...row, docNo: 'code' in row ? (row.docNo ?? row.code) : (row.taskDocNo ?? row.taskCode), module: row.moduleName, hosts: nameKeyOf(row.hosts[0] ?? ''), title: searchKeyOf(row.title) }
  return String(shown[field])
}

describe('pages', () => {
  test('are cut from the whole list, each with its length', async () => {
    const papers = await allPapers()
    expect(papers).toHaveLength(rows)
    for (const [offset, limit] of [[0, 50], [50, 50], [100, 50], [200, 50]] as const) {
      expect(await inspector.supervisions.list({ on, offset, limit })).toEqual({ rows: papers.slice(offset, offset + limit), total: rows })
    }
    const extensions = await allExtensions()
    expect(await inspector.extensions.list({ offset: 30, limit: 7 })).toEqual({ rows: extensions.slice(30, 37), total: rows + rows / 5 })
    const proposals = await allProposals()
    expect(await inspector.supervisions.proposals({ on: proposedOn, offset: 2, limit: 3 })).toEqual({ rows: proposals.slice(2, 5), total: proposals.length })
  })
})

describe('whoever does not see a task sees nothing that is about it, however he asks', () => {
  test.each([
    ['the head of a module', () => town.as(cast.head, 'clerk', 'head')],
    ['whoever has his own tasks alone', () => town.as(cast.own.code, 'clerk')],
  ])('%s', async (_, enter) => {
    const client = enter()
    const seen = new Set((await client.tasks.list({ on, limit: 1000 })).rows.map(({ id }) => id))
    const papers = await allPapers()
    const visible = papers.filter(({ taskId }) => seen.has(taskId)).map(({ id }) => id)
    expect(visible.length).toBeGreaterThan(0)
    expect(visible.length).toBeLessThan(rows)
    const idsOf = (page: { readonly rows: readonly { readonly id: string }[]; readonly total: number }) => ({ ids: page.rows.map(({ id }) => id), total: page.total })
    expect(idsOf(await client.supervisions.list({ on, limit: 1000 }))).toEqual({ ids: visible, total: visible.length })
    const extensions = (await allExtensions()).filter(({ taskId }) => seen.has(taskId)).map(({ id }) => id)
    expect(idsOf(await client.extensions.list({ limit: 1000 }))).toEqual({ ids: extensions, total: extensions.length })
    const hidden = papers.find(({ taskId }) => !seen.has(taskId))
    if (hidden === undefined) throw new Error('all is seen')
    const nothing = { rows: [], total: 0 }
    expect(await client.supervisions.list({ on, taskId: hidden.taskId })).toEqual(nothing)
    expect(await client.supervisions.list({ on, search: hidden.docNo ?? hidden.code, filters: [{ kind: 'days', field: 'due', from: hidden.due, to: hidden.due }, { kind: 'text', field: 'docNo', contains: hidden.docNo ?? hidden.code }] })).toEqual(nothing)
    expect(await client.extensions.list({ taskId: hidden.taskId })).toEqual(nothing)
  })
})
