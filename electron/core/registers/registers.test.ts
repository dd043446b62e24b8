import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { circular, serviceEvent, staff } from '../../db/schema/index.ts'
import { demo2026 } from '../testing/demo-bundle.testing.ts'
import { castOf } from '../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'
import { writeSamples } from './define.ts'
import { registerSamples } from './samples.ts'

const bundle = demo2026
const cast = castOf(bundle)

type Client = ReturnType<TestTownship['as']>

async function townWithRegisters(): Promise<TestTownship> {
  const town = await testTownship(bundle)
  town.app.mutate({ actor: 'test', action: 'test.registers', areas: ['register'], write: (tx) => writeSamples(tx, town.app.environment.newId, registerSamples()), audit: () => ({ subject: null, detail: {} }) })
  return town
}

async function registerNamed(client: Client, name: string) {
  const found = (await client.registers.list({})).find((row) => row.name === name)
  if (found === undefined) throw new Error(name)
  const column = (title: string): string => [...found.columns, ...found.removedColumns].find((each) => each.title === title)?.id ?? title
  const cells = (typed: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(typed).map(([title, text]) => [column(title), text]))
  return { ...found, column, cells }
}

const wanted = (columns: readonly { readonly id: string }[]) => columns.map((column) => ({ ...column }))

describe('registers', () => {
  let town: TestTownship
  let villageName = ''
  beforeAll(async () => {
    town = await townWithRegisters()
    town.clock.now = '2026-05-20T02:00:00.000Z'
    villageName = bundle.villages[0]?.name ?? ''
  })
  afterAll(() => town.dispose())

  test('every shipped definition is good, each module has its own, and the 三库 are shared', async () => {
    const list = await town.as(null, 'inspector').registers.list({})
    expect(list.map(({ name }) => name)).toEqual(['党员联户', '三会一课', '会议与督考安排', '通报', '矛盾纠纷', '重点人群走访', '重点项目', '企业服务', '执法巡查', '执法案件', '一件事代办', '窗口办件', '案例库', '专家库', '团队库'])
    expect(list.filter(({ moduleId }) => moduleId === null).map(({ name }) => name)).toEqual(['案例库', '专家库', '团队库'])
    expect((await town.as(null, 'inspector').registers.samples()).every(({ exists }) => exists)).toBe(true)
  })

  test('a row is read by the types of its columns, and every fault is told at its cell', async () => {
    const client = town.as(null, 'inspector')
    const disputes = await registerNamed(client, '矛盾纠纷')
    const good = { 受理日期: '2026.5.1', 编号: 'Ａ１', 村社: villageName.replace(/村$/, ''), 纠纷类型: '邻 里', 当事人: '张三、李四', 涉及金额: '１,２００元', 调解员: cast.own.name }
    const { id } = await client.registers.add({ registerId: disputes.id, cells: disputes.cells(good) })
    const row = await client.registers.row({ id })
    expect([row.cells[disputes.column('受理日期')], row.cells[disputes.column('涉及金额')], row.names[disputes.column('村社')], row.names[disputes.column('调解员')]]).toEqual(['2026-05-01', '1200', villageName, expect.stringContaining(cast.own.name)])

    const refused = await client.registers.add({ registerId: disputes.id, cells: disputes.cells({ 受理日期: '昨天', 编号: 'A1', 纠纷类型: '邻里纠纷', 当事人: '王五', 涉及金额: '很多', 调解员: '某某某' }) }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'invalid_input', message: '“受理日期”填写有误：“昨天”不是有效的日期，请写成 2026-03-15。' })
    expect(refused).toMatchObject({ data: { issues: ['受理日期', '编号', '村社', '纠纷类型', '涉及金额', '调解员'].map((title) => expect.objectContaining({ path: `cells.${disputes.column(title)}` })) } })
  })

  test('cells are edited many at once; what clashes or is wrong is refused at its cell, all or the good ones', async () => {
    const client = town.as(null, 'inspector')
    const cases = await registerNamed(client, '案例库')
    const add = (name: string) => client.registers.add({ registerId: cases.id, cells: cases.cells({ 案例名称: name, 案例类别: '典型做法', 主要做法: '先难后易' }) })
    const [a, b] = [await add('甲案例'), await add('乙案例')]
    const edit = (mode: 'all' | 'good', first: string, second: string) =>
      client.registers.editCells({ registerId: cases.id, mode, rows: [{ ...a, changes: cases.cells({ 案例名称: first }) }, { ...b, changes: cases.cells({ 案例名称: second, 关键词: '治水' }) }] })
    expect(await edit('all', '乙案例', '丙案例')).toMatchObject({ refused: [], applied: [{ id: a.id, version: 2 }, { id: b.id, version: 2 }] })
    const clash = await client.registers.editCells({ registerId: cases.id, mode: 'good', rows: [{ id: a.id, version: 2, changes: cases.cells({ 案例名称: '丙案例', 关键词: '修路' }) }] })
    expect(clash.refused).toMatchObject([{ id: a.id, field: cases.column('案例名称'), code: 'taken', message: '“案例名称”填写有误：“丙案例”已在另一行登记过，请核对是否重复。' }])
    expect(clash.applied).toEqual([{ id: a.id, version: 3 }])
    const bad = await client.registers.editCells({ registerId: cases.id, mode: 'all', rows: [{ id: a.id, version: 3, changes: cases.cells({ 案例类别: '笑话', 关键词: '' }) }] })
    expect([bad.applied, bad.refused.map(({ field }) => field)]).toEqual([[], [cases.column('案例类别')]])
    expect(await client.registers.editCells({ registerId: cases.id, mode: 'all', rows: [{ id: a.id, version: 1, changes: cases.cells({ 关键词: '' }) }] })).toMatchObject({ refused: [{ code: 'changed_meanwhile' }] })
  })

  test('rows go to the 回收站 and come back, but not into the place of another', async () => {
    const client = town.as(null, 'inspector')
    const teams = await registerNamed(client, '团队库')
    const cells = teams.cells({ 团队名称: '红袖章', 团队类别: '志愿服务', 负责人: cast.own.name })
    const { id } = await client.registers.add({ registerId: teams.id, cells })
    const count = async (removed: boolean) => (await client.registers.rows({ registerId: teams.id, removed })).total
    expect((await client.registers.remove({ ids: [id], mode: 'all' })).applied).toEqual([{ id, version: 2 }])
    expect([await count(false), await count(true)]).toEqual([0, 1])
    const { id: other } = await client.registers.add({ registerId: teams.id, cells })
    expect((await client.registers.restore({ ids: [id], mode: 'all' })).refused).toMatchObject([{ code: 'taken' }])
    await client.registers.remove({ ids: [other], mode: 'all' })
    expect((await client.registers.restore({ ids: [id], mode: 'all' })).refused).toEqual([])
  })

  test('a definition is changed without losing what was entered', async () => {
    const client = town.as(null, 'inspector')
    await client.registers.create({ moduleId: town.moduleId(cast.module), name: '试验台账', description: null, proposal: null, columns: [{ id: null, title: '名称', type: 'text', unit: null, options: [], required: true, isUnique: false, inList: true, total: false }, { id: null, title: '数量', type: 'text', unit: null, options: [], required: false, isUnique: false, inList: true, total: false }] })
    const before = await registerNamed(client, '试验台账')
    const { id } = await client.registers.add({ registerId: before.id, cells: before.cells({ 名称: '甲', 数量: '12' }) })
    const { id: wrong } = await client.registers.add({ registerId: before.id, cells: before.cells({ 名称: '乙', 数量: '一打' }) })
    const [name, amount] = wanted(before.columns)
    if (name === undefined || amount === undefined) throw new Error('columns')
    const define = (columns: (typeof before)['columns'][number][], version: number) => client.registers.define({ id: before.id, version, name: '试验台账', description: null, proposal: null, columns })
    const asNumber = before.columns.map((column) => (column.title === '数量' ? { ...column, type: 'number' as const, unit: '个', total: true } : column))
    const refused = await define(asNumber, 1).catch((error: unknown) => error)
    expect(refused).toMatchObject({ data: { issues: [{ path: 'columns.1.type', message: '“数量”不能改为数字，第 2 行不合要求：“一打”不是数字，请只填数字，如 12.5。' }] } })
    await client.registers.editCells({ registerId: before.id, mode: 'all', rows: [{ id: wrong, version: 1, changes: before.cells({ 数量: '12.5' }) }] })
    await define(asNumber, 1)
    expect((await client.registers.totals({ registerId: before.id })).sums).toEqual({ [amount.id]: '24.5' })
    // Taken off, and brought back with its entries.
    await define(asNumber.slice(0, 1), 2)
    const without = await registerNamed(client, '试验台账')
    expect([without.columns.map(({ title }) => title), without.removedColumns.map(({ title }) => title)]).toEqual([['名称'], ['数量']])
    await client.registers.editCells({ registerId: before.id, mode: 'all', rows: [{ id, version: 1, changes: before.cells({ 名称: '甲甲' }) }] })
    await define(asNumber.toReversed(), 3)
    expect((await client.registers.row({ id })).cells).toEqual({ [name.id]: '甲甲', [amount.id]: '12' })
    expect(await codeOf(define(asNumber, 3))).toBe('changed_meanwhile')
  })

  test('who works in a module reads its registers, enters his own rows, and defines nothing', async () => {
    const clerk = town.as(cast.own.code, 'clerk')
    const head = town.as(cast.head, 'head')
    const names = (await clerk.registers.list({})).map(({ name }) => name)
    const all = await town.as(null, 'inspector').registers.list({})
    const own = all.filter(({ moduleId }) => moduleId === town.moduleId(cast.module))
    const foreign = all.find(({ moduleId }) => moduleId !== null && moduleId !== town.moduleId(cast.module))
    expect(names).toEqual([...own, ...all.filter(({ moduleId }) => moduleId === null)].map(({ name }) => name))
    expect(await codeOf(clerk.registers.rows({ registerId: foreign?.id ?? '' }))).toBe('out_of_scope')
    const trial = await registerNamed(clerk, '试验台账')
    const { id } = await clerk.registers.add({ registerId: trial.id, cells: trial.cells({ 名称: '经办录入' }) })
    const { id: headsRow } = await head.registers.add({ registerId: trial.id, cells: trial.cells({ 名称: '模块长录入' }) })
    const mine = await clerk.registers.rows({ registerId: trial.id, filters: [{ kind: 'flag', flag: 'mine' }] })
    expect(mine.rows.map((row) => [row.id, row.editable])).toEqual([[id, true]])
    expect((await clerk.registers.remove({ ids: [headsRow], mode: 'all' })).refused).toMatchObject([{ code: 'out_of_scope' }])
    expect((await head.registers.remove({ ids: [id], mode: 'all' })).refused).toEqual([])
    const experts = await registerNamed(clerk, '专家库')
    expect([experts.mayEnter, experts.mayDefine, (await registerNamed(head, '专家库')).mayEnter, (await registerNamed(head, '专家库')).mayDefine, (await registerNamed(head, '试验台账')).mayDefine]).toEqual([false, false, true, false, true])
    expect(await codeOf(clerk.registers.add({ registerId: experts.id, cells: experts.cells({ 姓名: '某教授', 工作单位: '农科院', 专业领域: '农业技术' }) }))).toBe('out_of_scope')
    expect(await codeOf(clerk.registers.setEnabled({ id: trial.id, enabled: false, version: trial.version }))).toBe('forbidden')
    await head.registers.setEnabled({ id: trial.id, enabled: false, version: trial.version })
    expect(await codeOf(head.registers.add({ registerId: trial.id, cells: trial.cells({ 名称: '丙' }) }))).toBe('not_editable')
  })

  test('the search finds a row by its words, pinyin and initials, in the caller’s view', async () => {
    const inspector = town.as(null, 'inspector')
    const projects = await registerNamed(inspector, '重点项目')
    const { id } = await inspector.registers.add({ registerId: projects.id, cells: projects.cells({ 项目名称: '凤凰岭索道', '项目链·当前环节': '立项', '责任链·牵头领导': cast.own.name, '责任链·责任人': cast.own.name }) })
    for (const text of ['凤凰岭', 'fenghuangl', 'fhl']) {
      expect((await inspector.search.find({ text })).filter(({ kind }) => kind === 'register')).toEqual([{ kind: 'register', id, title: '凤凰岭索道', detail: expect.stringContaining('重点项目'), moduleId: projects.moduleId, register: 'economy-projects' }])
    }
    const outside = bundle.staff.find(({ code, track }) => track === 'staff' && bundle.assignments.every(({ staff: of, module }) => of !== code || module !== 'economy'))
    expect((await town.as(outside?.code ?? '', 'clerk').search.find({ text: '凤凰岭' })).filter(({ kind }) => kind === 'register')).toEqual([])
  })

  test('a row proposes a service record once, by the rights of entering it', async () => {
    const head = town.as(cast.head, 'head')
    const registers = (await head.registers.list({})).filter(({ moduleId }) => moduleId === town.moduleId(cast.module))
    const inspector = town.as(null, 'inspector')
    await inspector.registers.create({
      moduleId: town.moduleId(cast.module), name: '联户走访', description: null,
      columns: ([['日期', 'date'], ['村社', 'village'], ['干部', 'person'], ['户主', 'text']] as const).map(([title, type]) => ({ id: null, title, type, unit: null, options: [], required: false, isUnique: false, inList: true, total: false })),
      proposal: { kind: 'event', eventKind: 'visit', staff: '干部', village: '村社', date: '日期', household: '户主', quantity: null },
    })
    expect(registers.length).toBeGreaterThan(0)
    const visits = await registerNamed(head, '联户走访')
    const add = (typed: Readonly<Record<string, string>>) => head.registers.add({ registerId: visits.id, cells: visits.cells(typed) })
    const good = await add({ 日期: '2026-05-12', 村社: villageName, 干部: cast.own.name, 户主: '张三' })
    const foreign = await add({ 日期: '2026-05-12', 村社: villageName, 干部: cast.foreign.name })
    const open = await add({ 日期: '2026-05-12', 干部: cast.own.name })
    const before = town.app.read().select().from(serviceEvent).all().length
    const outcome = await head.registers.propose({ ids: [good.id, foreign.id, open.id], mode: 'good' })
    expect([outcome.applied.map(({ id }) => id), outcome.refused.map(({ code, message }) => [code, message])]).toEqual([[good.id], [['out_of_scope', expect.any(String)], ['invalid_input', '“村社”填写有误：还没有填写，请先补齐。']]])
    const made = town.app.read().select().from(serviceEvent).all()
    expect([made.length - before, made.at(-1)]).toMatchObject([1, { state: 'entered', origin: `register:${good.id}`, household: '张三', kind: 'visit', quantity: '1' }])
    expect((await head.registers.propose({ ids: [good.id], mode: 'all' })).refused).toMatchObject([{ code: 'not_in_state' }])
    expect((await head.registers.rows({ registerId: visits.id, filters: [{ kind: 'flag', flag: 'open' }] })).rows.map(({ id }) => id)).toEqual([foreign.id, open.id])
    expect((await inspector.registers.propose({ ids: [open.id], mode: 'all' })).refused).toMatchObject([{ code: 'invalid_input' }])
    const other = await add({ 日期: '2099-05-12', 村社: villageName, 干部: cast.own.name })
    const old = await add({ 日期: '2019-05-12', 村社: villageName, 干部: cast.own.name })
    expect((await head.registers.propose({ ids: [other.id, old.id], mode: 'good' })).refused.map(({ message }) => message)).toEqual(['“日期”填写有误：不能晚于今天。', '“日期”填写有误：所在季度已经冻结，请改为仍可录入的日期。'])
    const edit = (changes: Readonly<Record<string, string>>) => head.registers.editCells({ registerId: visits.id, rows: [{ id: good.id, version: 1, changes: visits.cells(changes) }], mode: 'good' })
    expect((await edit({ 户主: '李四', 日期: '2026-05-11' })).refused.map(({ message }) => message).toSorted()).toEqual(['“户主”不能修改：这一行已提请记分，请先撤回或退回它的记录再改。', '“日期”不能修改：这一行已提请记分，请先撤回或退回它的记录再改。'])
    expect((await head.registers.remove({ ids: [good.id], mode: 'good' })).refused.map(({ code }) => code)).toEqual(['not_editable'])
    await head.events.withdraw({ records: [{ id: made.at(-1)?.id ?? '', version: 1 }], mode: 'all' })
    expect((await edit({ 户主: '李四' })).applied).toHaveLength(1)

    const newest = () => town.app.read().select().from(serviceEvent).all().at(-1)
    await head.registers.propose({ ids: [good.id], mode: 'all' })
    const sentBack = newest()
    await inspector.events.reject({ id: sentBack?.id ?? '', version: 1, reason: '户主写错' })
    await head.registers.propose({ ids: [good.id], mode: 'all' })
    const correct = () => head.events.correct({ id: sentBack?.id ?? '', version: 2, villageId: sentBack?.villageId ?? '', date: '2026-05-12', kind: 'visit', household: '李四', quantity: '1', note: null })
    await expect(correct()).rejects.toMatchObject({ code: 'not_in_state', message: '当前为“已由台账重新申报”，不能修改。' })
    await head.events.withdraw({ records: [{ id: newest()?.id ?? '', version: 1 }], mode: 'all' })
    await expect(correct()).resolves.toEqual({ version: 3 })
  })

  test('a register of a kind that the plan does not count, or of 周二到村 on another day, proposes nothing', async () => {
    const head = town.as(cast.head, 'head')
    const inspector = town.as(null, 'inspector')
    const before = town.app.read().select().from(serviceEvent).all().length
    const proposed = async (name: string, eventKind: string, ...days: readonly string[]) => {
      await inspector.registers.create({
        moduleId: town.moduleId(cast.module), name, description: null,
        columns: ([['日期', 'date'], ['村社', 'village'], ['干部', 'person']] as const).map(([title, type]) => ({ id: null, title, type, unit: null, options: [], required: false, isUnique: false, inList: true, total: false })),
        proposal: { kind: 'event', eventKind, staff: '干部', village: '村社', date: '日期', household: null, quantity: null },
      })
      const made = await registerNamed(head, name)
      const ids: string[] = []
      for (const day of days) ids.push((await head.registers.add({ registerId: made.id, cells: made.cells({ 日期: day, 村社: villageName, 干部: cast.own.name }) })).id)
      return (await head.registers.propose({ ids, mode: 'good' })).refused.map(({ message }) => message)
    }
    expect(await proposed('读书会', 'party', '2026-05-12')).toEqual([expect.stringContaining('考评方案里没有“party”')])
    expect(await proposed('周二台账', 'tuesday', '2026-05-13', '2026-05-05', '2026-05-05')).toEqual(['“日期”填写有误：2026-05-13 不是星期二，“周二到村”只记星期二。', expect.stringContaining('一人一天只记一条')])
    expect(town.app.read().select().from(serviceEvent).all().length).toBe(before + 1)
  })

  test('a row proposes a 通报, which waits for the verification of points', async () => {
    const coordinate = bundle.offices.find(({ office, module, to }) => office === 'head' && module === 'coordinate' && to === null)
    const head = town.as(coordinate?.staff ?? '', 'head')
    const member = bundle.assignments.find(({ module, to, staff: code }) => module === 'coordinate' && to === null && code !== coordinate?.staff && bundle.assignments.filter((other) => other.staff === code).length === 1)
    const person = town.app.read().select().from(staff).all().find(({ code }) => code === member?.staff)
    const circulars = await registerNamed(head, '通报')
    const { id } = await head.registers.add({ registerId: circulars.id, cells: circulars.cells({ 通报日期: '2026-05-12', 通报性质: '正面通报', 通报对象: `${person?.name ?? ''}（${person?.code ?? ''}）`, 事由: '防汛值守得力' }) })
    const late = await head.registers.add({ registerId: circulars.id, cells: circulars.cells({ 通报日期: '2020-05-12', 通报性质: '正面通报', 通报对象: `${person?.name ?? ''}（${person?.code ?? ''}）`, 事由: '旧事' }) })
    const outcome = await head.registers.propose({ ids: [id, late.id], mode: 'good' })
    expect(outcome).toMatchObject({ applied: [{ id }], refused: [{ message: '“通报日期”填写有误：2020-05-12 不在任何一个还能录入的考评周期里，请核对日期。' }] })
    expect(town.app.read().select().from(circular).all().filter(({ origin }) => origin !== null)).toMatchObject([{ kind: 'positive', state: 'declared', matter: '防汛值守得力', staffId: person?.id }])
  })
})
