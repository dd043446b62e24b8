import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueSources, issueStates } from '../../../../shared/domain/villages/issues/codes.ts'
import { issueLightOf } from '../../../../shared/domain/villages/issues/light.ts'
import { nextStepOf, waitedIssueSteps } from '../../../../shared/domain/villages/issues/who.ts'
import { lights } from '../../../../shared/domain/tasks/tasks/light.ts'
import { publicIssue, publicIssueLog, serviceEvent } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'
import { hasIssueLight } from './light-sql.ts'
import { issueWaitsFor } from './waiting-sql.ts'

const bundle = demo2026
const on = '2026-04-06'

/** People of a module who hold no office and work in no other. */
function ordinary(module: string): readonly string[] {
  const modulesOf = (code: string) => bundle.assignments.filter((row) => row.staff === code && row.to === null && row.from <= on).map((row) => row.module)
  return bundle.staff.filter(({ code, track }) => track === 'staff' && modulesOf(code).length === 1 && modulesOf(code)[0] === module).map(({ code }) => code)
}

const headOf = (module: string) => bundle.offices.find((row) => row.office === 'head' && row.module === module && row.to === null)?.staff ?? ''
const [recorder = ''] = ordinary('party')
const [handler = '', colleague = ''] = ordinary('enforce')
const village = bundle.villages[0]

describe('民情事项 from a visit to the satisfaction of who raised it', () => {
  let town: TestTownship
  let villageId: string
  let clients: Record<'clerk' | 'desk' | 'head' | 'handler' | 'colleague' | 'inspector' | 'principal', ReturnType<TestTownship['as']>>
  beforeAll(async () => {
    town = await testTownship(bundle)
    clients = {
      clerk: town.as(recorder, 'clerk'),
      desk: town.as(headOf('govern'), 'head'),
      head: town.as(headOf('enforce'), 'head'),
      handler: town.as(handler, 'clerk'),
      colleague: town.as(colleague, 'clerk'),
      inspector: town.as(null, 'inspector'),
      principal: town.as(null, 'principal'),
    }
    villageId = (await clients.clerk.villages.list({ on })).find(({ name }) => name === village?.name)?.id ?? ''
  })
  afterAll(() => town.dispose())

  const report = (title = '村口路灯不亮') => ({ villageId, source: 'visit' as const, title, content: null, reporter: '徐大爷', phone: '13812345678', reportedOn: on })
  const events = (issueId: string) => town.app.read().select().from(serviceEvent).where(eq(serviceEvent.origin, `issue:${issueId}`)).all()

  test('recorded, dispatched, handled, not satisfied, handled again, satisfied: a service record is proposed once', async () => {
    const { clerk, desk, handler: doer } = clients
    const { id } = await clerk.issues.record(report())
    expect(await codeOf(clerk.issues.dispatch({ id, version: 1, moduleId: town.moduleId('enforce'), handlerId: null, due: '2026-04-20', note: null }))).toBe('forbidden')
    expect(await codeOf(clients.head.issues.dispatch({ id, version: 1, moduleId: town.moduleId('enforce'), handlerId: null, due: '2026-04-20', note: null }))).toBe('out_of_scope')
    expect(await codeOf(desk.issues.dispatch({ id, version: 1, moduleId: town.moduleId('enforce'), handlerId: town.staffId(recorder), due: '2026-04-20', note: null }))).toBe('invalid_input')
    expect(await codeOf(desk.issues.dispatch({ id, version: 1, moduleId: town.moduleId('enforce'), handlerId: null, due: '2026-04-05', note: null }))).toBe('invalid_input')
    let { version } = await desk.issues.dispatch({ id, version: 1, moduleId: town.moduleId('enforce'), handlerId: town.staffId(handler), due: '2026-04-20', note: '先断电再换' })
    expect(await codeOf(clients.colleague.issues.accept({ id, version }))).toBe('out_of_scope')
    expect(await codeOf(desk.issues.accept({ id, version }))).toBe('out_of_scope')
    version = (await doer.issues.accept({ id, version })).version
    expect(await codeOf(doer.issues.resolve({ id, version, result: '' }))).toBe('reason_required')
    expect((await clerk.issues.get({ id, on })).phone).toBe('138****5678')
    version = (await doer.issues.resolve({ id, version, result: '换了灯泡' })).version
    expect((await clerk.issues.get({ id, on })).phone).toBe('13812345678')
    expect(await codeOf(doer.issues.revisit({ id, version, satisfaction: 'satisfied', reason: '' }))).toBe('doer_verifies')
    expect(await codeOf(clients.head.issues.revisit({ id, version, satisfaction: 'satisfied', reason: '' }))).toBe('out_of_scope')
    expect(await codeOf(clerk.issues.revisit({ id, version, satisfaction: 'unsatisfied', reason: '' }))).toBe('reason_required')
    version = (await clerk.issues.revisit({ id, version, satisfaction: 'unsatisfied', reason: '第二天又灭了' })).version
    expect(await clerk.issues.get({ id, on })).toMatchObject({ state: 'handling', reworks: 1, satisfaction: 'unsatisfied', resolvedOn: null, nextPeople: [bundle.staff.find(({ code }) => code === handler)?.name] })
    version = (await doer.issues.resolve({ id, version, result: '线路重新接好' })).version
    expect(events(id)).toHaveLength(0)
    await clerk.issues.revisit({ id, version, satisfaction: 'basically', reason: '' })
    expect(events(id).map(({ staffId, kind, state, villageId: place, household }) => ({ staffId, kind, state, place, household }))).toEqual([{ staffId: town.staffId(handler), kind: 'issue', state: 'entered', place: villageId, household: `${(await clerk.issues.get({ id, on })).code} 徐大爷` }])
    const log = town.app.read().select().from(publicIssueLog).where(eq(publicIssueLog.issueId, id)).all()
    expect(log.map(({ action }) => action)).toEqual(['record', 'dispatch', 'accept', 'resolve', 'rework', 'resolve', 'close'])
    expect(await codeOf(doer.issues.resolve({ id, version: version + 1, result: 'x' }))).toBe('not_in_state')
  })

  test('当场办结, a wrong dispatch sent back, 不予受理 and taken up again', async () => {
    const { clerk, desk, head, inspector } = clients
    const { id } = await clerk.issues.record(report('咨询医保报销'))
    let { version } = await clerk.issues.settle({ id, version: 1, result: '当场代办' })
    expect(await codeOf(clerk.issues.revisit({ id, version, satisfaction: 'satisfied', reason: '' }))).toBe('doer_verifies')
    await desk.issues.revisit({ id, version, satisfaction: 'satisfied', reason: '' })
    const { id: other } = await clerk.issues.record(report('要求修路'))
    version = (await desk.issues.dispatch({ id: other, version: 1, moduleId: town.moduleId('enforce'), handlerId: null, due: '2026-04-30', note: null })).version
    expect(await codeOf(head.issues.sendBack({ id: other, version, reason: '' }))).toBe('reason_required')
    version = (await head.issues.sendBack({ id: other, version, reason: '属大经济' })).version
    expect(await desk.issues.get({ id: other, on })).toMatchObject({ state: 'recorded', moduleId: null, handlerId: null, due: null })
    version = (await inspector.issues.decline({ id: other, version, reason: '已在诉讼中' })).version
    expect(await codeOf(clerk.issues.reconsider({ id: other, version, reason: '已撤诉' }))).toBe('forbidden')
    expect(await desk.issues.reconsider({ id: other, version, reason: '已撤诉' })).toMatchObject({ state: 'recorded' })
  })

  test('each sees his own; the telephone number in full only who dispatches or handles it, and who may still correct it or has to ring', async () => {
    const { clerk, desk, head, handler: doer, colleague: other, principal } = clients
    const { id } = await clerk.issues.record(report('反映噪音扰民'))
    expect((await clerk.issues.get({ id, on })).phone).toBe('13812345678')
    const { version } = await desk.issues.dispatch({ id, version: 1, moduleId: town.moduleId('enforce'), handlerId: town.staffId(handler), due: '2026-04-20', note: null })
    const sees = async (client: typeof clerk) => (await client.issues.list({ on, limit: 1000 })).rows.some((row) => row.id === id)
    expect(await Promise.all([clerk, desk, head, doer, other, principal].map(sees))).toEqual([true, true, true, true, false, true])
    expect((await desk.issues.list({ on, limit: 1000 })).rows.find((row) => row.id === id)?.phone).toBe('138****5678')
    expect((await doer.issues.get({ id, on })).phone).toBe('13812345678')
    expect((await clerk.issues.get({ id, on })).phone).toBe('138****5678')
    expect(await codeOf(other.issues.get({ id, on }))).toBe('out_of_scope')
    expect((await desk.issues.list({ on, search: 'zyrm' })).rows.map((row) => row.id)).toEqual([id])
    expect(await codeOf(doer.issues.edit({ id, version, changes: { due: '2026-06-01' } }))).toBe('not_editable')
    expect(await codeOf(clerk.issues.edit({ id, version, changes: { title: '改' } }))).toBe('not_editable')
    const { applied, refused } = await desk.issues.editCells({ mode: 'good', rows: [{ id, version, changes: { title: '夜间噪音', due: '2026.4.25', village: '没有的村', handler: '查无此人' } }] })
    expect([applied.length, refused.map(({ field, message }) => [field, message.slice(0, 12)])]).toEqual([1, [['village', '“村社”填写有误：没有“'], ['handler', '“办理人”填写有误：花名']]])
  })

  test('班子成员 dispatch where they lead a module that keeps 民情事项', async () => {
    const { clerk, desk } = clients
    const leaderOf = (keeps: boolean) => bundle.staff.find(({ code, track }) => track === 'leader' && bundle.offices.some((row) => row.staff === code && row.office !== 'head' && row.to === null) && bundle.offices.some((row) => row.staff === code && row.office !== 'head' && row.module === 'govern' && row.to === null) === keeps)?.code ?? ''
    const { id } = await clerk.issues.record(report('桥面破损'))
    const dispatch = (code: string) => codeOf(town.as(code, 'leader').issues.dispatch({ id, version: 1, moduleId: town.moduleId('enforce'), handlerId: null, due: '2026-04-20', note: null }))
    expect([await dispatch(leaderOf(false)), await dispatch(leaderOf(true))]).toEqual(['out_of_scope', 'done'])
    expect(await codeOf(desk.issues.record({ ...report('旧账'), reportedOn: '1999-12-31' }))).toBe('invalid_input')
  })

  test('one that is too large becomes a draft order of its module, once', async () => {
    const { clerk, desk, head } = clients
    const { id } = await clerk.issues.record(report('山塘渗漏'))
    const { version } = await desk.issues.dispatch({ id, version: 1, moduleId: town.moduleId('enforce'), handlerId: null, due: '2026-05-20', note: null })
    expect(await codeOf(clerk.issues.toTask({ id, version, hosts: [town.staffId(recorder)], due: '2026-05-20' }))).toBe('out_of_scope')
    const { taskId } = await head.issues.toTask({ id, version, hosts: [town.staffId(handler)], due: '2026-05-20' })
    expect(await head.tasks.get({ id: taskId, on })).toMatchObject({ title: '山塘渗漏', form: 'assignment_order', state: 'draft', due: '2026-05-20' })
    expect((await head.issues.get({ id, on })).task).toMatchObject({ id: taskId, state: 'draft' })
    expect(await codeOf(head.issues.toTask({ id, version: version + 1, hosts: [town.staffId(handler)], due: '2026-05-20' }))).toBe('duplicate')
  })

  test('what cannot be is refused and changes nothing', async () => {
    const { clerk } = clients
    const before = town.app.read().select().from(publicIssue).all().length
    expect(await codeOf(clerk.issues.record({ ...report(), reportedOn: '2026-04-07' }))).toBe('invalid_input')
    expect(await codeOf(clerk.issues.record({ ...report(), villageId: town.moduleId('party') }))).toBe('not_found')
    expect(await codeOf(town.as(null, 'sysadmin').issues.record(report()))).toBe('forbidden')
    expect(town.app.read().select().from(publicIssue).all()).toHaveLength(before)
  })

  test('lights and turns in the database are those of the rules', () => {
    const people = [recorder, handler, headOf('govern'), headOf('enforce')].map((code) => town.staffId(code))
    const [me = '', other = ''] = people
    const standing = { staffId: me, roles: ['head'] as const, memberOf: [], heads: [town.moduleId('govern')], leads: [], teams: [], groups: [] }
    town.app.mutate({
      actor: 'test', action: 'test', areas: [], audit: () => ({ subject: null, detail: {} }),
      write(tx) {
        let seq = 1000
        for (const state of issueStates) {
          for (const [reportedOn, due] of [['2026-03-01', '2026-04-05'], ['2026-03-01', '2026-04-06'], ['2026-04-01', '2026-04-30'], ['2026-04-04', null], ['2026-04-03', '2026-04-10'], ['2025-12-01', '2026-04-20']] as const) {
            for (const [enteredBy, handlerId, moduleId] of [[me, null, null], [other, me, town.moduleId('enforce')], [me, other, town.moduleId('enforce')], [me, me, null], [null, null, town.moduleId('govern')], [other, other, null]] as const) {
              seq += 1
              tx.insert(publicIssue).values({ id: town.app.environment.newId(), code: `T${seq}`, seq, villageId, source: issueSources[seq % issueSources.length] ?? 'other', title: 't', reportedOn, due, state, enteredBy, handlerId, moduleId }).run()
            }
          }
        }
      },
    })
    const read = town.app.read()
    const rows = read.select().from(publicIssue).all()
    const ids = (where: ReturnType<typeof hasIssueLight>) => new Set(read.select({ id: publicIssue.id }).from(publicIssue).where(where).all().map(({ id }) => id))
    for (const light of lights) expect([light, [...ids(hasIssueLight(light, on))].sort()]).toEqual([light, rows.filter((row) => issueLightOf(row, on) === light).map(({ id }) => id).sort()])
    for (const step of waitedIssueSteps) {
      const mine = rows.filter((row) => {
        const next = nextStepOf(row)
        if (next?.action !== step) return false
        if (next.turn === 'desk') return row.handlerId !== me || step !== 'close'
        if (next.turn === 'module') return row.moduleId === standing.heads[0]
        return (next.turn === 'handler' ? row.handlerId : row.enteredBy) === me
      })
      expect([step, [...ids(issueWaitsFor(read, standing, step))].sort()]).toEqual([step, mine.map(({ id }) => id).sort()])
    }
  })
})
