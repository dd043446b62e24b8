import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { staff } from '../../../db/schema/index.ts'
import { addManyTasks } from '../../testing/many-tasks.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

const on = '2026-07-08'
const howMany = 20_000

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(emptyDemo())
  town.app.mutate({
    actor: 'test',
    action: 'test.staff',
    areas: [],
    write: (tx) => Array.from({ length: 40 }, (_, place) => tx.insert(staff).values({ id: `0198c0de-0000-7000-8000-${String(place).padStart(12, '0')}`, code: `S${place}`, seq: place + 1, name: `张${place}`, identity: 'civil', track: 'staff' }).run()),
    audit: () => ({ subject: null, detail: {} }),
  })
  addManyTasks(town, howMany)
})
afterAll(() => town.dispose())

/** The least processor time of some runs, in ms: the machine may be busy with other things. */
async function leastTime(run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 9; round += 1) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return Math.min(...times)
}

test('a search and a filter over 20,000 tasks cost little more than the plainest SQL that could answer them', async () => {
  const { raw } = town.app.database()
  const client = town.asConsole()
  const bare = await leastTime(() => raw.prepare("SELECT count(*) FROM task WHERE title LIKE '%竹林坞%' OR doc_no LIKE '%竹林坞%' OR code LIKE '%竹林坞%'").get())
  const found = await client.tasks.list({ on, limit: 1, search: '竹林坞' })
  expect(found.total).toBe(raw.prepare("SELECT count(*) FROM task WHERE title LIKE '%竹林坞%'").pluck().get())
  expect((await client.tasks.list({ on, limit: 1, search: 'zlw' })).total).toBe(found.total)
  const measured = {
    chinese: await leastTime(() => client.tasks.list({ on, limit: 1, search: '竹林坞' })),
    initials: await leastTime(() => client.tasks.list({ on, limit: 1, search: 'zlw' })),
    light: await leastTime(() => client.tasks.list({ on, limit: 1, filters: [{ kind: 'choice', field: 'light', oneOf: ['yellow'] }] })),
    order: await leastTime(() => client.tasks.list({ on, limit: 1, sort: [{ field: 'title', descending: false }] })),
  }
  for (const [what, time] of Object.entries(measured)) expect([what, time < bare * 8 + 10, time, bare]).toEqual([what, true, time, bare])
})

test('whatever is asked, the list is read through an index that holds all of it, in official order', async () => {
  const { raw } = town.app.database()
  const plansOf = async (query: Omit<Parameters<ReturnType<TestTownship['asConsole']>['tasks']['list']>[0], 'on'>) => {
    const prepare = raw.prepare.bind(raw)
    const asked: string[] = []
    Object.defineProperty(raw, 'prepare', { configurable: true, value: (text: string) => (asked.push(text), prepare(text)) })
    await town.asConsole().tasks.list({ on, limit: 1, ...query })
    Reflect.deleteProperty(raw, 'prepare')
    return asked.filter((text) => /^select ("id"|count\(\*\)) from "task"/.test(text)).map((text) => prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...Array<null>(text.split('?').length - 1).fill(null)).map(({ detail }) => detail))
  }
  const moduleId = town.app.read().query.moduleTable.findFirst().sync()?.id ?? ''
  for (const query of [{ search: 'zlw' }, { moduleId }, { moduleId, search: '整治' }, { filters: [{ kind: 'choice' as const, field: 'light' as const, oneOf: ['red' as const, 'green' as const] }] }, { filters: [{ kind: 'flag' as const, flag: 'waitingForMe' as const }] }, { filters: [{ kind: 'outside' as const, moduleId }] }]) {
    const plans = await plansOf(query)
    expect([query, plans.length > 0, plans.map(([first]) => first)]).toEqual([query, true, plans.map(() => expect.stringMatching(/^SCAN task USING COVERING INDEX task_\w+$/))])
    expect(plans.flat().filter((detail) => detail.includes('ORDER BY'))).toEqual([])
  }
})
