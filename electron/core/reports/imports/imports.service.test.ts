import { eq } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { receiveImport } from '../../../../shared/contract/reports/receive-import.ts'
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts'
import { staff } from '../../../db/schema/index.ts'
import { emptyDemo } from '../../desk/demo/demo.ts'
import { dumpTownship } from '../../township/backups/dump.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const fixtures = new URL('../../../workbooks/imports/fixtures/', import.meta.url)
const asOf = '2026-01-01'

const expectedSchema = z.object({
  headerRow: z.int(),
  rows: z.array(
    z.object({ row: z.int(), state: z.string(), errors: z.array(z.string()), name: z.string().nullable(), idNo: z.string().nullable(), module: z.string().nullable(), birth: z.string().nullable(), phone: z.string().nullable() }),
  ),
})

function fixture(name: string): File {
  return new File([new Uint8Array(readFileSync(new URL(name, fixtures)))], name)
}

function csv(...lines: readonly string[]): File {
  return new File([`\uFEFF${lines.join('\n')}\n`], 'roster.csv')
}

const headings = '姓名,身份证号,人员身份,所在模块,岗位,联系电话'

describe('roster import through the core', () => {
  let town: TestTownship
  beforeEach(async () => {
    town = await testTownship(emptyDemo())
  })
  afterEach(() => town.dispose())

  const shared = () => {
    const { account: _, accountRole: __, ...rest } = dumpTownship(town.app.read())
    return canonicalJson(rest)
  }

  test.each(['roster-1', 'roster-2', 'roster-3'])('%s comes out as expected, and its good rows are in the database', async (name) => {
    const expected = expectedSchema.parse(JSON.parse(readFileSync(new URL(`${name}.expected.json`, fixtures), 'utf8')))
    const client = town.asConsole()
    const result = await client.imports.apply({ file: fixture(`${name}.xlsx`), kind: 'staff', asOf })
    expect(result.headerRow).toBe(expected.headerRow)
    expect(result.rows.map(({ row, state, errors, name: person }) => ({ row, state, name: person, errors: errors.map(({ code }) => code) }))).toEqual(
      expected.rows.map(({ row, state, errors, name: person }) => ({ row, state, name: person, errors })),
    )
    const good = expected.rows.filter(({ state }) => state === 'new')
    expect(result.summary.taken).toBe(good.length)
    const modules = new Map((await client.organisation.modules()).map(({ id, name: module }) => [id, module]))
    const { rows } = await client.people.list({ on: asOf, limit: 1000 })
    const stored = await Promise.all(
      rows.map(async ({ id, name: person, birthMonth, phone, moduleIds }) => ({
        name: person,
        birth: birthMonth,
        phone,
        module: modules.get(moduleIds[0] ?? '') ?? null,
        idNo: (await client.people.unmaskIdNo({ id, reason: '测试' })).idNo,
      })),
    )
    expect(stored).toEqual(good.map(({ name: person, birth, phone, module, idNo }) => ({ name: person, birth, phone, module, idNo })))
    expect(result.errorWorkbook?.name).toBe(`${name}_错误说明.xlsx`)
  })

  test('a preview changes nothing; the same file again is known, finds everyone unchanged and takes nothing', async () => {
    const client = town.asConsole()
    const before = shared()
    const preview = await client.imports.preview({ file: fixture('roster-2.xlsx'), kind: 'staff', asOf })
    expect(shared()).toBe(before)
    const first = await client.imports.apply({ file: fixture('roster-2.xlsx'), kind: 'staff', asOf })
    const after = shared()
    const second = await client.imports.apply({ file: fixture('roster-2.xlsx'), kind: 'staff', asOf })
    expect(shared()).toBe(after)
    expect([preview.summary.importedBefore, first.summary.importedBefore, second.summary.importedBefore !== null]).toEqual([null, null, true])
    expect([preview.summary.taken, first.summary.taken, second.summary.taken, second.summary.same]).toEqual([0, preview.summary.new, 0, first.summary.taken])
  })

  test('undo restores the township to the letter, once; after a later change it is refused and changes nothing', async () => {
    const client = town.asConsole()
    const before = shared()
    const { batchId } = await client.imports.apply({ file: fixture('roster-1.xlsx'), kind: 'staff', asOf })
    await client.imports.undo({ batchId: batchId ?? '' })
    expect(shared()).toBe(before)
    expect(await codeOf(client.imports.undo({ batchId: batchId ?? '' }))).toBe('import_undone')

    const again = await client.imports.apply({ file: fixture('roster-1.xlsx'), kind: 'staff', asOf })
    const [person] = (await client.people.list({ on: asOf, limit: 1 })).rows
    await client.people.addLeave({ staffId: person?.id ?? '', kind: 'sick', from: '2026-02-01', to: '2026-02-02' })
    const used = shared()
    expect(await codeOf(client.imports.undo({ batchId: again.batchId ?? '' }))).toBe('import_used')
    expect(shared()).toBe(used)
  })

  test('a changed row is applied as a transfer on the as-of day, an empty cell erases nothing, and undo brings it back', async () => {
    const client = town.asConsole()
    await client.imports.apply({ file: csv(headings, '王小明,330825199002147670,公务员,大服务,窗口岗,13800000001'), kind: 'staff', asOf })
    const before = shared()
    const changed = await client.imports.apply({ file: csv(headings, '王小明,330825199002147670,,大经济,,'), kind: 'staff', asOf: '2026-03-01' })
    expect(changed.rows[0]?.state).toBe('changed')
    const [person] = (await client.people.list({ on: '2026-03-01', limit: 1 })).rows
    const { assignments, phone, identity } = await client.people.get({ id: person?.id ?? '', on: '2026-03-01' })
    expect({ phone, identity, ranges: assignments.map(({ moduleId, from, to }) => [moduleId, from, to]) }).toEqual({
      phone: '13800000001',
      identity: 'civil',
      ranges: [
        [town.moduleId('service'), '2026-01-01', '2026-02-28'],
        [town.moduleId('economy'), '2026-03-01', null],
      ],
    })
    await client.imports.undo({ batchId: changed.batchId ?? '' })
    expect(shared()).toBe(before)
  })

  test('a head brings the own module alone; other rows are handed back as out_of_scope', async () => {
    const client = town.asConsole()
    await client.imports.apply({ file: csv(headings, '王小明,330825199002147670,公务员,大服务,窗口岗,'), kind: 'staff', asOf })
    const head = (await client.people.list({ on: asOf, limit: 1 })).rows[0]
    await client.organisation.appoint({ moduleId: town.moduleId('service'), office: 'head', staffId: head?.id ?? '', from: asOf })
    const asHead = town.as(head?.code ?? '', 'head')
    const result = await asHead.imports.apply({ file: csv(headings, '李自己,,事业,大服务,窗口岗,', '张别人,,事业,大经济,招商岗,'), kind: 'staff', asOf })
    expect(result.rows.map(({ name, state, errors }) => [name, state, errors.map(({ code }) => code)])).toEqual([
      ['李自己', 'new', []],
      ['张别人', 'error', ['out_of_scope']],
    ])
    expect(await codeOf(town.as(null, 'clerk').imports.apply({ file: fixture('roster-1.xlsx'), kind: 'staff', asOf }))).toBe('forbidden')
    const own = await asHead.imports.log({})
    expect([own.total, own.rows.map(({ id, kind, taken, refused, undoneAt }) => [id === result.batchId, kind, taken, refused, undoneAt])]).toEqual([1, [[true, 'staff', 1, 1, null]]])
    await asHead.imports.undo({ batchId: result.batchId ?? '' })
    const all = await client.imports.log({ limit: 1 })
    expect([all.total, all.rows.length, (await asHead.imports.log({})).rows.map(({ undoneAt }) => undoneAt)]).toEqual([2, 1, [town.clock.now]])
    const himself = await asHead.imports.apply({ file: csv(headings, '王小明,330825199002147670,,大服务,首席岗,13900000000'), kind: 'staff', asOf })
    expect([himself.summary.taken, ...himself.rows.map(({ errors }) => errors.map(({ column, code }) => `${column} ${code}`))]).toEqual([0, ['岗位 about_self', '联系电话 about_self']])
  })

  test('what is taken is what was shown: after another’s change, or by another file, it is refused and changes nothing', async () => {
    const client = town.asConsole()
    const list = (phone: string) => csv(headings, `王小明,330825199002147670,公务员,大服务,窗口岗,${phone}`)
    await client.imports.apply({ file: list('13800000001'), kind: 'staff', asOf })
    const input = { file: list('13800000002'), kind: 'staff', asOf } as const
    const { stamp } = await client.imports.preview(input)
    const call = (phone: string) => town.app.mutate({ actor: 'test', action: 'test.phone', areas: ['staff'], write: (tx) => tx.update(staff).set({ phone }).where(eq(staff.name, '王小明')).run(), audit: () => ({ subject: null, detail: {} }) })
    call('13900000000')
    const before = shared()
    expect([await codeOf(client.imports.apply({ ...input, stamp })), await codeOf(client.imports.startApply({ ...input, stamp }).then((events) => receiveImport(events, () => undefined)))]).toEqual(['import_outdated', 'import_outdated'])
    const again = await client.imports.preview(input)
    expect(again.rows[0]?.changes).toEqual([{ column: '联系电话', from: '13900000000', to: '13800000002' }])
    expect([await codeOf(client.imports.apply({ ...input, file: list('13800000003'), stamp: again.stamp })), shared() === before]).toEqual(['import_outdated', true])
    // Between the last look and the writing.
    const late = receiveImport(await client.imports.startApply({ ...input, stamp: again.stamp }), ({ stage }) => {
      if (stage === 'writing') call('13700000000')
    })
    expect(await codeOf(late)).toBe('import_outdated')
    call('13900000000')
    expect((await client.imports.apply({ ...input, stamp: again.stamp })).summary.taken).toBe(1)
  })

  test('a file that is none is one sentence, and nothing is changed', async () => {
    const before = shared()
    const code = await codeOf(town.asConsole().imports.apply({ file: new File(['not a workbook'], 'x.xlsx'), kind: 'staff', asOf }))
    expect([code, shared() === before]).toEqual(['file_refused', true])
  })
})

describe('task import through the core', () => {
  test('rows become tasks with their parties; the same ledger again is the same; undo takes them away', async () => {
    const town = await testTownship(emptyDemo())
    try {
      const client = town.asConsole()
      await client.imports.apply({ file: csv(headings, '王小明,,公务员,大服务,窗口岗,', '李大海,,事业,大经济,招商岗,'), kind: 'staff', asOf })
      const ledger = () => csv('文号,事项,所在模块,主办,协办,权重,交办时间,办理时限', '清政〔2026〕1号,梳理窗口办件清单,大服务,王小明,李大海,2,2026.1.5,2026年2月10日', '清政〔2026〕2号,走访企业,大经济,无此人,,1,2026.1.5,2026.2.10')
      const result = await client.imports.apply({ file: ledger(), kind: 'tasks', asOf })
      expect(result.rows.map(({ state, errors }) => [state, errors.map(({ code }) => code)])).toEqual([['new', []], ['error', ['person_unknown']]])
      const { rows } = await client.tasks.list({ on: asOf })
      expect(rows.map(({ docNo, title, weight, issuedOn, due, state, parties }) => ({ docNo, title, weight, issuedOn, due, state, parties: parties.map(({ staffName, role }) => [staffName, role]) }))).toEqual([
        { docNo: '清政〔2026〕1号', title: '梳理窗口办件清单', weight: 2, issuedOn: '2026-01-05', due: '2026-02-10', state: 'active', parties: [['王小明', 'host'], ['李大海', 'cohost']] },
      ])
      expect((await client.imports.apply({ file: ledger(), kind: 'tasks', asOf })).rows.map(({ state }) => state)).toEqual(['same', 'error'])
      await client.imports.undo({ batchId: result.batchId ?? '' })
      expect((await client.tasks.list({ on: asOf })).rows).toEqual([])
    } finally {
      town.dispose()
    }
  })
})
