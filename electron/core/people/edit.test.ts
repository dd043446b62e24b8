import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry } from '../../db/schema/index.ts'
import { demo2026 } from '../testing/demo-bundle.testing.ts'
import { castOf } from '../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)
const on = '2026-07-08'

describe('edits of people', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.clock.now = `${on}T02:00:00.000Z`
  })
  afterAll(() => town.dispose())

  const get = (code: string) => town.asConsole().people.get({ id: town.staffId(code), on })

  test('a paste into the roster: words as rosters write them, old and new value kept, ID numbers masked', async () => {
    const before = await get(cast.own.code)
    const { applied, refused } = await town.as(cast.head, 'head').people.editCells({
      mode: 'all',
      rows: [{ id: before.id, version: before.version, changes: { name: '单  国强', political: '党员', birthMonth: '1985.3', identity: '行政编', track: '中层', phone: 13800001111, remark: '证号 330825199002147670' } }],
    })
    expect([applied, refused]).toEqual([[{ id: before.id, version: before.version + 1 }], []])
    expect(await get(cast.own.code)).toMatchObject({ name: '单国强', political: '中共党员', birthMonth: '1985-03', identity: 'civil', track: 'mid', phone: '13800001111' })
    for (const search of ['sgq', 'dgq', 'shanguoqiang']) expect((await town.asConsole().people.list({ on, search })).rows.map(({ code }) => code)).toContain(cast.own.code)
    const last = town.app.read().select().from(auditEntry).all().at(-1)
    expect([last?.action, last?.detail.includes('330825199002147670')]).toEqual(['people.editCells', false])
    expect(JSON.parse(last?.detail ?? '')).toMatchObject({ rows: [{ id: before.id, changed: { name: { from: before.name, to: '单国强' }, phone: { from: before.phone, to: '13800001111' } } }] })
  })

  test('refused cells, a stale row, another module’s person, oneself', async () => {
    const [other, foreign, head] = [await get(cast.other.code), await get(cast.foreign.code), await get(cast.head)]
    const client = town.as(cast.head, 'head')
    const rows = [
      { id: other.id, version: other.version, changes: { name: '', sex: '不明', track: '科员', phone: '无', rankTitle: '一级科员（测）' } },
      { id: foreign.id, version: foreign.version, changes: { remark: '改' } },
      { id: head.id, version: head.version, changes: { track: '班子成员' } },
    ]
    const all = await client.people.editCells({ mode: 'all', rows })
    expect([all.applied, all.refused.map(({ field, code }) => [field, code])]).toEqual([[], [['name', 'empty'], ['sex', 'not_in_list'], ['phone', 'not_a_phone'], ['track', 'not_in_list'], [null, 'out_of_scope'], [null, 'about_self']]])
    expect(all.refused[0]?.message).toBe('“姓名”填写有误：不能为空。')
    const good = await client.people.editCells({ mode: 'good', rows })
    expect([good.applied, good.refused]).toEqual([[{ id: other.id, version: other.version + 1 }], all.refused])
    expect((await get(cast.other.code)).rankTitle).toBe('一级科员（测）')
    expect((await client.people.editCells({ mode: 'all', rows: [{ id: other.id, version: other.version, changes: { remark: '改' } }] })).refused.map(({ code }) => code)).toEqual(['changed_meanwhile'])
    expect(await codeOf(town.as(cast.own.code, 'clerk').people.editCells({ mode: 'all', rows }))).toBe('forbidden')
  })

  describe('leaves', () => {
    const staffId = () => town.staffId(cast.foreign.code)
    const add = (from: string, to: string) => town.asConsole().people.addLeave({ staffId: staffId(), kind: 'sick', from, to })

    test('do not overlap; end earlier or later; go when entered by mistake', async () => {
      const { id } = await add('2027-03-02', '2027-03-10')
      const codes = [await codeOf(add('2027-03-10', '2027-03-12')), await codeOf(add('2027-02-20', '2027-03-02')), await codeOf(add('2027-03-05', '2027-03-06')), await codeOf(add('2027-03-11', '2027-03-12'))]
      expect(codes).toEqual(['leave_overlaps', 'leave_overlaps', 'leave_overlaps', 'done'])
      await expect(add('2027-03-10', '2027-03-10')).rejects.toThrow('该人员 2027-03-02 至 2027-03-10 已有病假，请改为不重叠的日期，或先修改原有的请假。')
      const end = (to: string, version: number) => town.asConsole().people.endLeave({ id, to, version })
      expect(await end('2027-03-04', 1)).toEqual({ version: 2 })
      expect([await codeOf(end('2027-03-11', 2)), await codeOf(end('2027-03-01', 2)), await codeOf(end('2027-03-05', 1))]).toEqual(['leave_overlaps', 'dates_backwards', 'changed_meanwhile'])
      expect(await codeOf(town.as(cast.head, 'head').people.removeLeave({ id, version: 2 }))).toBe('out_of_scope')
      await town.asConsole().people.removeLeave({ id, version: 2 })
      expect((await get(cast.foreign.code)).leaves.map((leave) => leave.id)).not.toContain(id)
      expect(JSON.parse(town.app.read().select().from(auditEntry).all().at(-1)?.detail ?? '')).toEqual({ staffId: staffId(), kind: 'sick', from: '2027-03-02', to: '2027-03-04' })
    })
  })

  test('one person with posts and leaves by name', async () => {
    const { assignments, modules } = await get(cast.foreign.code)
    expect(assignments[0]).toMatchObject({ moduleName: modules[0]?.name, postName: expect.any(String), version: expect.any(Number) })
  })
})
