import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Area } from '../../../../shared/contract/procedure.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

describe('saved views', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(emptyDemo())
  })
  afterAll(() => town.dispose())

  test('are kept per account and grid; the same name overwrites', async () => {
    const [one, other] = [town.as(null, 'inspector'), town.as(null, 'inspector')]
    const saved = await one.views.save({ grid: 'tasks', name: '超期', state: '{"a":1}' })
    await one.views.save({ grid: 'people', name: '超期', state: '[]' })
    expect(await one.views.save({ grid: 'tasks', name: '超期', state: '{"a":2}' })).toEqual({ id: saved.id, version: 2 })
    await one.views.save({ grid: 'tasks', name: '本月', state: '{}' })
    expect((await one.views.list({ grid: 'tasks' })).map(({ name, state, version }) => [name, state, version])).toEqual([['超期', '{"a":2}', 2], ['本月', '{}', 1]])
    expect(await other.views.list({ grid: 'tasks' })).toEqual([])
    expect(await codeOf(other.views.remove({ id: saved.id }))).toBe('not_found')
    await one.views.remove({ id: saved.id })
    expect((await one.views.list({ grid: 'tasks' })).map(({ name }) => name)).toEqual(['本月'])
  })

  test('are JSON of at most 20 kB', async () => {
    const client = town.as(null, 'clerk')
    const save = (state: string) => codeOf(client.views.save({ grid: 'tasks', name: '大', state }))
    expect([await save('{'), await save(JSON.stringify('长'.repeat(20_000))), await save(JSON.stringify('长'.repeat(19_000)))]).toEqual(['invalid_input', 'invalid_input', 'done'])
  })

  test('the console has none; a change tells of the area', async () => {
    const heard: Area[] = []
    const client = town.as(null, 'clerk')
    const stop = town.app.feed.subscribe((areas) => heard.push(...areas))
    await client.views.save({ grid: 'tasks', name: '看', state: '1' })
    expect(heard).toEqual(['view', 'audit'])
    stop()
    expect([await town.asConsole().views.list({ grid: 'tasks' }), await codeOf(town.asConsole().views.save({ grid: 'tasks', name: '看', state: '1' }))]).toEqual([[], 'forbidden'])
  })
})
