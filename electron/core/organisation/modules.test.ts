import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { smallTown } from '../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'

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

  test('they are put into another order, every one of them once', async () => {
    const [party, service] = [town.moduleId('party'), town.moduleId('service')]
    const order = (...ids: readonly string[]) => codeOf(setup().organisation.reorderModules({ ids: [...ids] }))
    expect([await order(party), await order(party, party), await order(service, party, town.staffId('A1')), await order()]).toEqual(['invalid_input', 'invalid_input', 'invalid_input', 'invalid_input'])
    expect(await names()).toEqual(['大党建', '大服务'])
    await order(service, party)
    expect(await names()).toEqual(['大服务', '大党建'])
  })
})
