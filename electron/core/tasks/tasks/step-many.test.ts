import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../../shared/contract/index.ts'
import { taskActions } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { auditEntry, taskLog } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

describe('one step of many tasks', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
  })
  afterAll(() => town.dispose())

  async function drafts(howMany: number, doer: string = cast.own.code) {
    const made: { id: string; version: number }[] = []
    for (let n = 0; n < howMany; n += 1) {
      const { id } = await town.asConsole().tasks.draft({ docNo: null, form: 'memo', source: null, title: `批量第${n}件`, content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2026-08-20', parties: [{ staffId: town.staffId(doer), role: 'host' }] })
      made.push({ id, version: 1 })
    }
    return made
  }
  const states = async (rows: readonly { readonly id: string }[]) => Promise.all(rows.map(async ({ id }) => (await town.asConsole().tasks.get({ id, on })).state))

  test('the whole way of ten tasks, each step by whoever takes it, with the effects of the single step', async () => {
    let rows = await drafts(10)
    const step = async (client: ReturnType<TestTownship['as']>, name: 'propose' | 'issue' | 'accept' | 'submit' | 'review' | 'verify' | 'closeOut', more: { quality?: 'good' } = {}) => {
      const { applied, refused } = await client.tasks.stepMany({ tasks: rows, step: name, mode: 'all', ...more })
      expect([name, refused]).toEqual([name, []])
      rows = applied
    }
    const clerk = town.as(cast.own.code, 'clerk')
    const inspector = town.as(null, 'inspector')
    await step(clerk, 'propose')
    await step(town.as(cast.head, 'head'), 'issue')
    await step(clerk, 'accept')
    town.clock.now = '2026-07-10T02:00:00.000Z'
    await step(clerk, 'submit')
    await step(town.as(cast.head, 'head'), 'review', { quality: 'good' })
    await step(inspector, 'verify')
    const audits = town.app.read().select().from(auditEntry).all().length
    await step(inspector, 'closeOut')
    expect(new Set(await states(rows))).toEqual(new Set(['closed']))
    const { issuedOn, completedOn, quality, progress, version, log } = await town.asConsole().tasks.get({ id: rows[0]?.id ?? '', on })
    expect({ issuedOn, completedOn, quality, progress, version, log: log.map(({ action }) => action) }).toEqual({ issuedOn: on, completedOn: '2026-07-10', quality: 'good', progress: 100, version: 8, log: ['propose', 'issue', 'accept', 'submit', 'review', 'verify', 'closeOut'] })
    const last = town.app.read().select().from(auditEntry).all().at(-1)
    expect([last?.action, last?.seq]).toEqual(['tasks.closeOut', audits + 1])
    expect(JSON.parse(last?.detail ?? '')).toMatchObject({ rows: rows.map(({ id }) => ({ id, state: 'closed' })), refused: [] })
    town.clock.now = `${on}T02:00:00.000Z`
  })

  test('rows that may not take it are refused each with the reason; all takes none, good the rest', async () => {
    const [fine, stale] = await drafts(2)
    const [own] = await drafts(1, cast.head)
    const tasks = [fine, stale, own].flatMap((row) => row ?? [])
    await town.asConsole().tasks.stepMany({ tasks, step: 'propose', mode: 'all' })
    const closed = (await town.asConsole().tasks.list({ on, filters: [{ kind: 'choice', field: 'state', oneOf: ['closed'] }], moduleId: town.moduleId(cast.module), limit: 1 })).rows[0]
    const foreign = (await town.asConsole().tasks.list({ on, moduleId: town.moduleId(cast.otherModule), limit: 1 })).rows[0]
    const given = [
      { id: fine?.id ?? '', version: 2 },
      { id: stale?.id ?? '', version: 1 },
      { id: own?.id ?? '', version: 2 },
      { id: closed?.id ?? '', version: closed?.version ?? 1 },
      { id: foreign?.id ?? '', version: foreign?.version ?? 1 },
      { id: town.staffId(cast.head), version: 1 },
    ]
    const head = town.as(cast.head, 'head')
    const logs = town.app.read().select().from(taskLog).all().length
    const all = await head.tasks.stepMany({ tasks: given, step: 'issue', mode: 'all' })
    expect([all.applied, all.refused.map(({ code }) => code), town.app.read().select().from(taskLog).all().length]).toEqual([[], ['changed_meanwhile', 'doer_verifies', 'not_in_state', 'out_of_scope', 'not_found'], logs])
    expect(all.refused[2]?.message).toBe('当前为“已销号”，不能签发。')
    const good = await head.tasks.stepMany({ tasks: given, step: 'issue', mode: 'good' })
    expect([good.applied, good.refused]).toEqual([[{ id: fine?.id, version: 3 }], all.refused])
    const last = JSON.parse(town.app.read().select().from(auditEntry).all().at(-1)?.detail ?? '')
    expect(last.refused).toEqual([{ id: own?.id, code: 'doer_verifies' }, { id: foreign?.id, code: 'out_of_scope' }])
  })

  test('a step asks for what the single step asks for: the capability, the reason, the quality', async () => {
    const tasks = await drafts(2)
    const call = (client: ReturnType<TestTownship['as']>, step: 'verify' | 'revoke' | 'review') => codeOf(client.tasks.stepMany({ tasks, step, mode: 'all' }))
    expect([await call(town.as(cast.own.code, 'clerk'), 'verify'), await call(town.as(cast.head, 'head'), 'revoke'), await call(town.as(null, 'inspector'), 'review')]).toEqual(['forbidden', 'forbidden', 'forbidden'])
    expect((await town.asConsole().tasks.stepMany({ tasks, step: 'revoke', mode: 'all' })).refused.map(({ code }) => code)).toEqual(['reason_required', 'reason_required'])
    expect((await town.asConsole().tasks.stepMany({ tasks, step: 'revoke', mode: 'all', reason: '重复交办' })).applied).toHaveLength(2)
    const submitted = (await town.asConsole().tasks.list({ on, filters: [{ kind: 'choice', field: 'state', oneOf: ['submitted'] }], limit: 3 })).rows.map(({ id, version }) => ({ id, version }))
    expect(submitted.length).toBeGreaterThan(0)
    expect(new Set((await town.asConsole().tasks.stepMany({ tasks: submitted, step: 'review', mode: 'all' })).refused.map(({ code }) => code))).toEqual(new Set(['invalid_input']))
  })

  test('what is offered can be done, and what can be done is offered', async () => {
    const [row] = await drafts(1)
    const id = row?.id ?? ''
    const people = { doer: town.as(cast.own.code, 'clerk'), head: town.as(cast.head, 'head'), inspector: town.as(null, 'inspector'), auditor: town.as(null, 'auditor') }
    const offered = async () => ({
      doer: (await people.doer.tasks.get({ id, on })).allowedSteps,
      head: (await people.head.tasks.get({ id, on })).allowedSteps,
      inspector: (await people.inspector.tasks.get({ id, on })).allowedSteps,
    })
    expect(await offered()).toEqual({ doer: ['propose'], head: ['propose'], inspector: ['propose', 'revoke'] })
    await people.doer.tasks.propose({ id, version: 1 })
    expect(await offered()).toEqual({ doer: ['sendBack'], head: ['sendBack', 'issue'], inspector: ['sendBack', 'issue', 'revoke'] })
    await people.head.tasks.issue({ id, version: 2 })
    await people.doer.tasks.accept({ id, version: 3 })
    expect(await offered()).toEqual({ doer: ['feedback', 'submit'], head: ['feedback', 'submit'], inspector: ['feedback', 'submit', 'suspend', 'revoke'] })
    await people.doer.tasks.submit({ id, version: 4 })
    expect(await offered()).toEqual({ doer: [], head: ['review', 'rejectAtReview'], inspector: [] })
    await people.head.tasks.review({ id, version: 5, quality: 'good' })
    expect(await offered()).toEqual({ doer: [], head: [], inspector: ['verify', 'rejectAtVerification'] })
    expect(await codeOf(people.auditor.tasks.get({ id, on }))).toBe('forbidden')
    expect(taskActions.every((action) => action in contract.tasks)).toBe(true)
  })

  test('a party that has handed in its part is offered no second submission', async () => {
    const parties = [cast.own, cast.other].map(({ code }) => ({ staffId: town.staffId(code), role: 'host' as const }))
    const { id } = await town.asConsole().tasks.draft({ docNo: null, form: 'memo', source: null, title: '两人的事', content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2026-08-20', parties })
    await town.asConsole().tasks.propose({ id, version: 1 })
    await town.asConsole().tasks.issue({ id, version: 2 })
    await town.asConsole().tasks.accept({ id, version: 3 })
    await town.as(cast.own.code, 'clerk').tasks.submit({ id, version: 4 })
    const steps = async (code: string) => (await town.as(code, 'clerk').tasks.get({ id, on })).allowedSteps
    expect([await steps(cast.own.code), await steps(cast.other.code)]).toEqual([[], ['feedback', 'submit']])
  })
})
