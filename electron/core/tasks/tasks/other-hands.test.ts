import { afterAll, beforeAll, expect, test } from 'vitest'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { taskUnderWay } from '../../testing/task-under-way.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'
const nameOf = (code: string) => bundle.staff.find((person) => person.code === code)?.name ?? ''

type Client = ReturnType<TestTownship['as']>

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(bundle)
  town.clock.now = `${on}T02:00:00.000Z`
})
afterAll(() => town.dispose())

const underWay = () => taskUnderWay(town, { title: '走访企业', moduleId: town.moduleId(cast.module), due: '2026-07-20', parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }] })

const get = (id: string) => town.asConsole().tasks.get({ id, on })

/** What a caller finds waiting of one task: the steps on his workbench, whether his list has it, how many his badge counts more than before. */
async function waitsOf(client: Client, id: string) {
  const { waiting } = await client.workbench.today()
  const list = await client.tasks.list({ on, limit: 1000, filters: [{ kind: 'flag', flag: 'waitingForMe' }] })
  expect([waiting.reduce((sum, { count }) => sum + count, 0), (await client.workbench.reminders()).tasks]).toEqual([list.total, list.total])
  const { allowedSteps } = await client.tasks.get({ id, on })
  return { isWaited: list.rows.some((row) => row.id === id), allowedSteps }
}

test('a step waits for nobody whom an earlier one bars: neither by name, nor in his count, nor in his list', async () => {
  const deputyCode = bundle.offices.find(({ module, office, to }) => module === cast.module && office === 'deputy' && to === null)?.staff ?? ''
  const [head, deputy, leader] = [town.as(cast.head, 'head'), town.as(deputyCode, 'head'), town.as(cast.leader, 'leader')]
  const named = async (id: string) => (await get(id)).next.map(({ action, people }) => [action, people])
  const id = await underWay()
  await head.tasks.submit({ id, version: 4, text: '代为提交' })
  expect(await named(id)).toEqual([['review', [nameOf(deputyCode)]]])
  expect(await waitsOf(head, id)).toEqual({ isWaited: false, allowedSteps: [] })
  expect(await waitsOf(deputy, id)).toMatchObject({ isWaited: true, allowedSteps: expect.arrayContaining(['review']) })

  await leader.tasks.rejectAtReview({ id, version: 5, reason: '缺清单' })
  await deputy.tasks.submit({ id, version: 6, text: '代为提交' })
  const [[, reviewers] = []] = await named(id)
  expect([reviewers, await waitsOf(deputy, id)]).toEqual([expect.arrayContaining([nameOf(cast.leader)]), { isWaited: false, allowedSteps: [] }])

  await leader.tasks.review({ id, version: 7, quality: 'good' })
  const [[, verifiers] = []] = await named(id)
  expect([verifiers, await waitsOf(leader, id)]).toEqual([expect.not.arrayContaining([nameOf(cast.leader)]), expect.objectContaining({ isWaited: false })])
  expect(await waitsOf(town.as(null, 'inspector'), id)).toMatchObject({ isWaited: true, allowedSteps: expect.arrayContaining(['verify']) })
})
