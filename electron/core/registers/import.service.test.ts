import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplePdf } from '../../../shared/domain/township/attachments/samples.testing.ts'
import { auditEntry, registerRow, serviceEvent } from '../../db/schema/index.ts'
import { demo2026 } from '../testing/demo-bundle.testing.ts'
import { castOf } from '../testing/cast.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../testing/township.testing.ts'
import { writeSamples } from './define.ts'
import { registerSamples } from './samples.ts'

const bundle = demo2026
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
    const audited = town.app.read().select().from(auditEntry).where(eq(auditEntry.subject, applied.batchId ?? '')).get()
    expect(JSON.parse(audited?.detail ?? '{}')).toMatchObject({ kind: 'registers', registerId, register: '矛盾纠纷' })
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

  describe('what a record was made of', () => {
    const ledger = (...rows: readonly string[]) => csv('编号,日期,村社,干部,户主,备注', ...rows)
    const visit = (code: string, household: string, note: string) => `${code},2026-05-12,${village},${person},${household},${note}`
    let visits = ''
    beforeAll(async () => {
      town.clock.now = '2026-05-20T02:00:00.000Z'
      await town.as(null, 'inspector').registers.create({
        moduleId: town.moduleId(cast.module), name: '联户走访', description: null,
        columns: ([['编号', 'text'], ['日期', 'date'], ['村社', 'village'], ['干部', 'person'], ['户主', 'text'], ['备注', 'text']] as const).map(([title, type]) => ({ id: null, title, type, unit: null, options: [], required: false, isUnique: title === '编号', inList: true, total: false })),
        proposal: { kind: 'event', eventKind: 'visit', staff: '干部', village: '村社', date: '日期', household: '户主', quantity: null },
      })
      visits = (await town.asConsole().registers.list({})).find(({ name }) => name === '联户走访')?.id ?? ''
    })
    const take = (...rows: readonly string[]) => town.as(null, 'inspector').imports.apply({ file: ledger(...rows), kind: 'registers', asOf, registerId: visits })
    const undo = (batchId: string | null) => codeOf(town.as(null, 'inspector').imports.undo({ batchId: batchId ?? '' }))
    const rowCalled = (code: string) => standing().find(({ registerId: of, cells }) => of === visits && cells.includes(code))?.id ?? ''
    const propose = async (code: string) => {
      const { applied } = await town.asConsole().registers.propose({ ids: [rowCalled(code)], mode: 'all' })
      expect(applied).toHaveLength(1)
      return town.app.read().select().from(serviceEvent).where(eq(serviceEvent.origin, `register:${rowCalled(code)}`)).get()?.id ?? ''
    }

    test('stays as it is under an import, cell by cell; the rest of the row changes', async () => {
      await take(visit('F-1', '张三', ''))
      await propose('F-1')
      const refused = await take(visit('F-1', '李四', '改过'), visit('F-2', '王五', ''))
      expect([refused.rows.map(({ state }) => state), refused.rows[0]?.errors]).toEqual([['error', 'new'], [{ column: '户主', code: 'not_editable', message: '这一行已提请记分，请先撤回或退回它的记录再改' }]])
      const noted = await take(visit('F-1', '张三', '改过'))
      expect(noted.rows.map(({ state }) => state)).toEqual(['changed'])
      expect(await undo(noted.batchId)).toBe('done')
    })

    test('is not taken back under it, whether the record counts or was sent back', async () => {
      const first = await take(visit('G-1', '张三', ''))
      const second = await take(visit('G-1', '李四', ''))
      const record = await propose('G-1')
      expect([await undo(second.batchId), await undo(first.batchId)]).toEqual(['import_used', 'import_used'])
      await town.as(null, 'inspector').events.reject({ id: record, version: 1, reason: '户主写错' })
      expect([await undo(second.batchId), rowCalled('G-1') === '']).toEqual(['done', false])
      const alone = await take(visit('G-2', '赵六', ''))
      await town.as(null, 'inspector').events.reject({ id: await propose('G-2'), version: 1, reason: '户主写错' })
      expect([await undo(alone.batchId), rowCalled('G-2') === '']).toEqual(['import_used', false])
    })

    test('nor is a row with a file, even one in the 回收站', async () => {
      const { batchId } = await take(visit('H-1', '张三', ''))
      const client = town.as(null, 'inspector')
      const { id } = await client.attachments.add({ owner: { kind: 'register_row', id: rowCalled('H-1') }, file: new File([new Uint8Array(samplePdf)], '走访照片.pdf') })
      expect(await undo(batchId)).toBe('import_used')
      await client.attachments.remove({ id, version: 1 })
      expect(await undo(batchId)).toBe('import_used')
    })
  })
})
