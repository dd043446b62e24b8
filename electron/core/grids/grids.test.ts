import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateDemo } from '../demo/demo.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'

const bundle = generateDemo(2026)
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
})
