import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TaskFilter } from './list.ts'
import { taskStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { searchKeyOf } from '../../../../shared/domain/pinyin/search-key.ts'
import { lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import { compareText } from '../../../../shared/lib/text-order.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-03-10'

describe('the list of tasks', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
  })
  afterAll(() => town.dispose())

  type Client = ReturnType<TestTownship['asConsole']>
  type Query = Omit<Parameters<Client['tasks']['list']>[0], 'on' | 'offset' | 'limit'>

  /** Every row of a list, page after page. */
  async function whole(client: Client, query: Query = {}) {
    const first = await client.tasks.list({ on, limit: 1000, ...query })
    const second = await client.tasks.list({ on, limit: 1000, offset: 1000, ...query })
    return [...first.rows, ...second.rows]
  }
  let present: Awaited<ReturnType<typeof whole>> | null = null
  const all = async () => (present ??= await whole(town.asConsole()))
  const filtered = (...filters: readonly TaskFilter[]) => whole(town.asConsole(), { filters: [...filters] })
  /** Codes of those who work in a module on the day. */
  const workingIn = (module: string) => new Set(bundle.assignments.filter((row) => row.module === module && row.from <= on && (row.to === null || row.to >= on)).map(({ staff }) => staff))
  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code)

  test('pages follow one another in official order, and the total is the same on each', async () => {
    const long = await town.asConsole().tasks.list({ on, limit: 1000 })
    const pages = await Promise.all([0, 40, 80].map((offset) => town.asConsole().tasks.list({ on, offset, limit: 40 })))
    expect(pages.flatMap(({ rows }) => codes(rows))).toEqual(codes(long.rows).slice(0, 120))
    expect(new Set([long, ...pages].map(({ total }) => total))).toEqual(new Set([bundle.tasks.length]))
    expect((await town.asConsole().tasks.list({ on, offset: 100_000 })).rows).toEqual([])
  })

  test('a row names its module, its leader and its parties', async () => {
    const first = bundle.tasks.find(({ lead }) => lead !== null)
    const row = (await all()).find(({ code }) => code === first?.code)
    const nameOf = (code: string | null | undefined) => bundle.staff.find((person) => person.code === code)?.name
    expect(row).toMatchObject({ moduleCode: first?.module, moduleName: bundle.modules.find(({ code }) => code === first?.module)?.name, leadStaffCode: first?.lead, leadStaffName: nameOf(first?.lead) })
    expect(row?.parties.map(({ staffCode, staffName, role }) => [staffCode, staffName, role])).toEqual(first?.parties.map(({ staff, role }) => [staff, nameOf(staff), role]))
  })

  describe('filters say the same as the rows', () => {
    test.each(lights)('light %s', async (light) => {
      expect(codes(await filtered({ kind: 'choice', field: 'light', oneOf: [light] }))).toEqual(codes((await all()).filter((row) => row.light === light)))
    })

    test.each(taskStates)('state %s', async (state) => {
      expect(codes(await filtered({ kind: 'choice', field: 'state', oneOf: [state] }))).toEqual(codes((await all()).filter((row) => row.state === state)))
    })

    test('several together, with empty cells among the choices', async () => {
      const rows = await filtered({ kind: 'choice', field: 'quality', oneOf: ['good', null] }, { kind: 'number', field: 'weight', min: 2, max: null }, { kind: 'days', field: 'due', from: '2026-02-01', to: '2026-02-28' })
      const expected = (await all()).filter(({ quality, weight, due }) => (quality === 'good' || quality === null) && weight >= 2 && due >= '2026-02-01' && due <= '2026-02-28')
      expect([codes(rows), expected.length > 3]).toEqual([codes(expected), true])
    })

    test('people by name or pinyin, as host, co-host or leader', async () => {
      const person = cast.own
      const expected = codes((await all()).filter(({ parties }) => parties.some(({ staffCode, role }) => staffCode === person.code && role === 'host')))
      const byName = await filtered({ kind: 'text', field: 'hosts', contains: person.name })
      expect([codes(byName), expected.length > 0]).toEqual([expected, true])
      const lead = (await all()).find(({ leadStaffName }) => leadStaffName !== null)
      expect((await filtered({ kind: 'text', field: 'lead', contains: lead?.leadStaffName ?? '' })).every(({ leadStaffName }) => leadStaffName?.includes(lead?.leadStaffName ?? '?'))).toBe(true)
    })

    test('characters with a meaning to LIKE mean themselves', async () => {
      expect([await filtered({ kind: 'text', field: 'title', contains: '%' }), await filtered({ kind: 'text', field: 'source', contains: '_' }), await filtered({ kind: 'text', field: 'title', contains: '\\' })]).toEqual([[], [], []])
    })

    test('外模块交办: other modules’ tasks in which somebody who works in the module today has a part', async () => {
      const people = workingIn(cast.module)
      const expected = (await all()).filter(({ moduleCode, parties }) => moduleCode !== cast.module && parties.some(({ staffCode }) => people.has(staffCode)))
      const outside = { kind: 'outside', moduleId: town.moduleId(cast.module) } as const
      expect([codes(await filtered(outside)), expected.length > 2]).toEqual([codes(expected), true])
      const query = { on, filters: [outside], sort: [{ field: 'due', descending: true } as const] }
      const long = await town.as(cast.head, 'head').tasks.list(query)
      const pages = await Promise.all([0, 1, 2].map((offset) => town.as(cast.head, 'head').tasks.list({ ...query, offset, limit: 1 })))
      expect([pages.flatMap(({ rows }) => codes(rows)), pages.map(({ total }) => total)]).toEqual([codes(long.rows).slice(0, 3), pages.map(() => expected.length)])
    })

    test('overdue', async () => {
      const rows = await filtered({ kind: 'flag', flag: 'overdue' })
      expect(codes(rows)).toEqual(codes((await all()).filter(({ overdue }) => overdue)))
    })
  })

  test('search: Chinese, pinyin, initials, a document number, a code', async () => {
    const find = async (search: string) => codes(await whole(town.asConsole(), { search }))
    const rows = await whole(town.asConsole(), { search: '矛盾纠纷' })
    expect(rows.length).toBeGreaterThan(0)
    expect(codes(rows)).toEqual(codes((await all()).filter(({ title }) => title.includes('矛盾纠纷'))))
    for (const letters of ['maodunjiufen', 'mdjf', 'maodjiuf']) expect(await find(letters)).toEqual(expect.arrayContaining(codes(rows)))
    const numbered = (await all()).find(({ docNo }) => docNo !== null)
    expect(await find(numbered?.docNo ?? '')).toEqual([numbered?.code])
    expect(await find(numbered?.code.toLowerCase() ?? '')).toContain(numbered?.code)
    expect(await find('没有这样的事项')).toEqual([])
  })

  describe('order', () => {
    const sorted = async (field: 'due' | 'light' | 'title' | 'lead' | 'completedOn' | 'state', descending = false) => whole(town.asConsole(), { sort: [{ field, descending }] })

    test('by day, either way, and ties in official order', async () => {
      const official = new Map((await all()).map(({ code }, place) => [code, place]))
      const place = ({ code }: { code: string }) => official.get(code) ?? 0
      const up = [...(await all())].sort((a, b) => a.due.localeCompare(b.due) || place(a) - place(b))
      const down = [...(await all())].sort((a, b) => b.due.localeCompare(a.due) || place(a) - place(b))
      expect([codes(await sorted('due')), codes(await sorted('due', true))]).toEqual([codes(up), codes(down)])
    })

    test('by light: red, yellow, green, grey', async () => {
      const order = (await sorted('light')).map(({ light }) => lights.indexOf(light))
      expect([order, new Set(order).size]).toEqual([[...order].sort((a, b) => a - b), 4])
    })

    test('by state in the order of the flow', async () => {
      const order = (await sorted('state')).map(({ state }) => taskStates.indexOf(state))
      expect(order).toEqual([...order].sort((a, b) => a - b))
    })

    test('by title in the alphabet of pinyin', async () => {
      const keys = (await sorted('title')).map(({ title }) => searchKeyOf(title))
      expect([keys, keys.length]).toEqual([[...keys].sort(compareText), bundle.tasks.length])
    })

    test('empty cells last, whichever way', async () => {
      for (const descending of [false, true]) {
        const days = (await sorted('completedOn', descending)).map(({ completedOn }) => completedOn)
        const filled = days.filter((day) => day !== null)
        expect(days.slice(0, filled.length)).toEqual(filled)
        expect([...filled].sort()).toEqual(descending ? [...filled].reverse() : filled)
      }
    })

    test('by two columns', async () => {
      const rows = await whole(town.asConsole(), { sort: [{ field: 'module', descending: false }, { field: 'due', descending: true }] })
      const keys = rows.map(({ moduleCode, due }) => ({ place: bundle.modules.findIndex(({ code }) => code === moduleCode), due }))
      expect(keys).toEqual([...keys].sort((a, b) => a.place - b.place || b.due.localeCompare(a.due)))
    })
  })

  describe('view', () => {
    test('a clerk sees the own tasks, a head those of the module and of its people, all filtered within', async () => {
      const own = await whole(town.as(cast.own.code, 'clerk'))
      expect(own.length).toBeGreaterThan(0)
      expect(codes(own)).toEqual(codes((await all()).filter(({ parties }) => parties.some(({ staffCode }) => staffCode === cast.own.code))))
      const head = await whole(town.as(cast.head, 'head'))
      expect(codes(head)).toEqual(codes((await all()).filter(({ moduleCode, parties }) => moduleCode === cast.module || parties.some(({ staffCode }) => staffCode === cast.head || workingIn(cast.module).has(staffCode)))))
      const elsewhere = await town.as(cast.own.code, 'clerk').tasks.list({ on, filters: [{ kind: 'text', field: 'hosts', contains: cast.foreign.name }], moduleId: town.moduleId(cast.otherModule) })
      expect(elsewhere.rows.filter(({ parties }) => parties.every(({ staffCode }) => staffCode !== cast.own.code))).toEqual([])
      expect(await codeOf(town.as(null, 'sysadmin').tasks.list({ on }))).toBe('forbidden')
    })

    test('mine', async () => {
      const rows = await whole(town.as(cast.head, 'head'), { filters: [{ kind: 'flag', flag: 'mine' }] })
      expect(codes(rows)).toEqual(codes((await all()).filter(({ parties }) => parties.some(({ staffCode }) => staffCode === cast.head))))
    })

    test('waitingForMe: each row has the step, and it is the turn of this role', async () => {
      const waiting = async (code: string | null, role: 'clerk' | 'head' | 'leader' | 'inspector') => whole(town.as(code, role), { filters: [{ kind: 'flag', flag: 'waitingForMe' }] })
      const step = { pending: 'issue', issued: 'accept', submitted: 'review', reviewed: 'verify', completed: 'closeOut' } as const
      const head = await waiting(cast.head, 'head')
      const inspector = await waiting(null, 'inspector')
      const clerk = await waiting(cast.own.code, 'clerk')
      for (const row of [...head, ...inspector, ...clerk]) {
        const { state } = row
        expect([row.code, state in step ? row.allowedSteps : state]).toEqual([row.code, expect.arrayContaining(state in step ? [step[state === 'pending' || state === 'issued' || state === 'submitted' || state === 'reviewed' ? state : 'completed']] : [])])
      }
      expect(new Set(inspector.map(({ state }) => state))).toEqual(new Set((await all()).map(({ state }) => state).filter((state) => ['pending', 'reviewed', 'completed'].includes(state))))
      expect(head.every(({ moduleCode, state }) => moduleCode === cast.module || state === 'issued')).toBe(true)
      expect(clerk.every(({ state }) => state === 'issued')).toBe(true)
    })
  })

  test('an unknown field is refused before anything is read', async () => {
    const sort = [{ field: 'due; DROP TABLE task', descending: false }]
    // @ts-expect-error a field that the contract does not know
    expect(await codeOf(town.asConsole().tasks.list({ on, sort }))).toBe('invalid_input')
  })
})
