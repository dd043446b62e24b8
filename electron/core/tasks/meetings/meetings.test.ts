import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staff } from '../../../db/schema/index.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

describe('会议安排', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(smallTown())
  })
  afterAll(() => town.dispose())

  const meeting = (change: object = {}) => ({
    title: '模块例会', date: '2026-04-06', time: '09:00', place: '二楼会议室', moduleId: town.moduleId('party'), convenerId: null, attendees: '全体', exceptionReason: null, exceptionBy: null, minutes: null, ...change,
  })
  const head = () => town.as('H1', 'head')

  test('arranged, changed and cancelled by whoever may', async () => {
    const { id } = await head().meetings.add(meeting())
    expect((await town.as('B1', 'clerk').meetings.list({})).rows).toMatchObject([{ title: '模块例会', moduleName: '大党建', editable: false }])
    expect((await town.as('B1', 'clerk').workbench.today()).meetings).toMatchObject([{ title: '模块例会', time: '09:00' }])
    expect(await codeOf(town.as('H2', 'head').meetings.edit({ ...meeting(), id, version: 1 }))).toBe('out_of_scope')
    expect(await codeOf(head().meetings.edit({ ...meeting({ moduleId: town.moduleId('service') }), id, version: 1 }))).toBe('out_of_scope')
    await head().meetings.edit({ ...meeting({ minutes: '议定三项' }), id, version: 1 })
    expect(await codeOf(head().meetings.edit({ ...meeting(), id, version: 1 }))).toBe('changed_meanwhile')
    await expect(head().meetings.cancel({ id, reason: ' ', version: 2 })).rejects.toMatchObject({ message: '请填写取消会议的理由。' })
    await head().meetings.cancel({ id, reason: '改期', version: 2 })
    expect((await head().meetings.list({ filters: [{ kind: 'flag', flag: 'cancelled' }] })).rows).toMatchObject([{ cancelledReason: '改期', minutes: '议定三项', editable: false }])
    expect(await codeOf(head().meetings.edit({ ...meeting(), id, version: 3 }))).toBe('not_in_state')
    expect((await head().workbench.today()).meetings).toEqual([])
  })

  test('a clerk arranges what he convenes', async () => {
    expect(await codeOf(town.as('A1', 'clerk').meetings.add(meeting({ convenerId: town.staffId('A1') })))).toBe('done')
    expect(await codeOf(town.as('A1', 'clerk').meetings.add(meeting({ convenerId: town.staffId('A2') })))).toBe('out_of_scope')
    expect(await codeOf(town.as('A1', 'clerk').meetings.add(meeting()))).toBe('out_of_scope')
    expect(await codeOf(town.as('A1', 'clerk').meetings.add(meeting({ moduleId: town.moduleId('service'), convenerId: town.staffId('A1') })))).toBe('out_of_scope')
  })

  test('on a Tuesday only with a reason and the 党政正职 who allowed it', async () => {
    const before = (await head().meetings.list({})).total
    const add = (change: object) => head().meetings.add(meeting({ date: '2026-04-07', ...change }))
    await expect(add({ exceptionBy: town.staffId('S0') })).rejects.toMatchObject({ message: '“例外理由”填写有误：周二无会日开会须写明理由，或改到其他日子。', data: { issues: [{ path: 'exceptionReason' }] } })
    await expect(add({ exceptionReason: '防汛会商' })).rejects.toMatchObject({ data: { issues: [{ path: 'exceptionBy' }] } })
    await expect(add({ exceptionReason: '防汛会商', exceptionBy: town.staffId('L1') })).rejects.toMatchObject({ message: '“批准的党政正职”填写有误：须为党政正职。' })
    expect((await head().meetings.list({})).total).toBe(before)
    expect((await head().meetings.principals()).map(({ name }) => name)).toEqual(['李记'])
    await add({ exceptionReason: '防汛会商', exceptionBy: town.staffId('S0') })
    expect((await head().meetings.list({ filters: [{ kind: 'flag', flag: 'withException' }] })).rows).toMatchObject([{ exceptionReason: '防汛会商', exceptionByName: '李记' }])
    await head().meetings.add(meeting({ date: '2026-04-08', exceptionReason: '多写', exceptionBy: town.staffId('S0') }))
    expect((await head().meetings.list({ filters: [{ kind: 'flag', flag: 'withException' }] })).total).toBe(1)

    const left = (leftOn: string | null) => town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(staff).set({ leftOn }).where(eq(staff.id, town.staffId('S0'))).run(), audit: () => ({ subject: null, detail: {} }) })
    left('2026-04-10')
    await expect(add({ date: '2026-04-14', exceptionReason: '防汛会商', exceptionBy: town.staffId('S0') })).rejects.toMatchObject({ message: '“批准的党政正职”填写有误：“李记”已于 2026-04-10 离任，请改选当日在任的人员。' })
    await add({ title: '他在任时', exceptionReason: '防汛会商', exceptionBy: town.staffId('S0') })
    left(null)
  })

  test('found, filtered and ordered in the database', async () => {
    await head().meetings.add(meeting({ title: '周例会', date: '2026-04-09', convenerId: town.staffId('H1') }))
    const titles = async (input: Parameters<ReturnType<typeof head>['meetings']['list']>[0]) => (await head().meetings.list(input)).rows.map(({ title, date }) => `${date} ${title}`)
    expect(await titles({ search: '周例' })).toEqual(['2026-04-09 周例会'])
    expect(await titles({ search: 'qianyi' })).toEqual(['2026-04-09 周例会'])
    expect((await titles({ sort: [{ field: 'date', descending: false }] }))[0]).toMatch(/^2026-04-06/)
    expect((await titles({}))[0]).toMatch(/^2026-04-09/)
    expect(await titles({ filters: [{ kind: 'days', field: 'date', from: '2026-04-09', to: null }, { kind: 'choice', field: 'module', oneOf: [town.moduleId('party')] }] })).toHaveLength(1)
    expect((await head().meetings.list({ filters: [{ kind: 'flag', flag: 'withoutMinutes' }] })).rows.every(({ date }) => date <= '2026-04-06')).toBe(true)
    expect(await codeOf(head().meetings.add(meeting({ time: '9:00' })))).toBe('invalid_input')
    for (const date of ['1999-12-31', '2062-04-06']) await expect(head().meetings.add(meeting({ date }))).rejects.toMatchObject({ message: '“日期”填写有误：须在 2000 年以后、两年以内。', data: { issues: [{ path: 'date' }] } })
  })
})
