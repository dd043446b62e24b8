import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { account, deduction, modulePk, period, periodStep, plan, task, township } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { gatherQuarter } from '../computing/gather-quarter.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { smallTown } from '../small-town.testing.ts'

describe('年度结转', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship(smallTown())
    town.clock.now = '2027-02-20T02:00:00.000Z'
  })
  afterEach(() => town.dispose())

  const inspector = () => town.as(null, 'inspector')
  const close = () => inspector().rollover.close({ year: 2026 })
  const undo = () => codeOf(inspector().rollover.undo({ year: 2026 }))
  const codes = () => town.app.read().select({ code: period.code }).from(period).all().map(({ code }) => code)
  function change(write: (tx: Write) => unknown): void {
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
  }
  /** 已归档, but for the first quarter, which was never begun. */
  const finish = () => change((tx) => ['2026Q2', '2026Q3', '2026Q4', '2026'].map((code) => tx.update(period).set({ stage: 'locked' }).where(eq(period.code, code)).run()))

  test('too early: everything it waits for is named, and nothing is changed', async () => {
    change((tx) => [tx.update(period).set({ stage: 'scoring' }).where(eq(period.code, '2026Q4')).run()])
    const before = codes()
    await expect(close()).rejects.toMatchObject({
      code: 'rollover_early',
      message: '2026 年还不能结转，有 2 项没有完成：2026年度当前为“配置”，还没有归档。请先完成再结转。',
      data: { issues: [{ message: '2026年度当前为“配置”，还没有归档' }, { message: '2026年第四季度当前为“评分”，还没有归档' }] },
    })
    expect((await inspector().rollover.preview({ year: 2026 })).obstacles).toHaveLength(2)
    expect(codes()).toEqual(before)
    expect([await codeOf(inspector().rollover.preview({ year: 2030 })), await codeOf(town.as('S0', 'principal').rollover.close({ year: 2026 }))]).toEqual(['not_found', 'forbidden'])
  })

  test('not before the year is over, nor over a quarter on whose days something counts', async () => {
    finish()
    town.clock.now = '2026-12-31T02:00:00.000Z'
    const office = inspector()
    change((tx) => [tx.update(township).set({ origin: 'real' }).run(), tx.update(account).set({ mustChangePassword: false }).run()])
    await expect(office.rollover.close({ year: 2026 })).rejects.toMatchObject({ code: 'rollover_early', message: '2026 年还不能结转，有 1 项没有完成：2026 年到 2026-12-31 才结束。请先完成再结转。' })
    town.clock.now = '2027-01-01T02:00:00.000Z'
    change((tx) => tx.insert(deduction).values({ id: town.app.environment.newId(), code: 'D1', seq: 1, staffId: town.staffId('A1'), rule: 'rejected_feedback', date: '2026-02-01', state: 'approved' }).run())
    await expect(office.rollover.close({ year: 2026 })).rejects.toMatchObject({ code: 'rollover_early', message: expect.stringContaining('2026年第一季度当前为“配置”') })
    change((tx) => tx.delete(deduction).run())
    expect((await office.rollover.close({ year: 2026 })).opened).toHaveLength(5)
  })

  test('a plan of the new year that somebody has changed is not taken away', async () => {
    finish()
    await close()
    const { id: periodId } = requirePeriod(town.app.read(), '2027Q1')
    change((tx) => tx.update(periodStep).set({ ownerId: town.staffId('A1') }).where(eq(periodStep.periodId, periodId)).run())
    expect(await undo()).toBe('rollover_used')
  })

  test('the preview says what will happen, and then it happens', async () => {
    finish()
    change((tx) => tx.update(task).set({ state: 'active', due: '2026-12-20' }).run())
    const preview = await inspector().rollover.preview({ year: 2026 })
    expect(preview).toMatchObject({
      obstacles: [], openTasks: 1, people: 10, known: false, isDone: false,
      opens: [{ code: '2027Q1', freeze: '2027-04-13' }, { code: '2027Q2' }, { code: '2027Q3' }, { code: '2027Q4' }, { code: '2027' }],
      overdue: { total: 1, rows: [{ title: '报送党建台账', moduleName: '大党建', due: '2026-12-20' }] },
      plan: { planVersion: 2 },
    })
    expect(preview.periods.filter(({ isArchivedWith }) => isArchivedWith).map(({ code }) => code)).toEqual(['2026Q1'])
    expect((await close()).opened).toEqual(['2027Q1', '2027Q2', '2027Q3', '2027Q4', '2027'])
    expect(requirePeriod(town.app.read(), '2026Q1').stage).toBe('locked')
    const copy = town.app.read().select().from(plan).where(eq(plan.id, requirePeriod(town.app.read(), '2027').planId)).get()
    expect([copy?.state, copy?.name, copy?.planVersion]).toEqual(['draft', preview.plan?.name, 2])
    expect(town.app.read().select({ due: task.due, state: task.state }).from(task).get()).toEqual({ due: '2026-12-20', state: 'active' })
    expect(await codeOf(close())).toBe('duplicate')
  })

  test('被退回反馈 are counted anew in the new calendar year', async () => {
    finish()
    change((tx) => tx.insert(deduction).values({ id: town.app.environment.newId(), code: 'D1', seq: 1, staffId: town.staffId('A1'), rule: 'rejected_feedback', date: '2026-12-01', state: 'approved' }).run())
    await close()
    const priorOf = (code: string) => gatherQuarter(town.app.read(), requirePeriod(town.app.read(), code)).staff.find(({ id }) => id === 'A1')?.priorRejections
    expect(priorOf('2027Q1')).toBe(0)
    change((tx) => tx.update(deduction).set({ date: '2026-08-01' }).run())
    expect(priorOf('2026Q4')).toBe(1)
  })

  test('it is taken back until the first new period is advanced or something is entered; then it may be done again', async () => {
    finish()
    const before = codes()
    const plans = town.app.read().select().from(plan).all().length
    await close()
    const { id: periodId, version } = requirePeriod(town.app.read(), '2027Q1')
    change((tx) => tx.insert(modulePk).values({ moduleId: town.moduleId('party'), periodId, factor: '1' }).run())
    expect(await undo()).toBe('rollover_used')
    change((tx) => tx.delete(modulePk).run())
    expect((await inspector().rollover.preview({ year: 2026 })).isUndoable).toBe(true)
    expect(await undo()).toBe('done')
    expect([codes(), town.app.read().select().from(plan).all().length, requirePeriod(town.app.read(), '2026Q1').stage]).toEqual([before, plans, 'configuring'])
    expect(await undo()).toBe('not_found')
    await close()
    const next = requirePeriod(town.app.read(), '2027Q1')
    expect(version).toBe(next.version)
    await inspector().periods.advance({ id: next.id, to: 'collecting', version: next.version })
    await expect(inspector().rollover.undo({ year: 2026 })).rejects.toMatchObject({ code: 'rollover_used', message: '2026 年的结转已不能撤销：2027年第一季度已进入“采集”，请在新年度里逐项更正。' })
  })

  test('a next year that is opened already stays as it is', async () => {
    finish()
    await inspector().periods.openYear({ year: 2027, planId: requirePeriod(town.app.read(), '2026').planId })
    expect((await inspector().rollover.preview({ year: 2026 })).plan).toBeNull()
    expect(await close()).toEqual({ opened: [] })
    expect(await undo()).toBe('done')
    expect(codes()).toContain('2027Q1')
  })
})
