import { readdirSync } from 'node:fs'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveExport, type ExportProgress } from '../../../../shared/contract/reports/receive-export.ts'
import { changeColumn, changeSheet } from '../../../../shared/domain/papers/edit-layout.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { auditEntry, exportLog } from '../../../db/schema/index.ts'
import { blank, formula, packTemplate, row, words, type MadeTemplate } from '../../../workbooks/templates/template-maker.testing.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const county: MadeTemplate = {
  name: '县任务表',
  sheets: [{
    name: '报表',
    rows: row(1, words('A1', '{{乡镇}}{{周期}}重点任务')) + row(2, words('A2', '填报单位'), blank('B2')) + row(4, words('A4', '文号'), words('B4', '事项'), words('C4', '权重')) + row(5, words('A5', '{{台账(一表清).文号}}'), blank('B5'), words('C5', '{{台账(一表清).权重}}', 1)) + row(6, words('A6', '合计'), formula('C6', 'SUM(C5:C5)', 0)) + row(8, words('A8', '{{没有这个}}')),
    tail: '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
  }],
}

async function fileOf(template: MadeTemplate, name = '县任务表.xlsx'): Promise<File> {
  return new File([new Uint8Array(await packTemplate(template))], name)
}

async function sheetOf({ parts, fileName }: Pick<Awaited<ReturnType<typeof receiveExport>>, 'parts' | 'fileName'>): Promise<string> {
  return (await (await JSZip.loadAsync(await new File(parts, fileName).arrayBuffer())).file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
}

const window = { sheet: 0, first: 1, rows: 50 }

describe('上级模板', () => {
  let town: TestTownship
  beforeAll(async () => {
    town = await testTownship(smallTown())
  })
  afterAll(() => town.dispose())

  const leftBehind = () => readdirSync(town.app.environment.temporary)
  const logged = () => town.app.read().select().from(exportLog).all()

  test('is added, mapped, tried, filled, known again, and replaced', async () => {
    const client = town.asConsole()
    const { id } = await client.templates.add({ file: await fileOf(county), name: '县重点任务表', book: 'tasks' })
    expect(await codeOf(client.templates.add({ file: await fileOf(county), name: '县重点任务表', book: 'tasks' }))).toBe('duplicate')
    const seen = await client.templates.inspect({ id, window })
    expect(seen.outline.unknown).toEqual([{ sheet: '报表', cell: 'A8', text: '没有这个' }])
    expect(seen.outline.repeats).toEqual([{ sheet: '报表', first: 5, last: 5, table: 'ledger', spare: 0 }])
    expect(seen.outline.window.cells.find(({ row: at, column }) => at === 4 && column === 2)).toMatchObject({ text: '事项', kind: 'text' })
    await expect(receiveExport(await client.templates.fill({ id, period: '2026Q1' }), () => undefined)).rejects.toMatchObject({ code: 'placeholders_unknown', message: expect.stringContaining('报表!A8“没有这个”') })

    const mapping = {
      cells: [
        { sheet: '报表', cell: 'A8', use: { kind: 'keep' } }, { sheet: '报表', cell: 'B2', use: { kind: 'single', key: 'reportingUnit' } },
        { sheet: '报表', cell: 'B5', use: { kind: 'column', table: 'ledger', field: 'title' } },
      ],
      spare: [],
    } as const
    const { version } = await client.templates.saveMapping({ id, version: 1, mapping })
    expect(await codeOf(client.templates.saveMapping({ id, version: 1, mapping }))).toBe('changed_meanwhile')

    const misplaced: readonly [sheet: string, cell: string, reason: string][] = [
      ['报表', 'B2', '对应没有保存：报表!B2 对应了两次，请只留一个。'], ['别的', 'B5', '对应没有保存：模板里没有工作表“别的”，请去掉 别的!B5 的对应。'],
      ['报表', 'XFE1', '对应没有保存：工作表“报表”没有 XFE1 这一格，请另选一格。'], ['报表', 'A1048577', '对应没有保存：工作表“报表”没有 A1048577 这一格，请另选一格。'],
      ['报表', 'B1', '对应没有保存：报表!B1 在合并单元格里面，请改选合并区域左上角的一格。'],
    ]
    for (const [sheet, cell, message] of misplaced) {
      const wrong = { ...mapping, cells: [...mapping.cells, { sheet, cell, use: { kind: 'single', key: 'township' } as const }] }
      await expect(client.templates.saveMapping({ id, version, mapping: wrong })).rejects.toMatchObject({ code: 'mapping_refused', message })
    }
    expect((await client.templates.inspect({ id, window })).mapping).toEqual(mapping)

    const gone = await client.templates.inspect({ id, window, mapping: { cells: [...mapping.cells.filter(({ cell }) => cell !== 'B5'), { sheet: '报表', cell: 'B5', use: { kind: 'column', table: 'ledger', field: 'gone' } }], spare: [] } })
    expect(gone.outline.unknown).toEqual([{ sheet: '报表', cell: 'B5', text: '台账(一表清).gone' }])

    const tasks = await client.tasks.list({ on: '2026-04-06', limit: 100 })
    const tried = await client.templates.preview({ id, period: '2026Q1', window })
    expect(tried.outline.window.cells.filter(({ column, row: at }) => column === 2 && at >= 5 && at < 5 + tasks.total).every(({ text }) => text !== '')).toBe(true)
    expect([logged().length, leftBehind()]).toEqual([0, []])

    const stages: ExportProgress['stage'][] = []
    const filled = await receiveExport(await client.templates.fill({ id, period: '2026Q1' }), ({ stage }) => stages.push(stage))
    expect([...new Set(stages)]).toEqual(['gathering', 'arranging', 'writing', 'recording'])
    expect(filled.fileName).toBe('清溪镇_县重点任务表_2026Q1_20260406.xlsx')
    expect(logged()).toMatchObject([{ workbook: 'tasks', form: '县重点任务表', periodCode: '2026Q1' }])
    expect((await client.exports.log({})).rows[0]).toMatchObject({ form: '县重点任务表' })
    const file = new File(filled.parts, filled.fileName)
    const xml = await sheetOf(filled)
    expect(xml).toContain('清溪镇2026年第一季度重点任务')
    expect(xml).toContain(`SUM(C5:C${String(4 + tasks.total)})`)
    expect(xml).toContain('{{没有这个}}')
    expect(await client.exports.verify({ file })).toMatchObject({ state: 'unchanged', fileName: filled.fileName })

    // What is printed meanwhile has no cells; it is not taken for what a file without 元数据 was.
    await client.books.printed({ book: { workbook: 'tasks', period: '2026Q1', copy: 'official' }, sheets: ['逾期清单'], pages: 1, way: 'pdf' })
    const zip = await JSZip.loadAsync(await file.arrayBuffer())
    zip.file('xl/worksheets/sheet1.xml', xml.replace('清溪镇2026年第一季度重点任务', '清溪镇的别的'))
    const tampered = new File([new Uint8Array(await zip.generateAsync({ type: 'nodebuffer' }))], filled.fileName)
    expect(await client.exports.verify({ file: tampered })).toMatchObject({ state: 'changed', cells: [{ sheet: '报表', cell: 'A1' }], fileName: filled.fileName })
    zip.file('xl/worksheets/sheet1.xml', xml)
    const repacked = new File([new Uint8Array(await zip.generateAsync({ type: 'nodebuffer' }))], filled.fileName)
    expect((await client.exports.verify({ file: repacked })).state).toBe('unchanged')
    expect((await client.exports.verify({ file: await fileOf(county) })).state).toBe('unknown')
    const strange = { ...county, sheets: county.sheets.map((each) => ({ ...each, name: '别的表' })) }
    expect(await client.exports.verify({ file: await fileOf(strange) })).toMatchObject({ state: 'unknown', fileName: null })

    const [sheet] = county.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const renewed = { ...county, sheets: [{ ...sheet, rows: sheet.rows.replace('<c r="B2" s="1"/>', words('B2', '县里填')) }] }
    expect(await client.templates.replaceFile({ id, version, file: await fileOf(renewed, '新.xlsx') })).toMatchObject({ dropped: [{ sheet: '报表', cell: 'B2' }] })
    const { mapping: kept, template } = await client.templates.inspect({ id, window })
    expect([kept.cells.map(({ cell }) => cell), template.fileName]).toEqual([['A8', 'B5'], '新.xlsx'])
    expect(leftBehind()).toEqual([])
    await client.templates.remove({ id, version: template.version })
    const audited = town.app.read().select().from(auditEntry).all().filter(({ subject }) => subject === id)
    const said = (action: string) => JSON.stringify(audited.filter((entry) => entry.action === action))
    expect([said('templates.saveMapping').includes('reportingUnit'), said('templates.remove').includes('ledger'), /fileDigest[^0-9a-f]+[0-9a-f]{64}/.test(said('templates.remove'))]).toEqual([true, true, true])
    expect((await client.templates.list({})).rows).toEqual([])
  })

  test('a whole 身份证号 stands in what is filled, and is masked in what is only looked at', async () => {
    const client = town.asConsole()
    const idNo = '330825199002147670'
    await client.people.setIdNo({ id: town.staffId('A1'), idNo })
    const { version } = await client.people.get({ id: town.staffId('A1'), on: '2026-04-06' })
    await client.people.editCells({ mode: 'all', rows: [{ id: town.staffId('A1'), version, changes: { remark: `证号${idNo}，账号330825199002147671` } }] })
    const roster = { name: '县花名册', sheets: [{ name: '名册', rows: row(1, words('A1', '姓名'), words('B1', '身份证号')) + row(2, words('A2', '{{花名册.姓名}}'), words('B2', '{{花名册.身份证号}}'), words('C2', '{{花名册.备注}}')) }] }
    const { id } = await client.templates.add({ file: await fileOf(roster), name: '县花名册', book: 'roster' })
    const { outline } = await client.templates.preview({ id, period: null, window })
    expect(outline.window.cells.map(({ text }) => text).filter((text) => text.includes('330'))).toEqual(['330*************70', '证号330*************70，账号330825199002147671'])
    const filled = await receiveExport(await client.templates.fill({ id, period: null }), () => undefined)
    const parts = (await JSZip.loadAsync(await new File(filled.parts, filled.fileName).arrayBuffer())).files
    const texts = await Promise.all(Object.values(parts).map((part) => part.async('string')))
    expect(texts.some((text) => text.includes(idNo))).toBe(true)
    await client.templates.remove({ id, version: 1 })
  })

  test('a head fills with what is his, changes no template, and a hostile file is one sentence', async () => {
    const client = town.asConsole()
    const [sheet] = county.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const clean = { ...county, sheets: [{ ...sheet, rows: sheet.rows.replace('{{没有这个}}', '') }] }
    const { id } = await client.templates.add({ file: await fileOf(clean), name: '任务', book: 'tasks' })
    const head = town.as('H2', 'head')
    expect(await codeOf(head.templates.add({ file: await fileOf(clean), name: '又一个', book: 'tasks' }))).toBe('out_of_scope')
    expect((await head.templates.list({})).mayEdit).toBe(false)
    const own = await receiveExport(await head.templates.fill({ id, period: '2026Q1' }), () => undefined)
    expect(own.parts.length).toBeGreaterThan(0)
    const { id: whole } = await client.templates.add({ file: await fileOf(clean), name: '考评', book: 'evaluation' })
    await expect(receiveExport(await head.templates.fill({ id: whole, period: '2026Q1' }), () => undefined)).rejects.toMatchObject({ code: 'out_of_scope' })
    const headed = (footer: string) => ({ ...clean, sheets: [{ ...sheet, rows: sheet.rows.replace('{{没有这个}}', ''), tail: `<headerFooter><oddFooter>${footer}</oddFooter></headerFooter>` }] })
    const { id: withFooter } = await client.templates.add({ file: await fileOf(headed('&amp;R{{乡镇}} &amp;P')), name: '页脚', book: 'tasks' })
    expect((await client.templates.inspect({ id: withFooter, window })).outline.uses.filter(({ cell }) => cell === '页眉页脚')).toEqual([{ sheet: '报表', cell: '页眉页脚', from: 'placeholder', uses: [{ kind: 'single', key: 'township' }] }])
    const footed = await receiveExport(await client.templates.fill({ id: withFooter, period: '2026Q1' }), () => undefined)
    expect(await sheetOf(footed)).toContain('<oddFooter>&amp;R清溪镇 &amp;P</oddFooter>')
    await client.templates.replaceFile({ id: withFooter, version: 1, file: await fileOf(headed('{{台账(一表清).文号}}')) })
    await expect(receiveExport(await client.templates.fill({ id: withFooter, period: '2026Q1' }), () => undefined)).rejects.toMatchObject({ code: 'placeholders_unknown', message: expect.stringContaining('报表!页眉页脚“台账(一表清).文号”') })
    await client.templates.remove({ id: withFooter, version: 2 })
    const hostile = { ...clean, parts: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' } }
    expect(await codeOf(client.templates.add({ file: await fileOf(hostile), name: '外链', book: 'tasks' }))).toBe('file_refused')
    await expect(client.templates.add({ file: new File(['不是工作簿'], '假.xlsx'), name: '假', book: 'tasks' })).rejects.toMatchObject({ code: 'file_refused', message: '这不是 .xlsx 工作簿，请用 WPS 或 Excel 打开后另存为 .xlsx 再用作模板。' })
    expect((await client.templates.list({})).rows.map(({ name }) => name)).toEqual(['任务', '考评'])
    expect(leftBehind()).toEqual([])
  })

  test('names of the township’s own layout are known beside the shipped ones', async () => {
    const client = town.asConsole()
    const { layout } = await client.layouts.get({ book: 'roster', id: null })
    const form = await client.layouts.copy({ book: 'roster', from: null, name: '县组织部格式' })
    const changed = [
      (now: Layout) => changeSheet(now, 'roster', { name: '干部名册' }),
      (now: Layout) => changeColumn(now, { sheet: 'roster', table: 'roster', field: 'phone' }, { heading: '手机' }),
      (now: Layout) => changeColumn(now, { sheet: 'roster', table: 'roster', field: 'seq' }, { hidden: true }),
    ].reduce((now, change) => change(now), layout)
    const cells = ['{{干部名册.姓名}}', '{{花名册.联系电话}}', '{{干部名册.手机}}', '{{手机}}', '{{序号}}']
    const template = { name: '名册', sheets: [{ name: '名册', rows: row(2, ...cells.map((text, at) => words(`${'ABCDE'.charAt(at)}2`, text))) }] }
    const { id } = await client.templates.add({ file: await fileOf(template), name: '县名册', book: 'roster' })
    const unknown = async () => (await client.templates.inspect({ id, window })).outline.unknown.map(({ text }) => text)
    expect(await unknown()).toEqual(['干部名册.姓名', '干部名册.手机', '手机'])
    await client.layouts.save({ id: form.id, version: form.version, layout: changed })
    await client.layouts.use({ id: form.id, version: form.version + 1 })
    expect(await unknown()).toEqual([])
    expect((await client.templates.fields({ book: 'roster' }))[0]).toMatchObject({ key: 'roster', name: '干部名册', fields: expect.arrayContaining([{ key: 'phone', heading: '手机', group: null }, { key: 'seq', heading: '序号', group: null }]) })
    const person = town.staffId('A1')
    const { version: seen } = await client.people.get({ id: person, on: '2026-04-06' })
    await client.people.editCells({ mode: 'all', rows: [{ id: person, version: seen, changes: { phone: '13800138000' } }] })
    const xml = await sheetOf(await receiveExport(await client.templates.fill({ id, period: null }), () => undefined))
    expect(xml.match(/13800138000/g)?.length).toBe(3)
    await client.templates.remove({ id, version: 1 })
    await client.layouts.stopUsing({ id: form.id, version: form.version + 2 })
  })

  test('removed while its bytes go out, it is entered as it was called', async () => {
    const client = town.asConsole()
    const [sheet] = county.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const { id } = await client.templates.add({ file: await fileOf({ ...county, sheets: [{ ...sheet, rows: sheet.rows.replace('{{没有这个}}', '') }] }), name: '中途移除', book: 'tasks' })
    let isDone = false
    for await (const event of await client.templates.fill({ id, period: '2026Q1' })) {
      if (event.kind === 'part') await client.templates.remove({ id, version: 1 })
      if (event.kind === 'done') isDone = true
    }
    expect([isDone, logged().at(-1)?.form]).toEqual([true, '中途移除'])
  })

  test('cancelled anywhere it leaves no file and no entry', async () => {
    const client = town.asConsole()
    const [first] = (await client.templates.list({})).rows
    const before = logged().length
    for await (const event of await client.templates.fill({ id: first?.id ?? '', period: '2026Q1' })) if (event.kind === 'progress' && event.stage === 'writing') break
    for await (const event of await client.templates.fill({ id: first?.id ?? '', period: '2026Q1' })) if (event.kind === 'part') break
    expect([logged().length, leftBehind()]).toEqual([before, []])
  })
})
