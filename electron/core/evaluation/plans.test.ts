import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultYearRule } from '../../../shared/domain/plans/plan-document.ts'
import { defaultPlan } from '../../../shared/domain/plans/plan-presets.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'
import { smallTown } from './small-town.testing.ts'

describe('drafts of plans', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(smallTown())
  })
  afterAll(() => town.dispose())

  const inspector = () => town.as(null, 'inspector')
  const principal = () => town.as('S0', 'principal')
  const planOf = async (id: string) => (await inspector().plans.list()).find((row) => row.id === id)
  const quarterOf = async (code: string) => {
    const row = (await inspector().periods.list()).find((period) => period.code === code)
    if (row === undefined) throw new Error(`no ${code}`)
    return row
  }

  test('a draft is renamed and removed; taken back, it is a version of the same plan', async () => {
    const { id } = await inspector().plans.fromPreset({ preset: 'special', name: '草稿甲' })
    expect((await inspector().plans.get({ id })).document).toMatchObject({ quarter: { dimensions: { post: '20', module: '30', team: '40', specialCap: '30' }, module: { head: '10', tasks: '10', peer: '5', leader: '5' } } })
    const { version } = await inspector().plans.rename({ id, name: '草稿乙', version: 1 })
    expect(await codeOf(inspector().plans.rename({ id, name: '草稿丙', version: 1 }))).toBe('changed_meanwhile')
    const { code, name, document } = await inspector().plans.get({ id })
    expect([name, await codeOf(principal().plans.remove({ id, version })), await codeOf(inspector().plans.remove({ id, version: 1 }))]).toEqual(['草稿乙', 'forbidden', 'changed_meanwhile'])
    await inspector().plans.remove({ id, version })
    expect(await planOf(id)).toBeUndefined()
    const back = await inspector().plans.draft({ code, name, document })
    expect(await planOf(back.id)).toMatchObject({ code, name: '草稿乙', planVersion: 1, state: 'draft' })
    const next = await inspector().plans.draft({ code, name: '试算', document })
    expect((await planOf(next.id))?.planVersion).toBe(2)
    expect(await codeOf(inspector().plans.draft({ code, name: '试算', document: { quarter: defaultPlan } }))).toBe('invalid_input')
  })

  test('who approved it and when stands with it; from then on nothing about it is changed', async () => {
    const { id } = await inspector().plans.fromPreset({ preset: 'additive', name: '定稿' })
    const { version } = await principal().plans.approve({ id, version: 1 })
    expect(await planOf(id)).toMatchObject({ state: 'approved', approvedAt: '2026-04-06T02:00:00.000Z' })
    const document = { quarter: defaultPlan, year: defaultYearRule }
    expect(await Promise.all([codeOf(inspector().plans.edit({ id, name: '改', document, version })), codeOf(inspector().plans.rename({ id, name: '改', version })), codeOf(inspector().plans.remove({ id, version }))])).toEqual(['plan_approved', 'plan_approved', 'plan_approved'])
    await expect(inspector().plans.remove({ id, version })).rejects.toThrow('考评方案“定稿”已经批准，不能删除，请复制为新版本后再办理。')
    expect(await planOf(id)).toMatchObject({ name: '定稿', version })
  })

  test('a draft that a period is evaluated by is not removed, and keeps the words that stand on it', async () => {
    const { id } = await inspector().plans.fromPreset({ preset: 'additive', name: '在用' })
    const { id: periodId, planId, version } = await quarterOf('2026Q4')
    await inspector().periods.setPlan({ id: periodId, planId: id, version })
    await expect(inspector().plans.remove({ id, version: 1 })).rejects.toThrow('考评方案“在用”正由2026年第四季度使用，不能删除，请先在“周期”里为这些周期改选方案。')
    const [group] = await inspector().groups.grades({ periodId })
    await principal().groups.grade({ groupId: group?.groupId ?? '', periodId, grade: 'B' })
    const without = { ...defaultPlan, special: { ...defaultPlan.special, grades: { A: '1', C: '0.5' }, roles: { leader: '3', member: '1' } } }
    await expect(inspector().plans.edit({ id, name: '在用', document: { quarter: without, year: defaultYearRule }, version: 1 })).rejects.toMatchObject({
      code: 'invalid_input',
      data: {
        issues: [
          { path: 'quarter.special.grades', message: '2026年第四季度已有专项工作组评为“B”，不能去掉这个评级' },
          { path: 'quarter.special.roles', message: '专项工作组里还有“骨干”，2026年第四季度要计分，不能去掉这个角色' },
        ],
      },
    })
    const more = { ...defaultPlan, special: { ...defaultPlan.special, grades: { A: '1', B: '0.8', C: '0.5', D: '0' } } }
    expect(await codeOf(inspector().plans.edit({ id, name: '在用', document: { quarter: more, year: defaultYearRule, names: { special: '专项实绩' } }, version: 1 }))).toBe('done')
    await principal().groups.grade({ groupId: group?.groupId ?? '', periodId, grade: null })
    await inspector().periods.setPlan({ id: periodId, planId, version: version + 1 })
    expect(await codeOf(inspector().plans.remove({ id, version: 2 }))).toBe('done')
  })
})
