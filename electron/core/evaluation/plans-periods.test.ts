import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultPlan } from '../../../shared/domain/plans/plan-presets.ts'
import { defaultYearRule } from '../../../shared/domain/plans/plan-document.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'
import { smallTown } from './small-town.testing.ts'

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not there')
  return value
}

describe('plans and periods', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(smallTown())
  })
  afterAll(() => town.dispose())

  const inspector = () => town.as(null, 'inspector')
  const principal = () => town.as('S0', 'principal')
  const planOf = async (id: string) => required((await inspector().plans.list()).find((row) => row.id === id))
  const periodOf = async (code: string) => required((await inspector().periods.list()).find((row) => row.code === code))

  test('a preset becomes a draft of its own, which the principal approves once', async () => {
    const { id } = await inspector().plans.fromPreset({ preset: 'coefficient', name: '系数制方案' })
    const made = await inspector().plans.get({ id })
    expect([made.state, made.planVersion, made.name, made.periods, made.inUse]).toEqual(['draft', 1, '系数制方案', [], false])
    expect(made.document).toMatchObject({ quarter: { id: made.code, mode: 'coefficient' }, year: defaultYearRule })
    expect(await codeOf(inspector().plans.approve({ id, version: 1 }))).toBe('forbidden')
    const { version } = await principal().plans.approve({ id, version: 1 })
    expect([await codeOf(principal().plans.approve({ id, version })), (await planOf(id)).state]).toEqual(['not_in_state', 'approved'])
  })

  test('what is malformed or cannot be meant is not saved; each says where', async () => {
    const { id } = await inspector().plans.fromPreset({ preset: 'additive', name: '待改' })
    const edit = (document: unknown) => inspector().plans.edit({ id, name: '待改', document, version: 1 })
    await expect(edit({ quarter: { ...defaultPlan, dimensions: { ...defaultPlan.dimensions, module: '39' } }, year: defaultYearRule })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(edit({ quarter: defaultPlan, year: defaultYearRule, scorers: { bestShare: '3', lowestFrom: 4, spread: null, sameShare: null } })).rejects.toMatchObject({
      code: 'invalid_input',
      data: { issues: [{ path: 'scorers.bestShare', message: '是比例，须在 0 到 1 之间' }] },
    })
    await expect(edit({ quarter: { ...defaultPlan, quarterGrades: { ...defaultPlan.quarterGrades, quota: '40' } }, year: defaultYearRule })).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path: 'quarter.quarterGrades.quota' }] } })
    expect((await planOf(id)).version).toBe(1)
  })

  test('a year is opened once, with its four quarters', async () => {
    const { id: planId } = await inspector().plans.fromPreset({ preset: 'additive', name: '2027 年方案' })
    expect(await inspector().periods.openYear({ year: 2027, planId })).toEqual({ codes: ['2027Q1', '2027Q2', '2027Q3', '2027Q4', '2027'] })
    expect(await periodOf('2027Q3')).toMatchObject({ kind: 'quarter', start: '2027-07-01', end: '2027-09-30', freeze: '2027-10-13', stage: 'configuring', planName: '2027 年方案', planState: 'draft', frozenAt: null, result: null })
    expect((await planOf(planId)).periods).toEqual(['2027', '2027Q1', '2027Q2', '2027Q3', '2027Q4'])
    const before = (await inspector().periods.list()).length
    expect([await codeOf(inspector().periods.openYear({ year: 2027, planId })), await codeOf(inspector().periods.openYear({ year: 2026, planId }))]).toEqual(['duplicate', 'duplicate'])
    expect(await codeOf(principal().periods.openYear({ year: 2028, planId }))).toBe('forbidden')
    expect((await inspector().periods.list()).length).toBe(before)
  })

  test('stages move by hand only where a hand may move them; a plan can be changed until the freeze', async () => {
    const { id, version, planId } = await periodOf('2026Q4')
    const to = (stage: 'collecting' | 'scoring' | 'frozen' | 'publicity' | 'locked', seen: number) => codeOf(inspector().periods.advance({ id, to: stage, version: seen }))
    expect([await to('frozen', version), await to('publicity', version), await to('locked', version)]).toEqual(['period_not_open', 'period_not_open', 'period_not_open'])
    expect([await to('collecting', version), await to('scoring', version), await to('scoring', version + 1), await to('collecting', version + 2)]).toEqual(['done', 'changed_meanwhile', 'done', 'done'])
    const { id: other } = await inspector().plans.fromPreset({ preset: 'additive', name: '改用' })
    await inspector().periods.setPlan({ id, planId: other, version: version + 3 })
    expect((await periodOf('2026Q4')).planName).toBe('改用')
    await inspector().periods.setPlan({ id, planId, version: version + 4 })
  })

  test('PK factors stand for every module in use', async () => {
    const { id: periodId } = await periodOf('2026Q4')
    const moduleId = town.moduleId('party')
    await inspector().periods.setPkFactor({ periodId, moduleId, factor: '1.05' })
    expect((await inspector().periods.pkFactors({ periodId })).map(({ moduleName, factor }) => [moduleName, factor])).toEqual([['大党建', '1.05'], ['大服务', null]])
    expect(await codeOf(inspector().periods.setPkFactor({ periodId, moduleId: periodId, factor: '1' }))).toBe('not_found')
    const factorsOf = async () => (await inspector().periods.pkFactors({ periodId })).map(({ factor }) => factor)
    expect(await codeOf(inspector().periods.setPkFactors({ periodId, factors: [{ moduleId, factor: '1.2' }, { moduleId: periodId, factor: '1' }] }))).toBe('not_found')
    expect(await factorsOf()).toEqual(['1.05', null])
    await inspector().periods.setPkFactors({ periodId, factors: [{ moduleId, factor: null }, { moduleId: town.moduleId('service'), factor: '0.98' }] })
    expect(await factorsOf()).toEqual([null, '0.98'])
    await inspector().periods.setPkFactor({ periodId, moduleId: town.moduleId('service'), factor: null })
    expect(await factorsOf()).toEqual([null, null])
  })

  test('village ranks and group grades are entered for a period; ranks all or none', async () => {
    const { id: periodId } = await periodOf('2026Q4')
    const ranksOf = async () => (await inspector().villages.ranks({ periodId })).map(({ code, isRecorded, rank }) => [code, isRecorded, rank])
    const [first, second] = await inspector().villages.ranks({ periodId })
    const [a, b] = [required(first).villageId, required(second).villageId]
    expect(await ranksOf()).toEqual([['V1', false, null], ['V2', false, null]])
    expect(await codeOf(inspector().villages.setRanks({ periodId, ranks: [{ villageId: a, rank: 1 }, { villageId: a, rank: 2 }] }))).toBe('duplicate')
    expect(await codeOf(inspector().villages.setRanks({ periodId, ranks: [{ villageId: a, rank: 1 }, { villageId: periodId, rank: 2 }] }))).toBe('not_found')
    expect(await codeOf(principal().villages.setRanks({ periodId, ranks: [{ villageId: a, rank: 1 }] }))).toBe('forbidden')
    expect(await ranksOf()).toEqual([['V1', false, null], ['V2', false, null]])
    await inspector().villages.setRanks({ periodId, ranks: [{ villageId: a, rank: 2 }, { villageId: b, rank: null }] })
    expect(await ranksOf()).toEqual([['V1', true, 2], ['V2', true, null]])
    await inspector().villages.setRanks({ periodId, ranks: [{ villageId: a }] })
    expect(await ranksOf()).toEqual([['V1', false, null], ['V2', true, null]])

    const [group] = await inspector().groups.grades({ periodId })
    expect(group).toEqual({ groupId: group?.groupId, code: 'G1', name: '征迁专班', members: 1, grade: null })
    await principal().groups.grade({ groupId: required(group).groupId, periodId, grade: 'B' })
    expect((await inspector().groups.grades({ periodId })).map(({ grade }) => grade)).toEqual(['B'])
    expect(await town.as('A1', 'clerk').groups.grades({ periodId })).toEqual([])
    const { groupId } = required(group)
    expect(await codeOf(principal().groups.gradeMany({ periodId, grades: [{ groupId, grade: null }, { groupId: periodId, grade: 'B' }] }))).toBe('not_found')
    expect((await inspector().groups.grades({ periodId })).map(({ grade }) => grade)).toEqual(['B'])
    await principal().groups.gradeMany({ periodId, grades: [{ groupId, grade: null }] })
    expect((await inspector().groups.grades({ periodId })).map(({ grade }) => grade)).toEqual([null])
  })
})
