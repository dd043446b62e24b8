import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry, period } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const headOf = (module: string) => bundle.offices.find((row) => row.office === 'head' && row.module === module && row.to === null)?.staff ?? ''

describe('网格', () => {
  let town: TestTownship
  let keeper: ReturnType<TestTownship['as']>
  let villageId: string
  beforeAll(async () => {
    town = await testTownship(bundle)
    keeper = town.as(headOf('govern'), 'head')
    villageId = (await keeper.villages.list({ on: '2026-04-06' }))[0]?.id ?? ''
  })
  afterAll(() => town.dispose())

  const add = (name: string, client = keeper) => client.grids.add({ villageId, name, households: 120, remark: null })

  test('kept by the module that has them; 一长三员 dated, what is missing shown', async () => {
    const { id } = await add('第一网格')
    expect(await codeOf(add('第一网格'))).toBe('duplicate')
    expect(await codeOf(add('第二网格', town.as(headOf('party'), 'head')))).toBe('out_of_scope')
    expect(await codeOf(keeper.grids.addPerson({ gridId: id, role: 'head', name: null, staffId: null, phone: null, from: '2026-01-01', replaces: false }))).toBe('invalid_input')
    expect(await codeOf(keeper.grids.addPerson({ gridId: id, role: 'head', name: null, staffId: villageId, phone: null, from: '2026-01-01', replaces: false }))).toBe('not_found')
    await keeper.grids.addPerson({ gridId: id, role: 'head', name: '徐大山', staffId: null, phone: null, from: '2026-01-01', replaces: false })
    expect(await codeOf(keeper.grids.addPerson({ gridId: id, role: 'head', name: '汪小溪', staffId: null, phone: null, from: '2026-01-01', replaces: true }))).toBe('dates_backwards')
    const { id: next } = await keeper.grids.addPerson({ gridId: id, role: 'head', name: '汪小溪', staffId: null, phone: null, from: '2026-04-01', replaces: true })
    const [row] = (await keeper.grids.list()).rows
    expect([row?.people.map(({ name, to }) => [name, to]), row?.missing]).toEqual([[['徐大山', '2026-03-31'], ['汪小溪', null]], ['full_time', 'part_time', 'instructor']])
    expect(await codeOf(keeper.grids.endPerson({ id: next, to: '2026-03-01', version: 1 }))).toBe('dates_backwards')
  })

  test('marks by the month, exact, each within its part; places shared; none in a month to come', async () => {
    const { id } = await add('第二网格')
    const score = (month: string, version: number, changes: Readonly<Record<string, string | null>>) => keeper.grids.editScores({ month, mode: 'all', rows: [{ id, version, changes }] })
    expect(await codeOf(score('2026-05', 1, { routine: '40' }))).toBe('invalid_input')
    expect((await score('2026-03', 1, { routine: '50.01', handling: '很好' })).refused.map(({ message }) => message)).toEqual(['“日常履职”填写有误：须在 0 到 50 之间。', '“事件办理”填写有误：须为不超过两位小数的数。'])
    expect((await score('2026-03', 1, { routine: '48.25' })).applied).toEqual([{ id, version: 2 }])
    expect((await score('2026-03', 1, { handling: '30' })).refused.map(({ code }) => code)).toEqual(['changed_meanwhile'])
    await score('2026-03', 2, { handling: '30', opinion: '19.5', bonus: '2' })
    const { rows, mayEdit } = await keeper.grids.scores({ month: '2026-03' })
    expect([rows.find(({ gridId }) => gridId === id), mayEdit]).toMatchObject([{ total: 9975, rank: 1, version: 3 }, true])
    expect(rows.filter(({ gridId }) => gridId !== id).map(({ total, rank }) => [total, rank])).toEqual([[null, null]])
    expect((await keeper.grids.editScores({ month: '2026-03', mode: 'all', rows: [{ id: villageId, version: 1, changes: { routine: '1' } }] })).refused.map(({ code }) => code)).toEqual(['not_found'])
  })

  const rowOf = async (id: string) => (await keeper.grids.list()).rows.find((row) => row.id === id)
  const audited = (action: string) => town.app.read().select().from(auditEntry).where(eq(auditEntry.action, action)).all().map(({ subject, detail }) => [subject, detail] as const)
  const mark = (id: string, month: string, version: number, changes: Readonly<Record<string, string | null>>) => keeper.grids.editScores({ month, mode: 'all', rows: [{ id, version, changes }] })

  test('one entered by mistake goes with what was typed and taken out; one that is used stays', async () => {
    const { id } = await add('错登网格')
    const { id: person } = await keeper.grids.addPerson({ gridId: id, role: 'head', name: '汪小溪', staffId: null, phone: null, from: '2026-04-01', replaces: false })
    const remove = () => keeper.grids.remove({ id, version: 1 })
    await expect(remove()).rejects.toMatchObject({ code: 'grid_used', message: '网格“错登网格”已有网格人员，不能删除，登记有误的请先移出或清空，不再使用的请停用。' })
    await keeper.grids.removePerson({ id: person, version: 1 })
    await mark(id, '2026-03', 1, { note: '试填', bonus: '2' })
    await expect(remove()).rejects.toThrow('网格“错登网格”已有考核内容，不能删除')
    await mark(id, '2026-03', 2, { note: null, bonus: null })
    expect(await codeOf(keeper.grids.remove({ id, version: 2 }))).toBe('changed_meanwhile')
    expect(await codeOf(town.as(headOf('party'), 'head').grids.remove({ id, version: 1 }))).toBe('out_of_scope')
    await remove()
    expect([await rowOf(id), await codeOf(remove())]).toEqual([undefined, 'not_found'])
    expect(audited('grids.remove').map(([subject, detail]) => [subject, detail.includes('错登网格')])).toEqual([[id, true]])
  })

  test('a person entered by mistake goes, unless a quarter of his is frozen', async () => {
    const { id } = await add('第三网格')
    const enter = async (from: string) => (await keeper.grids.addPerson({ gridId: id, role: 'head', name: '徐大山', staffId: null, phone: null, from, replaces: false })).id
    const now = await enter('2026-04-01')
    const before = await enter('2026-03-31')
    const stages = town.app.read().select({ stage: period.stage }).from(period).where(eq(period.code, '2026Q1')).all()
    const stage = (to: typeof period.$inferSelect.stage) => town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(period).set({ stage: to }).where(eq(period.code, '2026Q1')).run(), audit: () => ({ subject: null, detail: {} }) })
    stage('frozen')
    expect(await codeOf(keeper.grids.removePerson({ id: before, version: 1 }))).toBe('period_not_open')
    stage(stages[0]?.stage ?? 'collecting')
    expect(await codeOf(town.as(headOf('party'), 'head').grids.removePerson({ id: now, version: 1 }))).toBe('out_of_scope')
    expect(await codeOf(keeper.grids.removePerson({ id: now, version: 2 }))).toBe('changed_meanwhile')
    await keeper.grids.removePerson({ id: now, version: 1 })
    expect((await rowOf(id))?.people.map((person) => person.id)).toEqual([before])
    expect(audited('grids.removePerson').map(([subject, detail]) => [subject, detail.includes('2026-04-01')])).toContainEqual([now, true])
  })

  test('停用: lacks nobody, takes nobody, is marked to its last month; its past stays, and it can be used again', async () => {
    const { id } = await add('并入网格')
    await mark(id, '2026-02', 1, { routine: '40' })
    const stop = (stoppedOn: string, version: number) => keeper.grids.stop({ id, stoppedOn, version })
    await expect(stop('2026-01-31', 1)).rejects.toThrow('“停用日期”填写有误：不能早于 2026-02-01，2026年2月已有考核内容。')
    await expect(stop('2027-01-01', 1)).rejects.toThrow('“停用日期”填写有误：不能晚于今天。')
    expect(await codeOf(stop('1026-01-01', 1))).toBe('invalid_input')
    expect(await codeOf(town.as(headOf('party'), 'head').grids.stop({ id, stoppedOn: '2026-02-10', version: 1 }))).toBe('out_of_scope')
    expect(await stop('2026-02-10', 1)).toEqual({ version: 2 })
    expect(await rowOf(id)).toMatchObject({ stoppedOn: '2026-02-10', missing: [] })
    await expect(keeper.grids.addPerson({ gridId: id, role: 'head', name: '徐大山', staffId: null, phone: null, from: '2026-01-01', replaces: false })).rejects.toMatchObject({ code: 'grid_stopped', message: '网格“并入网格”自 2026-02-10 停用，请先恢复使用再登记人员。' })
    const listed = async (month: string) => (await keeper.grids.scores({ month })).rows.some(({ gridId }) => gridId === id)
    expect([await listed('2026-01'), await listed('2026-02'), await listed('2026-03')]).toEqual([true, true, false])
    expect((await mark(id, '2026-02', 2, { handling: '20' })).applied).toEqual([{ id, version: 3 }])
    expect((await mark(id, '2026-03', 1, { routine: '40' })).refused).toMatchObject([{ id, field: null, code: 'grid_stopped', message: '网格“并入网格”自 2026-02-10 停用，请先恢复使用再录入2026年3月考核。' }])
    expect(await codeOf(keeper.grids.resume({ id, version: 1 }))).toBe('changed_meanwhile')
    expect(await keeper.grids.resume({ id, version: 2 })).toEqual({ version: 3 })
    expect([(await rowOf(id))?.missing.length, await listed('2026-03')]).toEqual([4, true])
    expect([audited('grids.stop').length, audited('grids.resume').map(([, detail]) => detail.includes('2026-02-10'))]).toEqual([1, [true]])
  })
})
