import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplePdf } from '../../../../shared/domain/township/attachments/samples.testing.ts'
import { assignment } from '../../../db/schema/index.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

/** Modules in which neither the head nor the leader of the cast holds an office, each with its head and somebody who works nowhere else. */
const elsewhere = bundle.modules.flatMap(({ code }) => {
  const offices = bundle.offices.filter(({ module, to }) => module === code && to === null)
  const head = offices.find(({ office }) => office === 'head')?.staff
  const worker = bundle.staff.find((person) => {
    const held = bundle.assignments.filter(({ staff }) => staff === person.code)
    return person.track === 'staff' && person.code !== head && held.length === 1 && held[0]?.module === code && held[0].to === null
  })
  const isOfCast = offices.some(({ staff }) => staff === cast.head || staff === cast.leader)
  return code === cast.module || isOfCast || head === undefined || worker === undefined ? [] : [{ code, head, worker: worker.code }]
})

describe('a task of another module in which somebody of one’s own has a part', () => {
  let town: TestTownship
  let id: string
  let version = 0
  const [owner, third] = elsewhere
  if (owner === undefined || third === undefined) throw new Error('the demo has changed')
  const outside = () => ({ kind: 'outside', moduleId: town.moduleId(cast.module) }) as const
  const head = () => town.as(cast.head, 'clerk', 'head')
  const leader = () => town.as(cast.leader, 'clerk', 'leader')
  const thirdHead = () => town.as(third.head, 'clerk', 'head')

  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
  })
  afterAll(() => town.dispose())

  async function issued(title: string): Promise<string> {
    const parties = [{ staffId: town.staffId(owner?.worker ?? ''), role: 'host' as const }, { staffId: town.staffId(cast.own.code), role: 'cohost' as const }]
    const made = await town.asConsole().tasks.draft({ docNo: null, form: 'assignment_order', source: null, title, content: '联合执法', weight: 1, moduleId: town.moduleId(owner?.code ?? ''), leadStaffId: null, due: '2026-08-20', parties })
    await town.asConsole().tasks.propose({ id: made.id, version: 1 })
    version = (await town.asConsole().tasks.issue({ id: made.id, version: 2 })).version
    return made.id
  }

  test('it changes no figure of the module but what its person has in hand, nor what waits on the workbench', async () => {
    const client = head()
    const moduleId = town.moduleId(cast.module)
    const figures = async () => {
      const { workload, ...others } = await client.workbench.module({ moduleId })
      const { waiting, changes, lastLook, own } = await client.workbench.today()
      return { open: workload.find(({ staffId }) => staffId === town.staffId(cast.own.code))?.open ?? 0, others, today: { waiting, changes, lastLook, own }, reminders: await client.workbench.reminders() }
    }
    const listed = async () => [await client.tasks.list({ on, limit: 1, moduleId }), await client.tasks.list({ on, limit: 1 }), await client.tasks.list({ on, limit: 1, filters: [outside()] })].map(({ total }) => total)
    const [before, rows] = [await figures(), await listed()]
    id = await issued('渣土车联合整治')
    expect(await figures()).toEqual({ ...before, open: before.open + 1 })
    expect(await listed()).toEqual([rows[0], (rows[1] ?? 0) + 1, (rows[2] ?? 0) + 1])
  })

  test('whoever has a part in a module’s task counts in that module too', async () => {
    const { workload } = await town.as(owner.head, 'clerk', 'head').workbench.module({ moduleId: town.moduleId(owner.code) })
    expect(workload.map(({ staffId }) => staffId)).toEqual(expect.arrayContaining([town.staffId(cast.own.code), town.staffId(owner.worker)]))
  })

  test.each([['head', head], ['leader', leader]])('the %s of his module reads it with all that belongs to it, and is told who is next', async (_, client) => {
    const read = await client().tasks.get({ id, on })
    expect(read).toMatchObject({ moduleCode: owner.code, content: '联合执法', editable: [], mayAskExtension: false, mayPlan: false, mayFinish: false, mayConvert: false })
    expect(read.next).toContainEqual({ action: 'accept', people: [cast.own.name], part: cast.own.name })
    expect(read.log.length).toBeGreaterThan(0)
    expect((await client().tasks.list({ on, filters: [outside()] })).rows.find((row) => row.id === id)).toMatchObject({ moduleCode: owner.code, editable: [] })
    expect(await client().attachments.list({ owner: { kind: 'task', id } })).toMatchObject({ mayChange: false })
    const hit = (await client().search.find({ text: '渣土车联合整治', limit: 20 })).find((row) => row.id === id)
    expect(hit?.detail).toContain(bundle.modules.find(({ code }) => code === owner.code)?.name)
    expect((await client().tasks.weekly({ on, from: '2026-08-17', to: '2026-08-23' })).due.rows.map((row) => row.id)).toContain(id)
  })

  test('reading is all: no step, no edit, no plan, no extension, no file', async () => {
    const client = head()
    expect((await client.tasks.get({ id, on })).allowedSteps).toEqual([])
    const step = { id, version }
    const codes = [
      await codeOf(client.tasks.accept(step)),
      await codeOf(client.tasks.feedback({ ...step, progress: 10, text: '进展', evidence: [] })),
      await codeOf(client.tasks.submit({ ...step, evidence: [] })),
      await codeOf(client.tasks.review({ ...step, quality: 'good' })),
      await codeOf(client.tasks.rejectAtReview({ ...step, reason: '不行' })),
      await codeOf(client.tasks.edit({ ...step, changes: { title: '改' } })),
      await codeOf(client.tasks.setMilestones({ ...step, milestones: [] })),
      await codeOf(client.extensions.ask({ taskId: id, version, toDue: '2026-09-01', reason: '雨季' })),
      await codeOf(client.attachments.add({ owner: { kind: 'task', id }, file: new File([new Uint8Array(samplePdf)], 'a.pdf') })),
      await codeOf(leader().tasks.review({ ...step, quality: 'good' })),
    ]
    expect(codes).toEqual(codes.map(() => 'out_of_scope'))
    expect((await client.tasks.editCells({ rows: [{ ...step, changes: { title: '改' } }], mode: 'good' })).applied).toEqual([])
    expect((await client.tasks.stepMany({ tasks: [step], step: 'accept', mode: 'good' })).applied).toEqual([])
    expect(await town.asConsole().tasks.get({ id, on })).toMatchObject({ title: '渣土车联合整治', version })
  })

  test('a reply to its 督办单 is not his, but he reads the paper and the extension asked for', async () => {
    const { id: paper } = await town.asConsole().supervisions.issue({ taskId: id, level: 'yellow', docNo: null, demand: '限期办结', replyDue: '2026-07-20' })
    const shown = (await head().supervisions.list({ on, taskId: id, limit: 50 })).rows
    expect(shown).toMatchObject([{ id: paper, mayReply: false, maySettle: false }])
    expect(await codeOf(head().supervisions.reply({ id: paper, version: 1, reply: '已改' }))).toBe('out_of_scope')
    expect(await codeOf(head().attachments.list({ owner: { kind: 'supervision', id: paper } }))).toBe('done')
    expect(await codeOf(thirdHead().attachments.list({ owner: { kind: 'supervision', id: paper } }))).toBe('out_of_scope')
  })

  test('a third module’s head does not come to it, nor to a list of whom it concerns', async () => {
    const client = thirdHead()
    expect([await codeOf(client.tasks.get({ id, on })), await codeOf(client.attachments.list({ owner: { kind: 'task', id } }))]).toEqual(['out_of_scope', 'out_of_scope'])
    expect((await client.tasks.list({ on, limit: 1000, filters: [outside()] })).rows.map((row) => row.id)).not.toContain(id)
    expect((await client.supervisions.list({ on, taskId: id, limit: 50 })).rows).toEqual([])
  })

  test('once the person works in another module its head reads it, and the old one does not, whatever day he names', async () => {
    town.app.mutate({
      actor: 'test', action: 'test.move', areas: [], audit: () => ({ subject: null, detail: {} }),
      write(tx) {
        const row = tx.select().from(assignment).where(eq(assignment.staffId, town.staffId(cast.own.code))).get()
        if (row === undefined) throw new Error('he works nowhere')
        tx.update(assignment).set({ to: '2026-07-07' }).where(eq(assignment.id, row.id)).run()
        tx.insert(assignment).values({ ...row, id: town.app.environment.newId(), seq: 90_000, moduleId: town.moduleId(third.code), from: on, to: null }).run()
      },
    })
    for (const client of [head(), leader()]) {
      expect([await codeOf(client.tasks.get({ id, on })), await codeOf(client.tasks.get({ id, on: '2026-07-01' }))]).toEqual(['out_of_scope', 'out_of_scope'])
      expect((await client.tasks.list({ on: '2026-07-01', limit: 1000 })).rows.map((row) => row.id)).not.toContain(id)
    }
    expect(await thirdHead().tasks.get({ id, on })).toMatchObject({ id })
  })
})
