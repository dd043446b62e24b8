import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appeal } from '../../../db/schema/index.ts'
import { requirePeriod } from '../../plans/periods.ts'
import { codeOf, type TestTownship } from '../../testing/township.testing.ts'
import { caseTown, setStage } from './worked-town.testing.ts'

const paper = { rulingBody: '镇党委会议', docNo: null, reason: '经核实' }

describe('更正 of a year', () => {
  let town: TestTownship
  let inspector: ReturnType<TestTownship['asConsole']>
  let principal: ReturnType<TestTownship['asConsole']>
  beforeEach(async () => {
    town = await caseTown('worked-example')
    inspector = town.as('x11', 'inspector')
    principal = town.as(null, 'principal')
    await town.asConsole().periods.compute({ code: '2026Q1' })
    await inspector.periods.publish({ code: '2026Q1' })
    setStage(town, '2026Q1', 'locked')
    await town.asConsole().periods.compute({ code: '2026' })
  })
  afterEach(() => town.dispose())

  const idOf = (code: string) => requirePeriod(town.app.read(), code).id
  const lineOf = async (what: string) => {
    const line = (await inspector.rulings.amendable({ periodId: idOf('2026'), staffId: town.staffId('B') })).lines.find((one) => one.what === what)
    if (line === undefined) throw new Error(what)
    return line
  }
  const year = () => principal.results.year({ code: '2026' })
  const li = async () => (await year()).rows.find(({ staffCode }) => staffCode === 'B')
  async function amend(code: string, changes: Parameters<typeof inspector.rulings.preview>[0]['changes'], appealId: string | null = null) {
    const { id } = await inspector.rulings.propose({ kind: 'amendment', periodId: idOf(code), staffId: town.staffId('B'), appealId, changes, ...paper })
    return principal.rulings.decide({ id, version: 1, isApproved: true, answer: '' })
  }

  test('is needless before the year is public: it is computed anew', async () => {
    await expect(inspector.rulings.amendable({ periodId: idOf('2026'), staffId: town.staffId('B') })).rejects.toMatchObject({ code: 'amendment_needless', message: '2026年度的结果还没有公示，不用提请更正：请改正数据后重新计算。' })
  })

  test('grants an appeal against it: a further version, published at once; the one before stays', async () => {
    await inspector.periods.publish({ code: '2026' })
    const { id: appealId } = await town.as('B', 'clerk').appeals.file({ periodId: idOf('2026'), matter: 'total', text: '任职月数不对' })
    const months = await lineOf('李四·任职月数')
    expect([months.now, months.edit]).toEqual(['12 个月', { kind: 'whole', blank: null }])
    const change = { path: months.path, before: months.before, after: 6 }
    expect(await amend('2026', [change], appealId)).toMatchObject({ resultVersion: 2 })
    expect((await li())?.months).toBe(6)
    expect(town.app.read().select().from(appeal).where(eq(appeal.id, appealId)).get()?.state).toBe('granted')
    expect((await inspector.results.versions({ code: '2026' })).map(({ resultVersion, state, ruling }) => [resultVersion, state, ruling?.code ?? null])).toEqual([[2, 'published', 'CD0001'], [1, 'published', null]])
    await expect(inspector.rulings.propose({ kind: 'amendment', periodId: idOf('2026'), staffId: town.staffId('B'), appealId: null, changes: [change], ...paper })).rejects.toMatchObject({ code: 'amendment_stale', message: '“李四·任职月数”现在是“6 个月”，已不是提请时的“12 个月”，请重新提请更正。' })
    expect((await town.asConsole().periods.compute({ code: '2026' })).resultVersion).toBe(2)
  })

  test('warnings, status and vetoes; never the plan or the money', async () => {
    await inspector.periods.publish({ code: '2026' })
    const veto = await lineOf('李四·年度一票否决')
    const status = await lineOf('李四·年度状态')
    await amend('2026', [{ path: veto.path, before: null, after: 'cap_basic' }, { path: status.path, before: 'active', after: 'long_leave' }])
    expect((await li())?.status).toBe('long_leave')
    const present = await lineOf('李四·年度一票否决')
    expect([present.now, present.edit.kind]).toEqual(['最高评为一般（基本称职）', 'remove'])
    await amend('2026', [{ path: present.path, before: present.before, after: null }, { path: ['staff', { id: 'B' }, 'warned'], before: false, after: true }, { path: status.path, before: 'long_leave', after: 'active' }])
    expect((await li())?.bars).toEqual(expect.arrayContaining(['warned']))
    for (const path of [['bonus', 'pools', 'civil'], ['yearGrades', 'quota'], ['staff', { id: 'B' }, 'track']]) expect([path, await codeOf(inspector.rulings.preview({ periodId: idOf('2026'), first: null, changes: [{ path, before: null, after: '1' }] }))]).toEqual([path, 'invalid_input'])
    expect(await codeOf(inspector.rulings.propose({ kind: 'amendment', periodId: idOf('2026'), staffId: null, appealId: null, changes: [{ path: ['staff', { id: 'x11' }, 'warned'], before: false, after: true }], ...paper }))).toBe('about_self')
  })

  test('a quarter that is corrected after the year was published is told, and taken over', async () => {
    await inspector.periods.publish({ code: '2026' })
    expect((await year()).onOlderQuarters).toEqual([])
    await amend('2026Q1', [{ path: ['deductions', { id: 'd1' }, 'exempt'], before: false, after: true }])
    expect([(await year()).onOlderQuarters.map(({ staffName }) => staffName), (await li())?.annual, (await town.as('A', 'clerk').results.year({ code: '2026' })).onOlderQuarters]).toEqual([['李四'], '81.65', []])
    const quarter = await lineOf('李四·季度结果')
    if (quarter.edit.kind !== 'adopt') throw new Error(quarter.edit.kind)
    const change = { path: quarter.path, before: quarter.before, after: quarter.edit.after }
    expect(await inspector.rulings.preview({ periodId: idOf('2026'), first: null, changes: [change] })).toMatchObject({ moved: 1, rows: [{ staffName: '李四', totalBefore: '81.65', totalAfter: '82.15' }] })
    await amend('2026', [change])
    expect([(await year()).onOlderQuarters, (await li())?.annual]).toEqual([[], '82.15'])
  })
})
