import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { period, serviceEvent, staff } from '../../../db/schema/index.ts'
import type { Write } from '../../../db/types.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const tuesday = '2026-03-31'
const lateTuesday = '2026-04-07'
const noHouseholds: readonly string[] = []

describe('what comes to count', () => {
  let town: TestTownship
  let village: string
  let other: string
  beforeAll(async () => {
    town = await testTownship(smallTown())
    const rows = await town.asConsole().villages.list({ on: tuesday })
    village = rows.find(({ name }) => name === '上溪村')?.id ?? ''
    other = rows.find(({ name }) => name === '下溪村')?.id ?? ''
  })
  afterAll(() => town.dispose())

  const record = (code: string, change: object = {}) => ({ staffIds: [town.staffId(code)], villageId: village, date: '2026-03-30', kind: 'visit', households: [...noHouseholds], quantity: '1', note: null, ...change })
  const own = (code: string, change: object = {}) => town.as(code, 'clerk').events.enter(record(code, change))
  const written = (write: (tx: Write) => void) => town.app.mutate({ actor: 'test', action: 'test.records', areas: [], audit: () => ({ subject: null, detail: {} }), write })
  const total = () => town.app.read().select().from(serviceEvent).all().length

  test('周二到村 is of a Tuesday, once a person and day, whatever the village', async () => {
    const before = total()
    await expect(own('A1', { kind: 'tuesday' })).rejects.toMatchObject({ message: '“日期”填写有误：2026-03-30 不是星期二，“周二到村”只记星期二。', data: { issues: [{ path: 'date' }] } })
    await expect(own('A1', { kind: 'tuesday', date: tuesday, quantity: '2' })).rejects.toMatchObject({ data: { issues: [{ path: 'quantity' }] } })
    await expect(own('A1', { kind: 'tuesday', date: tuesday, households: ['甲', '乙'] })).rejects.toMatchObject({ data: { issues: [{ path: 'households' }] } })
    expect(total()).toBe(before)
    const { ids: [id = ''] } = await own('A1', { kind: 'tuesday', date: tuesday })
    await expect(own('A1', { kind: 'tuesday', date: tuesday, villageId: other })).rejects.toMatchObject({ message: '“人员”填写有误：“党建A1”2026-03-31 已有一条周二到村记录，一人一天只记一条。' })
    const { ids: [visit = ''] } = await own('A1', { date: tuesday })
    const fields = { villageId: other, date: tuesday, household: null, quantity: '1', note: null }
    expect(await codeOf(town.as('A1', 'clerk').events.correct({ id: visit, version: 1, kind: 'tuesday', ...fields }))).toBe('invalid_input')
    expect(await codeOf(town.as('A1', 'clerk').events.correct({ id, version: 1, kind: 'tuesday', ...fields }))).toBe('done')
  })

  test('who has been in one village on a Tuesday gets no second record of another', async () => {
    town.clock.now = `${lateTuesday}T03:00:00.000Z`
    const clerk = town.as('A4', 'clerk')
    const { ids: [first = '', second = ''] } = await clerk.tuesday.add({ date: lateTuesday, rows: [village, other].map((villageId) => ({ staffId: town.staffId('A4'), villageId, theme: 'team' as const, content: null })) })
    const checkIn = (id: string) => clerk.tuesday.checkIn({ id, result: '走访', lateReason: null, version: 1 })
    expect([await checkIn(first), await checkIn(second)]).toEqual([{ version: 2, proposed: true }, { version: 2, proposed: false }])
  })

  test('whoever entered a record does not verify it, though he be the 团长', async () => {
    const { ids: [id = ''] } = await town.as('L1', 'leader').events.enter(record('A2'))
    expect(await codeOf(town.as('L1', 'leader').events.verify({ id, version: 1 }))).toBe('doer_verifies')
    const many = await town.as('L1', 'leader').events.verifyMany({ records: [{ id, version: 1 }], mode: 'good' })
    expect(many.refused.map(({ code }) => code)).toEqual(['doer_verifies'])
    const waiting = async (...who: Parameters<TestTownship['as']>) => (await town.as(...who).events.list({ filters: [{ kind: 'flag', flag: 'waitingForMe' }] })).rows.map((row) => row.id)
    expect([(await waiting('L1', 'leader')).includes(id), (await waiting(null, 'inspector')).includes(id)]).toEqual([false, true])
    expect(await codeOf(town.as(null, 'inspector').events.verify({ id, version: 1 }))).toBe('done')
    const back = async (...who: Parameters<TestTownship['as']>) => (await town.as(...who).events.unverify({ records: [{ id, version: 2 }], mode: 'good', reason: '重核' })).refused.map(({ code }) => code)
    expect([await back('L1', 'leader'), await back('A2', 'leader'), await back('S0', 'principal')]).toEqual([['doer_verifies'], ['about_self'], []])
  })

  test('nothing is given to who has left', async () => {
    written((tx) => tx.update(staff).set({ leftOn: '2026-03-15' }).where(eq(staff.id, town.staffId('A3'))).run())
    const head = town.as('H1', 'head')
    const sentence = '“人员”填写有误：“党建A3”已于 2026-03-15 离任，请改选当日在任的人员。'
    await expect(head.events.enter(record('A3'))).rejects.toMatchObject({ message: sentence, data: { issues: [{ path: 'staffIds' }] } })
    await expect(head.tuesday.add({ date: lateTuesday, rows: [{ staffId: town.staffId('A3'), villageId: village, theme: 'team', content: null }] })).rejects.toMatchObject({ message: sentence })
    await expect(town.as('S0', 'principal').villages.addMember({ villageId: village, staffId: town.staffId('A3'), role: 'cadre', from: '2026-04-01', to: null })).rejects.toMatchObject({ message: sentence })
    const groupId = (await head.groups.list({ on: lateTuesday })).find(({ name }) => name === '征迁专班')?.id ?? ''
    await expect(town.as('S0', 'principal').groups.addMember({ groupId, staffId: town.staffId('A3'), role: 'member', from: '2026-04-01', to: null })).rejects.toMatchObject({ message: sentence })
    expect(await codeOf(head.events.enter(record('A3', { date: '2026-03-15' })))).toBe('done')
    await expect(head.tuesday.add({ date: '2062-04-04', rows: [{ staffId: town.staffId('A2'), villageId: village, theme: 'team', content: null }] })).rejects.toMatchObject({ message: '“日期”填写有误：须在 2000 年以后、两年以内。' })
  })

  test('records of a village whose 团长 has left wait for 督考; a departed 班子成员 leads nothing new', async () => {
    const { ids: [id = ''] } = await own('A1', { date: '2026-03-29' })
    const waits = async () => (await town.as(null, 'inspector').events.list({ filters: [{ kind: 'flag', flag: 'waitingForMe' }] })).rows.some((row) => row.id === id)
    const principal = town.as('S0', 'principal')
    const leaderId = town.staffId('L1')
    expect(await waits()).toBe(false)
    written((tx) => tx.update(staff).set({ leftOn: '2026-03-31' }).where(eq(staff.id, leaderId)).run())
    expect(await waits()).toBe(true)
    const left = '填写有误：“周正”已于 2026-03-31 离任，请改选当日在任的人员。'
    await expect(principal.villages.add({ name: '新村', teamLeaderId: leaderId })).rejects.toMatchObject({ message: `“团长”${left}` })
    await expect(principal.groups.propose({ name: '新专班', goal: null, leadStaffId: leaderId, from: lateTuesday, to: null })).rejects.toMatchObject({ message: `“牵头领导”${left}` })
    const { id: gridId } = await town.as(null, 'inspector').grids.add({ villageId: village, name: '一网格', households: null, remark: null })
    await expect(town.as(null, 'inspector').grids.addPerson({ gridId, role: 'instructor', name: null, staffId: leaderId, phone: null, from: lateTuesday, replaces: false })).rejects.toMatchObject({ message: `“人员”${left}` })
    written((tx) => tx.update(staff).set({ leftOn: null }).where(eq(staff.id, leaderId)).run())
  })

  test('after the freeze nothing of that quarter comes to count any more', async () => {
    const { ids: [id = ''] } = await own('A2', { date: '2026-03-28' })
    const { ids: [judged = ''] } = await own('A2', { date: '2026-03-27' })
    const [head, inspector] = [town.as('H1', 'head'), town.as(null, 'inspector')]
    await inspector.events.verify({ id: judged, version: 1 })
    const deduction = { staffId: town.staffId('A2'), rule: 'absence' as const, date: '2026-03-20', matter: '迟报' }
    const { id: declared } = await head.points.declareDeduction(deduction)
    await head.points.verify({ kind: 'deduction', id: declared, version: 1 })
    const { ids: [line = ''] } = await town.as('A2', 'clerk').tuesday.add({ date: tuesday, rows: [{ staffId: town.staffId('A2'), villageId: village, theme: 'team', content: null }] })
    town.clock.now = '2026-04-02T03:00:00.000Z'
    written((tx) => tx.update(period).set({ stage: 'frozen' }).where(eq(period.code, '2026Q1')).run())
    await expect(inspector.events.verify({ id, version: 1 })).rejects.toMatchObject({ code: 'period_not_open', message: expect.stringContaining('2026年第一季度当前为') })
    expect((await inspector.events.verifyMany({ records: [{ id, version: 1 }], mode: 'good' })).refused.map(({ code }) => code)).toEqual(['period_not_open'])
    expect((await inspector.events.unverify({ records: [{ id: judged, version: 2 }], mode: 'good', reason: '重核' })).refused.map(({ code }) => code)).toEqual(['period_not_open'])
    expect((await inspector.events.list({ filters: [{ kind: 'choice', field: 'state', oneOf: ['verified'] }] })).rows.find((row) => row.id === judged)).toMatchObject({ allowed: [] })
    expect(await codeOf(town.as('A2', 'clerk').tuesday.checkIn({ id: line, result: '走访', lateReason: '忘了', version: 1 }))).toBe('period_not_open')
    expect(await codeOf(head.points.declareDeduction(deduction))).toBe('period_not_open')
    expect(await codeOf(inspector.points.approve({ kind: 'deduction', id: declared, version: 2 }))).toBe('period_not_open')
    expect(await codeOf(inspector.rulings.propose({ kind: 'exemption', deductionId: declared, rulingBody: '镇党委会议', docNo: null, reason: '尽责' }))).toBe('period_not_open')
    expect(await codeOf(head.points.declareDeduction({ ...deduction, date: '2031-03-20' }))).toBe('done')
    expect(await codeOf(inspector.events.reject({ id, version: 1, reason: '已冻结' }))).toBe('done')
    const clerk = town.as('A2', 'clerk')
    expect([(await clerk.workbench.today()).returned.rows.some((row) => row.id === id), (await clerk.events.withdraw({ records: [{ id, version: 2 }], mode: 'good' })).refused]).toEqual([false, []])
  })
})
