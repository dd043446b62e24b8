import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { taskStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

describe('the workbench', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
  })
  afterAll(() => town.dispose())

  type Rows = Awaited<ReturnType<ReturnType<TestTownship['asConsole']>['tasks']['list']>>['rows']
  const everyTask = async (): Promise<Rows> => {
    const pages = await Promise.all([0, 1000].map((offset) => town.asConsole().tasks.list({ on, offset, limit: 1000 })))
    return pages.flatMap(({ rows }) => rows)
  }
  const isOpen = ({ state }: Rows[number]) => !['completed', 'closed', 'revoked'].includes(state)
  const countLights = (rows: Rows) => Object.fromEntries(lights.map((light) => [light, rows.filter((row) => row.light === light).length]))

  describe('today', () => {
    test('own tasks by light, the pressing ones first', async () => {
      const person = (await everyTask()).find((row) => row.light === 'red')?.parties[0]
      const own = (await everyTask()).filter((row) => isOpen(row) && row.parties.some(({ staffId }) => staffId === person?.staffId))
      const today = await town.as(person?.staffCode ?? '', 'clerk').workbench.today()
      expect([today.on, today.own.counts, today.own.total]).toEqual([on, countLights(own), own.length])
      const order = today.own.rows.map(({ light, due }) => `${lights.indexOf(light)} ${due}`)
      expect(order).toEqual([...order].sort())
      expect(today.own.rows[0]).toMatchObject({ light: 'red', moduleName: expect.any(String), hosts: expect.any(Array) })
    })

    test('what waits, step by step, is what the list says', async () => {
      for (const [code, role] of [[cast.head, 'head'], [cast.leader, 'leader'], [null, 'inspector'], [cast.own.code, 'clerk']] as const) {
        const client = town.as(code, role)
        const { waiting } = await client.workbench.today()
        const { total } = await client.tasks.list({ on, limit: 1, filters: [{ kind: 'flag', flag: 'waitingForMe' }] })
        expect([role, waiting.reduce((sum, { count }) => sum + count, 0)]).toEqual([role, total])
        for (const { step, rows } of waiting) for (const row of rows) expect([role, step, (await client.tasks.get({ id: row.id, on })).allowedSteps]).toEqual([role, step, expect.arrayContaining([step])])
      }
      expect((await town.as(null, 'inspector').workbench.today()).waiting.map(({ step }) => step)).toEqual(['issue', 'verify', 'closeOut'])
      expect((await town.as(null, 'sysadmin').workbench.today()).waiting).toEqual([])
    })

    test('sheets of the periods being scored, and how many are still 未评', async () => {
      const third = (await town.asConsole().periods.list()).find(({ code }) => code === '2026Q3')
      await town.asConsole().periods.advance({ id: third?.id ?? '', to: 'summarising', version: third?.version ?? 1 })
      await town.asConsole().scores.open({ periodId: third?.id ?? '' })
      const now = (await town.asConsole().periods.list()).find(({ code }) => code === '2026Q3')
      const head = town.as(cast.head, 'head')
      expect((await head.workbench.today()).sheets.filter(({ periodCode }) => periodCode === '2026Q3')).toEqual([])
      await town.asConsole().periods.advance({ id: third?.id ?? '', to: 'scoring', version: now?.version ?? 2 })
      const [sheet] = (await head.workbench.today()).sheets.filter(({ periodCode }) => periodCode === '2026Q3')
      expect(sheet).toMatchObject({ kind: 'head', moduleName: cast.moduleName, state: 'draft', unscored: sheet?.people })
      const entries = (await head.scores.sheets({ periodId: third?.id ?? '' })).find(({ id }) => id === sheet?.id)?.entries ?? []
      expect(sheet?.people).toBe(entries.length)
      await head.scores.enterHead({ sheetId: sheet?.id ?? '', staffId: entries[0]?.staffId ?? '', band: 'B', score: null, note: null, version: entries[0]?.version ?? 1 })
      expect((await head.workbench.today()).sheets.find(({ id }) => id === sheet?.id)?.unscored).toBe(entries.length - 1)
      expect((await town.as(cast.own.code, 'clerk').workbench.today()).sheets).toEqual([])
    })

    test('points wait for the next decision, never one’s own', async () => {
      const third = (await town.asConsole().periods.list()).find(({ code }) => code === '2026Q3')
      const periodId = third?.id ?? ''
      const points = async (code: string | null, role: 'head' | 'inspector' | 'clerk') => (await town.as(code, role).workbench.today()).points
      const declare = async (code: string) => (await town.asConsole().points.declareCircular({ staffId: town.staffId(code), periodId, kind: 'positive', matter: '书面表扬' })).id
      const [own, foreign, headsOwn] = [await declare(cast.own.code), await declare(cast.foreign.code), await declare(cast.head)]
      const before = await points(cast.head, 'head')
      expect(before.rows.map(({ id }) => id)).toContain(own)
      expect(before.rows.map(({ id }) => id)).not.toEqual(expect.arrayContaining([foreign]))
      expect(before.rows.map(({ id }) => id)).not.toEqual(expect.arrayContaining([headsOwn]))
      expect(before.rows.find(({ id }) => id === own)).toMatchObject({ kind: 'circular', staffName: cast.own.name, what: 'positive', matter: '书面表扬', state: 'declared' })
      expect((await points(null, 'inspector')).rows.map(({ id }) => id)).not.toContain(own)
      await town.as(cast.head, 'head').points.verify({ kind: 'circular', id: own, version: 1 })
      const inspector = await points(null, 'inspector')
      expect([(await points(cast.head, 'head')).total, inspector.rows.map(({ id }) => id)]).toEqual([before.total - 1, expect.arrayContaining([own])])
      expect(await points(cast.own.code, 'clerk')).toEqual({ total: 0, rows: [] })
    })

    test('service records wait for the 团长; without one, and his own, for 督考', async () => {
      const team = bundle.villages.find(({ teamLeader }) => teamLeader !== null)
      const leader = team?.teamLeader ?? ''
      const entered = bundle.serviceEvents.filter(({ state, village, staff }) => state === 'entered' && staff !== leader && bundle.villages.some(({ code, teamLeader }) => code === village && teamLeader === leader))
      expect((await town.as(leader, 'leader').workbench.today()).events.total).toBe(entered.length)
      expect(entered.length).toBeGreaterThan(0)
      const before = (await town.as(null, 'inspector').workbench.today()).events.total
      const { id: villageId } = await town.asConsole().villages.add({ name: '无团长村', teamLeaderId: null })
      const { ids: [id] } = await town.asConsole().events.enter({ staffIds: [town.staffId(cast.own.code)], villageId, date: on, kind: 'visit', households: [], quantity: '1', note: null })
      const { events } = await town.as(null, 'inspector').workbench.today()
      expect([events.total, before === 0 || events.rows.length > 1]).toEqual([before + 1, true])
      if (events.total <= 20) expect(events.rows).toContainEqual({ id, staffName: cast.own.name, villageName: '无团长村', date: on, kind: 'visit', rejectReason: null })
    })

    test('what happened lately in the own view, newest first, ten at most', async () => {
      const made: string[] = []
      for (const doer of [cast.own.code, cast.foreign.code]) {
        const module = doer === cast.own.code ? cast.module : cast.otherModule
        const { id } = await town.asConsole().tasks.draft({ docNo: null, form: 'memo', source: null, title: `近事${doer}`, content: null, weight: 1, moduleId: town.moduleId(module), leadStaffId: null, due: '2026-08-20', parties: [{ staffId: town.staffId(doer), role: 'host' }] })
        await town.asConsole().tasks.propose({ id, version: 1 })
        await town.asConsole().tasks.issue({ id, version: 2 })
        made.push(id)
      }
      const { changes } = await town.as(cast.own.code, 'clerk').workbench.today()
      expect(changes.map(({ taskId, action, toState, title }) => [taskId, action, toState, title])).toEqual([[made[0], 'issue', 'issued', `近事${cast.own.code}`], [made[0], 'propose', 'pending', `近事${cast.own.code}`]])
      expect((await town.as(null, 'inspector').workbench.today()).changes.map(({ taskId }) => taskId)).toEqual([made[1], made[1], made[0], made[0]])
      town.clock.now = '2026-07-20T02:00:00.000Z'
      expect((await town.as(null, 'inspector').workbench.today()).changes).toEqual([])
      town.clock.now = `${on}T02:00:00.000Z`
    })
  })

  describe('a module', () => {
    test('its figures are those of its rows', async () => {
      const moduleId = town.moduleId(cast.module)
      const rows = (await everyTask()).filter((row) => row.moduleId === moduleId)
      const overview = await town.as(cast.head, 'head').workbench.module({ moduleId })
      expect(overview.byState).toEqual(taskStates.map((state) => ({ state, count: rows.filter((row) => row.state === state).length })))
      expect(overview.byLight).toEqual(countLights(rows.filter(isOpen)))
      expect(overview.overdue).toBe(rows.filter(({ overdue }) => overdue).length)
      const late = rows.filter(({ overdue }) => overdue).map(({ due }) => due).sort().slice(0, 10)
      expect([overview.longestOverdue.map(({ due }) => due), overview.longestOverdue.every(({ daysOverdue }) => daysOverdue > 0)]).toEqual([late, true])
      expect(overview.onTime.map(({ month }) => month)).toEqual(['2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'])
      const done = bundle.tasks.filter(({ module, state, exempt, completedOn }) => module === cast.module && (state === 'completed' || state === 'closed') && !exempt && completedOn?.startsWith('2026-05'))
      expect(overview.onTime.find(({ month }) => month === '2026-05')).toEqual({ month: '2026-05', finished: done.length, onTime: done.filter(({ completedOn, due }) => completedOn !== null && completedOn <= due).length })
      const members = new Set((await town.asConsole().people.list({ on, moduleId, limit: 1000 })).rows.map(({ id }) => id))
      const underWay = (await everyTask()).filter(({ state }) => ['issued', 'active', 'submitted', 'reviewed'].includes(state))
      for (const { staffId, ...figures } of overview.workload) {
        const theirs = underWay.filter((row) => (row.moduleId === moduleId || members.has(staffId)) && row.parties.some((party) => party.staffId === staffId && (party.state === 'issued' || party.state === 'active')))
        expect([staffId, figures]).toMatchObject([staffId, { open: theirs.length, red: theirs.filter(({ light }) => light === 'red').length, yellow: theirs.filter(({ light }) => light === 'yellow').length }])
      }
      expect(overview.workload.length).toBeGreaterThan(1)
      expect(overview.people).toBe((await town.asConsole().people.list({ on, moduleId, limit: 1 })).total)
      expect(overview.onLeave).toBe((await town.asConsole().people.list({ on, moduleId, limit: 1, filters: [{ kind: 'flag', flag: 'onLeave' }] })).total)
      const establishment = (await town.asConsole().organisation.establishment({ on })).filter((row) => row.moduleId === moduleId)
      const figures = (row: { identity: string; approved: number; inPost: number; vacant: number }) => [row.identity, row.approved, row.inPost, row.vacant]
      expect(overview.establishment.map(figures).sort()).toEqual(establishment.map(figures).sort())
    })

    test('a member sees the own tasks in it, an outsider nothing', async () => {
      const moduleId = town.moduleId(cast.module)
      const own = (await everyTask()).filter((row) => row.moduleId === moduleId && row.parties.some(({ staffCode }) => staffCode === cast.own.code))
      const overview = await town.as(cast.own.code, 'clerk').workbench.module({ moduleId })
      expect(overview.byState.reduce((sum, { count }) => sum + count, 0)).toBe(own.length)
      const codes = [await codeOf(town.as(cast.foreign.code, 'clerk').workbench.module({ moduleId })), await codeOf(town.as(null, 'auditor').workbench.module({ moduleId })), await codeOf(town.asConsole().workbench.module({ moduleId: town.staffId(cast.head) }))]
      expect(codes).toEqual(['out_of_scope', 'forbidden', 'not_found'])
    })
  })
})
