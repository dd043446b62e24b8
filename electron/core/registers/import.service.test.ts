import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerRow } from '../../db/schema/index.ts'
import { generateDemo } from '../demo/demo.ts'
import { castOf } from '../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'
import { writeSamples } from './define.ts'
import { registerSamples } from './samples.ts'

const bundle = generateDemo(2026)
const cast = castOf(bundle)
const asOf = '2026-05-20'

describe('rows of a register come in by the gate of every import', () => {
  let town: TestTownship
  let registerId = ''
  let village = ''
  let person = ''
  beforeAll(async () => {
    town = await testTownship(bundle)
    town.app.mutate({ actor: 'test', action: 'test.registers', areas: ['register'], write: (tx) => writeSamples(tx, town.app.environment.newId, registerSamples()), audit: () => ({ subject: null, detail: {} }) })
    registerId = (await town.asConsole().registers.list({})).find(({ name }) => name === '矛盾纠纷')?.id ?? ''
    village = bundle.villages[0]?.name ?? ''
    person = `${cast.own.name}（${cast.own.code}）`
  })
  afterAll(() => town.dispose())

  const csv = (...lines: readonly string[]) => new File([`\uFEFF${lines.join('\n')}\n`], '矛盾纠纷.csv')
  const standing = () => town.app.read().select().from(registerRow).all()

  test('headings in any order, a title and a total around them; each row says what it does, every error is told, and the whole can be taken back', async () => {
    const client = town.as(null, 'inspector')
    const file = csv(
      '清溪镇矛盾纠纷排查台账,,,,,,,',
      '序号,编号,受理日期,村社,纠纷类型,当事人,涉及金额（元）,调解员',
      `1,K-1,2026年5月1日,${village},邻里,张三、李四,"1,200",${person}`,
      `2,K-2,2026.5.2,${village},劳 资,王五,３００,`,
      `3,K-2,2026.5.3,${village},邻里,赵六,,`,
      '4,K-4,上周,没有的村,吵架,,很多,某某某',
      '合计,,,,,,"1,500",',
    )
    const input = { file, kind: 'registers', asOf, registerId } as const
    const preview = await client.imports.preview(input)
    expect(preview.rows.map(({ row, state, errors }) => [row, state, errors.map(({ column, code }) => `${column} ${code}`)])).toEqual([
      [3, 'new', []],
      [4, 'new', []],
      [5, 'error', ['编号 taken']],
      [6, 'error', ['受理日期 not_a_day', '村社 village_unknown', '纠纷类型 not_in_list', '涉及金额 not_a_number', '调解员 person_unknown', '当事人 empty']],
    ])
    expect([standing().length, preview.batchId]).toEqual([0, null])
    const applied = await client.imports.apply(input)
    expect([applied.summary.taken, standing().length, applied.errorWorkbook === null]).toEqual([2, 2, false])
    const [found] = (await client.registers.rows({ registerId, search: '张三' })).rows
    expect(Object.values(found?.names ?? {})).toEqual(expect.arrayContaining([village, expect.stringContaining(cast.own.name)]))

    const again = await client.imports.preview({ ...input, file: csv('编号,受理日期,村社,纠纷类型,当事人,涉及金额', `K-1,2026-05-01,${village},邻里,张三、李四,1300`, `K-2,2026-05-02,${village},劳资,王五,300`) })
    expect(again.rows.map(({ state, changes }) => [state, changes])).toEqual([['changed', [{ column: '涉及金额', from: '1200.00', to: '1300.00' }]], ['same', []]])
    await client.imports.undo({ batchId: applied.batchId ?? '' })
    expect(standing()).toEqual([])
    expect(await codeOf(client.imports.undo({ batchId: applied.batchId ?? '' }))).toBe('import_undone')
  })

  test('without a unique column a row that is there already is the same; a table of other headings is refused', async () => {
    const client = town.as(null, 'inspector')
    const experts = (await client.registers.list({})).find(({ name }) => name === '专家库')?.id ?? ''
    const input = { file: csv('姓名,工作单位,专业领域', '某教授,农科院,农业技术'), kind: 'registers', asOf, registerId: experts } as const
    expect((await client.imports.apply(input)).summary).toMatchObject({ new: 1, taken: 1 })
    expect((await client.imports.apply(input)).summary).toMatchObject({ same: 1, taken: 0 })
    const refused = await client.imports.preview({ ...input, file: csv('姓,名,电话', '张,三,1') }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'file_refused', message: '没有找到台账的表头，请确认列名与台账设置里的列名一致，至少有两列，并含必填的列。' })
  })

  test('what was exported comes back as the same, and a changed cell as changed', async () => {
    const client = town.as(null, 'inspector')
    const disputes = (await client.registers.list({})).find(({ id }) => id === registerId)
    const column = (title: string): string => disputes?.columns.find((one) => one.title === title)?.id ?? ''
    const add = (number: string, day: string) =>
      client.registers.add({ registerId, cells: { [column('受理日期')]: day, [column('编号')]: number, [column('村社')]: village, [column('纠纷类型')]: '邻里', [column('当事人')]: '张三', [column('涉及金额')]: '1200.5', [column('简要情况')]: '第一行\n第二行', [column('调解员')]: person } })
    const rows = [await add('E-1', '2026-04-02'), await add('E-2', '2026-05-02'), await add('E-3', '2026-01-02')]
    const { file } = await client.exports.run({ workbook: 'registers', period: '2026Q2', copy: 'working' })
    expect(file.name).toBe('清溪镇_特色台账_2026Q2_20260406_工作稿.xlsx')
    expect((await client.exports.verify({ file })).state).toBe('unchanged')
    const input = { file, kind: 'registers', asOf, registerId } as const
    // The row of the first quarter is not in the book of the second.
    expect((await client.imports.preview(input)).rows.map(({ name, state, errors }) => [name, state, errors])).toEqual([['E-1', 'same', []], ['E-2', 'same', []]])
    const [first] = rows
    await client.registers.editCells({ registerId, mode: 'all', rows: [{ id: first?.id ?? '', version: 1, changes: { [column('当事人')]: '李四' } }] })
    expect((await client.imports.preview(input)).rows[0]).toMatchObject({ state: 'changed', changes: [{ column: '当事人', from: '李四', to: '张三' }] })
    // A head's book holds the registers of his modules, and the 三库.
    const own = await town.as(cast.head, 'head').exports.run({ workbook: 'registers', period: '2026', copy: 'official' })
    expect(own.file.size).toBeGreaterThan(5_000)
  })

  test('only into a register that the caller may enter', async () => {
    const head = town.as(cast.head, 'head')
    const own = (await head.registers.list({})).find(({ moduleId }) => moduleId === town.moduleId(cast.module))?.id
    const foreign = (await town.asConsole().registers.list({})).find(({ moduleId }) => moduleId !== null && moduleId !== town.moduleId(cast.module))?.id
    const file = csv('姓名,工作单位', '甲,乙')
    const codes = await Promise.all([own, foreign, undefined].map((id) => codeOf(head.imports.preview({ file, kind: 'registers', asOf, ...(id === undefined ? {} : { registerId: id }) }))))
    expect(codes).toEqual(['file_refused', 'out_of_scope', 'invalid_input'])
  })
})
