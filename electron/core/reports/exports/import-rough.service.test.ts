import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportKind } from '../../../../shared/domain/reports/imports/types.ts'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import { registerRow } from '../../../db/schema/index.ts'
import type { TownshipBundle } from '../../desk/bundle/bundle.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { dumpTownship } from '../../township/backups/dump.ts'
import { writeSamples } from '../../registers/define.ts'
import { registerSamples } from '../../registers/samples.ts'
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

function required<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the demo has none')
  return value
}

const shared = () => canonicalJson(dumpTownship(town.app.read()))
const present = (code: string) => bundle.assignments.filter(({ staff, to }) => staff === code && to === null)
const workers = () => bundle.staff.filter(({ name, track, code }) => track === 'staff' && bundle.staff.filter((other) => other.name === name).length === 1 && present(code).length === 1)
const village = () => required(bundle.villages[0]).name
const headOffice = () => required(bundle.offices.find(({ office, to }) => office === 'head' && to === null))

async function refusalOf(call: Promise<unknown>): Promise<{ readonly message: string; readonly values: unknown }> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && 'data' in error) return { message: error.message, values: error.data }
    throw error
  }
  throw new Error('it was not refused')
}

describe('a row that names several people', () => {
  test('is a record of each, and who is not known is refused alone', async () => {
    const client = town.asConsole()
    const [one, two] = [required(workers()[0]), required(workers()[1])]
    const list = () => csv('姓名,村社,日期,类别,户主', `${one.name}、${two.name},${village()},2026-04-02,走访,周一`, `"${two.name}\n查无此人",${village()},2026-04-03,走访,周二`)
    const before = shared()
    const result = await client.imports.apply({ file: list(), kind: 'events', asOf })
    expect(result.rows.map(({ row, state, name, errors }) => [row, state, name, ...errors.map(({ code }) => code)])).toEqual([[2, 'new', one.name], [2, 'new', two.name], [3, 'new', two.name], [3, 'error', '查无此人', 'unknown_person']])
    expect((await client.imports.preview({ file: list(), kind: 'events', asOf })).rows.map(({ state }) => state)).toEqual(['same', 'same', 'same', 'error'])
    const handedBack = new ExcelJS.Workbook()
    await handedBack.xlsx.load(await required(result.errorWorkbook).arrayBuffer())
    const notes = required(handedBack.worksheets[0]).getColumn(6).values
    expect(Array.isArray(notes) ? notes.filter((note) => typeof note === 'string' && note.includes('查无此人')).length : 0).toBe(1)
    await client.imports.undo({ batchId: required(result.batchId) })
    expect(shared()).toBe(before)
  })
})

describe('words that the township does not record', () => {
  test('are set to 不导入: their rows are skipped with the reason, and the next list of the sender is read so', async () => {
    const client = town.asConsole()
    const { name } = required(workers()[0])
    const list = (day: string) => csv('姓名,村社,日期,类别', `${name},${village()},${day},走访`, `,,${day},设备检修`)
    const input = { kind: 'events', asOf, sender: '县四平台' } as const
    const taken = await client.imports.apply({ ...input, file: list('2026-04-02'), choice: { words: { kind: { 设备检修: '' } } } })
    expect(taken.rows.map(({ state, errors }) => [state, ...errors.map(({ message }) => message)])).toEqual([['new'], ['skipped', '“设备检修”已设为不导入，这一行跳过']])
    expect([taken.summary.skipped, taken.summary.error, taken.errorWorkbook]).toEqual([1, 0, null])
    expect((await client.imports.preview({ ...input, file: list('2026-04-03') })).rows.map(({ state }) => state)).toEqual(['new', 'skipped'])
    await client.imports.undo({ batchId: required(taken.batchId) })
  })
})

describe('what cannot be read is one sentence', () => {
  test.each<readonly [ImportKind, readonly string[], string, object]>([
    ['staff', ['姓名,身份证号,人员身份,所在模块'], '表头下面没有可以读取的行', { why: 'no_rows' }],
    ['staff', ['文号,事项,所在模块,主办,办理时限', '1,整治,大治理,张三,2026-05-01'], '看起来是任务台账，不是花名册', { why: 'no_header', looksLike: 'tasks' }],
    ['tasks', ['姓名,假别,起始日期,截止日期', '张三,事假,2026-05-01,2026-05-02'], '看起来是请休假，不是任务台账', { why: 'no_header', looksLike: 'leave' }],
    ['leave', ['这里没有表'], '没有找到请休假表的表头', { why: 'no_header' }],
  ])('%s from %j', async (kind, lines, sentence, values) => {
    const refusal = await refusalOf(town.asConsole().imports.preview({ file: csv(...lines), kind, asOf }))
    expect(refusal.message).toContain(sentence)
    expect(refusal.values).toMatchObject({ values })
  })

  test('a list that passes for another is known by its headings', async () => {
    const lines = ['姓名,所在模块,岗位,任职时间,免职时间,主兼', `${required(workers()[0]).name},${required(bundle.modules[0]).name},综合岗,2026-04-01,,兼`]
    const { reading } = await town.asConsole().imports.preview({ file: csv(...lines), kind: 'staff', asOf })
    expect(reading.looksLike).toBe('assignments')
    expect((await town.asConsole().imports.preview({ file: csv(...lines), kind: 'assignments', asOf })).reading.looksLike).toBe(null)
  })
})

describe('how lists are read belongs to the township', () => {
  test('a module adds what was not known, and replaces nothing of it; another form of the list is remembered beside', async () => {
    const office = headOffice()
    const [client, head] = [town.asConsole(), town.as(office.staff, 'head')]
    const mine = required(workers().find(({ code }) => present(code).some(({ module }) => module === office.module)))
    const list = (word: string, day: string) => csv('姓名,村社,日期,类别,对象', `${mine.name},${village()},${day},${word},甲`)
    const input = { kind: 'events', asOf, sender: '网格系统' } as const
    const first = await client.imports.apply({ ...input, file: list('上门', '2026-04-02'), choice: { words: { kind: { 上门: 'visit' } } } })
    const second = await head.imports.apply({ ...input, file: list('上门', '2026-04-03'), choice: { words: { kind: { 上门: 'mediation', 劝和: 'mediation' } } } })
    const third = await head.imports.apply({ ...input, file: list('劝和', '2026-04-04'), choice: { words: { kind: { 劝和: 'mediation' } } } })
    const { reading } = await client.imports.preview({ ...input, file: csv('姓名,村社,日期,类别,对象', ...['上门', '劝和'].map((word) => `${mine.name},${village()},2026-04-05,${word},甲`)) })
    expect(reading.words.map(({ word, code }) => [word, code])).toEqual([['上门', 'visit'], ['劝和', 'mediation']])
    const other = csv('经手,属地,办结,分类', `${mine.name},${village()},2026-04-05,上门`)
    const columns = { sheet: 'CSV', headerRow: 1, columns: { 1: 'name', 2: 'village', 3: 'date', 4: 'kind' } }
    const fourth = await client.imports.apply({ ...input, file: other, choice: { ...columns, words: { kind: { 上门: 'visit' } } } })
    expect((await client.imports.preview({ ...input, file: list('上门', '2026-04-06') })).reading).toMatchObject({ remembered: '网格系统', words: [{ word: '上门', code: 'visit' }] })
    expect((await client.imports.preview({ ...input, file: csv('经手,属地,办结,分类', `${mine.name},${village()},2026-04-06,上门`) })).rows.map(({ state }) => state)).toEqual(['new'])
    for (const { batchId } of [fourth, third, second, first]) await town.asConsole().imports.undo({ batchId: required(batchId) })
  })
})

describe('a head and people of several modules', () => {
  test('changes nothing of who serves in another module too, and makes no second person of him', async () => {
    const office = headOffice()
    const mine = required(workers().find(({ code }) => code !== office.staff && present(code).some(({ module }) => module === office.module)))
    const elsewhere = required(bundle.modules.find(({ code }) => code !== office.module))
    const roster = () => csv('姓名,人员身份,所在模块,联系电话', `${mine.name},公务员,${required(bundle.modules.find(({ code }) => code === office.module)).name},13900000001`)
    const head = town.as(office.staff, 'head')
    expect((await head.imports.preview({ file: roster(), kind: 'staff', asOf })).rows.map(({ state }) => state)).toEqual(['changed'])
    const postId = required((await town.asConsole().organisation.posts()).at(0)).id
    await town.asConsole().people.assign({ staffId: town.staffId(mine.code), moduleId: town.moduleId(elsewhere.code), postId, from: asOf, endOthers: false })
    expect((await head.imports.preview({ file: roster(), kind: 'staff', asOf })).rows.map(({ state, errors }) => [state, ...errors.map(({ code }) => code)])).toEqual([['error', 'out_of_scope']])
    const { rows } = await town.asConsole().imports.preview({ file: csv('姓名,人员身份,所在模块', `${mine.name},,${elsewhere.name}`), kind: 'staff', asOf })
    expect(rows.map(({ state }) => state)).toEqual(['same'])
  })
})

describe('registers', () => {
  beforeAll(() => {
    town.app.mutate({ actor: 'test', action: 'test.registers', areas: ['register'], write: (tx) => writeSamples(tx, town.app.environment.newId, registerSamples()), audit: () => ({ subject: null, detail: {} }) })
  })
  const registers = async () => (await town.asConsole().registers.list({})).filter(({ mayEnter }) => mayEnter)

  test('the blank form of each has its columns with lists, and comes back read in full', async () => {
    expect((await registers()).length).toBeGreaterThan(10)
    for (const { id, name, columns } of await registers()) {
      const client = town.asConsole()
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(await (await client.imports.form({ kind: 'registers', registerId: id })).file.arrayBuffer())
      const sheet = required(workbook.worksheets[0])
      const typed = columns.filter(({ type }) => type !== 'attachment')
      const sensible = { text: '示例内容', long_text: '示例说明', number: '12', amount: '34.5', date: '2026-04-02', choice: '', person: required(workers()[0]).name, village: village(), attachment: '' } as const
      for (const [place, { type, options, title }] of typed.entries()) {
        expect(`${name} ${String(sheet.getCell(1, place + 1).value).replace('*', '')}`).toBe(`${name} ${title}`)
        if (type === 'choice' || type === 'village') expect([name, title, sheet.getCell(2, place + 1).dataValidation.type]).toEqual([name, title, 'list'])
        sheet.getCell(2, place + 1).value = type === 'choice' ? required(options[0]) : sensible[type]
      }
      expect(workbook.getWorksheet('填表说明')?.rowCount).toBeGreaterThan(typed.length)
      const bytes = await workbook.xlsx.writeBuffer()
      const { rows, reading } = await client.imports.preview({ file: new File([new Uint8Array(bytes)], 'form.xlsx'), kind: 'registers', registerId: id, asOf })
      expect([name, rows.map(({ state, errors }) => [state, ...errors.map(({ column, message }) => column + message)]), reading.columns.filter(({ key }) => key === null)]).toEqual([name, [['new']], []])
    }
  })

  test('10,000 rows are written together, and taken back by whoever may enter them alone', async () => {
    const register = required((await registers()).find(({ name }) => name === '矛盾纠纷'))
    const lines = Array.from({ length: 10_000 }, (_, place) => `Z-${String(place)},2026-04-02,${village()},邻里,当事人${String(place)}`)
    const client = town.asConsole()
    const before = town.app.read().select().from(registerRow).all().length
    const file = csv('编号,受理日期,村社,纠纷类型,当事人', ...lines)
    const started = performance.now()
    const { batchId, summary, rows } = await client.imports.apply({ file, kind: 'registers', registerId: register.id, asOf })
    console.log(`10,000 rows of a register: ${String(Math.round(performance.now() - started))} ms`)
    expect([summary.taken, town.app.read().select().from(registerRow).all().length - before, rows.flatMap(({ errors }) => errors)]).toEqual([10_000, 10_000, []])
    expect(await codeOf(town.as(null, 'setup').imports.undo({ batchId: required(batchId) }))).toBe('out_of_scope')
    expect(await codeOf(town.as(null, 'inspector').imports.undo({ batchId: required(batchId) }))).toBe('done')
    expect(town.app.read().select().from(registerRow).all().length).toBe(before)
  })
})
