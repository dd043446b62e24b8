import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PartyState, TaskState } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import { period, staff, task, taskLog, taskParty } from '../../../db/schema/index.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { dumpTownship } from '../../township/backups/dump.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const asOf = '2026-01-01'

function csv(...lines: readonly string[]): File {
  return new File([`\uFEFF${lines.join('\n')}\n`], '台账.csv')
}

const ledger = (...rows: readonly string[]) => csv('文号,事项,所在模块,主办,协办,权重,交办时间,办理时限', ...rows)

type Client = ReturnType<TestTownship['asConsole']>

describe('a ledger by the rules of the screen', () => {
  let town: TestTownship
  let asHead: Client
  let asInspector: Client
  beforeEach(async () => {
    town = await testTownship(emptyDemo())
    const client = town.asConsole()
    const roster = csv('姓名,人员身份,所在模块', '郑队长,公务员,大服务', '王小明,公务员,大服务', '李大海,事业,大服务', '方督考,公务员,大党建')
    await client.imports.apply({ file: roster, kind: 'staff', asOf })
    const codes = new Map((await client.people.list({ on: asOf, limit: 10 })).rows.map(({ name, code }) => [name, code]))
    const head = codes.get('郑队长') ?? ''
    await client.organisation.appoint({ moduleId: town.moduleId('service'), office: 'head', staffId: town.staffId(head), from: asOf })
    asHead = town.as(head, 'head')
    asInspector = town.as(codes.get('方督考') ?? '', 'inspector')
  })
  afterEach(() => town.dispose())

  const take = async (client: Client, ...rows: readonly string[]) => {
    const result = await client.imports.apply({ file: ledger(...rows), kind: 'tasks', asOf })
    return { ...result, outcome: result.rows.map(({ state, errors }) => [state, ...errors.map(({ column, code }) => `${column} ${code}`)]) }
  }
  const tasks = async () => {
    const { rows } = await town.asConsole().tasks.list({ on: asOf })
    return Promise.all(rows.map(({ id }) => town.asConsole().tasks.get({ id, on: asOf })))
  }
  const shown = async () => (await tasks()).map(({ docNo, state, weight, issuedOn, due, parties }) => [docNo, state, weight, issuedOn, due, ...parties.map((party) => `${party.staffName} ${party.role} ${party.state}`)])
  const lines = async () => (await tasks()).map(({ log }) => log.map(({ action, fromState, toState, reason }) => [action, fromState, toState, reason]))
  const put = (state: TaskState, part: PartyState) =>
    town.app.mutate({
      actor: 'test', action: 'test.state', areas: ['task'], audit: () => ({ subject: '', detail: {} }),
      write(tx) {
        const row = tx.select().from(task).get()
        if (row === undefined) throw new Error('no task')
        tx.update(task).set({ state }).where(eq(task.id, row.id)).run()
        tx.update(taskParty).set({ state: part }).where(eq(taskParty.taskId, row.id)).run()
      },
    })
  const shared = () => canonicalJson(dumpTownship(town.app.read()))
  const one = '清政1号,梳理清单,大服务,王小明,,2,2026-01-05,2026-04-30'

  test('a head’s new task waits for 签发, with a line in its log; the same ledger again is the same', async () => {
    expect((await take(asHead, one)).outcome).toEqual([['new']])
    expect(await shown()).toEqual([['清政1号', 'pending', 2, null, '2026-04-30', '王小明 host issued']])
    expect(await lines()).toEqual([[['import', null, 'pending', null]]])
    expect((await take(asHead, one)).outcome).toEqual([['same']])
  })

  test('督考 and the console take over what is under way from its 交办时间', async () => {
    await take(asInspector, one)
    await take(town.asConsole(), one.replaceAll('清单', '窗口').replace('1号', '2号'))
    expect(await shown()).toEqual(['清政1号', '清政2号'].map((docNo) => [docNo, 'active', 2, '2026-01-05', '2026-04-30', '王小明 host active']))
    expect(await lines()).toEqual([[['import', null, 'active', null]], [['import', null, 'active', null]]])
  })

  test('nobody brings a task of his own; the other rows are taken', async () => {
    const rows = [one.replace('王小明', '郑队长'), one.replace('1号', '2号').replace('王小明,', '王小明,郑队长'), one.replace('1号', '3号')]
    const result = await take(asHead, ...rows)
    expect([result.outcome, result.summary.taken]).toEqual([[['error', '主办 about_self'], ['error', '协办 about_self'], ['new']], 1])
    expect((await take(asInspector, one.replace('王小明', '方督考').replace('1号', '4号'))).outcome).toEqual([['error', '主办 about_self']])
  })

  test.each([['active', 'active'], ['completed', 'completed'], ['closed', 'completed']] as const)('people, days and weight of a task that is %s stay, whoever’s list it is', async (state, part) => {
    await take(town.asConsole(), one)
    put(state, part)
    const before = shared()
    const rows = ['清政1号,梳理清单,大服务,"王小明、李大海",,3,2026-01-01,2026-03-31']
    expect((await take(asHead, ...rows)).outcome).toEqual([['error', '主办 not_editable', '权重 not_editable', '交办时间 not_editable', '办理时限 not_editable']])
    const people = ['清政1号,梳理清单,大服务,王小明,李大海,2,2026-01-05,2026-04-30']
    for (const client of [asInspector, town.asConsole()]) expect((await take(client, ...people)).outcome).toEqual([['error', '协办 not_editable']])
    expect(shared()).toBe(before)
  })

  test('what may change of an issued task leaves a line; undo brings the values back and leaves another', async () => {
    await take(town.asConsole(), one)
    const wording = await take(asHead, one.replace('梳理清单', '梳理办件清单'))
    expect(wording.outcome).toEqual([['changed']])
    const terms = await take(asInspector, one.replace('梳理清单', '梳理办件清单').replace(',2,', ',3,'))
    expect(terms.outcome).toEqual([['changed']])
    await asInspector.imports.undo({ batchId: terms.batchId ?? '' })
    expect((await shown()).map((values) => values[2])).toEqual([2])
    expect(await lines()).toEqual([[
      ['import', null, 'active', null],
      ['import', 'active', 'active', '事项：梳理清单 → 梳理办件清单'],
      ['import', 'active', 'active', '权重：2 → 3'],
      ['undoImport', 'active', 'active', null],
    ]])
  })

  test('a task that waits for 签发 may change in all its cells, by its module', async () => {
    await take(asHead, one)
    expect((await take(asHead, '清政1号,梳理清单,大服务,王小明,李大海,3,2026-01-09,2026-05-31')).outcome).toEqual([['changed']])
    expect(await shown()).toEqual([['清政1号', 'pending', 3, null, '2026-05-31', '王小明 host issued', '李大海 cohost issued']])
  })

  test('rows of one task that name the same person put him on it once; new tasks beside it come in order, and all is taken back', async () => {
    await take(asHead, one)
    const before = await shown()
    const mixed = await take(asHead, one.replace('1号', '2号'), ',梳理清单,大服务,王小明,李大海,2,,2026-05-01', one.replace('1号', '3号').replace('王小明,', '王小明,李大海'))
    expect(mixed.outcome).toEqual([['new'], ['changed'], ['new']])
    expect((await shown()).map(([docNo, , , , due, ...parties]) => [docNo, due, ...parties])).toEqual([
      ['清政1号', '2026-05-01', '王小明 host issued', '李大海 cohost issued'],
      ['清政2号', '2026-04-30', '王小明 host issued'],
      ['清政3号', '2026-04-30', '王小明 host issued', '李大海 cohost issued'],
    ])
    const seqs = town.app.read().select({ seq: taskLog.seq }).from(taskLog).orderBy(taskLog.seq).all().map(({ seq }) => seq)
    expect(seqs).toEqual([1, 2, 3, 4])
    await asHead.imports.undo({ batchId: mixed.batchId ?? '' })
    expect(await shown()).toEqual(before)
  })

  test('however many rows there are, they are written by the same few statements', async () => {
    const prepare = vi.spyOn(town.app.database().raw, 'prepare')
    const rows = Array.from({ length: 40 }, (_, place) => one.replace('1号', `${String(place + 1)}号`).replace('王小明,', '王小明,李大海'))
    expect((await take(town.asConsole(), ...rows)).summary.taken).toBe(40)
    const told = prepare.mock.calls.map(([text]) => text)
    prepare.mockRestore()
    expect(['task', 'task_party', 'task_log'].map((table) => told.filter((text) => text.startsWith(`insert into "${table}"`)).length)).toEqual([1, 1, 2])
  })

  test('an import whose tasks nobody has touched goes without a trace in the ledger; one that is under way stays', async () => {
    const before = shared()
    const first = await take(asHead, one)
    await asHead.imports.undo({ batchId: first.batchId ?? '' })
    expect(shared()).toBe(before)

    const second = await take(asHead, one)
    const [row] = (await town.asConsole().tasks.list({ on: asOf })).rows
    await asHead.tasks.issue({ id: row?.id ?? '', version: row?.version ?? 0 })
    const used = shared()
    expect(await codeOf(asHead.imports.undo({ batchId: second.batchId ?? '' }))).toBe('import_used')
    expect(shared()).toBe(used)
  })

  test('no line of a log goes but that of an import which is the task’s only one', async () => {
    await take(town.asConsole(), one)
    await take(asInspector, one.replace(',2,', ',3,'))
    expect(() => town.app.database().raw.exec('DELETE FROM task_log')).toThrow('task_log is append-only')
  })

  test('nobody who has left is put on a task; who was on it before he left does not bar the rest', async () => {
    await take(asHead, one)
    const leave = (name: string) => town.app.mutate({ actor: 'test', action: 'test.leave', areas: ['staff'], audit: () => ({ subject: '', detail: {} }), write: (tx) => tx.update(staff).set({ leftOn: '2025-12-31' }).where(eq(staff.name, name)).run() })
    leave('李大海')
    const before = shared()
    const rows = [one.replace('1号', '2号').replace('王小明', '李大海'), one.replace('1号', '3号').replace('王小明,', '王小明,李大海'), one.replace('王小明,', '王小明,李大海')]
    for (const client of [town.asConsole(), asInspector, asHead]) {
      const { rows: refused } = await client.imports.apply({ file: ledger(...rows), kind: 'tasks', asOf })
      const reason = '“李大海”已于 2025-12-31 离任，请改选当日在任的人员'
      expect(refused.map(({ state, errors }) => [state, ...errors.map(({ column, message }) => `${column}：${message}`)])).toEqual([['error', `主办：${reason}`], ['error', `协办：${reason}`], ['error', `协办：${reason}`]])
    }
    expect(shared()).toBe(before)
    leave('王小明')
    expect((await take(asHead, one.replace(',2,', ',3,'))).outcome).toEqual([['changed']])
  })

  test('no deadline comes into a frozen quarter, whoever brings it', async () => {
    town.app.mutate({
      actor: 'test', action: 'test.freeze', areas: ['period'], audit: () => ({ subject: '', detail: {} }),
      write: (tx) => tx.update(period).set({ stage: 'locked' }).where(eq(period.code, '2026Q1')).run(),
    })
    for (const client of [town.asConsole(), asInspector, asHead]) {
      const { rows } = await client.imports.preview({ file: ledger('清政1号,梳理清单,大服务,王小明,,1,2026-01-05,2026-03-30', '清政2号,再理清单,大服务,王小明,,1,2026-01-05,2026-04-01'), kind: 'tasks', asOf })
      expect(rows.map(({ state, errors }) => [state, ...errors.map(({ column, message }) => `${column}：${message}`)])).toEqual([['error', '办理时限：所在季度已经冻结，请改为仍可录入的日期'], ['new']])
    }
  })
})
