import { afterAll, beforeAll, expect, test } from 'vitest'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { taskUnderWay } from '../../testing/task-under-way.testing.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

let town: TestTownship
beforeAll(async () => {
  town = await testTownship(bundle)
  town.clock.now = `${on}T02:00:00.000Z`
})
afterAll(() => town.dispose())

/** A task of two that both have accepted; its version is 4. */
const underWay = () => taskUnderWay(town, { title: '清查台账', moduleId: town.moduleId(cast.module), due: '2026-07-20', parties: [{ staffId: town.staffId(cast.own.code), role: 'host' }, { staffId: town.staffId(cast.other.code), role: 'cohost' }] })

const progressOf = async (id: string) => (await town.asConsole().tasks.get({ id, on })).progress

test('驳回 gives back the 进度 that was reported last, however often; 重开 begins at nothing', async () => {
  const id = await underWay()
  const [host, cohost, head, inspector] = [town.as(cast.own.code, 'clerk'), town.as(cast.other.code, 'clerk'), town.as(cast.head, 'head'), town.as(null, 'inspector')]
  await host.tasks.feedback({ id, version: 4, progress: 60, text: '过半' })
  await host.tasks.submit({ id, version: 5, text: '' })
  await cohost.tasks.submit({ id, version: 6, text: '' })
  expect(await progressOf(id)).toBe(100)
  await head.tasks.rejectAtReview({ id, version: 7, reason: '缺清单', parties: [town.staffId(cast.own.code)] })
  expect(await progressOf(id)).toBe(60)
  await host.tasks.submit({ id, version: 8, text: '' })
  await head.tasks.review({ id, version: 9, quality: 'good' })
  await inspector.tasks.rejectAtVerification({ id, version: 10, reason: '不实' })
  expect(await progressOf(id)).toBe(60)
  await host.tasks.submit({ id, version: 11, text: '' })
  await cohost.tasks.submit({ id, version: 12, text: '' })
  await head.tasks.review({ id, version: 13, quality: 'good' })
  await inspector.tasks.verify({ id, version: 14 })
  await inspector.tasks.reopen({ id, version: 15, reason: '重做' })
  await host.tasks.submit({ id, version: 16, text: '' })
  await cohost.tasks.submit({ id, version: 17, text: '' })
  await head.tasks.rejectAtReview({ id, version: 18, reason: '仍不实' })
  expect(await progressOf(id)).toBe(0)
})
