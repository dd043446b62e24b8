import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplePdf } from '../../../../shared/domain/township/attachments/samples.testing.ts'
import { auditEntry, groupMember, period, task } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-04-08'

describe('专项工作组', () => {
  let town: TestTownship
  let head: ReturnType<TestTownship['as']>
  let principal: ReturnType<TestTownship['as']>
  let groupId: string
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
    head = town.as(cast.head, 'head')
    principal = town.as(null, 'principal')
    groupId = (await head.groups.propose({ name: '防汛抢险专班', goal: '不漏一户', leadStaffId: town.staffId(cast.leader), from: '2026-03-02', to: null })).id
  })
  afterAll(() => town.dispose())

  const of = async (client: ReturnType<TestTownship['as']> = head) => client.groups.get({ id: groupId, on })
  const meeting = (heldOn: string, exceptionReason: string | null = null, exceptionBy: string | null = null) => ({ groupId, kind: 'weekly' as const, heldOn, place: null, attendees: '全体成员', record: '研究本周任务', decisions: null, exceptionReason, exceptionBy })

  test('proposed by a head, approved by 党政正职 with a 批准文号 of its own', async () => {
    expect(await codeOf(town.as(cast.own.code, 'clerk').groups.propose({ name: 'x', goal: null, from: on, to: null }))).toBe('forbidden')
    expect(await codeOf(head.groups.propose({ name: '防汛抢险专班', goal: null, from: on, to: null }))).toBe('duplicate')
    expect(await codeOf(head.groups.propose({ name: '另一个', goal: null, from: on, to: '2026-01-01' }))).toBe('dates_backwards')
    expect((await of()).state).toBe('proposed')
    expect(await codeOf(head.groups.approve({ id: groupId, approvalNo: 'A1', version: 1 }))).toBe('forbidden')
    expect(await codeOf(principal.groups.approve({ id: groupId, approvalNo: bundle.groups[0]?.approvalNo ?? '', version: 1 }))).toBe('duplicate')
    expect(await codeOf(principal.groups.addMeeting(meeting('2026-04-01')))).toBe('not_in_state')
    await principal.groups.approve({ id: groupId, approvalNo: '清委〔2026〕99号', version: 1 })
    expect(await of()).toMatchObject({ state: 'active', leadStaffName: bundle.staff.find(({ code }) => code === cast.leader)?.name, due: ['weekly', 'monthly'] })
  })

  test('who proposed composes it until it is approved, afterwards its 组长 and 党政正职', async () => {
    const { id, ...rest } = await head.groups.propose({ name: '夏收夏种专班', goal: null, leadStaffId: null, from: on, to: null }).then(({ id: of }) => head.groups.get({ id: of, on }))
    const member = { groupId: id, staffId: town.staffId(cast.own.code), role: 'leader', from: on, to: null }
    expect([rest.mayCompose, await codeOf(town.as(cast.own.code, 'clerk').groups.addMember(member))]).toEqual([true, 'about_self'])
    await head.groups.addMember(member)
    await principal.groups.approve({ id, approvalNo: '清委〔2026〕98号', version: 1 })
    const another = { ...member, staffId: town.staffId(cast.other.code), role: 'member' }
    const edit = { id, name: '夏收夏种专班', goal: '颗粒归仓', leadStaffId: null, from: on, to: null, version: 2 }
    expect([await codeOf(head.groups.addMember(another)), await codeOf(head.groups.edit(edit)), (await head.groups.get({ id, on })).mayCompose]).toEqual(['out_of_scope', 'out_of_scope', false])
    const leader = town.as(cast.own.code, 'clerk')
    expect([await codeOf(leader.groups.addMember(another)), await codeOf(leader.groups.edit(edit))]).toEqual(['done', 'done'])
  })

  test('members are dated; another role is another row; nobody twice on one day', async () => {
    const staffId = town.staffId(cast.own.code)
    const { id } = await principal.groups.addMember({ groupId, staffId, role: 'leader', from: '2026-03-02', to: null })
    expect(await codeOf(principal.groups.addMember({ groupId, staffId, role: 'member', from: '2026-05-01', to: null }))).toBe('duplicate')
    expect(await codeOf(principal.groups.addMember({ groupId, staffId: town.staffId(cast.other.code), role: '顾问', from: on, to: null }))).toBe('invalid_input')
    expect(await codeOf(head.groups.addMember({ groupId, staffId: town.staffId(cast.head), role: 'member', from: on, to: null }))).toBe('about_self')
    expect(await codeOf(principal.groups.changeRole({ id, role: 'core', from: '2026-03-02', version: 1 }))).toBe('dates_backwards')
    const { id: next } = await principal.groups.changeRole({ id, role: 'core', from: '2026-04-01', version: 1 })
    const { id: other } = await principal.groups.addMember({ groupId, staffId: town.staffId(cast.other.code), role: 'leader', from: '2026-04-01', to: null })
    expect((await of()).members.map(({ role, from, to }) => [role, from, to])).toEqual([['leader', '2026-03-02', '2026-03-31'], ['core', '2026-04-01', null], ['leader', '2026-04-01', null]])
    expect(await codeOf(principal.groups.endMember({ id: next, to: '2026-03-01', version: 1 }))).toBe('dates_backwards')
    expect([other, (await of(town.as(cast.own.code, 'clerk'))).isMine]).toEqual([other, true])
  })

  test('a membership entered by mistake goes, unless a quarter of it is frozen; not one’s own', async () => {
    const staffId = town.staffId(cast.foreign.code)
    const add = (from: string, to: string | null) => principal.groups.addMember({ groupId, staffId, role: 'member', from, to })
    const { id } = await add('2026-04-02', '2026-04-02')
    expect(await codeOf(head.groups.removeMember({ id, version: 1 }))).toBe('out_of_scope')
    expect(await codeOf(town.as(cast.foreign.code, 'principal').groups.removeMember({ id, version: 1 }))).toBe('about_self')
    await principal.groups.removeMember({ id, version: 1 })
    expect((await of()).members.some((member) => member.staffId === staffId)).toBe(false)
    const gone = town.app.read().select().from(auditEntry).where(and(eq(auditEntry.action, 'groups.removeMember'), eq(auditEntry.subject, id))).all()
    expect(gone.some(({ detail }) => detail.includes('2026-04-02'))).toBe(true)

    const { id: counted } = await add('2025-12-31', '2026-04-02')
    expect(await codeOf(principal.groups.removeMember({ id: counted, version: 1 }))).toBe('done')
    const { id: frozen } = await add('2026-03-31', '2026-04-02')
    const stages = town.app.read().select({ stage: period.stage }).from(period).where(eq(period.code, '2026Q1')).all()
    const stage = (to: typeof period.$inferSelect.stage) => town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(period).set({ stage: to }).where(eq(period.code, '2026Q1')).run(), audit: () => ({ subject: null, detail: {} }) })
    stage('frozen')
    expect(await codeOf(principal.groups.removeMember({ id: frozen, version: 1 }))).toBe('period_not_open')
    stage(stages[0]?.stage ?? 'collecting')
    await principal.groups.removeMember({ id: frozen, version: 1 })
  })

  test('meetings by its leader: not in the future, not twice, on a Tuesday only with a reason and the 党政正职 who allowed it', async () => {
    const leader = town.as(cast.other.code, 'clerk')
    expect(await codeOf(town.as(cast.own.code, 'clerk').groups.addMeeting(meeting('2026-04-06')))).toBe('out_of_scope')
    expect(await codeOf(leader.groups.addMeeting(meeting('2026-04-09')))).toBe('invalid_input')
    expect(await codeOf(leader.groups.addMeeting(meeting('2026-03-01')))).toBe('invalid_input')
    const allower = bundle.staff.find(({ track }) => track === 'excluded')
    const by = town.staffId(allower?.code ?? '')
    await expect(leader.groups.addMeeting(meeting('2026-04-07'))).rejects.toMatchObject({ message: '“例外理由”填写有误：周二无会日开会须写明理由，或改到其他日子。', data: { issues: [{ path: 'exceptionReason' }] } })
    await expect(leader.groups.addMeeting(meeting('2026-04-07', '县级验收'))).rejects.toMatchObject({ message: '“批准的党政正职”填写有误：周二无会日开会须经党政正职批准，请选择批准人，或改到其他日子。', data: { issues: [{ path: 'exceptionBy' }] } })
    await expect(leader.groups.addMeeting(meeting('2026-04-07', '县级验收', town.staffId(cast.other.code)))).rejects.toMatchObject({ message: '“批准的党政正职”填写有误：须为党政正职。' })
    const { id } = await leader.groups.addMeeting(meeting('2026-04-07', '县级验收', by))
    expect((await of()).meetings).toMatchObject([{ exceptionReason: '县级验收', exceptionBy: by, exceptionByName: allower?.name }])
    expect(await codeOf(leader.groups.addMeeting(meeting('2026-04-07', '再来一次', by)))).toBe('duplicate')
    const { groupId: _, ...moved } = meeting('2026-04-06', '不再需要', by)
    await leader.groups.editMeeting({ ...moved, id, version: 1 })
    expect(await of()).toMatchObject({ lastWeekly: '2026-04-06', due: ['monthly'], meetings: [{ heldOn: '2026-04-06', exceptionReason: null, exceptionBy: null }] })
    const added = await leader.attachments.add({ owner: { kind: 'group_meeting', id }, file: new File([new Uint8Array(samplePdf)], '签到表.pdf') })
    await expect(leader.groups.removeMeeting({ id, version: 2 })).rejects.toMatchObject({ code: 'attachments_stand', message: '专班会议还有 1 件附件，请先移除附件再办理。' })
    await leader.attachments.remove({ id: added.id, version: added.version })
    await leader.groups.removeMeeting({ id, version: 2 })
    expect((await of()).meetings).toEqual([])
  })

  test('not dissolved while its tasks are open; then every membership ends that day', async () => {
    const { id } = await head.tasks.draft({ docNo: null, form: 'memo', source: null, title: '清点物资', content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2026-05-01', groupId, parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }] })
    expect((await of()).tasks).toMatchObject([{ id, title: '清点物资' }])
    expect((await head.tasks.list({ on, filters: [{ kind: 'choice', field: 'group', oneOf: [groupId] }] })).rows.map((row) => row.groupName)).toEqual(['防汛抢险专班'])
    const { id: held } = await principal.groups.addMeeting(meeting('2026-04-03'))
    const { version } = await of()
    const dissolve = (day: string) => principal.groups.dissolve({ id: groupId, on: day, conclusion: '任务完成，资料移交应急办', version })
    await expect(dissolve(on)).rejects.toThrow('专项工作组“防汛抢险专班”还有 1 件任务没有办结')
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(task).set({ state: 'revoked' }).where(eq(task.id, id)).run(), audit: () => ({ subject: null, detail: {} }) })
    expect(await codeOf(dissolve('2026-03-15'))).toBe('invalid_input')
    await dissolve(on)
    expect(town.app.read().select().from(groupMember).where(eq(groupMember.groupId, groupId)).all().map(({ to }) => to)).toEqual(['2026-03-31', on, on])
    expect(await codeOf(principal.groups.addMeeting(meeting(on)))).toBe('not_in_state')
    expect(await codeOf(principal.groups.removeMeeting({ id: held, version: 1 }))).toBe('not_in_state')
    expect(await codeOf(head.tasks.draft({ docNo: null, form: 'memo', source: null, title: '再来', content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2026-05-01', groupId, parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }] }))).toBe('invalid_input')
  })

  test('抽调 of one person do not overlap', async () => {
    const add = (from: string, to: string | null) => head.secondments.add({ staffId: town.staffId(cast.other.code), direction: 'out', unit: '县招商专班', groupId: null, docNo: null, from, to, reason: null })
    const { id } = await add('2026-03-01', '2026-05-31')
    expect(await codeOf(add('2026-05-31', null))).toBe('secondment_overlaps')
    expect(await codeOf(add('2026-07-01', '2026-06-01'))).toBe('dates_backwards')
    expect(await codeOf(head.secondments.add({ staffId: town.staffId(cast.foreign.code), direction: 'in', unit: '县信访局', groupId: null, docNo: null, from: on, to: null, reason: null }))).toBe('out_of_scope')
    await head.secondments.edit({ id, direction: 'out', unit: '县招商专班', groupId: null, docNo: '〔2026〕1号', from: '2026-03-01', to: '2026-04-30', reason: null, version: 1 })
    await add('2026-05-01', null)
    expect((await head.secondments.list({ staffId: town.staffId(cast.other.code) })).map(({ from }) => from)).toEqual(['2026-05-01', '2026-03-01'])
    expect(await town.as(cast.foreign.code, 'clerk').secondments.list({ staffId: town.staffId(cast.other.code) })).toEqual([])
  })
})
