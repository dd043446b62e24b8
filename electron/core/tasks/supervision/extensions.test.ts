import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { taskUnderWay } from '../../testing/task-under-way.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

type Client = ReturnType<TestTownship['as']>

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(bundle)
  town.clock.now = `${on}T02:00:00.000Z`
})
afterAll(() => town.dispose())

const get = (id: string) => town.asConsole().tasks.get({ id, on })
const versionOf = async (id: string) => (await get(id)).version
const namesOf = async (id: string, action: string) => (await get(id)).next.find((step) => step.action === action)?.people

/** A task of host and co-host that both have accepted. */
const underWay = (due = '2026-07-20') => taskUnderWay(town, { title: '河道清淤', moduleId: town.moduleId(cast.module), due, parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }, { staffId: town.staffId(cast.other.code), role: 'cohost' }] })

async function ask(client: Client, taskId: string, toDue = '2026-07-30'): Promise<string> {
  return (await client.extensions.ask({ taskId, version: await versionOf(taskId), toDue, reason: '等待批复' })).id
}

const rowOf = async (client: Client, taskId: string) => (await client.extensions.list({ taskId })).rows[0]
const waitingOf = async (client: Client) => (await client.workbench.today()).supervision.extensions.total

describe('an extension that nobody has decided', () => {
  test('stays while one part is still to be done, and goes with the submission of the last, with a line in the log', async () => {
    const inspector = town.as(null, 'inspector')
    const before = await waitingOf(inspector)
    const id = await underWay()
    const asked = await ask(town.as(cast.head, 'head'), id)
    await town.as(cast.own.code, 'clerk').tasks.submit({ id, version: await versionOf(id), text: '办完了' })
    expect([(await rowOf(inspector, id))?.state, await waitingOf(inspector)]).toEqual(['asked', before + 1])
    await town.as(cast.other.code, 'clerk').tasks.submit({ id, version: await versionOf(id), text: '办完了' })
    expect(await rowOf(inspector, id)).toMatchObject({ state: 'withdrawn', answer: '任务转为待模块审，申请随之撤回', mayDecide: false, decidedBy: cast.other.name })
    const { next, log, due } = await get(id)
    expect([next.map(({ action }) => action), due, await waitingOf(inspector)]).toEqual([['review', 'review'], '2026-07-20', before])
    expect(log.slice(-2).map(({ action, toState, reason }) => [action, toState, reason])).toEqual([['submit', 'submitted', '办完了'], ['withdrawExtension', 'submitted', '2026-07-20 → 2026-07-30：任务转为待模块审，申请随之撤回']])
    expect(await codeOf(inspector.extensions.decide({ id: asked, version: 2, isGranted: true, answer: '' }))).toBe('not_in_state')
  })

  test('goes with a revocation; a task put aside keeps it, but waits for nobody to decide it', async () => {
    const inspector = town.as(null, 'inspector')
    const before = await waitingOf(inspector)
    const id = await underWay()
    const asked = await ask(town.as(cast.head, 'head'), id)
    await inspector.tasks.suspend({ id, version: await versionOf(id), reason: '汛期' })
    expect([(await rowOf(inspector, id))?.state, (await get(id)).next.map(({ action }) => action), await waitingOf(inspector)]).toEqual(['asked', ['resume'], before])
    const refused = await inspector.extensions.decide({ id: asked, version: 1, isGranted: true, answer: '' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ message: '当前为“中止”，不能审批延期。' })
    await inspector.tasks.revoke({ id, version: await versionOf(id), reason: '不办了' })
    expect([(await rowOf(inspector, id))?.state, (await get(id)).next, await waitingOf(inspector)]).toEqual(['withdrawn', [], before])
  })
})

describe('whoever asks for an extension', () => {
  test('does not decide it, is not offered to, and is not waited for', async () => {
    const both = town.as(cast.head, 'head', 'leader')
    const before = await waitingOf(both)
    const id = await underWay()
    const asked = await ask(both, id)
    expect([(await rowOf(both, id))?.mayDecide, await waitingOf(both)]).toEqual([false, before])
    expect(await codeOf(both.extensions.decide({ id: asked, version: 1, isGranted: true, answer: '' }))).toBe('same_hand')
    expect(await codeOf(both.extensions.decide({ id: asked, version: 1, isGranted: false, answer: '不必' }))).toBe('same_hand')
    expect((await get(id)).due).toBe('2026-07-20')
    const leader = town.as(cast.leader, 'leader')
    expect((await rowOf(leader, id))?.mayDecide).toBe(true)
    await leader.extensions.decide({ id: asked, version: 1, isGranted: true, answer: '' })
    expect((await get(id)).due).toBe('2026-07-30')
  })

  test('is not named as the one to decide', async () => {
    const id = await underWay()
    const askerInspects = town.as(cast.head, 'head', 'inspector')
    await ask(askerInspects, id)
    const head = bundle.staff.find(({ code }) => code === cast.head)?.name
    expect(await namesOf(id, 'decideExtension')).not.toContain(head)
    expect((await namesOf(id, 'decideExtension'))?.length).toBeGreaterThan(0)
  })
})

test('a granted extension moves the 节点 that are still open by the same days; a refused one moves nothing', async () => {
  const id = await underWay()
  const inspector = town.as(null, 'inspector')
  await inspector.tasks.setMilestones({ id, version: await versionOf(id), milestones: [{ name: '摸底', due: '2026-07-10', note: null }, { name: '清淤', due: '2026-07-18', note: null }] })
  await inspector.tasks.finishMilestone({ id, version: await versionOf(id), milestoneId: (await get(id)).milestones[0]?.id ?? '', doneOn: on })
  const head = town.as(cast.head, 'head')
  const days = async () => (await get(id)).milestones.map(({ due }) => due)
  await inspector.extensions.decide({ id: await ask(head, id), version: 1, isGranted: false, answer: '不必' })
  expect(await days()).toEqual(['2026-07-10', '2026-07-18'])
  await inspector.extensions.decide({ id: await ask(head, id), version: 1, isGranted: true, answer: '' })
  expect(await days()).toEqual(['2026-07-10', '2026-07-28'])
})
