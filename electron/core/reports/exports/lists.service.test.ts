import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportKind } from '../../../../shared/domain/reports/imports/types.ts'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import type { TownshipBundle } from '../../desk/bundle/bundle.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { dumpTownship } from '../../township/backups/dump.ts'
import { testTownship, type TestTownship } from '../../testing/township.testing.ts'

const asOf = '2026-04-06'

let bundle: TownshipBundle
let town: TestTownship
beforeAll(async () => {
  bundle = demo2026
  town = await testTownship(bundle)
})
afterAll(() => town.dispose())

function file(...lines: readonly string[]): File {
  return new File([`\uFEFF${lines.join('\n')}\n`], 'list.csv')
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo has none')
  return value
}

const shared = () => canonicalJson(dumpTownship(town.app.read()))

/** Taken, known again, taken back. */
async function roundTrip(kind: ImportKind, head: string, ...rows: readonly string[]) {
  const client = town.asConsole()
  const before = shared()
  const sheet = file(head, ...rows)
  const first = await client.imports.apply({ file: sheet, kind, asOf })
  const again = await client.imports.preview({ file: sheet, kind, asOf })
  if (first.batchId !== null) await client.imports.undo({ batchId: first.batchId })
  expect(shared()).toBe(before)
  return { first: first.rows.map(({ state, errors }) => [state, ...errors.map(({ column, code }) => `${column} ${code}`)]), again: again.rows.map(({ state }) => state) }
}

const names = () => bundle.staff.filter(({ name }) => bundle.staff.filter((other) => other.name === name).length === 1)
const plain = () => required(names().find(({ track, code }) => track === 'staff' && bundle.assignments.some(({ staff, to }) => staff === code && to === null)))
const leader = () => required(names().find(({ track }) => track === 'leader'))
const villageName = () => required(bundle.villages[0]).name

describe('lists come in, are known again and are taken back without a trace', () => {
  test('岗位', async () => {
    expect(await roundTrip('posts', '序号,岗位名称,岗位赋分,岗位系数,工作量,难度,风险', '1,档案专员,8.50,1.1,3,2.5,1', '2,,8,,,,', '3,消防专员,八分,,6,,', '4,档案专员,9,,,,')).toEqual({
      first: [['new'], ['error', '岗位名称 name_missing'], ['error', '岗位赋分 number_invalid', '工作量 out_of_range'], ['error', '岗位名称 duplicate']],
      again: ['same', 'error', 'error', 'error'],
    })
  })

  test('任职', async () => {
    const name = plain().name
    const module = required(bundle.modules[0]).name
    expect(await roundTrip('assignments', '姓名,所在模块,岗位,任职时间,免职时间,主兼', `${name},${module},综合联络,2026.4,,主`, `${name},${module},联村专干,2026-04-01,,兼`, `${name},大后勤,x,2026-02-30,,`, `没有的人,${module},x,2026-04-01,2026-03-01,主`)).toEqual({
      first: [['new'], ['new'], ['error', '所在模块 module_unknown', '任职时间 date_invalid'], ['error', '姓名 unknown_person', '免职时间 dates_backwards']],
      again: ['same', 'same', 'error', 'error'],
    })
  })

  test('任职: each 主 of a list ends the one before it, in whatever order they stand, and 兼 stays', async () => {
    const client = town.asConsole()
    const person = required(names().find(({ track, code }) => track === 'staff' && bundle.assignments.filter(({ staff, to }) => staff === code && to === null).length === 1))
    const module = required(bundle.modules[0]).name
    const sheet = file('姓名,所在模块,岗位,任职时间,免职时间,主兼', `${person.name},${module},甲岗,2026-06-01,,主`, `${person.name},${module},乙岗,2026-05-01,,主`, `${person.name},${module},丙岗,2026-05-01,,兼`, `${person.name},${module},乙岗,2026-07-01,,主`)
    const { batchId } = await client.imports.apply({ file: sheet, kind: 'assignments', asOf })
    const { assignments } = await client.people.get({ id: town.staffId(person.code), on: asOf })
    expect(assignments.filter(({ to }) => to === null || to >= asOf).map(({ postName, from, to }) => [from >= asOf ? postName : '', to])).toEqual([
      ['', '2026-04-30'], ['乙岗', '2026-05-31'], ['丙岗', null], ['甲岗', '2026-06-30'], ['乙岗', null],
    ])
    expect((await client.imports.preview({ file: sheet, kind: 'assignments', asOf })).rows.map(({ state }) => state)).toEqual(['same', 'same', 'same', 'same'])
    await client.imports.undo({ batchId: required(batchId ?? undefined) })
  })

  test('a number given twice, and a known record changed twice, are told; a number that a list gives is kept', async () => {
    const client = town.asConsole()
    const village = required((await client.villages.list({ on: asOf })).at(0))
    expect(await roundTrip('villages', '编号,村社名称,户数', 'V900,一号新村,1', 'V900,二号新村,2', `,${village.name},7001`, `,${village.name},7002`)).toEqual({
      first: [['new'], ['error', '村社编号 duplicate'], ['changed'], ['error', '村社名称 duplicate']],
      again: ['same', 'error', 'same', 'error'],
    })
    expect((await roundTrip('posts', '编号,岗位名称', 'P900,一号岗', 'P900,二号岗', 'P901,三号岗')).first).toEqual([['new'], ['error', '岗位编号 duplicate'], ['new']])
  })

  test('请休假', async () => {
    const name = required(names().find(({ code, track }) => track === 'staff' && !bundle.leaves.some(({ staff }) => staff === code))).name
    expect(await roundTrip('leave', '姓名,假别,起始日期,截止日期', `${name},年假,2026-04-07,2026-04-09`, `${name},事假,2026年4月9日,2026年4月10日`, `${name},旅游,2026.4,`)).toEqual({
      first: [['new'], ['error', '起始日期 overlaps'], ['error', '假别 choice_unknown', '起始日期 date_invalid', '截止日期 required']],
      again: ['same', 'error', 'error'],
    })
  })

  test('村社', async () => {
    expect(await roundTrip('villages', '村社名称,类型,户数,团长', `望江新村,社区,1200户,${leader().name}`, `${villageName()},,９９９,`, `白鹤村,县城,-3,${plain().name}`)).toEqual({
      first: [['new'], ['changed'], ['error', '类型 choice_unknown', '户数 out_of_range', '团长 not_leader']],
      again: ['same', 'same', 'error'],
    })
  })

  test('组团成员', async () => {
    const person = plain()
    const village = required(bundle.villages.find(({ code }) => !bundle.teamMembers.some((member) => member.village === code && member.staff === person.code)))
    expect(await roundTrip('teams', '村社,姓名,角色,起始日期,截止日期', `${village.name},${person.name},专家,2026-04-01,`, `${village.name},${person.name},,2026-04-03,`, `没有村,${person.name},,,`)).toEqual({
      first: [['new'], ['error', '起始日期 overlaps'], ['error', '村社 village_unknown']],
      again: ['same', 'error', 'error'],
    })
  })

  test('服务记录', async () => {
    const { name } = plain()
    const village = villageName()
    const row = (...cells: readonly string[]) => [name, village, ...cells].join(',')
    expect(await roundTrip('events', '姓名,村社,日期,类别,户主或对象,数量,内容', row('2026-04-02', '入户走访', '周某某', '', '走访慰问'), row('2026-04-02', '调解', '', '2', ''), row('2026-04-02', '调解', '', '2', ''), row('2026-04-20', '走访', '', '', ''), row('2026-04-01', '周二到村', '', '', ''), row('2025-12-30', '喝茶', '', '0', ''))).toEqual({
      first: [['new'], ['new'], ['error', '姓名 duplicate'], ['error', '日期 date_invalid'], ['error', '日期 date_invalid'], ['error', '类别 choice_unknown', '数量 out_of_range']],
      again: ['same', 'same', 'same', 'error', 'error', 'error'],
    })
  })

  test('村社名次', async () => {
    const [first, second] = bundle.villages
    expect(await roundTrip('village_ranks', '村社,名次,季度', `${required(first).name},第3名,2026年第二季度`, `${required(second).name},不排名,2026Q2`, `${required(second).name},甲,2025年第一季度`)).toEqual({
      first: [['changed'], ['changed'], ['error', '名次 number_invalid', '季度 period_unknown']],
      again: ['same', 'same', 'error'],
    })
  })

  test('荣誉、通报、扣分', async () => {
    const { name } = plain()
    expect(await roundTrip('honours', '姓名,荣誉名称,级别,季度', `${name},先进个人,县级,2026年二季度`, `${name},优秀,国家级,`)).toEqual({ first: [['new'], ['error', '级别 choice_unknown']], again: ['same', 'error'] })
    expect(await roundTrip('circulars', '姓名,类别,事由', `${name},通报表扬,防汛值守`, `${name},,防汛`)).toEqual({ first: [['new'], ['error', '类别 required']], again: ['same', 'error'] })
    expect(await roundTrip('deductions', '姓名,扣分项,日期,事由', `${name},脱岗,2026-04-02,值班脱岗`, `${name},无故缺勤,2026-04-32,脱岗`)).toEqual({ first: [['new'], ['error', '日期 date_invalid']], again: ['same', 'error'] })
  })
})
