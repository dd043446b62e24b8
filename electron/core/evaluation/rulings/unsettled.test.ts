import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requirePeriod } from '../../plans/periods.ts'
import type { TestTownship } from '../../testing/township.testing.ts'
import type { Proposal } from './propose.ts'
import { caseTown, setStage } from './worked-town.testing.ts'

const code = '2026Q1'
const paper = { rulingBody: '镇党委会议', docNo: null, reason: '经核实' }

describe('what the meeting decided by an older version', () => {
  let town: TestTownship
  let inspector: ReturnType<TestTownship['as']>
  let principal: ReturnType<TestTownship['as']>
  beforeEach(async () => {
    town = await caseTown('worked-example')
    inspector = town.as('x11', 'inspector')
    principal = town.as(null, 'principal')
    await inspector.periods.compute({ code })
    const { rows } = await principal.decisions.list({ code })
    await principal.decisions.decide({ code, meeting: '镇党委会议', rows: rows.filter(({ pool }) => pool === 'civil').map(({ staffId, suggested }) => ({ staffId, grade: suggested, reason: null })) })
    await inspector.periods.publish({ code })
  })
  afterEach(() => town.dispose())

  const decidedOf = async (staffCode: string) => (await principal.decisions.list({ code })).rows.find((row) => row.staffCode === staffCode)
  const decidedCount = async () => (await principal.decisions.list({ code })).rows.filter(({ decided }) => decided !== null).length
  async function amend(changes: Extract<Proposal, { kind: 'amendment' }>['changes']) {
    const { id: periodId } = requirePeriod(town.app.read(), code)
    const { id } = await inspector.rulings.propose({ kind: 'amendment', periodId, staffId: town.staffId('A'), appealId: null, changes, ...paper })
    await principal.rulings.decide({ id, version: 1, isApproved: true, answer: '' })
  }
  const vetoed = { path: ['vetoes'], before: null, after: { staff: 'A', effect: 'cap_basic' } }

  test('falls back to the suggestion where the new version bars it, and a closed period goes back to the meeting', async () => {
    expect(await decidedOf('A')).toMatchObject({ suggested: 'good', decided: 'good' })
    const before = await decidedCount()
    setStage(town, code, 'locked')
    await amend([vetoed])
    expect(await decidedOf('A')).toMatchObject({ suggested: 'average', decided: null })
    expect(await decidedCount()).toBe(before - 1)
    expect(requirePeriod(town.app.read(), code).stage).toBe('deciding')
  })

  test('stays, and the period stays closed, where the new version allows it', async () => {
    setStage(town, code, 'locked')
    await amend([{ path: ['deductions', { id: 'd1' }, 'exempt'], before: false, after: true }])
    expect(await decidedOf('A')).toMatchObject({ decided: 'good' })
    expect(requirePeriod(town.app.read(), code).stage).toBe('locked')
  })

  test('a period is not closed over an amendment that waits', async () => {
    const { id: periodId } = requirePeriod(town.app.read(), code)
    const { id, code: named } = await inspector.rulings.propose({ kind: 'amendment', periodId, staffId: town.staffId('A'), appealId: null, changes: [vetoed], ...paper })
    setStage(town, code, 'deciding')
    const close = () => inspector.periods.advance({ id: periodId, to: 'locked', version: requirePeriod(town.app.read(), code).version })
    await expect(close()).rejects.toMatchObject({ code: 'rulings_open', message: `2026年第一季度还有 1 项裁定没有批准或退回（${named}），不能归档，请先裁定或撤回。` })
    await inspector.rulings.withdraw({ id, version: 1 })
    await close()
    expect(requirePeriod(town.app.read(), code).stage).toBe('locked')
  })
})
