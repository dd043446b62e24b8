import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PeriodStage } from '../../../../shared/domain/plans/cycle.ts'
import { unfinishedStates } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { proposedSupervision } from '../../../../shared/domain/tasks/supervision/supervision.ts'
import { deduction, period, supervision, task, taskParty } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { taskUnderWay } from '../../testing/task-under-way.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { isProposed } from './proposals.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(bundle)
  setDay(on)
})
afterAll(() => town.dispose())

function setDay(day: string): void {
  town.clock.now = `${day}T02:00:00.000Z`
}

/** A task of two people under way, as the console made it. */
async function underWay(due: string, form: 'assignment_order' | 'memo' = 'assignment_order') {
  return { id: await taskUnderWay(town, { title: '河道清淤', form, moduleId: town.moduleId(cast.module), due, parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }, { staffId: town.staffId(cast.other.code), role: 'cohost' }] }), version: 4 }
}

function stageOf(code: string): PeriodStage {
  return town.app.read().select().from(period).where(eq(period.code, code)).get()?.stage ?? 'configuring'
}

function setStage(code: string, stage: PeriodStage): void {
  town.app.mutate({ actor: 'test', action: 'test.stage', areas: ['period'], write: (tx) => tx.update(period).set({ stage }).where(eq(period.code, code)).run(), audit: () => ({ subject: null, detail: {} }) })
}

const get = (id: string, day = on) => town.asConsole().tasks.get({ id, on: day })

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    return error instanceof Error ? error.message : 'no error'
  }
}

describe('延期', () => {
  test('asked by the head, decided by 督考 twice and then by a leader; the deadline moves and the log says why', async () => {
    const { id } = await underWay('2026-07-20')
    const head = town.as(cast.head, 'head')
    const inspector = town.as(null, 'inspector')
    const ask = async (toDue: string) => head.extensions.ask({ taskId: id, version: (await get(id)).version, toDue, reason: '等待批复' })
    for (const toDue of ['2026-07-25', '2026-07-30']) {
      const asked = await ask(toDue)
      expect((await get(id)).next.some(({ action }) => action === 'decideExtension')).toBe(true)
      await inspector.extensions.decide({ id: asked.id, version: 1, isGranted: true, answer: '' })
      expect((await get(id)).due).toBe(toDue)
    }
    const third = await ask('2026-08-05')
    expect(await refusal(inspector.extensions.decide({ id: third.id, version: 1, isGranted: true, answer: '' }))).toBe('该任务已延期 2 次，第三次起须由班子成员或党政正职审批，请提请牵头领导审批。')
    await town.as(cast.leader, 'leader').extensions.decide({ id: third.id, version: 1, isGranted: true, answer: '同意' })
    const { due, granted, log } = await get(id)
    expect({ due, granted, log: log.slice(-2).map(({ action, reason }) => [action, reason]) }).toEqual({ due: '2026-08-05', granted: 3, log: [['askExtension', '2026-07-30 → 2026-08-05：等待批复'], ['extend', '2026-07-30 → 2026-08-05：同意']] })
  })

  test('what may not be is refused and changes nothing', async () => {
    const { id, version } = await underWay('2026-07-20')
    const head = town.as(cast.head, 'head')
    const inspector = town.as(null, 'inspector')
    expect(await refusal(head.extensions.ask({ taskId: id, version, toDue: '2026-07-20', reason: '忙' }))).toBe('“延期至”填写有误：须晚于原时限 2026-07-20。')
    expect(await codeOf(head.extensions.ask({ taskId: id, version, toDue: '2026-07-21', reason: '' }))).toBe('reason_required')
    expect(await codeOf(town.as(cast.own.code, 'clerk').extensions.ask({ taskId: id, version, toDue: '2026-07-21', reason: '忙' }))).toBe('forbidden')
    const { id: asked } = await head.extensions.ask({ taskId: id, version, toDue: '2026-07-21', reason: '忙' })
    expect(await codeOf(head.extensions.ask({ taskId: id, version: version + 1, toDue: '2026-07-22', reason: '忙' }))).toBe('extension_open')
    expect(await codeOf(town.as(cast.own.code, 'leader').extensions.decide({ id: asked, version: 1, isGranted: true, answer: '' }))).toBe('doer_verifies')
    expect(await codeOf(inspector.extensions.decide({ id: asked, version: 1, isGranted: false, answer: '' }))).toBe('reason_required')
    await inspector.extensions.decide({ id: asked, version: 1, isGranted: false, answer: '理由不充分' })
    expect(await codeOf(inspector.extensions.decide({ id: asked, version: 2, isGranted: true, answer: '' }))).toBe('not_in_state')
    expect((await get(id)).due).toBe('2026-07-20')
    const mine = await head.extensions.list({ moduleId: town.moduleId(cast.module), state: 'refused' })
    expect(mine.rows.find((row) => row.taskId === id)).toMatchObject({ state: 'refused', answer: '理由不充分', mayDecide: false })
  })
})

describe('中止', () => {
  test('the clock stands still: deadline and open milestones move by the days put aside', async () => {
    const { id, version } = await underWay('2026-07-20')
    const inspector = town.as(null, 'inspector')
    await inspector.tasks.setMilestones({ id, version, milestones: [{ name: '摸底', due: '2026-07-10', note: null }, { name: '清淤', due: '2026-07-18', note: null }] })
    const [first] = (await get(id)).milestones
    await inspector.tasks.finishMilestone({ id, version: version + 1, milestoneId: first?.id ?? '', doneOn: on })
    await inspector.tasks.suspend({ id, version: version + 2, reason: '汛期' })
    setDay('2026-07-18')
    await inspector.tasks.resume({ id, version: version + 3 })
    const { due, milestones, state } = await get(id, '2026-07-18')
    expect({ due, state, milestones: milestones.map(({ due: day, doneOn }) => [day, doneOn]) }).toEqual({ due: '2026-07-30', state: 'active', milestones: [['2026-07-10', on], ['2026-07-28', null]] })
    setDay(on)
  })
})

describe('节点', () => {
  test('each fault is told at its place and nothing is written', async () => {
    const { id, version } = await underWay('2026-07-20')
    const plan = (milestones: readonly { name: string; due: string }[]) => refusal(town.asConsole().tasks.setMilestones({ id, version, milestones: milestones.map((one) => ({ ...one, note: null })) }))
    expect(await plan([{ name: '', due: '2026-07-10' }])).toBe('“第 1 个节点”填写有误：没有名称。')
    expect(await plan([{ name: '甲', due: '2026-07-01' }])).toBe(`“第 1 个节点”填写有误：早于签发日 ${on}。`)
    expect(await plan([{ name: '甲', due: '2026-07-12' }, { name: '乙', due: '2026-07-11' }])).toBe('“第 2 个节点”填写有误：早于前一个节点。')
    expect(await plan([{ name: '甲', due: '2026-07-21' }])).toBe('“第 1 个节点”填写有误：晚于办理时限 2026-07-20。')
    expect((await get(id)).milestones).toEqual([])
  })
})

describe('备忘录', () => {
  test('becomes a 交办单 with a 文号 that nobody else has; once it is issued the doer makes none of it', async () => {
    const memo = await underWay('2026-07-20', 'memo')
    const doer = town.as(cast.own.code, 'clerk')
    const inspector = town.as(null, 'inspector')
    for (const due of ['2026-07-20', '2026-08-20']) expect(await codeOf(doer.tasks.convert({ ...memo, docNo: '自定〔2026〕1号', due }))).toBe('not_editable')
    expect(await refusal(town.as(cast.own.code, 'clerk', 'inspector').tasks.convert({ ...memo, docNo: '自定〔2026〕1号', due: '2026-07-20' }))).toBe('“形式”不能修改：承办人不能自己改动，请由拟稿人、模块或督考修改。')
    expect([(await doer.tasks.get({ id: memo.id, on })).mayConvert, (await inspector.tasks.get({ id: memo.id, on })).mayConvert]).toEqual([false, true])
    const taken = town.app.read().select().from(task).all().find(({ docNo }) => docNo !== null)?.docNo ?? ''
    expect(await codeOf(inspector.tasks.convert({ ...memo, docNo: taken, due: '2026-07-20' }))).toBe('duplicate')
    expect(await codeOf(inspector.tasks.convert({ ...memo, docNo: null, due: '2026-07-25' }))).toBe('not_editable')
    await inspector.tasks.convert({ ...memo, docNo: '测交办〔2026〕99号', due: '2026-07-20' })
    expect(await get(memo.id)).toMatchObject({ form: 'assignment_order', docNo: '测交办〔2026〕99号', due: '2026-07-20' })
    expect(await codeOf(inspector.tasks.convert({ id: memo.id, version: memo.version + 1, docNo: null, due: '2026-07-20' }))).toBe('not_editable')
  })

  test('the deadline that a draft is given with it is neither gone by nor in a quarter that is closed', async () => {
    const head = town.as(cast.head, 'head')
    const { id } = await head.tasks.draft({ docNo: null, form: 'memo', source: null, title: '备忘', content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2026-07-20', parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }] })
    expect(await refusal(head.tasks.convert({ id, version: 1, docNo: null, due: '2026-01-20' }))).toBe('“办理时限”填写有误：不能早于今天。')
    const stage = stageOf('2026Q3')
    setStage('2026Q3', 'locked')
    expect(await codeOf(head.tasks.convert({ id, version: 1, docNo: null, due: '2026-08-01' }))).toBe('period_not_open')
    setStage('2026Q3', stage)
    expect(await get(id)).toMatchObject({ form: 'memo', due: '2026-07-20', version: 1 })
    await head.tasks.convert({ id, version: 1, docNo: null, due: '2026-08-01' })
    expect(await get(id)).toMatchObject({ form: 'assignment_order', due: '2026-08-01' })
  })
})

describe('督办单', () => {
  test('what is proposed in SQL is what the rule says, for every task, at any day', () => {
    const read = town.app.read()
    const papers = Map.groupBy(read.select().from(supervision).all(), ({ taskId }) => taskId)
    for (const day of ['2026-04-05', '2026-06-30', on, '2026-07-15']) {
      const inSql = new Set(read.select({ id: task.id }).from(task).where(isProposed(read, day)).all().map(({ id }) => id))
      const byRule = read.select().from(task).all().filter((row) => proposedSupervision({ ...row, supervisions: papers.get(row.id) ?? [] }, day) !== null)
      expect([day, byRule.length > 0, new Set(byRule.map(({ id }) => id))]).toEqual([day, true, inSql])
    }
  })

  test('from the proposal to the end: issued with a deduction to be approved, replied to, settled by who did not do it', async () => {
    const inspector = town.as(null, 'inspector')
    const page = await inspector.supervisions.proposals({ on, moduleId: town.moduleId(cast.module), limit: 5 })
    const [chosen] = page.rows
    if (chosen === undefined) throw new Error('nothing is proposed')
    expect(page.total).toBeGreaterThan(0)
    const before = (await get(chosen.taskId)).version
    const { id, deductions } = await inspector.supervisions.issue({ taskId: chosen.taskId, level: chosen.level, docNo: '测督〔2026〕1号', demand: '三日内报送进展', replyDue: '2026-07-11' })
    expect(await refusal(inspector.supervisions.issue({ taskId: chosen.taskId, level: 'red', docNo: '测督〔2026〕1号', demand: '限期', replyDue: '2026-07-11' }))).toBe('文号“测督〔2026〕1号”已经存在，请换一个或直接使用已有的。')
    expect(await refusal(inspector.supervisions.issue({ taskId: chosen.taskId, level: 'red', docNo: null, demand: '限期', replyDue: '2026-07-01' }))).toBe('“回复时限”填写有误：不能早于今天。')
    const hosts = town.app.read().select().from(taskParty).where(eq(taskParty.taskId, chosen.taskId)).all().filter(({ role }) => role === 'host')
    const declared = town.app.read().select().from(deduction).where(eq(deduction.origin, `supervision:${id}`)).all()
    expect([deductions, declared.map(({ staffId, rule, state }) => [staffId, rule, state])]).toEqual([hosts.length, hosts.map(({ staffId }) => [staffId, `${chosen.level}_supervision`, 'verified'])])
    expect((await get(chosen.taskId)).version).toBe(before + 1)
    expect((await inspector.supervisions.proposals({ on, limit: 1000 })).rows.some(({ taskId }) => taskId === chosen.taskId)).toBe(false)

    const doerCode = bundle.staff.find(({ name }) => name === chosen.hosts[0])?.code ?? ''
    const doer = town.as(doerCode, 'clerk')
    expect(await codeOf(inspector.supervisions.settle({ id, version: 1, isAccepted: true, reason: '' }))).toBe('not_in_state')
    await doer.supervisions.reply({ id, version: 1, reply: '已完成八成' })
    expect(await codeOf(town.as(doerCode, 'leader').supervisions.settle({ id, version: 2, isAccepted: true, reason: '' }))).toBe('doer_verifies')
    await inspector.supervisions.settle({ id, version: 2, isAccepted: false, reason: '没有时间表' })
    await doer.supervisions.reply({ id, version: 3, reply: '七月二十日前完成' })
    await inspector.supervisions.settle({ id, version: 4, isAccepted: true, reason: '' })
    const [row] = (await doer.supervisions.list({ on, taskId: chosen.taskId })).rows
    expect(row).toMatchObject({ state: 'settled', reply: '七月二十日前完成', mayReply: false })
    expect((await get(chosen.taskId)).log.slice(-5).map(({ action }) => action)).toEqual(['supervise', 'reply', 'returnReply', 'reply', 'settle'])
  })
})

describe('督查日', () => {
  test('one a month for a module; what is found stands in the log of the task', async () => {
    const inspector = town.as(null, 'inspector')
    const moduleId = town.moduleId(cast.module)
    expect(await refusal(inspector.supervisionDays.plan({ moduleId, date: '2026-07-01', inspectors: '督考办' }))).toBe('“督查日期”填写有误：不能早于今天。')
    const { id } = await inspector.supervisionDays.plan({ moduleId, date: '2026-07-15', inspectors: '督考办' })
    expect(await refusal(inspector.supervisionDays.plan({ moduleId, date: '2026-07-22', inspectors: '督考办' }))).toBe(`“${cast.moduleName}”7 月已安排在 2026-07-15 督查，每月最多督查一次，请把督查事项并入当天。`)
    await inspector.supervisionDays.plan({ moduleId, date: '2026-08-05', inspectors: '督考办' })
    expect(await codeOf(inspector.supervisionDays.hold({ id, version: 1, findings: '总体较好', tasks: [] }))).toBe('invalid_input')
    setDay('2026-07-15')
    const { tasks } = await inspector.supervisionDays.agenda({ id, on: '2026-07-15' })
    expect(tasks.length).toBeGreaterThan(0)
    expect(tasks.every(({ taskState }) => unfinishedStates.some((state) => state === taskState))).toBe(true)
    const [first] = tasks
    await inspector.supervisionDays.hold({ id, version: 1, findings: '总体较好', tasks: [{ taskId: first?.taskId ?? '', finding: '进度不实' }] })
    const after = await inspector.supervisionDays.agenda({ id, on: '2026-07-15' })
    expect([after.day.state, after.day.found, after.tasks.map(({ finding }) => finding)]).toEqual(['held', 1, ['进度不实']])
    expect((await get(first?.taskId ?? '')).log.at(-1)).toMatchObject({ action: 'inspect', reason: '进度不实' })
    setDay(on)
    expect((await town.as(cast.foreign.code, 'clerk').supervisionDays.list({ from: '2026-07-01', to: '2026-08-31' })).some((row) => row.moduleId === moduleId)).toBe(false)
  })
})

test('周清单 holds what is due, late and finished in those days', async () => {
  const week = await town.as(cast.head, 'head').tasks.weekly({ from: '2026-07-06', to: '2026-07-12', on, moduleId: town.moduleId(cast.module) })
  expect(week.due.rows.every(({ due }) => due >= '2026-07-06' && due <= '2026-07-12')).toBe(true)
  expect(week.late.total).toBeGreaterThan(0)
  expect(week.late.rows.every(({ light }) => light === 'red')).toBe(true)
  expect(week.finished.rows.every(({ completedOn }) => completedOn !== null && completedOn >= '2026-07-06' && completedOn <= '2026-07-12')).toBe(true)
})
