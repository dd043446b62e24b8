import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEntry, exportLog } from '../../../db/schema/index.ts'
import { readLayout } from '../../../workbooks/exports/layout/read-layout.ts'
import type { BundleTask, TownshipBundle } from '../../desk/bundle/bundle.ts'
import { smallTown } from '../../evaluation/small-town.testing.ts'
import { codeOf, testTownship, type TestTownship } from '../../testing/township.testing.ts'

const count = 3_000

function town(): TownshipBundle {
  const small = smallTown()
  const [first] = small.tasks
  if (first === undefined) throw new Error('no task')
  const task = (place: number): BundleTask => ({ ...first, code: `X${place}`, docNo: `清委办〔2026〕${place}号`, title: `办理第 ${place} 项重点工作`, module: place % 3 === 0 ? 'service' : 'party', due: '2026-02-10', state: 'closed', completedOn: '2026-02-01' })
  return { ...small, tasks: Array.from({ length: count }, (_, place) => task(place + 1)) }
}

const book = { workbook: 'tasks', period: '2026Q1', copy: 'official' } as const

describe('a workbook page by page', () => {
  let made: TestTownship
  beforeAll(async () => {
    made = await testTownship(town())
  })
  afterAll(() => made.dispose())

  const recorded = () => [made.app.read().select().from(exportLog).all().length, made.app.read().select().from(auditEntry).all().length]

  test('its sheets are told with their pages; any pages of one follow quickly, of the same moment, and leave no record', async () => {
    const client = made.asConsole()
    const before = recorded()
    const opened = await client.books.pages({ book, sheet: null, count: 1 })
    const [ledger] = opened.sheets
    expect([opened.sheets.map(({ name }) => name).slice(0, 3), ledger?.name, (ledger?.pages ?? 0) > 50, opened.pages.length]).toEqual([['台账(一表清)', '逾期清单', '督办单'], opened.form.name, true, 1])
    const started = performance.now()
    const last = await client.books.pages({ book, sheet: '台账(一表清)', from: (ledger?.pages ?? 0) - 1, count: 5, preview: opened.preview })
    console.log(`the last pages of ${String(ledger?.pages)}: ${(performance.now() - started).toFixed(0)} ms`)
    expect([last.preview, last.pages.map(({ number }) => number), recorded()]).toEqual([opened.preview, [(ledger?.pages ?? 0) - 1, ledger?.pages], before])
    const texts = last.pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
    expect(texts).toContain(`办理第 ${String(count)} 项重点工作`)
    // Each page has the headings above it.
    expect(last.pages.map(({ rows }) => rows[0]?.cells[0]?.text)).toEqual(['序号', '序号'])
  })

  test('a preview of another book, or another’s, is not had by its id', async () => {
    const opened = await made.asConsole().books.pages({ book, sheet: null, count: 0 })
    const other = await made.as('H2', 'head').books.pages({ book, sheet: null, count: 0, preview: opened.preview })
    expect([other.preview === opened.preview, (other.sheets[0]?.pages ?? 0) < (opened.sheets[0]?.pages ?? 0)]).toEqual([false, true])
    const roster = await made.asConsole().books.pages({ book: { workbook: 'roster', period: '', copy: 'official' }, sheet: null, count: 0, preview: opened.preview })
    expect(roster.preview).not.toBe(opened.preview)
  })

  test('one that was closed is made anew, once for all the pages that are asked for', async () => {
    const client = made.asConsole()
    const opened = await client.books.pages({ book, sheet: null, count: 0 })
    await client.books.close({ preview: opened.preview })
    const asked = await Promise.all([1, 6, 11].map((from) => client.books.pages({ book, sheet: null, from, count: 1, preview: opened.preview })))
    const [anew] = asked
    expect([new Set(asked.map(({ preview }) => preview)).size, anew?.preview === opened.preview, asked.map(({ pages }) => pages[0]?.number)]).toEqual([1, false, [1, 6, 11]])
  })

  test('rights and refusals are those of the export', async () => {
    const evaluation = { ...book, workbook: 'evaluation' } as const
    const codes = await Promise.all([
      codeOf(made.as('A1', 'clerk').books.pages({ book, sheet: null })),
      codeOf(made.as('H2', 'head').books.pages({ book: evaluation, sheet: null })),
      codeOf(made.asConsole().books.pages({ book: evaluation, sheet: null })),
      codeOf(made.as('H2', 'head').books.printed({ book: evaluation, sheets: ['公示表'], pages: 1, way: 'paper' })),
    ])
    expect(codes).toEqual(['forbidden', 'out_of_scope', 'not_frozen', 'out_of_scope'])
  })

  test('a layout that is not saved is tried at once; one that does not fit says so', async () => {
    const shipped = await readLayout('roster')
    const roster = { workbook: 'roster', period: '', copy: 'working' } as const
    const titled = { ...shipped, sheets: shipped.sheets.map((sheet) => ({ ...sheet, name: `镇里${sheet.name}`, title: '按县里样式的花名册' })) }
    const shown = await made.asConsole().books.pages({ book: roster, sheet: null, count: 1, layout: titled })
    expect(shown.pages[0]?.rows[0]?.cells[0]?.text).toBe('按县里样式的花名册')
    // Whatever a sheet is called, it is found by its key.
    expect(shown.sheets.map(({ key, name }) => [key, name])).toEqual(titled.sheets.map(({ key, name }) => [key, name]))
    const unfit = { ...shipped, sheets: shipped.sheets.map((sheet) => ({ ...sheet, key: 'nothing' })) }
    expect(await codeOf(made.asConsole().books.pages({ book: roster, sheet: null, layout: unfit }))).toBe('pages_failed')
  })

  test('who may see a whole 身份证号 sees it masked on pages, which leave no record', async () => {
    const client = made.asConsole()
    await client.people.setIdNo({ id: made.staffId('A1'), idNo: '330825199002147670' })
    const { version } = await client.people.get({ id: made.staffId('A1'), on: '2026-04-06' })
    await client.people.editCells({ mode: 'all', rows: [{ id: made.staffId('A1'), version, changes: { remark: '证号3308 2519 9002 1476 70' } }] })
    const shown = await client.books.pages({ book: { workbook: 'roster', period: '', copy: 'official' }, sheet: null, count: 1 })
    const texts = shown.pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
    expect(texts.filter((text) => text.includes('3308') || text.includes('330*') || text.includes('330825199002147670'))).toEqual(['330*************70', '证号330*************70'])
  })

  test('what was printed stands in the export log, by name, pages and hand', async () => {
    const head = made.as('H2', 'head')
    await head.books.printed({ book, sheets: ['台账(一表清)', '逾期清单'], pages: 7, way: 'pdf' })
    const [entry] = (await head.exports.log({ limit: 1 })).rows
    expect(entry).toMatchObject({ fileName: '清溪镇_任务台账_2026Q1_20260406_台账(一表清)等2张表_PDF', workbook: 'tasks', periodCode: '2026Q1' })
    const audit = made.app.read().select().from(auditEntry).all().find(({ action }) => action === 'books.printed')
    expect(audit?.detail).toContain('"pages":7')
  })
})
