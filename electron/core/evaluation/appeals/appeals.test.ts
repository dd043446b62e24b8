import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requirePeriod } from '../../plans/periods.ts'
import type { Proposal } from '../rulings/propose.ts'
import { caseTown } from '../rulings/worked-town.testing.ts'
import { codeOf, type TestTownship } from '../../testing/township.testing.ts'

const code = '2026Q1'

describe('申诉', () => {
  let town: TestTownship
  let inspector: ReturnType<TestTownship['asConsole']>
  let principal: ReturnType<TestTownship['asConsole']>
  let person: ReturnType<TestTownship['asConsole']>
  let periodId: string
  beforeEach(async () => {
    town = await caseTown('worked-example')
    inspector = town.as(null, 'inspector')
    principal = town.as(null, 'principal')
    person = town.as('B', 'clerk')
    periodId = requirePeriod(town.app.read(), code).id
    await inspector.periods.compute({ code })
  })
  afterEach(() => town.dispose())

  const appeal = { matter: 'deduct', text: '督办事项不归我办' } as const
  const publish = () => inspector.periods.publish({ code })
  const amendment = (appealId: string): Extract<Proposal, { kind: 'amendment' }> =>
    ({ kind: 'amendment', periodId, staffId: town.staffId('B'), appealId, changes: [{ path: ['deductions', { id: 'd1' }, 'exempt'], before: false, after: true }], rulingBody: '考评办', docNo: null, reason: '申诉属实' })

  test('only in 公示, once about one matter, by who is in the result', async () => {
    await expect(person.appeals.file({ periodId, ...appeal })).rejects.toMatchObject({ code: 'appeal_not_open', message: '2026年第一季度当前为“计算”，申诉只在公示期内提出，请向考评办公室反映。' })
    await publish()
    // Monday 2026-04-06; three working days after it.
    expect(await person.appeals.publicity({ periodId })).toEqual({ from: '2026-04-06', to: '2026-04-09' })
    expect([(await person.workbench.today()).published, (await inspector.workbench.today()).published]).toEqual([[{ periodId, periodCode: code, until: '2026-04-09' }], []])
    expect(await person.appeals.file({ periodId, ...appeal })).toMatchObject({ code: 'SS0001', answerDue: '2026-04-13' })
    await expect(person.appeals.file({ periodId, ...appeal })).rejects.toMatchObject({ code: 'appeal_there', message: '您对“扣分”已有一件申诉（SS0001）还没有答复，请等答复后再提。' })
    expect(await codeOf(person.appeals.file({ periodId, matter: 'grade', text: '应为好' }))).toBe('done')
    expect(await codeOf(town.as(null, 'clerk').appeals.file({ periodId, ...appeal }))).toBe('not_found')
    town.clock.now = '2026-04-10T01:00:00.000Z'
    expect((await person.workbench.today()).published).toEqual([])
    await expect(person.appeals.file({ periodId, matter: 'M2', text: '漏计' })).rejects.toMatchObject({ code: 'appeal_ended', message: '2026年第一季度的公示已于 2026-04-09 结束，不能再提出申诉，请向考评办公室反映。' })
    expect((await person.appeals.own({ periodId })).rows.length).toBe(2)
    expect([await codeOf(person.appeals.list({ periodId })), (await town.as('A', 'clerk').appeals.own({ periodId })).rows]).toEqual(['out_of_scope', []])
  })

  test('granted with its amendment, in one transaction; a late one is said to be late', async () => {
    await publish()
    const { id } = await person.appeals.file({ periodId, ...appeal })
    town.clock.now = '2026-04-14T01:00:00.000Z'
    expect((await inspector.appeals.list({ periodId })).map(({ isLate, state, rulingCode }) => [isLate, state, rulingCode])).toEqual([[true, 'filed', null]])
    const { id: rulingId } = await inspector.rulings.propose(amendment(id))
    await expect(principal.appeals.dismiss({ id, version: 1, answer: '维持' })).rejects.toMatchObject({ code: 'appeal_has_ruling', message: '申诉 SS0001 已提请更正（CD0001），请先裁定或撤回该更正。' })
    await principal.rulings.decide({ id: rulingId, version: 1, isApproved: true, answer: '' })
    expect((await person.appeals.own({ periodId })).rows).toMatchObject([{ state: 'granted', answer: '申诉成立，已按裁定 CD0001 更正结果。', answeredOn: '2026-04-14' }])
    expect((await person.results.own({ code }))?.total).toBe('82.15')
    const back: Extract<Proposal, { kind: 'amendment' }>['changes'] = [{ path: ['deductions', { id: 'd1' }, 'exempt'], before: true, after: false }]
    expect(await codeOf(inspector.rulings.propose({ ...amendment(id), changes: back }))).toBe('not_in_state')
  })

  test('dismissed with an answer, or withdrawn by the person; until then the period is not closed', async () => {
    await publish()
    const { id } = await person.appeals.file({ periodId, ...appeal })
    const { id: second } = await person.appeals.file({ periodId, matter: 'grade', text: '应为好' })
    const stageOf = async () => (await inspector.periods.list()).find((row) => row.code === code)?.version ?? 0
    await inspector.periods.advance({ id: periodId, to: 'deciding', version: await stageOf() })
    await expect(inspector.periods.advance({ id: periodId, to: 'locked', version: await stageOf() })).rejects.toMatchObject({ code: 'appeals_open', message: '2026年第一季度还有 2 件申诉没有答复，不能归档，请先答复或由申诉人撤回。' })
    expect([await codeOf(inspector.appeals.dismiss({ id, version: 1, answer: '维持' })), await codeOf(town.as('B', 'principal').appeals.dismiss({ id, version: 1, answer: '维持' })), await codeOf(town.as('A', 'clerk').appeals.withdraw({ id: second, version: 1 }))]).toEqual(['forbidden', 'about_self', 'out_of_scope'])
    await principal.appeals.dismiss({ id, version: 1, answer: '经查督办属实，维持原结果。' })
    await person.appeals.withdraw({ id: second, version: 1 })
    expect([await codeOf(person.appeals.withdraw({ id, version: 2 })), (await person.appeals.own({ periodId })).rows.map(({ state }) => state).sort()]).toEqual(['not_in_state', ['dismissed', 'withdrawn']])
    await inspector.periods.advance({ id: periodId, to: 'locked', version: await stageOf() })
  })
})
