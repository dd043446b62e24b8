import { eq } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportKind } from '../../../../shared/domain/reports/imports/types.ts'
import { importKinds } from '../../../../shared/domain/reports/imports/types.ts'
import { receiveImport } from '../../../../shared/contract/reports/receive-import.ts'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import { period } from '../../../db/schema/index.ts'
import type { TownshipBundle } from '../../desk/bundle/bundle.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { dumpTownship } from '../../township/backups/dump.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const asOf = '2026-04-06'

let bundle: TownshipBundle
let town: TestTownship
beforeAll(async () => {
  bundle = demo2026
  town = await testTownship(bundle)
})
afterAll(() => town.dispose())

function csv(...lines: readonly string[]): File {
  return new File([`\uFEFF${lines.join('\n')}\n`], 'list.csv')
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo has none')
  return value
}

const shared = () => canonicalJson(dumpTownship(town.app.read()))
const unique = () => bundle.staff.filter(({ name }) => bundle.staff.filter((other) => other.name === name).length === 1)
const clerk = () => required(unique().find(({ track, code }) => track === 'staff' && bundle.assignments.some(({ staff, to }) => staff === code && to === null)))

describe('a blank form comes back read in full', () => {
  const village = () => required(bundle.villages[0]).name
  const filled: Readonly<Record<Exclude<ImportKind, 'registers'>, () => Readonly<Record<string, string | number | Date>>>> = {
    staff: () => ({ 姓名: '新来的', 人员身份: '编外', 所在模块: required(bundle.modules[0]).name, 性别: '男' }),
    tasks: () => ({ 事项: '整理档案', 所在模块: required(bundle.modules[0]).name, 主办: clerk().name, 办理时限: new Date(Date.UTC(2026, 5, 1)), 权重: 2 }),
    posts: () => ({ 岗位名称: '档案专员', 岗位赋分: 8.5, 难度: 2.5 }),
    assignments: () => ({ 姓名: clerk().name, 所在模块: required(bundle.modules[0]).name, 岗位: '综合联络', 任职时间: new Date(Date.UTC(2026, 3, 1)), 主兼: '兼' }),
    leave: () => ({ 姓名: clerk().name, 假别: '年休假', 起始日期: new Date(Date.UTC(2026, 11, 1)), 截止日期: new Date(Date.UTC(2026, 11, 2)) }),
    villages: () => ({ 村社名称: '望江新村', 类型: '社区', 户数: 1200 }),
    teams: () => ({ 村社: required(bundle.villages.find(({ code }) => !bundle.teamMembers.some((member) => member.village === code && member.staff === clerk().code))).name, 姓名: clerk().name, 角色: '专家人才' }),
    events: () => ({ 姓名: clerk().name, 村社: village(), 日期: new Date(Date.UTC(2026, 3, 2)), 类别: '调解', 户主或对象: '周某某' }),
    village_ranks: () => ({ 村社: required(bundle.villages.at(-1)).name, 名次: 3, 季度: '2026年第三季度' }),
    honours: () => ({ 姓名: clerk().name, 荣誉名称: '先进个人', 级别: '县级', 季度: '2026年第二季度' }),
    circulars: () => ({ 姓名: clerk().name, 类别: '正面通报', 事由: '防汛值守' }),
    deductions: () => ({ 姓名: clerk().name, 扣分项: '无故缺勤', 日期: new Date(Date.UTC(2026, 3, 2)), 事由: '值班脱岗' }),
  }

  test.each(importKinds.filter((kind) => kind !== 'registers'))('%s', async (kind) => {
    const client = town.asConsole()
    const { file } = await client.imports.form({ kind })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await file.arrayBuffer())
    const sheet = required(workbook.worksheets[0])
    const headings = sheet.getRow(1).values
    if (!Array.isArray(headings)) throw new Error('a form has headings')
    const row = filled[kind]()
    for (const [heading, value] of Object.entries(row)) sheet.getCell(2, required(headings.findIndex((text) => String(text ?? '').replace('*', '') === heading) || undefined)).value = value
    const bytes = await workbook.xlsx.writeBuffer()
    const { rows, reading } = await client.imports.preview({ file: new File([new Uint8Array(bytes)], 'form.xlsx'), kind, asOf })
    expect(rows.map(({ state, errors }) => [state, ...errors.map(({ message }) => message)])).toEqual([['new']])
    expect(reading.columns.filter(({ key }) => key === null)).toEqual([])
    expect(workbook.getWorksheet('填表说明')?.rowCount).toBeGreaterThan(4)
  })
})

describe('whom an ambiguous row means', () => {
  test('is shown by module and post, decided by a click, and applied', async () => {
    const name = required(bundle.staff.find((person) => bundle.staff.filter((other) => other.name === person.name).length > 1)).name
    const client = town.asConsole()
    const input = { file: csv('姓名,类别,事由', `${name},正面,防汛值守`), kind: 'circulars', asOf } as const
    const preview = await client.imports.preview(input)
    const [row] = preview.rows
    expect([row?.state, row?.candidates.length, row?.candidates.every((one) => one.name === name && one.module !== null)]).toEqual(['ambiguous', 2, true])
    expect((await client.imports.apply(input)).summary.taken).toBe(0)
    const chosen = required(row?.candidates[1])
    const clicked = row?.candidates.map(({ id }) => ({ row: 2, id })) ?? []
    // A click that was put right: the last one counts, in whichever order.
    const { batchId: first, summary } = await client.imports.apply({ ...input, picks: clicked })
    const period = required((await client.periods.list()).find(({ code }) => code === '2026Q2'))
    expect([summary.taken, (await client.points.list({ periodId: period.id })).filter(({ matter }) => matter === '防汛值守').map(({ staffId }) => staffId)]).toEqual([1, [chosen.id]])
    await client.imports.undo({ batchId: required(first ?? undefined) })
    const other = required(row?.candidates[0])
    const { batchId: second } = await client.imports.apply({ ...input, picks: clicked.toReversed() })
    expect((await client.points.list({ periodId: period.id })).filter(({ matter }) => matter === '防汛值守').map(({ staffId }) => staffId)).toEqual([other.id])
    await client.imports.undo({ batchId: required(second ?? undefined) })
    expect((await client.imports.preview({ ...input, picks: [{ row: 2, id: town.staffId(clerk().code) }] })).rows.map(({ state }) => state)).toEqual(['ambiguous'])
  })
})

describe('how the lists of a sender are read', () => {
  test('is remembered once they were taken, and used again for him and for the same headings', async () => {
    const client = town.asConsole()
    const village = required(bundle.villages[0]).name
    const list = (day: string) => csv('导出清单', '经手,属地,办结,分类', `${clerk().name},${village},${day},夜访`)
    const input = { kind: 'events', asOf } as const
    expect(await codeOf(client.imports.preview({ ...input, file: list('2026-04-01') }))).toBe('file_refused')
    expect((await client.imports.outline({ file: list('2026-04-01') })).sheets[0]?.rows[1]?.cells.map(({ text }) => text)).toEqual(['经手', '属地', '办结', '分类'])
    const columns = { sheet: 'CSV', headerRow: 2, columns: { 1: 'name', 2: 'village', 3: 'date', 4: 'kind' } }
    const first = await client.imports.preview({ ...input, file: list('2026-04-01'), choice: columns })
    expect([first.rows[0]?.errors.map(({ code }) => code), first.reading.words]).toEqual([['choice_unknown'], [{ key: 'kind', word: '夜访', code: null }]])
    const taken = await client.imports.apply({ ...input, file: list('2026-04-01'), sender: '县四平台', choice: { ...columns, words: { kind: { 夜访: 'visit' } } } })
    expect(taken.summary.taken).toBe(1)
    const next = await client.imports.preview({ ...input, file: list('2026-04-02'), sender: '县四平台' })
    const others = await client.imports.preview({ ...input, file: list('2026-04-02') })
    expect([next.reading.remembered, others.reading.remembered, next.rows.map(({ state }) => state)]).toEqual(['县四平台', '县四平台', ['new']])
    expect([(await client.imports.fields({ kind: 'events' })).senders, (await client.imports.log({})).rows.find(({ id }) => id === taken.batchId)?.sender]).toEqual([['县四平台'], '县四平台'])
  })
})

describe('who may bring what', () => {
  test('a head brings rows of his people alone, none of the township as a whole, and none about himself', async () => {
    const office = required(bundle.offices.find(({ office: held, to }) => held === 'head' && to === null))
    const head = town.as(office.staff, 'head')
    const nameOf = (code: string) => required(unique().find((person) => person.code === code)).name
    const mine = required(unique().find(({ code, track }) => track === 'staff' && bundle.assignments.some(({ staff, module, to }) => staff === code && module === office.module && to === null)))
    const other = required(unique().find(({ code, track }) => track === 'staff' && bundle.assignments.some(({ staff, to }) => staff === code && to === null) && bundle.assignments.every(({ staff, module }) => staff !== code || module !== office.module)))
    const deductions = csv('姓名,扣分项,日期,事由', ...[mine.name, other.name, nameOf(office.staff)].map((name) => `${name},无故缺勤,2026-04-02,脱岗`))
    const { rows } = await head.imports.preview({ file: deductions, kind: 'deductions', asOf })
    expect(rows.map(({ state, errors }) => [state, ...errors.map(({ code }) => code)])).toEqual([['new'], ['error', 'out_of_scope'], ['error', 'about_self']])
    for (const kind of ['posts', 'villages', 'teams', 'village_ranks'] as const) expect(await codeOf(head.imports.preview({ file: csv('村社名称,户数', '新村,1'), kind, asOf }))).toBe('out_of_scope')
  })

  test('nobody takes back what is about himself, and a head none of those who have moved away', async () => {
    const client = town.asConsole()
    const office = required(bundle.offices.find(({ office: held, to }) => held === 'head' && to === null))
    const mine = required(unique().find(({ code, track }) => track === 'staff' && bundle.assignments.some(({ staff, module, to }) => staff === code && module === office.module && to === null)))
    const list = () => csv('姓名,扣分项,日期,事由', `${mine.name},无故缺勤,2026-04-03,离岗`)
    const about = await client.imports.apply({ file: list(), kind: 'deductions', asOf })
    const himself = town.as(mine.code, 'inspector')
    const taken = shared()
    expect([await codeOf(himself.imports.undo({ batchId: required(about.batchId ?? undefined) })), shared() === taken]).toEqual(['about_self', true])
    expect(await codeOf(town.as(null, 'inspector').imports.undo({ batchId: required(about.batchId ?? undefined) }))).toBe('done')

    const head = town.as(office.staff, 'head')
    const [kept, moved] = [await head.imports.apply({ file: list(), kind: 'deductions', asOf }), await head.imports.apply({ file: csv('姓名,假别,起始日期,截止日期', `${mine.name},事假,2026-12-07,2026-12-08`), kind: 'leave', asOf })]
    expect(await codeOf(head.imports.undo({ batchId: required(kept.batchId ?? undefined) }))).toBe('done')
    const elsewhere = required(bundle.modules.find(({ code }) => code !== office.module)).code
    const postId = required((await client.organisation.posts()).at(0)).id
    await client.people.assign({ staffId: town.staffId(mine.code), moduleId: town.moduleId(elsewhere), postId, from: asOf, endOthers: true })
    const before = shared()
    expect([await codeOf(head.imports.undo({ batchId: required(moved.batchId ?? undefined) })), shared() === before]).toEqual(['out_of_scope', true])
  })

  test('nothing is written into a frozen quarter, and nothing of it is taken back', async () => {
    const client = town.asConsole()
    const day = '2026-04-02'
    const codes = async (kind: ImportKind, ...lines: readonly string[]) => (await client.imports.preview({ file: csv(...lines), kind, asOf: day })).rows.flatMap(({ errors }) => errors.map(({ code }) => code))
    const { batchId } = await client.imports.apply({ file: csv('姓名,荣誉名称,级别', `${clerk().name},先进,县级`), kind: 'honours', asOf: day })
    const stage = (to: 'collecting' | 'frozen') =>
      town.app.mutate({ actor: 'test', action: 'test.stage', areas: ['period'], write: (tx) => tx.update(period).set({ stage: to }).where(eq(period.code, '2026Q2')).run(), audit: () => ({ subject: null, detail: {} }) })
    stage('frozen')
    expect(await codes('honours', '姓名,荣誉名称,级别', `${clerk().name},优秀,县级`)).toEqual(['period_closed'])
    expect(await codes('deductions', '姓名,扣分项,日期,事由', `${clerk().name},无故缺勤,${day},脱岗`)).toEqual(['period_closed'])
    expect(await codes('village_ranks', '村社,名次', `${required(bundle.villages[0]).name},1`)).toEqual(['period_closed'])
    expect(await codeOf(client.imports.undo({ batchId: required(batchId ?? undefined) }))).toBe('period_not_open')
    stage('collecting')
    expect(await codeOf(client.imports.undo({ batchId: required(batchId ?? undefined) }))).toBe('done')
  })
})

test('an import that is given up before it writes leaves the township as it was', async () => {
  const client = town.asConsole()
  const rows = Array.from({ length: 600 }, (_, place) => `新岗位${String(place)},${String(place % 20)}`)
  const before = shared()
  const stop = new AbortController()
  const given = { file: csv('岗位名称,岗位赋分', ...rows), kind: 'posts', asOf } as const
  const { stamp } = await client.imports.preview(given)
  const events = await client.imports.startApply({ ...given, stamp }, { signal: stop.signal })
  const seen: string[] = []
  await expect(receiveImport(events, ({ stage }) => {
    seen.push(stage)
    if (stage === 'matching') stop.abort()
  })).rejects.toThrow()
  expect([seen.includes('matching'), seen.includes('writing'), shared() === before]).toEqual([true, false, true])
  const more = { ...given, file: csv('岗位名称,岗位赋分', ...rows, ',3') }
  const shown = await receiveImport(await client.imports.startPreview(more), () => undefined)
  const whole = await receiveImport(await client.imports.startApply({ ...more, stamp: shown.stamp }), () => undefined)
  expect([whole.rows.length, whole.summary.taken]).toEqual([600, 600])
})
