import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry, staff, task } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

describe('edits of tasks', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
  })
  afterAll(() => town.dispose())

  let drafted = 0
  /** A draft of the cast's module, with the two of it as hosts. */
  async function draft(title = '核对台账') {
    drafted += 1
    const parties = [cast.own, cast.other].map(({ code }) => ({ staffId: town.staffId(code), role: 'host' as const }))
    const { id } = await town.asConsole().tasks.draft({ docNo: `测〔2026〕${drafted}号`, form: 'assignment_order', source: null, title, content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2026-08-20', parties })
    return id
  }

  async function issued() {
    const id = await draft()
    await town.asConsole().tasks.propose({ id, version: 1 })
    await town.asConsole().tasks.issue({ id, version: 2 })
    return id
  }

  const get = (id: string) => town.asConsole().tasks.get({ id, on })
  const lastAudit = () => town.app.read().select().from(auditEntry).all().at(-1)

  test('a paste changes many tasks at once, keeps old and new value of each cell, and finds them by their new title', async () => {
    const [first, second] = [await draft(), await draft()]
    const head = town.as(cast.head, 'head')
    const before = town.app.read().select().from(auditEntry).all().length
    const { applied, refused } = await head.tasks.editCells({
      mode: 'all',
      rows: [
        { id: first, version: 1, changes: { title: '清理积案', due: '2026年9月1日', weight: '3', form: '督办单', lead: bundle.staff.find(({ code }) => code === cast.leader)?.name ?? '' } },
        { id: second, version: 1, changes: { hosts: cast.other.name, cohosts: cast.own.name, weight: 2 } },
      ],
    })
    expect([applied, refused]).toEqual([[{ id: first, version: 2 }, { id: second, version: 2 }], []])
    const [one, two] = [await get(first), await get(second)]
    expect(one).toMatchObject({ title: '清理积案', due: '2026-09-01', weight: 3, form: 'supervision_order', leadStaffCode: cast.leader, version: 2 })
    expect(two.parties.map(({ staffCode, role }) => [staffCode, role])).toEqual([[cast.other.code, 'host'], [cast.own.code, 'cohost']])
    expect((await town.asConsole().tasks.list({ on, search: 'qljian' })).rows.map(({ id }) => id)).toContain(first)
    expect(town.app.read().select().from(auditEntry).all().length).toBe(before + 1)
    expect(lastAudit()).toMatchObject({ action: 'tasks.editCells' })
    expect(JSON.parse(lastAudit()?.detail ?? '')).toMatchObject({ rows: [{ id: first, changed: { weight: { from: 1, to: 3 }, due: { from: '2026-08-20', to: '2026-09-01' } } }, { id: second }], refused: [] })
  })

  test('undo is the same command with the old values', async () => {
    const id = await draft()
    const head = town.as(cast.head, 'head')
    const names = (await get(id)).parties.map(({ staffName, staffCode }) => `${staffName}（${staffCode}）`).join('、')
    await head.tasks.editCells({ mode: 'all', rows: [{ id, version: 1, changes: { hosts: cast.own.name, title: '另一件' } }] })
    const { applied } = await head.tasks.editCells({ mode: 'all', rows: [{ id, version: 2, changes: { hosts: names, title: '核对台账' } }] })
    expect(applied).toEqual([{ id, version: 3 }])
    expect((await get(id)).parties.map(({ staffCode }) => staffCode)).toEqual([cast.own.code, cast.other.code])
  })

  test('each refused cell says its field and the way out; good mode writes the rest, all mode nothing', async () => {
    const [good, bad] = [await draft(), await draft()]
    const taken = (await get(good)).docNo
    const input = {
      rows: [
        { id: good, version: 1, changes: { title: '写得对' } },
        { id: bad, version: 1, changes: { title: '', due: '2026-02-30', form: '通知', hosts: '查无此人', module: '大农业', docNo: taken, source: '县委', weight: '9' } },
      ],
    }
    const all = await town.asConsole().tasks.editCells({ ...input, mode: 'all' })
    expect([all.applied, (await get(good)).title, (await get(bad)).source]).toEqual([[], '核对台账', null])
    expect(all.refused.map(({ id, field, code }) => [id === bad, field, code])).toEqual([
      [true, 'form', 'not_in_list'],
      [true, 'title', 'empty'],
      [true, 'module', 'not_in_list'],
      [true, 'hosts', 'person_unknown'],
      [true, 'weight', 'not_in_list'],
      [true, 'due', 'not_a_day'],
      [true, 'docNo', 'duplicate'],
    ])
    expect(all.refused.find(({ field }) => field === 'hosts')?.message).toBe('“主办”填写有误：花名册里没有“查无此人”，请核对姓名或先登记。')
    const some = await town.asConsole().tasks.editCells({ ...input, mode: 'good' })
    expect([some.applied, some.refused]).toEqual([[{ id: good, version: 2 }, { id: bad, version: 2 }], all.refused])
    expect([(await get(good)).title, await get(bad)]).toEqual(['写得对', expect.objectContaining({ source: '县委', title: '核对台账', due: '2026-08-20' })])
  })

  test('a 文号 is given once, also within one paste', async () => {
    const [first, second] = [await draft(), await draft()]
    const { applied, refused } = await town.asConsole().tasks.editCells({ mode: 'good', rows: [first, second].map((id) => ({ id, version: 1, changes: { docNo: '同〔2026〕1号' } })) })
    expect([applied, refused.map(({ id, code }) => [id, code])]).toEqual([[{ id: first, version: 2 }], [[second, 'duplicate']]])
  })

  test('an ambiguous name asks for the number; one person is not both host and co-host', async () => {
    const namesake = { ...cast.foreign, name: cast.own.name }
    await town.asConsole().people.editCells({ mode: 'all', rows: [{ id: town.staffId(namesake.code), version: 1, changes: { name: cast.own.name } }] })
    const id = await draft()
    const edit = (changes: { hosts?: string; cohosts?: string }) => town.asConsole().tasks.editCells({ mode: 'all', rows: [{ id, version: 1, changes }] })
    const ambiguous = (await edit({ hosts: cast.own.name })).refused
    expect(ambiguous.map(({ code }) => code)).toEqual(['person_ambiguous'])
    expect(ambiguous[0]?.message).toContain(`${cast.own.name}（${cast.own.code}）`)
    expect((await edit({ cohosts: `${cast.own.name}(${cast.own.code})` })).refused.map(({ field, code }) => [field, code])).toEqual([['cohosts', 'person_twice']])
    expect((await edit({ hosts: `${cast.own.name}（${cast.moduleName}）` })).applied).toEqual([{ id, version: 2 }])
    await town.asConsole().people.editCells({ mode: 'all', rows: [{ id: town.staffId(cast.foreign.code), version: 2, changes: { name: cast.foreign.name } }] })
  })

  test('a stale version, a missing task, and cells that change nothing', async () => {
    const id = await draft()
    await town.asConsole().tasks.editCells({ mode: 'all', rows: [{ id, version: 1, changes: { title: '改过' } }] })
    const missing = town.staffId(cast.own.code)
    const { applied, refused } = await town.asConsole().tasks.editCells({ mode: 'good', rows: [{ id, version: 1, changes: { title: '再改' } }, { id: missing, version: 1, changes: { title: '没有' } }] })
    expect([applied, refused.map(({ field, code }) => [field, code])]).toEqual([[], [[null, 'changed_meanwhile'], [null, 'not_found']]])
    const before = lastAudit()?.seq
    expect(await town.asConsole().tasks.editCells({ mode: 'all', rows: [{ id, version: 2, changes: { title: '改过', weight: '1', lead: null } }] })).toEqual({ applied: [], refused: [] })
    expect(lastAudit()?.seq).toBe(before)
  })

  describe('who may edit what', () => {
    test('once issued: wording by the module, 权重 by 督考, 时限 by 延期 alone, nothing by a doer; each change stands in the log of the task', async () => {
      const id = await issued()
      const seen = async (client: ReturnType<TestTownship['as']>) => (await client.tasks.get({ id, on })).editable
      const head = town.as(cast.head, 'head')
      expect([await seen(head), await seen(town.as(cast.own.code, 'clerk')), await seen(town.as(cast.own.code, 'clerk', 'leader'))]).toEqual([['docNo', 'source', 'title', 'content', 'lead', 'group'], [], []])
      const { applied, refused } = await head.tasks.editCells({ mode: 'good', rows: [{ id, version: 3, changes: { title: '改题目', due: '2026-12-31', weight: '3', hosts: cast.own.name } }] })
      expect([applied, refused.map(({ field, code }) => [field, code])]).toEqual([[{ id, version: 4 }], [['hosts', 'not_editable'], ['weight', 'not_editable'], ['due', 'not_editable']]])
      expect(refused[2]?.message).toBe('“办理时限”不能修改：任务已签发，时限只能通过延期调整，请由模块长申请延期。')
      const inspector = town.as(null, 'inspector')
      expect((await inspector.tasks.editCells({ mode: 'all', rows: [{ id, version: 4, changes: { due: '2026-12-31' } }] })).refused.map(({ code }) => code)).toEqual(['not_editable'])
      await inspector.tasks.editCells({ mode: 'all', rows: [{ id, version: 4, changes: { weight: '3' } }] })
      const { weight, due, log } = await get(id)
      expect([weight, due, log.at(-1)]).toEqual([3, '2026-08-20', expect.objectContaining({ action: 'edit', fromState: 'issued', toState: 'issued', reason: '权重：1 → 3' })])
    })

    test('nothing after 办结', async () => {
      const done = (await town.asConsole().tasks.list({ on, filters: [{ kind: 'choice', field: 'state', oneOf: ['completed', 'closed'] }], limit: 1 })).rows[0]
      expect(done?.editable).toEqual([])
      const { refused } = await town.asConsole().tasks.editCells({ mode: 'all', rows: [{ id: done?.id ?? '', version: done?.version ?? 0, changes: { title: '改', docNo: '改号', weight: '3' } }] })
      expect(refused.filter(({ code }) => code === 'not_editable').map(({ field }) => field)).toEqual(expect.arrayContaining(['docNo', 'title']))
    })

    test('another module’s task is out of scope, also as the target of a move, and the log keeps the attempt', async () => {
      const id = await draft()
      const foreignHead = bundle.offices.find(({ module, office, to }) => module === cast.otherModule && office === 'head' && to === null)?.staff ?? ''
      const otherName = bundle.modules.find(({ code }) => code === cast.otherModule)?.name ?? ''
      const outside = await town.as(foreignHead, 'head').tasks.editCells({ mode: 'good', rows: [{ id, version: 1, changes: { title: '抢来' } }] })
      expect(outside.refused.map(({ field, code }) => [field, code])).toEqual([[null, 'out_of_scope']])
      expect(JSON.parse(lastAudit()?.detail ?? '')).toEqual({ rows: [], refused: [{ id, code: 'out_of_scope' }] })
      const moved = await town.as(cast.head, 'head').tasks.editCells({ mode: 'all', rows: [{ id, version: 1, changes: { module: otherName } }] })
      expect(moved.refused.map(({ field, code }) => [field, code])).toEqual([['module', 'out_of_scope']])
      expect((await town.asConsole().tasks.editCells({ mode: 'all', rows: [{ id, version: 1, changes: { module: otherName } }] })).applied).toEqual([{ id, version: 2 }])
    })

    test('a clerk edits his own draft, but puts nobody else to work', async () => {
      const clerk = town.as(cast.own.code, 'clerk')
      const { id } = await clerk.tasks.draft({ docNo: null, form: 'memo', source: null, title: '自己的事', content: null, weight: 1, moduleId: town.moduleId(cast.module), leadStaffId: null, due: '2026-08-01', parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }] })
      const { applied, refused } = await clerk.tasks.editCells({ mode: 'good', rows: [{ id, version: 1, changes: { title: '自己的小事', cohosts: cast.other.name } }] })
      expect([applied, refused.map(({ field, code }) => [field, code])]).toEqual([[{ id, version: 2 }], [['cohosts', 'out_of_scope']]])
    })
  })

  describe('the form', () => {
    test('writes by the same rules, and throws the first refusal with all of them', async () => {
      const id = await draft()
      const head = town.as(cast.head, 'head')
      expect(await head.tasks.edit({ id, version: 1, changes: { title: '表单改的', due: '2026-10-01', parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }] } })).toEqual({ version: 2 })
      expect(await get(id)).toMatchObject({ title: '表单改的', due: '2026-10-01', parties: [{ staffCode: cast.own.code }] })
      const codes = [
        await codeOf(head.tasks.edit({ id, version: 1, changes: { title: '旧的' } })),
        await codeOf(head.tasks.edit({ id, version: 2, changes: { moduleId: town.moduleId(cast.otherModule) } })),
        await codeOf(head.tasks.edit({ id, version: 2, changes: { leadStaffId: town.moduleId(cast.module) } })),
        await codeOf(head.tasks.edit({ id, version: 2, changes: { docNo: bundle.tasks.find(({ docNo }) => docNo !== null)?.docNo ?? null } })),
        await codeOf(head.tasks.edit({ id: await issued(), version: 3, changes: { weight: 3 } })),
      ]
      expect(codes).toEqual(['changed_meanwhile', 'out_of_scope', 'not_found', 'duplicate', 'not_editable'])
      expect(await head.tasks.edit({ id, version: 2, changes: {} })).toEqual({ version: 2 })
    })

    test('nobody who has left is put on a task, as host, co-host or 牵头领导, in a new draft or a changed one; who left since stays', async () => {
      const id = await draft()
      const [gone, since] = [town.staffId(cast.foreign.code), town.staffId(cast.own.code)]
      town.app.mutate({ actor: 'test', action: 'test.leave', areas: ['staff'], write: (tx) => tx.update(staff).set({ leftOn: '2026-06-30' }).where(inArray(staff.id, [gone, since])).run(), audit: () => ({ subject: null, detail: {} }) })
      const client = town.asConsole()
      const sentence = `${cast.foreign.name}”已于 2026-06-30 离任，请改选当日在任的人员。`
      const kept = [{ staffId: since, role: 'host' as const }]
      const edits = [{ leadStaffId: gone }, { parties: [{ staffId: gone, role: 'host' as const }] }, { parties: [...kept, { staffId: gone, role: 'cohost' as const }] }]
      for (const [place, field] of ['牵头领导', '主办', '协办'].entries()) {
        const refused = await client.tasks.edit({ id, version: 1, changes: edits[place] ?? {} }).catch((error: unknown) => error)
        expect(refused).toMatchObject({ message: `“${field}”填写有误：“${sentence}` })
      }
      const drafted = { docNo: null, form: 'memo' as const, source: null, title: '新稿', content: null, weight: 1 as const, moduleId: town.moduleId(cast.module), due: '2026-08-20' }
      const others = [{ staffId: town.staffId(cast.other.code), role: 'host' as const }]
      expect(await client.tasks.draft({ ...drafted, leadStaffId: gone, parties: others }).catch((error: unknown) => error)).toMatchObject({ message: `“牵头领导”填写有误：“${sentence}` })
      expect(await client.tasks.draft({ ...drafted, leadStaffId: null, parties: [{ staffId: gone, role: 'host' }] }).catch((error: unknown) => error)).toMatchObject({ message: `“承办人”填写有误：“${sentence}` })
      expect(await client.tasks.edit({ id, version: 1, changes: { title: '改题', parties: kept } })).toEqual({ version: 2 })
      town.app.mutate({ actor: 'test', action: 'test.return', areas: ['staff'], write: (tx) => tx.update(staff).set({ leftOn: null }).where(inArray(staff.id, [gone, since])).run(), audit: () => ({ subject: null, detail: {} }) })
    })
  })

  test('a row is named once in a paste, and no more than 1000 of them', async () => {
    const id = await draft()
    const row = { id, version: 1, changes: { title: '改' } }
    expect(await codeOf(town.asConsole().tasks.editCells({ mode: 'all', rows: [row, row] }))).toBe('invalid_input')
    const many = Array.from({ length: 1001 }, () => ({ ...row, id: town.app.environment.newId() }))
    expect(await codeOf(town.asConsole().tasks.editCells({ mode: 'all', rows: many }))).toBe('invalid_input')
    expect(town.app.read().select().from(task).where(eq(task.id, id)).get()?.title).toBe('核对台账')
  })
})
