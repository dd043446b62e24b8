import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry, period } from '../../../db/schema/index.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const on = '2026-04-06'

describe('村社 and 组团', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(smallTown())
  })
  afterAll(() => town.dispose())

  const inspector = () => town.as(null, 'inspector')
  const village = async (name: string) => {
    const found = (await inspector().villages.list({ on })).find((row) => row.name === name)
    if (found === undefined) throw new Error(name)
    return found
  }

  test('a village with its kind, households and 团长', async () => {
    await inspector().villages.add({ name: '街口社区', kind: 'community', households: 812, teamLeaderId: town.staffId('L1'), remark: '新设' })
    expect(await village('街口社区')).toMatchObject({ kind: 'community', households: 812, teamLeaderName: '周正', remark: '新设', members: [], version: 1 })
    const { id, version } = await village('街口社区')
    await inspector().villages.edit({ id, version, name: '街口社区', kind: 'community', households: null, teamLeaderId: null, remark: null })
    expect(await village('街口社区')).toMatchObject({ households: null, teamLeaderId: null, version: 2 })
  })

  test('a team led by a clerk, a name twice and a number of households below 0 are refused at their field', async () => {
    const add = (change: object) => inspector().villages.add({ name: '高坪村', teamLeaderId: null, ...change })
    await expect(add({ teamLeaderId: town.staffId('A1') })).rejects.toMatchObject({ code: 'invalid_input', message: '“团长”填写有误：须由班子成员担任。', data: { issues: [{ path: 'teamLeaderId' }] } })
    await expect(add({ name: '上溪村' })).rejects.toMatchObject({ code: 'duplicate', data: { issues: [{ path: 'name' }] } })
    await expect(add({ households: -1 })).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path: 'households' }] } })
    expect(await codeOf(town.as('H1', 'head').villages.add({ name: '高坪村', teamLeaderId: null }))).toBe('forbidden')
    expect((await inspector().villages.list({ on })).map(({ name }) => name)).not.toContain('高坪村')
  })

  test('members come and go by day, nobody twice on one day', async () => {
    const { id: villageId } = await village('下溪村')
    const staffId = town.staffId('A1')
    const add = (from: string, to: string | null) => inspector().villages.addMember({ villageId, staffId, role: 'department', from, to })
    await add('2026-01-01', '2026-03-31')
    await expect(add('2026-03-31', null)).rejects.toMatchObject({ code: 'member_overlaps', message: '党建A1 2026-01-01 至 2026-03-31 已在下溪村组团，请改为不重叠的日期，或先结束原来的。' })
    expect(await codeOf(add('2026-05-01', '2026-04-30'))).toBe('dates_backwards')
    await add('2026-04-01', null)
    expect(await codeOf(add('2026-06-01', null))).toBe('member_overlaps')
    const [member] = (await village('下溪村')).members
    expect(member).toMatchObject({ staffName: '党建A1', role: 'department', from: '2026-04-01', to: null })
    expect(await codeOf(inspector().villages.endMember({ id: member?.id ?? '', to: '2026-03-01', version: 1 }))).toBe('dates_backwards')
    await inspector().villages.endMember({ id: member?.id ?? '', to: '2026-04-05', version: 1 })
    expect((await village('下溪村')).members).toEqual([])
  })

  test('a membership entered by mistake goes, unless a quarter of it is frozen', async () => {
    const { id: villageId } = await village('上溪村')
    const add = (staff: string, from: string, to: string | null) => inspector().villages.addMember({ villageId, staffId: town.staffId(staff), role: 'cadre', from, to })
    const { id } = await add('B1', '2026-04-01', '2026-04-02')
    const principal = town.as('B1', 'principal')
    expect(await codeOf(principal.villages.removeMember({ id, version: 1 }))).toBe('about_self')
    expect(await codeOf(town.as('H1', 'head').villages.removeMember({ id, version: 1 }))).toBe('forbidden')
    expect(await codeOf(inspector().villages.removeMember({ id, version: 2 }))).toBe('changed_meanwhile')
    const others = async () => (await inspector().villages.teams({ on, periodId: null })).find((team) => team.id === villageId)?.others.map(({ staffName, to }) => [staffName, to])
    expect(await others()).toEqual([['服务B1', '2026-04-02']])
    await inspector().villages.removeMember({ id, version: 1 })
    expect(await others()).toEqual([])
    const gone = town.app.read().select().from(auditEntry).where(and(eq(auditEntry.action, 'villages.removeMember'), eq(auditEntry.subject, id))).all()
    expect(gone.some(({ detail }) => detail.includes('2026-04-02'))).toBe(true)

    const { id: counted } = await add('B2', '2026-03-31', null)
    const stage = (to: 'frozen' | 'collecting') => town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(period).set({ stage: to }).where(eq(period.code, '2026Q1')).run(), audit: () => ({ subject: null, detail: {} }) })
    stage('frozen')
    await expect(inspector().villages.removeMember({ id: counted, version: 1 })).rejects.toMatchObject({ code: 'period_not_open', message: expect.stringContaining('不能移出成员') })
    stage('collecting')
    await inspector().villages.removeMember({ id: counted, version: 1 })
    expect((await village('上溪村')).members).toEqual([])
  })

  test('a village that anything names is not removed', async () => {
    const used = await village('下溪村')
    await expect(inspector().villages.remove({ id: used.id, version: used.version })).rejects.toMatchObject({ code: 'village_used', message: '村社“下溪村”已有组团成员，不能删除，如已撤并请改名并结束组团成员。' })
    const { id } = await inspector().villages.add({ name: '错登村', teamLeaderId: null })
    expect(await codeOf(town.as('L1', 'leader').villages.remove({ id, version: 1 }))).toBe('forbidden')
    expect(await codeOf(inspector().villages.remove({ id, version: 2 }))).toBe('changed_meanwhile')
    await inspector().villages.remove({ id, version: 1 })
    expect((await inspector().villages.list({ on })).map(({ name }) => name)).not.toContain('错登村')
  })

  test('the teams with what was verified in the quarter, and their rank', async () => {
    const { id: villageId } = await village('上溪村')
    const staffIds = [town.staffId('A1')]
    const { ids } = await town.as('A1', 'clerk').events.enter({ staffIds, villageId, date: on, kind: 'visit', households: ['甲', '乙'], quantity: '1', note: null })
    await town.as('L1', 'leader').events.verify({ id: ids[0] ?? '', version: 1 })
    const period = (await inspector().periods.list()).find(({ code }) => code === '2026Q2')
    await inspector().villages.setRank({ villageId, periodId: period?.id ?? '', rank: 3 })
    const teams = async (periodId: string | null) => (await inspector().villages.teams({ on, periodId })).find(({ id }) => id === villageId)
    expect(await teams(period?.id ?? null)).toMatchObject({ counts: { visit: 1, tuesday: 0, issue: 0 }, rank: 3, isRankRecorded: true })
    expect(await teams(null)).toMatchObject({ counts: { visit: 1, tuesday: 0, issue: 0 }, rank: null, isRankRecorded: false })
  })
})
