import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { resultVersion, snapshot, period } from '../../../db/schema/index.ts'
import { caseTown } from '../rulings/worked-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { smallTown } from '../small-town.testing.ts'

describe('the plan of a cycle', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship(smallTown())
    town.clock.now = '2026-07-02T02:00:00.000Z'
  })
  afterEach(() => town.dispose())

  const inspector = () => town.as('A2', 'inspector')
  const idOf = (code: string) => requirePeriod(town.app.read(), code).id
  const list = async (code: string) => inspector().periodSteps.list({ periodId: idOf(code) })
  const stepOf = async (code: string, stage: string) => {
    const step = (await list(code)).steps.find((one) => one.stage === stage)
    if (step === undefined) throw new Error(stage)
    return step
  }
  const advance = (code: string, to: 'collecting' | 'summarising' | 'scoring' | 'appeal' | 'deciding' | 'locked') => {
    const { id, version } = requirePeriod(town.app.read(), code)
    return inspector().periods.advance({ id, to, version })
  }
  /** A result of the second quarter, as if it had been computed, without its inputs. */
  function compute(): void {
    const periodId = idOf('2026Q2')
    town.app.mutate({
      actor: 'test',
      action: 'test',
      areas: [],
      write(tx, now) {
        tx.insert(snapshot).values({ id: 's', periodId, document: '{}', hash: '', frozenAt: now, frozenBy: 'test' }).run()
        tx.insert(resultVersion).values({ id: 'r', periodId, resultVersion: 1, snapshotId: 's', document: '{}', hash: '', state: 'computed', computedAt: now, computedBy: 'test' }).run()
        tx.update(period).set({ stage: 'computed' }).where(eq(period.id, periodId)).run()
      },
      audit: () => ({ subject: null, detail: {} }),
    })
  }

  test('nothing is planned in an older township until the proposal is taken', async () => {
    expect((await list('2026Q2')).steps.every(({ plannedFrom, version }) => plannedFrom === null && version === null)).toBe(true)
    const { steps } = await inspector().periodSteps.propose({ periodId: idOf('2026Q2') })
    await inspector().periodSteps.edit({ periodId: idOf('2026Q2'), steps: steps.map(({ stage, from, to }) => ({ stage, plannedFrom: from, plannedTo: to, ownerId: null, version: null })) })
    expect(await stepOf('2026Q2', 'frozen')).toMatchObject({ plannedFrom: '2026-07-13', plannedTo: '2026-07-13', version: 1 })
    expect(requirePeriod(town.app.read(), '2026Q2').freeze).toBe('2026-07-13')
  })

  test('a year that is opened is planned at once, by the calendar of the offices; its owners are those of the office', async () => {
    await inspector().periods.openYear({ year: 2027, planId: (await inspector().plans.list())[0]?.id ?? '' })
    const { steps, known } = await list('2027Q1')
    expect([known, steps[0]?.plannedTo, steps.find(({ stage }) => stage === 'publicity')?.plannedTo]).toEqual([false, '2026-12-31', '2027-04-21'])
    expect(steps[0]).toMatchObject({ ownerId: null, ownerName: '党建A2' })
    town.as('S0', 'principal')
    expect((await stepOf('2027Q1', 'deciding')).ownerName).toBe('李记')
  })

  test('each stage keeps when and by whom it was entered; going back forgets what lies ahead', async () => {
    await advance('2026Q2', 'collecting')
    town.clock.now = '2026-07-03T02:00:00.000Z'
    await advance('2026Q2', 'scoring')
    const states = async () => (await list('2026Q2')).steps.slice(0, 5).map(({ stage, state, enteredOn }) => [stage, state, enteredOn])
    expect(await states()).toEqual([['configuring', 'passed', null], ['collecting', 'done', '2026-07-02'], ['summarising', 'passed', null], ['scoring', 'current', '2026-07-03'], ['frozen', 'ahead', null]])
    expect((await stepOf('2026Q2', 'scoring')).enteredBy).toBe('党建A2')
    await advance('2026Q2', 'collecting')
    expect(await states()).toEqual([['configuring', 'passed', null], ['collecting', 'current', '2026-07-03'], ['summarising', 'ahead', null], ['scoring', 'ahead', null], ['frozen', 'ahead', null]])
  })

  test('lateness is counted in working days, of the stage at hand and of those behind it', async () => {
    const plan = (stage: 'collecting' | 'summarising', plannedFrom: string, plannedTo: string, version: number | null) =>
      inspector().periodSteps.edit({ periodId: idOf('2026Q2'), steps: [{ stage, plannedFrom, plannedTo, ownerId: town.staffId('H1'), version }] })
    await advance('2026Q2', 'collecting')
    await plan('collecting', '2026-04-01', '2026-06-30', 1)
    await plan('summarising', '2026-07-01', '2026-07-03', null)
    expect(await stepOf('2026Q2', 'collecting')).toMatchObject({ daysLate: 2, ownerName: '钱一', state: 'current' })
    await advance('2026Q2', 'summarising')
    town.clock.now = '2026-07-05T02:00:00.000Z'
    expect([(await stepOf('2026Q2', 'collecting')).daysLate, (await stepOf('2026Q2', 'summarising')).daysLate]).toEqual([1, 0])
    town.clock.now = '2026-07-08T02:00:00.000Z'
    expect((await stepOf('2026Q2', 'summarising')).daysLate).toBe(3)
  })

  test.each([
    ['backwards', [{ stage: 'scoring', plannedFrom: '2026-07-10', plannedTo: '2026-07-06' }], 'steps.0.plannedTo', '“评分的结束日期”填写有误：早于开始日期 2026-07-10，请改正。'],
    ['outside', [{ stage: 'reported', plannedFrom: '2026-08-05', plannedTo: '2028-08-07' }], 'steps.0.plannedTo', '“已上报的结束日期”填写有误：离本期太远，不能晚于 2027-06-28，请改正。'],
    ['half', [{ stage: 'scoring', plannedFrom: '2026-07-10', plannedTo: null }], 'steps.0.plannedTo', '“评分的结束日期”填写有误：开始和结束日期须都填写，或都留空。'],
    ['out of order', [{ stage: 'scoring', plannedFrom: '2026-07-10', plannedTo: '2026-07-13' }, { stage: 'frozen', plannedFrom: '2026-07-09', plannedTo: '2026-07-14' }], 'steps.1.plannedFrom', '“冻结的开始日期”填写有误：早于前面“评分”阶段的 2026-07-10，请按阶段先后安排。'],
    ['frozen within the quarter', [{ stage: 'frozen', plannedFrom: '2026-06-29', plannedTo: '2026-06-30' }], 'steps.0.plannedTo', '“冻结的结束日期”填写有误：须晚于本期最后一天 2026-06-30，本期结束前不能冻结。'],
  ] as const)('a plan that is %s is refused at its field, and nothing is changed', async (_, steps, path, message) => {
    const edit = inspector().periodSteps.edit({ periodId: idOf('2026Q2'), steps: steps.map((step) => ({ ...step, ownerId: null, version: null })) })
    await expect(edit).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path, message }] } })
    expect((await list('2026Q2')).steps.every(({ plannedFrom }) => plannedFrom === null)).toBe(true)
  })

  test('somebody else may not plan; a plan seen before somebody changed it is not written over', async () => {
    const steps = [{ stage: 'scoring' as const, plannedFrom: '2026-07-06', plannedTo: '2026-07-10', ownerId: null, version: null }]
    expect(await codeOf(town.as('H1', 'head').periodSteps.edit({ periodId: idOf('2026Q2'), steps }))).toBe('forbidden')
    expect([await codeOf(inspector().periodSteps.edit({ periodId: idOf('2026Q2'), steps })), await codeOf(inspector().periodSteps.edit({ periodId: idOf('2026Q2'), steps }))]).toEqual(['done', 'changed_meanwhile'])
  })

  test('公示 is not left before its last day is over', async () => {
    compute()
    town.clock.now = '2026-07-16T02:00:00.000Z'
    await inspector().periods.publish({ code: '2026Q2' })
    expect((await list('2026Q2')).publicityEnd).toBe('2026-07-21')
    await expect(advance('2026Q2', 'deciding')).rejects.toMatchObject({ code: 'publicity_running', message: '2026年第二季度的公示到 2026-07-21 才满 3 个工作日，请在 2026-07-21 以后再转入下一阶段。' })
    town.clock.now = '2026-07-21T15:59:00.000Z'
    expect(await codeOf(advance('2026Q2', 'appeal'))).toBe('publicity_running')
    expect(requirePeriod(town.app.read(), '2026Q2').stage).toBe('publicity')
    town.clock.now = '2026-07-21T16:00:00.000Z'
    expect(await codeOf(advance('2026Q2', 'appeal'))).toBe('done')
  })
})

test('a year is in 公示 for 5 working days', async () => {
  const town = await caseTown('worked-example')
  onTestFinished(() => town.dispose())
  const office = town.as(null, 'inspector')
  town.clock.now = '2026-07-02T02:00:00.000Z'
  for (const code of ['2026Q1', '2026']) await office.periods.compute({ code })
  await office.periods.publish({ code: '2026' })
  const { steps, publicityEnd } = await office.periodSteps.list({ periodId: requirePeriod(town.app.read(), '2026').id })
  expect([publicityEnd, steps.find(({ stage }) => stage === 'computed')?.enteredOn]).toEqual(['2026-07-09', '2026-07-02'])
})
