import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

describe('the modules of a township', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship(smallTown())
  })
  afterEach(() => town.dispose())

  const setup = () => town.as(null, 'setup')
  const names = async () => (await setup().organisation.modules()).map(({ name }) => name)

  test('one that nothing belongs to is removed; one in use is not, and the sentence says why', async () => {
    const { id } = await setup().organisation.addModule({ name: '大项目', alias: null, colour: null, office: null })
    expect(await codeOf(setup().organisation.removeModule({ id, version: 2 }))).toBe('changed_meanwhile')
    expect(await codeOf(town.as('H1', 'head').organisation.removeModule({ id, version: 1 }))).toBe('out_of_scope')
    await expect(setup().organisation.removeModule({ id: town.moduleId('party'), version: 1 })).rejects.toMatchObject({ code: 'module_used', message: '模块“大党建”已有任职记录，不能删除，可以改为停用。' })
    expect(await names()).toEqual(['大党建', '大服务', '大项目'])
    await setup().organisation.removeModule({ id, version: 1 })
    expect(await names()).toEqual(['大党建', '大服务'])
  })

  test('its empty registers go with it; one with a row keeps it, and so do a meeting and a 督查日', async () => {
    const inspector = town.as(null, 'inspector')
    const columns = [{ id: null, title: '事项', type: 'text' as const, unit: null, options: [], required: true, isUnique: false, inList: true, total: false }]
    const add = async (name: string) => (await setup().organisation.addModule({ name, alias: null, colour: null, office: null })).id
    const [empty, kept] = [await add('大项目'), await add('大招商')]
    const { id: registerId } = await inspector.registers.create({ moduleId: kept, name: '招商线索', description: null, proposal: null, columns: [...columns] })
    await inspector.registers.create({ moduleId: empty, name: '项目线索', description: null, proposal: null, columns: [...columns] })
    expect(await codeOf(setup().organisation.removeModule({ id: empty, version: 1 }))).toBe('done')
    const { columns: made } = (await inspector.registers.list({ moduleId: kept })).find(({ id }) => id === registerId) ?? { columns: [] }
    await inspector.registers.add({ registerId, cells: { [made[0]?.id ?? '']: '客商来访' } })
    await expect(setup().organisation.removeModule({ id: kept, version: 1 })).rejects.toMatchObject({ code: 'module_used', message: '模块“大招商”已有台账登记，不能删除，可以改为停用。' })
    const third = await add('大文旅')
    await inspector.supervisionDays.plan({ moduleId: third, date: '2099-01-05', inspectors: '督考办' })
    expect(await codeOf(setup().organisation.removeModule({ id: third, version: 1 }))).toBe('module_used')
  })

  test('they are put into another order, every one of them once', async () => {
    const [party, service] = [town.moduleId('party'), town.moduleId('service')]
    const order = (...ids: readonly string[]) => codeOf(setup().organisation.reorderModules({ ids: [...ids] }))
    expect([await order(party), await order(party, party), await order(service, party, town.staffId('A1')), await order()]).toEqual(['invalid_input', 'invalid_input', 'invalid_input', 'invalid_input'])
    expect(await names()).toEqual(['大党建', '大服务'])
    await order(service, party)
    expect(await names()).toEqual(['大服务', '大党建'])
  })

  test('a post takes no name that another one has; its own it keeps', async () => {
    const post = { score: '10', coefficient: null, workload: null, difficulty: null, risk: null }
    const { id } = await setup().organisation.addPost({ ...post, name: '网格长岗' })
    await setup().organisation.addPost({ ...post, name: '窗口岗' })
    const rename = (to: string) => setup().organisation.editPost({ ...post, id, name: to, version: 1 })
    await expect(rename('窗口岗')).rejects.toMatchObject({ code: 'duplicate', message: '岗位名称“窗口岗”已经存在，请换一个或直接使用已有的。' })
    expect((await rename('网格长岗')).version).toBe(2)
    const posts = await setup().organisation.posts()
    const many = (mode: 'all' | 'good', names: readonly string[]) => setup().organisation.editPosts({ posts: posts.slice(-2).map(({ id: own, version }, place) => ({ ...post, id: own, version, name: names[place] ?? '' })), mode })
    expect(await many('all', ['驾驶岗', '网格长岗'])).toMatchObject({ applied: [], refused: [{ id: posts.at(-1)?.id, field: null, code: 'duplicate' }] })
    expect((await setup().organisation.posts()).map(({ name }) => name)).not.toContain('驾驶岗')
    expect((await many('good', ['驾驶岗', '网格长岗'])).applied).toEqual([{ id, version: 3 }])
  })

  test('what a schema refuses is named in Chinese, with the reason', async () => {
    await expect(setup().organisation.addModule({ name: '长'.repeat(51), alias: null, colour: null, office: null })).rejects.toMatchObject({ code: 'invalid_input', message: '“名称”填写有误：不能超过 50 字。' })
    await expect(setup().organisation.setEstablishment({ moduleId: town.moduleId('party'), identity: 'civil', approved: 1.5 })).rejects.toMatchObject({ code: 'invalid_input', message: '“核定数”填写有误：须为整数。' })
  })
})
