/** The processes that read and write files, each as built: started by main for the host, with nothing of Electron but their port. */
import JSZip from 'jszip'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { appRoot } from '../../electron/app-root.ts'
import { mostOnTheSpot } from '../../electron/workbooks/documents/write-aside.ts'
import { packTemplate, formula, row, words } from '../../electron/workbooks/templates/template-maker.testing.ts'
import { receiveExport } from '../../shared/contract/reports/receive-export.ts'
import { clientOver, newHome, openPort, startProgram, type TownshipClient } from './program.testing.ts'

const password = 'xiangzhen-2026-ok'

/** A demo township in the built program, and its 督考 logged in. */
async function started() {
  const program = startProgram(newHome())
  const client = clientOver(await openPort(await program.page()))
  const accounts: { readonly name: string; readonly roles: readonly string[]; readonly password: string }[] = []
  for await (const event of await client.door.createDemo({})) if (event.kind === 'done') accounts.push(...event.accounts)
  const inspector = accounts.find(({ roles }) => roles.includes('inspector'))
  if (inspector === undefined) throw new Error('no inspector')
  await client.session.login({ kind: 'account', name: inspector.name, password: inspector.password })
  await client.session.changePassword({ current: inspector.password, next: password })
  return { program, client }
}

async function partOf(bytes: ArrayBuffer, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(name)?.async('string')) ?? ''
}

async function periodOf(client: TownshipClient): Promise<string> {
  const period = (await client.periods.list({})).find(({ kind }) => kind === 'quarter')
  if (period === undefined) throw new Error('no quarter')
  return period.code
}

async function collectingQuarterOf(client: TownshipClient) {
  const period = (await client.periods.list({})).find(({ kind, stage }) => kind === 'quarter' && stage === 'collecting')
  if (period === undefined) throw new Error('no quarter that collects')
  return period
}

describe('built workers', () => {
  test('a roster is read, a ledger written and known again, a template filled, pages laid out, a long Word document and score books written; a hostile file is one sentence', async () => {
    const { program, client } = await started()
    const roster = new File([new Uint8Array(readFileSync(path.join(appRoot, 'electron', 'workbooks', 'imports', 'fixtures', 'roster-1.xlsx')))], 'roster-1.xlsx')
    expect((await client.imports.preview({ file: roster, kind: 'staff', asOf: '2026-01-01' })).rows.length).toBeGreaterThan(10)
    await expect(client.imports.preview({ file: new File(['不是工作簿'], '假.xlsx'), kind: 'staff', asOf: '2026-01-01' })).rejects.toMatchObject({ code: 'file_refused' })

    const period = await periodOf(client)
    const book = { workbook: 'tasks', period, copy: 'official' } as const
    const written = await receiveExport(await client.exports.start(book), () => undefined)
    expect((await client.exports.verify({ file: new File(written.parts, written.fileName) })).state).toBe('unchanged')
    expect((await client.books.pages({ book, sheet: null, count: 1 })).pages[0]?.rows.length).toBeGreaterThan(3)

    const county = { name: '县表', sheets: [{ name: '表', rows: row(1, words('A1', '{{乡镇}}')) + row(2, words('A2', '{{台账(一表清).事项}}'), words('B2', '{{台账(一表清).权重}}')) + row(3, formula('B3', 'SUM(B2:B2)', 0)), tail: '<headerFooter><oddHeader>&amp;C{{周期}}</oddHeader></headerFooter>' }] }
    const { id } = await client.templates.add({ file: new File([new Uint8Array(await packTemplate(county))], '县表.xlsx'), name: '县表', book: 'tasks' })
    const filled = await receiveExport(await client.templates.fill({ id, period }), () => undefined)
    const sheet = await partOf(await new File(filled.parts, filled.fileName).arrayBuffer(), 'xl/worksheets/sheet1.xml')
    expect([/SUM\(B2:B\d\d+\)/.test(sheet), sheet.includes('{{')]).toEqual([true, false])

    const { id: periodId, version } = await collectingQuarterOf(client)
    await client.periods.advance({ id: periodId, to: 'scoring', version })
    await client.scores.open({ periodId })
    const scorers = (await client.scoreBooks.list({ periodId })).filter(({ open, ratesCaller }) => open.length > 0 && !ratesCaller).slice(0, 2)
    const books = await receiveExport(await client.scoreBooks.make({ periodId, scorerIds: scorers.map(({ scorerId }) => scorerId) }), () => undefined)
    expect(Object.keys((await JSZip.loadAsync(await new File(books.parts, books.fileName).arrayBuffer())).files)).toHaveLength(2)
    expect(await client.scoreBooks.issue({ issueId: books.id })).toEqual({ books: 2 })

    const { rows } = await client.results.list({ code: period })
    const { file } = await client.documents.notices({ code: period, staffIds: null })
    const said = await partOf(await file.arrayBuffer(), 'word/document.xml')
    expect(said.match(/<w:p[ >]/g)?.length ?? 0).toBeGreaterThan(mostOnTheSpot)
    expect(rows.every(({ staffName }) => said.includes(staffName))).toBe(true)

    const { startedServices } = await program.outside.look()
    expect([...new Set(startedServices)].toSorted()).toEqual(['township books-worker', 'township document-worker', 'township export-worker', 'township host', 'township parse-worker', 'township template-worker'])
    expect(program.errors()).toBe('')
  })
})
