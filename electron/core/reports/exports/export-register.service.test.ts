import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { desc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BinaryFile } from '../../../../shared/contract/binary.ts'
import { auditEntry, exportLog } from '../../../db/schema/index.ts'
import { readHere } from '../../../workbooks/imports/import.testing.ts'
import { demo2026 } from '../../testing/demo-bundle.testing.ts'
import { writeSamples } from '../../registers/define.ts'
import { registerSamples } from '../../registers/samples.ts'
import { castOf } from '../../testing/cast.testing.ts'
import { addManyRows } from '../../testing/many-rows.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const bundle = demo2026
const cast = castOf(bundle)

type Client = ReturnType<TestTownship['as']>
type Rows = Omit<Parameters<Client['registers']['rows']>[0], 'offset' | 'limit' | 'removed'>

describe('one register is exported as its list shows it', () => {
  let town: TestTownship
  let folder: string
  let registerId = ''
  let fields: ReadonlyMap<string, string> = new Map()
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'register-'))
    town = await testTownship(bundle)
    town.app.mutate({ actor: 'test', action: 'test.registers', areas: ['register'], write: (tx) => writeSamples(tx, town.app.environment.newId, registerSamples()), audit: () => ({ subject: null, detail: {} }) })
    registerId = addManyRows(town.app, 'govern-disputes', 1_200)
    const disputes = (await town.as(null, 'inspector').registers.list({})).find(({ id }) => id === registerId)
    fields = new Map(disputes?.columns.map(({ id, title }) => [title, id]))
  })
  afterAll(() => {
    town.dispose()
    rmSync(folder, { recursive: true })
  })

  const field = (title: string): string => fields.get(title) ?? title
  const exported = (client: Client, rows: Rows) => client.exports.run({ workbook: 'register', rows, copy: 'working' })

  /** The names of a file's sheets, and the texts of the first, row by row. */
  async function read(file: BinaryFile) {
    const target = path.join(folder, file.name)
    writeFileSync(target, Buffer.from(await file.arrayBuffer()))
    const { sheets } = await readHere(target)
    const texts = sheets[0]?.rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'number' ? String(cell.value) : ''))) ?? []
    return { names: sheets.map(({ name }) => name), texts }
  }

  /** What the list shows on all its pages: the numbers of the rows. */
  async function shown(client: Client, rows: Rows): Promise<readonly string[]> {
    const pages = await Promise.all([0, 1000].map((offset) => client.registers.rows({ ...rows, offset, limit: 1000 })))
    return pages.flatMap((page) => page.rows.map(({ cells }) => cells[field('编号')] ?? ''))
  }

  const selections: readonly (readonly [string, () => Rows, string, string])[] = [
    ['the whole, of any day', () => ({ registerId }), '清溪镇_矛盾纠纷_20260406_工作稿.xlsx', '大治理　全部登记'],
    ['filtered and ordered', () => ({ registerId, filters: [{ kind: 'choice', field: field('纠纷类型'), oneOf: ['劳资', '邻里'] }], sort: [{ field: field('涉及金额'), descending: true }, { field: field('受理日期'), descending: false }] }), '清溪镇_矛盾纠纷_筛选_20260406_工作稿.xlsx', '大治理　筛选“纠纷类型：劳资、邻里”'],
    ['searched', () => ({ registerId, search: '山林' }), '清溪镇_矛盾纠纷_筛选_20260406_工作稿.xlsx', '大治理　筛选“搜索 山林”'],
    ['of nothing', () => ({ registerId, search: '没有这样的' }), '清溪镇_矛盾纠纷_筛选_20260406_工作稿.xlsx', '大治理　筛选“搜索 没有这样的”'],
  ]
  test.each(selections)('%s', async (_, rows, fileName, heading) => {
    const client = town.as(null, 'inspector')
    const { file } = await exported(client, rows())
    expect(file.name).toBe(fileName)
    const { names, texts } = await read(file)
    const at = texts.find((row) => row.includes('编号'))?.indexOf('编号') ?? -1
    const wanted = await shown(client, rows())
    expect([names, texts.map((row) => row[at] ?? '').filter((text) => wanted.includes(text))]).toEqual([['矛盾纠纷', '元数据'], wanted])
    expect([texts[1]?.at(-1), texts.at(-1)]).toEqual([expect.stringContaining(heading), [`注：共${String(wanted.length)}行。`]])
  })

  test('it is logged with its digest and what was chosen, and can be verified', async () => {
    town.clock.now = '2026-04-07T02:00:00.000Z'
    const client = town.as(null, 'inspector')
    const { file } = await exported(client, { registerId, search: '山林' })
    expect(await client.exports.verify({ file })).toMatchObject({ state: 'unchanged', fileName: file.name })
    expect((await client.exports.log({ limit: 1 })).rows[0]).toMatchObject({ workbook: 'registers', periodCode: null, copy: 'working', fileName: file.name })
    const entry = town.app.read().select().from(auditEntry).orderBy(desc(auditEntry.seq)).all().find(({ action }) => action === 'exports.run')
    expect([entry?.detail.includes('山林'), entry?.detail.includes(registerId)]).toEqual([true, true])
  })

  test('a head exports what is his module’s and the 三库, a leader of his modules, a clerk nothing; nothing is logged', async () => {
    const head = town.as(cast.head, 'head')
    const registers = await town.as(null, 'inspector').registers.list({})
    const idOf = (moduleId: string | null) => registers.find((row) => row.moduleId === moduleId)?.id ?? ''
    const [own, foreign, library] = [idOf(town.moduleId(cast.module)), idOf(town.moduleId(cast.otherModule)), idOf(null)]
    const logged = () => town.app.read().select().from(exportLog).all().length
    const codes = async (client: Client) => Promise.all([own, foreign, library].map((id) => codeOf(exported(client, { registerId: id }))))
    expect(await codes(head)).toEqual(['done', 'out_of_scope', 'done'])
    expect(await codes(town.as(cast.leader, 'leader'))).toEqual(['done', 'out_of_scope', 'done'])
    const before = logged()
    expect(await codes(town.as(cast.own.code, 'clerk'))).toEqual(['forbidden', 'forbidden', 'forbidden'])
    expect(await codeOf(exported(head, { registerId: '00000000-0000-7000-8000-000000000000' }))).toBe('not_found')
    expect(logged()).toBe(before)
    const offered = (client: Client) => client.registers.list({ moduleId: town.moduleId(cast.module) }).then((rows) => rows.every(({ mayExport }) => mayExport))
    expect([await offered(head), await offered(town.as(cast.own.code, 'clerk'))]).toEqual([true, false])
  })
})
