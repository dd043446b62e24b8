import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { staff, veto } from '../../../db/schema/index.ts'
import { caseTown, setStage } from '../rulings/worked-town.testing.ts'
import { codeOf, type TestTownship } from '../../testing/township.testing.ts'
import { requirePeriod } from '../../plans/periods.ts'

const code = '2026Q1'
const meeting = '镇党委会议'

describe('会议审定', () => {
  let town: TestTownship
  let principal: ReturnType<TestTownship['asConsole']>
  beforeEach(async () => {
    town = await caseTown('worked-example')
    principal = town.as(null, 'principal')
    const periodId = requirePeriod(town.app.read(), code).id
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.insert(veto).values({ id: town.app.environment.newId(), seq: 1, staffId: town.staffId('x02'), periodId, effect: 'cap_basic' }).run(), audit: () => ({ subject: null, detail: {} }) })
    expect(await codeOf(principal.decisions.list({ code }))).toBe('not_frozen')
    await town.as(null, 'inspector').periods.compute({ code })
  })
  afterEach(() => town.dispose())

  const rowsOf = async () => (await principal.decisions.list({ code })).rows
  const decide = (...rows: { staffId: string; grade: string | null; reason: string | null }[]) => principal.decisions.decide({ code, meeting, rows })

  test('shows every pool in the order of the engine, with its places', async () => {
    const { pools, rows } = await principal.decisions.list({ code })
    const civil = rows.filter(({ pool }) => pool === 'civil')
    const totals = civil.filter(({ order }) => order !== null).map(({ total }) => Number(total))
    expect([totals.length > 0, totals]).toEqual([true, [...totals].sort((a, b) => b - a)])
    expect(civil[0]).toMatchObject({ staffName: '张三', total: '97.39', place: 'withinQuota', order: 1, suggested: 'good', decided: null })
    expect(civil.find(({ staffCode }) => staffCode === 'x02')).toMatchObject({ barred: '一票否决（最高评为一般（基本称职））' })
    expect(pools.find(({ pool }) => pool === 'civil')?.quota).toBeGreaterThan(0)
  })

  test('many at once by the suggestions, taken back again; a departure needs its reason', async () => {
    const rows = await rowsOf()
    expect(await decide(...rows.map(({ staffId, suggested }) => ({ staffId, grade: suggested, reason: null })))).toEqual({ decided: rows.length })
    expect((await rowsOf()).every(({ decided, suggested }) => decided === suggested)).toBe(true)
    const [first] = rows
    await decide({ staffId: first?.staffId ?? '', grade: null, reason: null })
    expect((await rowsOf()).filter(({ decided }) => decided === null).length).toBe(1)
    await expect(decide({ staffId: first?.staffId ?? '', grade: 'average', reason: null })).rejects.toMatchObject({ code: 'reason_required', message: '请填写改变建议等次的理由。' })
    await decide({ staffId: first?.staffId ?? '', grade: 'average', reason: '会议研究' })
    expect((await rowsOf())[0]).toMatchObject({ decided: 'average', reason: '会议研究', meeting })
  })

  test('a suggestion that nobody has changed takes a place as well', async () => {
    const { rows, pools } = await principal.decisions.list({ code })
    const civil = rows.filter(({ pool }) => pool === 'civil')
    const suggested = civil.filter((row) => row.suggested === 'good')
    const quota = pools.find(({ pool }) => pool === 'civil')?.quota ?? 0
    const raised = civil.filter((row) => row.suggested === 'fair_good').slice(0, quota).map(({ staffId }) => ({ staffId, grade: 'good', reason: '会议研究' }))
    expect([suggested.length, raised.length]).toEqual([1, quota])
    expect(await codeOf(decide(...raised))).toBe('quota_exceeded')
    const best = suggested[0]?.staffId ?? ''
    await decide(...raised, { staffId: best, grade: 'fair_good', reason: '名额调剂' })
    await expect(decide({ staffId: best, grade: null, reason: null })).rejects.toMatchObject({ code: 'quota_exceeded' })
    setStage(town, code, 'deciding')
    const { id, version } = requirePeriod(town.app.read(), code)
    expect(await codeOf(town.as(null, 'inspector').periods.advance({ id, to: 'locked', version }))).toBe('done')
  })

  test('names the identity people had when the quarter was frozen', async () => {
    const staffId = town.staffId('A')
    town.app.mutate({ actor: 'test', action: 'test', areas: [], write: (tx) => tx.update(staff).set({ identity: 'contract' }).where(eq(staff.id, staffId)).run(), audit: () => ({ subject: null, detail: {} }) })
    expect((await rowsOf()).find((row) => row.staffId === staffId)?.identity).toBe('civil')
    expect((await principal.results.list({ code })).rows.find((row) => row.staffId === staffId)?.identity).toBe('civil')
  })

  test('never more than the places, never whom the engine bars, never oneself', async () => {
    const { rows, pools } = await principal.decisions.list({ code })
    const pool = pools.find((one) => one.pool === 'civil')
    const free = rows.filter((row) => row.pool === 'civil' && row.staffCode !== 'x02')
    const best = free.map(({ staffId, suggested }) => ({ staffId, grade: 'good', reason: suggested === 'good' ? null : '会议研究' }))
    await expect(decide(...best)).rejects.toMatchObject({ code: 'quota_exceeded', message: `公务员（参公）“好”名额 ${String(pool?.quota)} 人，这样审定有 ${String(best.length)} 人，请减少 ${String(best.length - (pool?.quota ?? 0))} 人，或按特殊情形提请裁定。` })
    expect((await rowsOf()).every(({ decided }) => decided === null)).toBe(true)
    const barred = town.staffId('x02')
    await expect(decide({ staffId: barred, grade: 'good', reason: '会议研究' })).rejects.toMatchObject({ code: 'grade_barred', message: '同事02不能审定为“好”：受一票否决，不得评为最高等次。请改选等次，或按特殊情形提请裁定。' })
    await expect(decide({ staffId: barred, grade: 'fair_good', reason: '会议研究' })).rejects.toMatchObject({ code: 'grade_barred', message: expect.stringContaining('等次有上限') })
    const own = town.as('A', 'principal').decisions.decide({ code, meeting, rows: [{ staffId: town.staffId('A'), grade: 'good', reason: null }] })
    expect([await codeOf(own), await codeOf(town.as(null, 'inspector').decisions.decide({ code, meeting, rows: [{ staffId: barred, grade: 'average', reason: null }] }))]).toEqual(['about_self', 'forbidden'])
    setStage(town, code, 'locked')
    expect(await codeOf(decide({ staffId: town.staffId('A'), grade: 'good', reason: null }))).toBe('period_not_open')
  })
})
