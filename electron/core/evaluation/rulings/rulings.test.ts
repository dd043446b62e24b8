import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deduction, decision, ruling, snapshot, veto } from '../../../db/schema/index.ts'
import { latestSnapshot, snapshotInput } from '../computing/compute-quarter.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { codeOf, type TestTownship } from '../../testing/township.testing.ts'
import type { Proposal } from './propose.ts'
import { caseTown, setStage } from './worked-town.testing.ts'

const code = '2026Q1'
const paper = { rulingBody: '镇党委会议', docNo: '清委纪〔2026〕5号', reason: '经核实' }

function required<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw new Error('not there')
  return value
}

describe('裁定', () => {
  let town: TestTownship
  let inspector: ReturnType<TestTownship['asConsole']>
  let principal: ReturnType<TestTownship['asConsole']>
  let periodId: string
  beforeEach(async () => {
    town = await caseTown('worked-example')
    inspector = town.as('x11', 'inspector')
    principal = town.as(null, 'principal')
    periodId = requirePeriod(town.app.read(), code).id
  })
  afterEach(() => town.dispose())

  const deductionOf = (name: string) => required(town.app.read().select().from(deduction).where(eq(deduction.code, name)).get())
  const approve = async (id: string) => principal.rulings.decide({ id, version: 1, isApproved: true, answer: '' })
  const totalOf = async (staffCode: string) => required((await inspector.results.list({ code })).rows.find((row) => row.staffCode === staffCode)).total
  type Amendment = Extract<Proposal, { kind: 'amendment' }>
  /** 李四 is not to lose the 0.50 of his 黄色督办. */
  const exempted: Amendment['changes'][number] = { path: ['deductions', { id: 'd1' }, 'exempt'], before: false, after: true }
  const amendment = (change: Amendment['changes'][number], staff: string | null = 'B'): Amendment =>
    ({ kind: 'amendment', periodId, staffId: staff === null ? null : town.staffId(staff), appealId: null, changes: [change], ...paper })

  test('尽责豁免: nothing happens before it is decided, by another hand; then the deduction stays and counts nothing', async () => {
    const { id: deductionId } = deductionOf('d1')
    const { id, code: named } = await inspector.rulings.propose({ kind: 'exemption', deductionId, ...paper })
    expect([named, deductionOf('d1').exempt, await codeOf(inspector.rulings.propose({ kind: 'exemption', deductionId, ...paper }))]).toEqual(['CD0001', false, 'duplicate'])
    expect(await codeOf(inspector.rulings.decide({ id, version: 1, isApproved: true, answer: '' }))).toBe('forbidden')
    expect((await principal.rulings.list({ periodId })).map(({ what, state, mayDecide, staffName }) => [what, state, mayDecide, staffName])).toEqual([['黄色督办（2026-02-03）', 'proposed', true, '李四']])
    expect(await codeOf(principal.rulings.decide({ id, version: 1, isApproved: false, answer: '' }))).toBe('reason_required')
    await approve(id)
    expect(deductionOf('d1')).toMatchObject({ exempt: true, exemptReason: '经核实' })
    expect(await codeOf(inspector.rulings.withdraw({ id, version: 2 }))).toBe('not_in_state')
    await inspector.periods.compute({ code })
    expect(await totalOf('B')).toBe('82.15')
  })

  test('whoever proposed does not decide, be it from another account of his, and nobody acts about himself', async () => {
    const both = town.as(null, 'inspector', 'principal')
    const { id } = await both.rulings.propose({ kind: 'exemption', deductionId: deductionOf('d2').id, ...paper })
    expect(await codeOf(both.rulings.decide({ id, version: 1, isApproved: true, answer: '' }))).toBe('same_hand')
    const [desk, chair] = [town.as('x10', 'inspector'), town.as('x10', 'principal')]
    const { id: other } = await desk.rulings.propose({ kind: 'exemption', deductionId: deductionOf('d1').id, ...paper })
    expect([await codeOf(chair.rulings.decide({ id: other, version: 1, isApproved: true, answer: '' })), (await chair.rulings.list({ periodId })).find((row) => row.id === other)?.mayDecide]).toEqual(['same_hand', false])
    const own = { kind: 'veto', periodId, staffId: town.staffId('x11'), effect: 'no_good', clause: '第十条', ...paper } as const
    expect(await codeOf(inspector.rulings.propose(own))).toBe('about_self')
    const { id: foreign } = await both.rulings.propose(own)
    expect([await codeOf(inspector.rulings.withdraw({ id: foreign, version: 1 })), await codeOf(town.as('x11', 'principal').rulings.decide({ id: foreign, version: 1, isApproved: true, answer: '' }))]).toEqual(['about_self', 'about_self'])
    await approve(foreign)
    expect(town.app.read().select().from(veto).all()).toMatchObject([{ staffId: town.staffId('x11'), effect: 'no_good', clause: '第十条', rulingId: foreign }])
    expect((await town.as('x11', 'clerk').rulings.list({ periodId })).map(({ kind }) => kind)).toEqual(['veto'])
    expect(await town.as('A', 'clerk').rulings.list({ periodId })).toEqual([])
  })

  test('after the freeze neither 豁免 nor 否决, but 更正', async () => {
    const { id: deductionId } = deductionOf('d1')
    const { id: early } = await inspector.rulings.propose({ kind: 'exemption', deductionId, ...paper })
    await inspector.periods.compute({ code })
    await expect(approve(early)).rejects.toMatchObject({ code: 'period_not_open', message: expect.stringContaining('2026年第一季度当前为“计算”') })
    expect([await codeOf(inspector.rulings.propose({ kind: 'exemption', deductionId: deductionOf('d2').id, ...paper })), await codeOf(inspector.rulings.propose({ kind: 'veto', periodId, staffId: town.staffId('A'), effect: 'no_good', clause: '第十条', ...paper }))]).toEqual(['period_not_open', 'period_not_open'])
    expect(deductionOf('d1').exempt).toBe(false)
  })

  test('an approved 更正 makes a further snapshot and result, the old ones stay, and computing again gives the same', async () => {
    expect(await codeOf(inspector.rulings.propose(amendment(exempted)))).toBe('not_frozen')
    await inspector.periods.compute({ code })
    const first = required(town.app.read().select().from(snapshot).get())
    expect(await inspector.rulings.preview({ periodId, first: town.staffId('B'), changes: [exempted] })).toMatchObject({ moved: 1, rows: [{ staffName: '李四', totalBefore: '81.65', totalAfter: '82.15' }] })
    const { id } = await inspector.rulings.propose(amendment(exempted))
    expect(await totalOf('B')).toBe('81.65')
    expect(await approve(id)).toMatchObject({ resultVersion: 2 })
    expect([await totalOf('B'), deductionOf('d1').exempt]).toEqual(['82.15', true])
    const kept = town.app.read().select().from(snapshot).all()
    expect([kept.length, kept.find((row) => row.id === first.id), kept.find((row) => row.rulingId === id) !== undefined]).toEqual([2, first, true])
    expect((await inspector.results.versions({ code })).map(({ resultVersion, state, ruling: by }) => [resultVersion, state, by?.code ?? null])).toEqual([[2, 'computed', 'CD0001'], [1, 'computed', null]])
    expect(await inspector.results.differences({ code, from: 1, to: 2 })).toMatchObject([{ staffName: '李四', totalBefore: '81.65', totalAfter: '82.15', by: '+0.50' }])
    const again = await inspector.periods.compute({ code })
    expect([again.resultVersion, again.isNew]).toEqual([2, false])
    expect((await inspector.periods.list()).find((row) => row.code === code)?.frozenAt).toBe(first.frozenAt)
    await inspector.periods.publish({ code })
    const { id: second } = await inspector.rulings.propose(amendment({ path: ['villages', { id: 'v3' }, 'quarterRank'], before: 3, after: 2 }, null))
    await approve(second)
    expect((await inspector.results.versions({ code })).map(({ resultVersion, state }) => [resultVersion, state])).toEqual([[3, 'published'], [2, 'published'], [1, 'computed']])
    expect((await inspector.periods.list()).find((row) => row.code === code)?.stage).toBe('publicity')
  })

  test('what no longer stands, cannot be or may not be changed is refused by name, and nothing is changed', async () => {
    await inspector.periods.compute({ code })
    const { id } = await inspector.rulings.propose(amendment(exempted))
    const { id: other } = await town.as(null, 'inspector').rulings.propose(amendment({ path: ['deductions', { id: 'd1' }], before: { id: 'd1', staff: 'B', rule: 'yellow_supervision', date: '2026-02-03', exempt: false }, after: null }))
    await approve(id)
    await expect(approve(other)).rejects.toMatchObject({ code: 'amendment_stale', message: '“李四·扣分”现在是“黄色督办（2026-02-03，已豁免）”，已不是提请时的“黄色督办（2026-02-03）”，请重新提请更正。' })
    const rating = { scorer: 'head-govern', staff: 'A', module: 'govern', band: null, score: '10.00' }
    await expect(inspector.rulings.propose(amendment({ path: ['headRatings', { staff: 'A', module: 'govern' }], before: rating, after: { ...rating, score: '12' } }, 'A'))).rejects.toMatchObject({ code: 'amendment_refused', message: expect.stringMatching(/^更正后的数据有 1 处不符合考评办法：/) })
    for (const path of [['plan', 'quarterGrades', 'good'], ['period', 'end'], ['leaderScores', { scorer: 'l' }, 'score'], ['staff', { id: 'A' }, 'track']]) {
      expect([path, await codeOf(inspector.rulings.propose(amendment({ path, before: null, after: '1' }, 'A')))]).toEqual([path, 'invalid_input'])
    }
    expect(await codeOf(inspector.rulings.propose(amendment({ path: ['honours'], before: null, after: { staff: 'x11', matter: '先进', level: 'city' } }, 'A')))).toBe('about_self')
    expect((await inspector.results.versions({ code })).length).toBe(2)
  })

  test('a shared value is the matter of all whom it moves, and an appeal that of who made it and of its period', async () => {
    await inspector.periods.compute({ code })
    const { teamMembers, modules, staff: people } = snapshotInput(required(latestSnapshot(town.app.read(), periodId)))
    const village = required(teamMembers.find(({ staff }) => staff === 'C')).village
    const ranked: Amendment['changes'][number] = { path: ['villages', { id: village }, 'quarterRank'], before: 3, after: 2 }
    const served = town.as('C', 'inspector')
    expect(await codeOf(served.rulings.propose(amendment(ranked, null)))).toBe('about_self')
    const own = required(people.find(({ id }) => id === 'C')?.assignments[0]).module
    expect(await codeOf(served.rulings.propose(amendment({ path: ['modules', { id: own }, 'pkFactor'], before: required(modules.find(({ id }) => id === own)).pkFactor, after: '1.10' }, null)))).toBe('about_self')
    await inspector.periods.publish({ code })
    const { id: appealId } = await town.as('B', 'clerk').appeals.file({ periodId, matter: 'deduct', text: '督办另有原因' })
    const answering = (staff: string) => ({ ...amendment(exempted, staff), appealId })
    await expect(inspector.rulings.propose(answering('A'))).rejects.toMatchObject({ code: 'invalid_input', message: expect.stringContaining('SS0001 不是这个人对本期结果的申诉') })
    expect(await codeOf(town.as('B', 'inspector').rulings.propose({ ...amendment(ranked, 'B'), appealId }))).toBe('about_self')
    const { id } = await inspector.rulings.propose(answering('B'))
    expect(await codeOf(town.as('B', 'principal').rulings.decide({ id, version: 1, isApproved: true, answer: '' }))).toBe('about_self')
    await approve(id)
    // What it was for is told to who sees the ruling; everybody else learns that there was one.
    const reasons = async (staff: string) => (await town.as(staff, 'clerk').results.versions({ code })).map(({ ruling: by }) => by)
    expect([await reasons('B'), await reasons('A')]).toEqual([[{ code: 'CD0001', reason: '经核实' }, null], [{ code: 'CD0001', reason: null }, null]])
  })

  test('a deduction taken out or put in by an amendment is so in the ledger, where later quarters count from it', async () => {
    await inspector.periods.compute({ code })
    const { version } = deductionOf('d1')
    const taken = amendment({ path: ['deductions', { id: 'd1' }], before: { id: 'd1', staff: 'B', rule: 'yellow_supervision', date: '2026-02-03', exempt: false }, after: null })
    await approve((await inspector.rulings.propose(taken)).id)
    expect(deductionOf('d1')).toMatchObject({ state: 'rejected', version: version + 1 })
    const offered = async () => required((await inspector.rulings.amendable({ periodId, staffId: town.staffId('B') })).additions.find(({ what }) => what === '扣分')).fixed
    const added = { ...(await offered()), rule: 'rejected_feedback', date: '2026-02-20' }
    await approve((await inspector.rulings.propose(amendment({ path: ['deductions'], before: null, after: added }))).id)
    expect(deductionOf('2026Q1更正1')).toMatchObject({ staffId: town.staffId('B'), rule: 'rejected_feedback', date: '2026-02-20', state: 'approved', exempt: false, matter: '经核实' })
    await approve((await inspector.rulings.propose(amendment({ path: ['deductions', { id: '2026Q1更正1' }, 'exempt'], before: false, after: true }))).id)
    expect(deductionOf('2026Q1更正1')).toMatchObject({ exempt: true, version: 2 })
    await approve((await inspector.rulings.propose(amendment({ path: ['deductions', { id: '2026Q1更正1' }], before: { ...added, exempt: true }, after: null }))).id)
    expect([deductionOf('2026Q1更正1').state, (await offered())['id']]).toEqual(['rejected', '2026Q1更正2'])
  })

  test('everything of a person that may be set right is offered, with what stands there', async () => {
    await inspector.periods.compute({ code })
    const { lines, additions } = await inspector.rulings.amendable({ periodId, staffId: town.staffId('C') })
    const said = lines.map(({ what, now }) => `${what} ${now}`)
    for (const text of ['王五·大执法模块长评价 6.00', '下溪村·季度名次（影响全部联村人员） 第 3 名', '王五·扣分“红色督办（2026-02-10）”·尽责豁免 不豁免', '王五·请假 病假（2026-03-02 至 2026-03-13）', '王五·任职 大执法·一般岗（2025-06-01 至今）']) expect(said).toContain(text)
    expect(additions.map(({ what }) => what)).toEqual(['荣誉', '通报', '扣分', '一票否决', '请假', '任职', '任务', '任务承办', '组团', '服务记录', '专项工作组成员', '领导评分'])
    expect(await codeOf(town.as('A', 'clerk').rulings.amendable({ periodId, staffId: town.staffId('C') }))).toBe('out_of_scope')
  })

  test('特殊情形 gives a grade by its clause, beside the quota, and stays out of the meeting’s hands', async () => {
    await inspector.periods.compute({ code })
    const staffId = town.staffId('C')
    const special = { kind: 'special_case', periodId, staffId, grade: 'good', clause: '考评办法第二十条', ...paper } as const
    expect(await codeOf(inspector.rulings.propose({ ...special, grade: 'excellent' }))).toBe('invalid_input')
    const { id } = await inspector.rulings.propose(special)
    await approve(id)
    expect(town.app.read().select().from(decision).all()).toMatchObject([{ staffId, grade: 'good', clause: '考评办法第二十条', rulingId: id, meeting: '镇党委会议' }])
    await expect(principal.decisions.decide({ code, meeting: '党委会', rows: [{ staffId, grade: null, reason: null }] })).rejects.toMatchObject({ code: 'decided_by_ruling', message: '王五的等次由特殊情形裁定，不能在这里改动，请另行提请裁定。' })
    setStage(town, code, 'locked')
    expect(await codeOf(inspector.rulings.propose(special))).toBe('period_not_open')
    expect(town.app.read().select().from(ruling).where(and(eq(ruling.kind, 'special_case'), isNull(ruling.decidedOn))).all()).toEqual([])
  })
})
