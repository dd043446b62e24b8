import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplePdf } from '../../../../shared/domain/township/attachments/samples.testing.ts'
import { auditEntry } from '../../../db/schema/index.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const on = '2026-04-06'
const noHouseholds: readonly string[] = []

describe('服务记录', () => {
  let town: TestTownship
  let village: string
  let other: string
  beforeAll(async () => {
    town = await testTownship(smallTown())
    const rows = await town.asConsole().villages.list({ on })
    village = rows.find(({ name }) => name === '上溪村')?.id ?? ''
    other = rows.find(({ name }) => name === '下溪村')?.id ?? ''
  })
  afterAll(() => town.dispose())

  const visit = (change: object = {}) => ({ staffIds: [town.staffId('A1')], villageId: village, date: on, kind: 'visit', households: [...noHouseholds], quantity: '1', note: null, ...change })
  const clerk = () => town.as('A1', 'clerk')
  const leader = () => town.as('L1', 'leader')
  const list = (client: ReturnType<TestTownship['as']>, filters: Parameters<ReturnType<TestTownship['as']>['events']['list']>[0]['filters'] = [], search?: string) => client.events.list({ filters, ...(search === undefined ? {} : { search }) })

  test('a visit to twelve households is one entry of twelve records, verified at once', async () => {
    const households = Array.from({ length: 12 }, (_, index) => `户主${String(index)}`)
    const { entryId, ids } = await clerk().events.enter(visit({ households, note: '走访慰问' }))
    expect([ids.length, entryId === null]).toEqual([12, false])
    const entry = await list(leader(), [{ kind: 'choice', field: 'entry', oneOf: [entryId ?? ''] }])
    expect([entry.total, new Set(entry.rows.map((row) => row.household)).size, entry.rows[0]?.allowed]).toEqual([12, 12, ['verify', 'reject']])
    expect((await list(leader(), [{ kind: 'flag', flag: 'waitingForMe' }])).total).toBe(12)
    const records = entry.rows.map(({ id, version }) => ({ id, version }))
    const outcome = await leader().events.verifyMany({ records, mode: 'all' })
    expect([outcome.applied.length, outcome.refused]).toEqual([12, []])
    expect((await list(clerk(), [{ kind: 'choice', field: 'state', oneOf: ['verified'] }])).rows[0]).toMatchObject({ state: 'verified', verifierName: '周正', allowed: [] })
    expect((await list(leader(), [{ kind: 'choice', field: 'entry', oneOf: [entryId ?? ''] }])).rows[0]?.allowed).toEqual(['unverify'])
  })

  test('what would count twice is announced before it is entered', async () => {
    await clerk().events.enter(visit({ date: '2026-04-05', households: ['甲'] }))
    const planned = await clerk().events.preview({ staffIds: [town.staffId('A1')], villageId: village, date: '2026-04-05', kind: 'visit', households: ['甲', '乙', '乙'] })
    expect(planned.map(({ household, isRepeat }) => [household, isRepeat])).toEqual([['甲', true], ['乙', false], ['乙', true]])
  })

  test('a clerk enters his own, a head his module’s, a 团长 his team’s', async () => {
    const enter = (who: readonly [string, 'clerk' | 'head' | 'leader' | 'inspector'], change: object) => codeOf(town.as(...who).events.enter(visit({ date: '2026-04-03', ...change })))
    expect(await enter(['A1', 'clerk'], { staffIds: [town.staffId('A2')] })).toBe('out_of_scope')
    expect(await enter(['A1', 'clerk'], { staffIds: [town.staffId('A1'), town.staffId('A2')] })).toBe('out_of_scope')
    expect(await enter(['H1', 'head'], { staffIds: [town.staffId('A2'), town.staffId('A3')] })).toBe('done')
    expect(await enter(['H1', 'head'], { staffIds: [town.staffId('B1')] })).toBe('out_of_scope')
    expect(await enter(['L1', 'leader'], { staffIds: [town.staffId('B1')] })).toBe('done')
    expect(await enter(['L1', 'leader'], { staffIds: [town.staffId('B1')], villageId: other })).toBe('out_of_scope')
    expect(await enter(['H2', 'inspector'], {})).toBe('forbidden')
    await expect(clerk().events.preview({ staffIds: [town.staffId('A2')], villageId: village, date: on, kind: 'visit', households: [] })).rejects.toMatchObject({ code: 'out_of_scope' })
  })

  test('days that have not come, closed quarters, kinds of no plan and strange quantities are refused at their field', async () => {
    const wrong = (change: object) => clerk().events.enter(visit(change))
    const before = (await list(clerk())).total
    await expect(wrong({ date: '2026-04-07' })).rejects.toMatchObject({ message: '“日期”填写有误：不能晚于今天。', data: { issues: [{ path: 'date' }] } })
    await expect(wrong({ date: '2025-12-31' })).rejects.toMatchObject({ message: '“日期”填写有误：所在季度已经冻结，请改为仍可录入的日期。' })
    await expect(wrong({ kind: 'party' })).rejects.toMatchObject({ message: expect.stringContaining('“类别”填写有误：考评方案里没有“party”'), data: { issues: [{ path: 'kind' }] } })
    await expect(wrong({ quantity: '0' })).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path: 'quantity' }] } })
    await expect(wrong({ staffIds: [] })).rejects.toMatchObject({ code: 'invalid_input' })
    expect((await list(clerk())).total).toBe(before)
    expect(await codeOf(wrong({ date: '2026-03-30' }))).toBe('done')
  })

  test('sent back with one reason, corrected and handed in again', async () => {
    const { ids } = await clerk().events.enter(visit({ date: '2026-04-02', households: ['丙', '丁'] }))
    const records = ids.map((id) => ({ id, version: 1 }))
    expect(await codeOf(leader().events.rejectMany({ records, mode: 'all', reason: ' ' }))).toBe('reason_required')
    await leader().events.rejectMany({ records, mode: 'all', reason: '没有写明事由' })
    const returned = await list(clerk(), [{ kind: 'flag', flag: 'returned' }])
    expect(returned.rows.map(({ rejectReason, allowed }) => [rejectReason, allowed])).toEqual([['没有写明事由', ['correct', 'withdraw']], ['没有写明事由', ['correct', 'withdraw']]])
    expect((await clerk().workbench.today()).returned).toMatchObject({ total: 2, rows: [{ rejectReason: '没有写明事由' }, {}] })
    const { version } = await clerk().events.correct({ id: ids[0] ?? '', version: 2, villageId: village, date: '2026-04-02', kind: 'visit', household: '丙', quantity: '1', note: '帮助春耕' })
    expect(version).toBe(3)
    expect((await list(clerk(), [{ kind: 'flag', flag: 'returned' }])).total).toBe(1)
    expect((await list(leader(), [{ kind: 'text', field: 'note', contains: '春耕' }])).rows[0]).toMatchObject({ state: 'entered', rejectReason: null })
    expect((await leader().events.withdraw({ records: [{ id: ids[1] ?? '', version: 2 }], mode: 'good' })).refused.map(({ code }) => code)).toEqual(['out_of_scope'])
    const withdrawn = await clerk().events.withdraw({ records: [{ id: ids[0] ?? '', version: 3 }, { id: ids[1] ?? '', version: 2 }], mode: 'good' })
    expect(withdrawn.refused.map(({ message }) => message)).toEqual(['当前为“曾被退回或撤回核实”，不能撤回。'])
    expect((await list(clerk(), [{ kind: 'flag', flag: 'returned' }])).total).toBe(0)
    const kept = town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'events.withdraw')).all()
    expect(kept.some(({ detail }) => detail.includes('丁') && detail.includes('没有写明事由'))).toBe(true)
  })

  test('a record is not withdrawn from under its attachments', async () => {
    const { ids: [id = ''] } = await clerk().events.enter(visit({ date: '2026-03-27' }))
    const owner = { kind: 'service_event', id } as const
    const added = await clerk().attachments.add({ owner, file: new File([new Uint8Array(samplePdf)], '走访.pdf') })
    const withdraw = async () => (await clerk().events.withdraw({ records: [{ id, version: 1 }], mode: 'good' })).refused.map(({ message }) => message)
    expect(await withdraw()).toEqual(['服务记录还有 1 件附件，请先移除附件再办理。'])
    await clerk().attachments.remove({ id: added.id, version: added.version })
    expect(await withdraw()).toEqual([])
  })

  test('the 团长 judges the evidence of his team’s records and does not change it', async () => {
    const { ids: [id = ''] } = await clerk().events.enter(visit({ date: '2026-03-26' }))
    const add = (client: ReturnType<TestTownship['as']>) => codeOf(client.attachments.add({ owner: { kind: 'service_event', id }, file: new File([new Uint8Array(samplePdf)], '走访.pdf') }))
    expect([await add(leader()), await add(clerk())]).toEqual(['out_of_scope', 'done'])
    expect((await leader().attachments.list({ owner: { kind: 'service_event', id } })).mayChange).toBe(false)
  })

  test('nobody verifies about himself, a clerk nobody, and a verified record stays as it is', async () => {
    const { ids: own } = await leader().events.enter(visit({ staffIds: [town.staffId('L1')], date: '2026-04-01' }))
    expect(await codeOf(leader().events.verify({ id: own[0] ?? '', version: 1 }))).toBe('about_self')
    const many = await leader().events.verifyMany({ records: [{ id: own[0] ?? '', version: 1 }], mode: 'good' })
    expect([many.applied, many.refused.map(({ code }) => code)]).toEqual([[], ['about_self']])
    const { ids: [id = ''] } = await clerk().events.enter(visit({ date: '2026-04-01' }))
    expect(await codeOf(town.as('A2', 'clerk').events.verify({ id, version: 1 }))).toBe('forbidden')
    await town.as('S0', 'principal').events.verify({ id, version: 1 })
    const fields = { villageId: village, date: '2026-04-01', kind: 'visit', household: null, quantity: '2', note: null }
    expect(await codeOf(clerk().events.correct({ id, version: 2, ...fields }))).toBe('not_in_state')
    expect((await clerk().events.withdraw({ records: [{ id, version: 2 }], mode: 'good' })).refused.map(({ message }) => message)).toEqual(['当前为“已核实”，不能撤回。'])
    expect(await codeOf(leader().events.reject({ id, version: 2, reason: '再看' }))).toBe('not_in_state')
    expect((await list(clerk(), [{ kind: 'choice', field: 'state', oneOf: ['verified'] }])).rows.map((row) => row.id)).toContain(id)
  })

  test('a verification is taken back with a reason, and the record waits again', async () => {
    const { ids } = await clerk().events.enter(visit({ date: '2026-03-29', households: ['戊', '己'] }))
    const [first = '', second = ''] = ids
    const back = (client: ReturnType<TestTownship['as']>, id: string, version: number, reason = '户主记错') => client.events.unverify({ records: [{ id, version }], mode: 'good', reason })
    expect((await back(leader(), first, 1)).refused.map(({ message }) => message)).toEqual(['当前为“待核实”，不能撤回核实。'])
    await leader().events.verifyMany({ records: ids.map((id) => ({ id, version: 1 })), mode: 'all' })
    await expect(back(leader(), first, 2, ' ')).rejects.toMatchObject({ code: 'reason_required', message: '请填写撤回核实的理由。' })
    await expect(back(leader(), first, 2, '长'.repeat(201))).rejects.toMatchObject({ code: 'invalid_input', data: { issues: [{ path: 'reason' }] } })
    expect(await codeOf(back(clerk(), first, 2))).toBe('forbidden')
    expect((await back(leader(), first, 1)).refused.map(({ code }) => code)).toEqual(['changed_meanwhile'])
    expect((await leader().events.unverify({ records: ids.map((id, index) => ({ id, version: 2 + index })), mode: 'all', reason: '户主记错' })).applied).toEqual([])

    expect((await back(leader(), first, 2)).applied).toEqual([{ id: first, version: 3 }])
    const found = async (client: ReturnType<TestTownship['as']>) => (await list(client, [{ kind: 'text', field: 'household', contains: '戊' }])).rows[0]
    expect(await found(clerk())).toMatchObject({ state: 'entered', rejectReason: '户主记错', verifierName: '周正', allowed: ['correct'] })
    expect(await found(leader())).toMatchObject({ allowed: ['verify', 'reject'] })
    expect(town.app.read().select().from(auditEntry).where(eq(auditEntry.action, 'events.unverify')).all().map(({ detail }) => detail.includes('户主记错'))).toEqual([true])
    expect((await clerk().events.withdraw({ records: [{ id: first, version: 3 }], mode: 'good' })).refused.map(({ message }) => message)).toEqual(['当前为“曾被退回或撤回核实”，不能撤回。'])
    await leader().events.verify({ id: first, version: 3 })
    expect([await found(leader()), (await back(leader(), second, 2)).refused]).toMatchObject([{ state: 'verified', rejectReason: null }, []])
  })

  test('all of many, or none; who is in whose view', async () => {
    const { ids: [good = ''] } = await clerk().events.enter(visit({ date: '2026-04-04' }))
    const records = [{ id: good, version: 1 }, { id: good.replace(/.$/, (end) => (end === '0' ? '1' : '0')), version: 1 }]
    const outcome = await leader().events.verifyMany({ records, mode: 'all' })
    expect([outcome.applied, outcome.refused.map(({ code }) => code)]).toEqual([[], ['not_found']])
    const total = async (client: ReturnType<TestTownship['as']>, search?: string) => (await list(client, [], search)).total
    const [all, ofHead, ofOther] = [await total(town.as(null, 'inspector')), await total(town.as('H1', 'head')), await total(town.as('H2', 'head'))]
    expect([all > ofHead, ofHead > ofOther, ofOther]).toEqual([true, true, 1])
    expect(await total(town.as('B2', 'clerk'))).toBe(0)
    expect([await total(town.as(null, 'inspector'), 'shangxi'), await total(town.as(null, 'inspector'), '户主11'), await total(town.as(null, 'inspector'), '没有')]).toEqual([all, 1, 0])
  })

  test('kinds are those of the plan of the day', async () => {
    expect((await clerk().events.kinds({ on })).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['tuesday', 'visit', 'issue', 'mediation', 'grid']))
  })
})
