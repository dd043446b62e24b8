import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const tuesday = '2026-04-07'

describe('周二无会日', () => {
  let town: TestTownship
  let village: string
  let other: string
  beforeAll(async () => {
    const base = smallTown()
    const member = (staff: string, of: string) => ({ staff, village: of, from: '2025-01-01', to: null })
    town = await testTownship({ ...base, teamMembers: [member('A1', 'V1'), member('A2', 'V1'), member('A2', 'V2'), member('B1', 'V2')] })
    const rows = await town.asConsole().villages.list({ on: tuesday })
    village = rows.find(({ name }) => name === '上溪村')?.id ?? ''
    other = rows.find(({ name }) => name === '下溪村')?.id ?? ''
  })
  afterAll(() => town.dispose())

  const line = (code: string, villageId = village) => ({ staffId: town.staffId(code), villageId, theme: 'team' as const, content: null })
  const planOf = async (code: string, date = tuesday) => {
    const found = (await town.asConsole().tuesday.list({ date })).find(({ staffId }) => staffId === town.staffId(code))
    if (found === undefined) throw new Error(code)
    return found
  }

  test('proposed by 组团 within the reach of whoever asks', async () => {
    const proposed = async (code: string | null, ...roles: ('head' | 'leader' | 'clerk' | 'inspector')[]) => (await town.as(code, ...roles).tuesday.propose({ date: tuesday })).map(({ staffName, villageName }) => `${staffName} ${villageName}`)
    const all = await proposed(null, 'inspector')
    expect(all).toHaveLength(4)
    expect(all).toEqual(expect.arrayContaining(['周正 上溪村', '党建A1 上溪村', '服务B1 下溪村']))
    expect(await proposed('A1', 'clerk')).toEqual(['党建A1 上溪村'])
    expect(await proposed('L1', 'leader')).toEqual(all.filter((text) => text.endsWith('上溪村')))
    // 大党建 keeps 周二无会日, so its head plans for everybody; any other head for his people.
    expect([await proposed('H1', 'head'), await proposed('H2', 'head')]).toEqual([all, ['服务B1 下溪村']])
    await expect(town.as('A1', 'clerk').tuesday.propose({ date: '2026-04-08' })).rejects.toMatchObject({ message: '“日期”填写有误：2026-04-08 不是星期二，周二无会日只安排在星期二。' })
  })

  test('no other day, nobody twice in one village, nobody’s plan but one’s own', async () => {
    const clerk = town.as('A1', 'clerk')
    expect(await codeOf(clerk.tuesday.add({ date: '2026-04-08', rows: [line('A1')] }))).toBe('invalid_input')
    expect(await codeOf(clerk.tuesday.add({ date: tuesday, rows: [line('A1'), line('A2')] }))).toBe('out_of_scope')
    await clerk.tuesday.add({ date: tuesday, rows: [line('A1')] })
    await expect(clerk.tuesday.add({ date: tuesday, rows: [line('A1')] })).rejects.toMatchObject({ code: 'duplicate', message: '周二计划“2026-04-07 党建A1 上溪村”已经存在，请换一个或直接使用已有的。' })
    await town.as('H1', 'head').tuesday.add({ date: tuesday, rows: [line('A2'), line('B1', other)] })
    expect((await town.as('B2', 'clerk').tuesday.list({ date: tuesday })).map(({ staffName, allowed }) => [staffName, allowed])).toEqual([['党建A1', []], ['党建A2', []], ['服务B1', []]])
    expect(await clerk.tuesday.month({ month: '2026-04' })).toEqual([
      { date: '2026-04-07', planned: 3, checkedIn: 0 }, { date: '2026-04-14', planned: 0, checkedIn: 0 }, { date: '2026-04-21', planned: 0, checkedIn: 0 }, { date: '2026-04-28', planned: 0, checkedIn: 0 },
    ])
  })

  test('cells as typed, and lines taken out', async () => {
    const { id, version } = await planOf('A2')
    const edit = (client: ReturnType<TestTownship['as']>, changes: object) => client.tuesday.editCells({ rows: [{ id, version, changes }], mode: 'all' })
    const refused = await edit(town.as('H1', 'head'), { village: '没有的村', theme: '开会' })
    expect(refused.refused.map(({ field, code }) => [field, code])).toEqual([['village', 'not_in_list'], ['theme', 'not_in_list']])
    expect((await edit(town.as('A1', 'clerk'), { content: '代改' })).refused.map(({ code }) => code)).toEqual(['out_of_scope'])
    expect((await edit(town.as('H1', 'head'), { village: '下溪村', theme: '民情沟通日', content: '饮水' })).applied).toEqual([{ id, version: 2 }])
    expect(await planOf('A2')).toMatchObject({ villageName: '下溪村', theme: 'opinion', content: '饮水' })
    const removed = await town.as('A2', 'clerk').tuesday.remove({ rows: [{ id, version: 2 }], mode: 'all' })
    expect(removed.applied).toHaveLength(1)
  })

  test('checked in on the day: a record for the 团长 to verify, once', async () => {
    const { id } = await planOf('A1')
    const clerk = town.as('A1', 'clerk')
    const checkIn = (client = clerk) => client.tuesday.checkIn({ id, result: '走访三户', lateReason: null, version: 1 })
    await expect(checkIn()).rejects.toMatchObject({ message: '“日期”填写有误：还没有到 2026-04-07，请到当天再签到。' })
    town.clock.now = `${tuesday}T03:00:00.000Z`
    expect(await codeOf(checkIn(town.as('A2', 'clerk')))).toBe('out_of_scope')
    expect((await clerk.workbench.today()).tuesday).toMatchObject({ date: tuesday, planned: 2, checkedIn: 0, rows: [{ staffName: '党建A1' }, {}], toCheckIn: [{ id }] })
    expect(await checkIn()).toEqual({ version: 2, proposed: true })
    expect(await codeOf(clerk.tuesday.checkIn({ id, result: '再签', lateReason: null, version: 2 }))).toBe('not_in_state')
    const { rows } = await town.as('L1', 'leader').events.list({ filters: [{ kind: 'flag', flag: 'waitingForMe' }] })
    expect(rows).toMatchObject([{ staffName: '党建A1', kind: 'tuesday', state: 'entered', origin: `tuesday:${id}`, note: '走访三户' }])
    expect((await planOf('A1')).allowed).toEqual([])
    const removed = await clerk.tuesday.remove({ rows: [{ id, version: 2 }], mode: 'good' })
    expect(removed.refused.map(({ message }) => message)).toEqual(['当前为“已签到”，不能删除。'])
  })

  test('up to three days later with a reason; no second record beside one entered by hand', async () => {
    const { id } = await planOf('B1')
    await town.as('B1', 'clerk').events.enter({ staffIds: [town.staffId('B1')], villageId: other, date: tuesday, kind: 'tuesday', households: [], quantity: '1', note: null })
    const checkIn = (lateReason: string | null) => town.as('B1', 'clerk').tuesday.checkIn({ id, result: '入户', lateReason, version: 1 })
    town.clock.now = '2026-04-10T03:00:00.000Z'
    await expect(checkIn(null)).rejects.toMatchObject({ code: 'reason_required', message: '请填写补签的理由。' })
    town.clock.now = '2026-04-11T03:00:00.000Z'
    await expect(checkIn('没有信号')).rejects.toMatchObject({ message: '“日期”填写有误：2026-04-07 已过去 3 天以上，不能再补签。' })
    town.clock.now = '2026-04-10T03:00:00.000Z'
    expect(await checkIn('没有信号')).toEqual({ version: 2, proposed: false })
    expect((await planOf('B1')).result).toBe('入户（补签：没有信号）')
  })
})
