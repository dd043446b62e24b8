import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

describe('the audit log as it is read', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(smallTown())
    town.clock.now = '2026-04-06T15:59:59.000Z'
    await town.asConsole().plans.fromPreset({ preset: 'additive', name: '甲方案' })
    town.clock.now = '2026-04-06T16:00:00.000Z'
    await town.asConsole().organisation.addPost({ name: '信访岗', score: '18', coefficient: null, workload: null, difficulty: null, risk: null })
    await codeOf(town.as('A1', 'clerk').system.accounts())
  })
  afterAll(() => town.dispose())

  const auditor = () => town.as(null, 'auditor')
  const find = async (filter: Parameters<ReturnType<typeof auditor>['system']['audit']>[0]) => {
    const { rows, total } = await auditor().system.audit(filter)
    return { total, rows: rows.filter(({ action }) => !action.startsWith('test.')).map(({ actionName, subjectName }) => [actionName, subjectName]) }
  }

  test('names actions and subjects, the newest first', async () => {
    expect((await find({})).rows).toEqual([['越权被拒', 'system.accounts'], ['新增岗位', '信访岗'], ['新建考评方案', '甲方案'], ['建立乡镇数据', null]])
  })

  test('is filtered by actor, action, words anywhere, and days in China', async () => {
    expect({
      actor: (await find({ actor: 'console' })).rows.length,
      action: (await find({ action: 'organisation.addPost' })).rows,
      name: (await find({ text: '信访' })).rows,
      wildcard: (await find({ text: '%' })).rows,
      upTo: (await find({ to: '2026-04-06' })).rows.length,
      from: (await find({ from: '2026-04-07', actor: 'console' })).rows,
      none: (await find({ from: '2026-04-08' })).rows.length,
    }).toEqual({ actor: 3, action: [['新增岗位', '信访岗']], name: [['新增岗位', '信访岗']], wildcard: [], upTo: 2, from: [['新增岗位', '信访岗']], none: 0 })
  })

  test('a row has a summary, and an entry is opened whole; what is not there is not found', async () => {
    const note = '长'.repeat(3000)
    town.app.mutate({ actor: 'test', action: 'test.large', areas: [], write: () => null, audit: () => ({ subject: null, detail: { rows: Array.from({ length: 300 }, () => ({ note })) } }) })
    const page = await auditor().system.audit({ action: 'test.large' })
    expect([page.rows.map(({ summary }) => summary), JSON.stringify(page).length < 1000]).toEqual([[[{ kind: 'items', key: 'rows', count: 300 }]], true])
    expect(await auditor().system.auditDetail({ seq: page.rows[0]?.seq ?? 0 })).toEqual({ detail: { rows: Array.from({ length: 300 }, () => ({ note })) } })
    expect([await codeOf(auditor().system.auditDetail({ seq: 9999 })), await codeOf(town.as(null, 'sysadmin').system.auditDetail({ seq: 1 }))]).toEqual(['not_found', 'forbidden'])
  })

  test('comes in pages, and offers what there is to choose from', async () => {
    const { total } = await find({})
    const page = await auditor().system.audit({ offset: 1, limit: 2 })
    expect([page.rows.length, page.total >= total]).toEqual([2, true])
    const { actors, actions } = await auditor().system.auditChoices()
    expect([actors.includes('console'), actions.find(({ action }) => action === 'plans.fromPreset')?.name]).toEqual([true, '新建考评方案'])
    expect(await codeOf(town.as(null, 'sysadmin').system.audit({}))).toBe('forbidden')
  })
})
