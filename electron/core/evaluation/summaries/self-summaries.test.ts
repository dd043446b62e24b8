import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { period, periodStep, serviceEvent } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { smallTown } from '../small-town.testing.ts'

describe('个人小结', () => {
  let town: TestTownship
  let periodId: string
  beforeEach(async () => {
    town = await testTownship(smallTown())
    periodId = requirePeriod(town.app.read(), '2026Q1').id
    inStage('summarising')
  })
  afterEach(() => town.dispose())

  function change(write: (tx: Write) => unknown): void {
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write, audit: () => ({ subject: null, detail: {} }) })
  }
  const inStage = (stage: 'collecting' | 'summarising' | 'scoring' | 'computed') => change((tx) => tx.update(period).set({ stage }).where(eq(period.id, periodId)).run())
  const clerk = (code = 'A1') => town.as(code, 'clerk')
  const own = (code = 'A1') => clerk(code).summaries.own({ periodId })
  const text = '本季度完成党建台账报送，走访联系户十二户，按时办结交办任务。'

  test('it is proposed from the own records, saved, handed in, taken back and handed in again', async () => {
    const before = await own()
    expect(before).toMatchObject({ isEvaluated: true, state: 'none', text: null, mayWrite: true, version: null })
    expect(before.proposal).toContain('报送党建台账（主办，2026-02-12 办结）')
    expect(await clerk().summaries.save({ periodId, text: '先写几句', version: null })).toEqual({ version: 1 })
    expect(await codeOf(clerk().summaries.save({ periodId, text: '另一个窗口', version: null }))).toBe('changed_meanwhile')
    await clerk().summaries.submit({ periodId, text, version: 1 })
    expect(await own()).toMatchObject({ state: 'submitted', text, submittedOn: '2026-04-06', version: 2 })
    await clerk().summaries.takeBack({ periodId, version: 2 })
    expect([(await own()).state, await codeOf(clerk().summaries.takeBack({ periodId, version: 3 }))]).toEqual(['draft', 'not_in_state'])
    inStage('scoring')
    expect(await clerk().summaries.submit({ periodId, text, version: 3 })).toEqual({ version: 4 })
  })

  test('tenths of service records add up to what they are', async () => {
    const villageId = (await town.as(null, 'inspector').villages.list({ on: '2026-02-03' }))[0]?.id ?? ''
    change((tx) => ['0.1', '0.2', '1'].map((quantity, place) => tx.insert(serviceEvent).values({ id: `e${String(place)}`, seq: 900 + place, staffId: town.staffId('A1'), villageId, date: '2026-02-03', kind: 'visit', quantity, state: 'verified' }).run()))
    expect((await own()).proposal).toContain('走访 1.3 次。')
  })

  test('a few words are no summary; the field says so and nothing is changed', async () => {
    await expect(clerk().summaries.submit({ periodId, text: '一切正常', version: null })).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path: 'text', message: '“文字”填写有误：不能少于 20 字，请写完再提交。' }] } })
    expect((await own()).state).toBe('none')
  })

  test('it is written in its stage and until the freeze, by who is evaluated', async () => {
    inStage('collecting')
    expect(await codeOf(clerk().summaries.save({ periodId, text, version: null }))).toBe('period_not_open')
    inStage('computed')
    expect(await codeOf(clerk().summaries.submit({ periodId, text, version: null }))).toBe('period_not_open')
    inStage('summarising')
    expect(await codeOf(town.as('S0', 'principal').summaries.save({ periodId, text, version: null }))).toBe('not_found')
    expect(await town.as('S0', 'principal').summaries.own({ periodId })).toMatchObject({ isEvaluated: false, mayWrite: false })
  })

  test('who reads it: the head his module, a leader the modules he leads, a scorer the people on his sheets, the principal all; drafts nobody', async () => {
    await clerk('A1').summaries.submit({ periodId, text, version: null })
    await clerk('A2').summaries.save({ periodId, text: '草稿', version: null })
    const seenBy = async (code: string | null, role: 'head' | 'leader' | 'principal' | 'inspector') => (await town.as(code, role).summaries.list({ periodId })).rows.map(({ name }) => name)
    expect(await seenBy('H1', 'head')).toEqual(['周正', '钱一', '党建A1', '党建A2', '党建A3', '党建A4'])
    expect(await seenBy('H2', 'head')).toEqual(['孙二', '服务B1', '服务B2'])
    expect(await seenBy('L1', 'leader')).toHaveLength(9)
    expect(await seenBy('S0', 'principal')).toHaveLength(9)
    expect(await codeOf(clerk('A3').summaries.list({ periodId }))).toBe('forbidden')
    const { rows } = await town.as(null, 'inspector').summaries.list({ periodId })
    expect(rows.slice(2, 5).map(({ name, state, text: shown }) => [name, state, shown])).toEqual([['党建A1', 'submitted', text], ['党建A2', 'draft', null], ['党建A3', 'none', null]])
    inStage('scoring')
    town.as('S0', 'principal')
    await town.as(null, 'inspector').scores.open({ periodId })
    change((tx) => tx.run('UPDATE module_office SET "to" = \'2026-04-05\' WHERE office = \'lead_a\''))
    expect(await seenBy('L1', 'leader')).toEqual(['党建A1', '党建A2', '党建A3', '党建A4', '服务B1', '服务B2'])
  })

  test('who is late is said in working days behind the planned end', async () => {
    change((tx) => tx.insert(periodStep).values({ periodId, stage: 'summarising', plannedFrom: '2026-04-01', plannedTo: '2026-04-02' }).run())
    town.clock.now = '2026-04-03T01:00:00.000Z'
    await clerk('A1').summaries.submit({ periodId, text, version: null })
    town.clock.now = '2026-04-08T01:00:00.000Z'
    const { due, rows } = await town.as(null, 'inspector').summaries.list({ periodId })
    expect([due, rows.slice(2, 4).map(({ name, daysLate }) => [name, daysLate])]).toEqual(['2026-04-02', [['党建A1', 1], ['党建A2', 3]]])
  })
})
