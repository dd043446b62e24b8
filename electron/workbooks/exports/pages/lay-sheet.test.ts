import { describe, expect, it } from 'vitest'
import type { Cell, CellStyle, ChartModel, RowModel, SheetModel } from '../model/model.ts'
import { laySheet } from './lay-sheet.ts'
import { pageAt, pagesOf } from './page-at.ts'
import { shownText } from './shown-text.ts'

const body: CellStyle = { role: 'body', align: 'left', format: 'plain' }
const header: CellStyle = { ...body, role: 'header', align: 'centre' }

function text(words: string, style = body): Cell {
  return { kind: 'text', text: words, style }
}

function row(number: number, cells: RowModel['cells'], more: Partial<RowModel> = {}): RowModel {
  return { number, height: 30, cells, merges: [], pageBreakAfter: false, ...more }
}

function sheet(rows: readonly RowModel[], more: Partial<SheetModel> = {}): SheetModel {
  return { name: '表', columns: [{ width: 20, hidden: false }], rows, freeze: { rows: 0, columns: 0 }, orientation: 'landscape', titleRows: null, chart: null, streamed: false, ...more }
}

const texts = (made: SheetModel) => pagesOf(laySheet(made)).map(({ rows }) => rows.map(({ cells }) => cells.map(({ text: words }) => words).join(' ')))
const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => row(from + at, [text(String(from + at))]))

describe('pages of a sheet', () => {
  it('begin where the next row has no room, with the headings above', () => {
    const pages = texts(sheet([row(1, [text('题')]), row(2, [text('头', header)]), ...numbered(3, 40)], { titleRows: { first: 2, last: 2 } }))
    // 176 mm hold sixteen rows of 30 points.
    expect(pages.map((rows) => [rows[0], rows.at(-1), rows.length])).toEqual([['题', '16', 16], ['头', '31', 16], ['头', '40', 10]])
  })

  it('begin where a break was asked for, and a form is one page', () => {
    expect(texts(sheet([row(1, [text('甲')]), row(2, [text('乙')], { pageBreakAfter: true }), row(3, [text('丙')], { pageBreakAfter: true })]))).toEqual([['甲', '乙'], ['丙']])
  })

  it('keep room for rows nobody wrote', () => {
    expect(pageAt(laySheet(sheet([row(1, [text('上')]), row(3, [text('下')])])), 1).rows).toEqual([
      expect.objectContaining({ height: 30 }),
      { height: 15, cells: [] },
      expect.objectContaining({ height: 30 }),
    ])
  })

  it('are as wide as the paper at most, and a little smaller where that spares one', () => {
    const wide = (rows: number) => laySheet(sheet(numbered(1, rows), { columns: [{ width: 160, hidden: false }] })).form
    expect([wide(17).scale, wide(18), wide(19)]).toEqual([90, expect.objectContaining({ scale: 90, pages: 1 }), expect.objectContaining({ scale: 90, pages: 2 })])
    const nearly = laySheet(sheet([...numbered(1, 18), row(19, [text('末')], { height: 15 })], { columns: [{ width: 160, hidden: false }] })).form
    expect([nearly.scale, nearly.pages]).toEqual([88, 1])
  })

  it('hold a chart as a whole', () => {
    const chart: ChartModel = { title: '图', axisTitle: '分', categories: { range: '', texts: ['甲'] }, series: [{ name: '均分', range: '', values: [1] }], anchor: { fromColumn: 0, fromRow: 14, toColumn: 1, toRow: 19 } }
    const laid = laySheet(sheet([...numbered(1, 14), row(22, [text('注')])], { chart }))
    expect(pagesOf(laid).map((page) => [page.rows.length, page.chart && [page.chart.from, page.chart.to]])).toEqual([[14, null], [8, [0, 5]]])
  })

  it('leave out hidden columns, and what a merge has taken', () => {
    const columns = [{ width: 10, hidden: true }, { width: 10, hidden: false }, { width: 10, hidden: false }]
    const made = sheet(
      [row(1, [text('题'), text(''), text('')], { merges: [{ left: 1, right: 3, down: 0 }] }), row(2, [text('藏', header), text('高', header), text('上', header)], { merges: [{ left: 2, right: 2, down: 1 }] }), row(3, [text('藏'), text('盖'), text('下')])],
      { columns },
    )
    expect(pageAt(laySheet(made), 1).rows.map(({ cells }) => cells.map(({ text: words, at, across, down }) => [words, at, across, down]))).toEqual([
      [['题', 0, 2, 1]],
      [['高', 0, 1, 2], ['上', 1, 1, 1]],
      [['下', 1, 1, 1]],
    ])
  })

  it('say which texts take several lines', () => {
    const [first] = pageAt(laySheet(sheet([row(1, [text('一二三四五六七八九十'), ])], { columns: [{ width: 10, hidden: false }] })), 1).rows
    expect(first?.cells[0]?.wraps).toBe(true)
  })
})

it.each([
  ['score', 1.005, '1.01'], ['score', -0.001, '0.00'], ['factor', 2 / 3, '0.6667'], ['money', 1234567.5, '1,234,567.50'], ['percent', 0.3333, '33.33%'], ['integer', 12.4, '12'], ['plain', 0.1 + 0.2, '0.3'],
] as const)('%s %d is shown as %s', (format, value, shown) => {
  expect(shownText({ kind: 'number', value, style: { ...body, format } })).toBe(shown)
})
