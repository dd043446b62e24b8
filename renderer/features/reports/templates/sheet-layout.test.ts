import { expect, test } from 'vitest'
import { drawnRows, neighbour, placeOfCell } from './sheet-layout.ts'

const cell = (row: number, column: number, text: string) => ({ row, column, text, kind: 'text', bold: false, align: null, boxed: false, hasList: false }) as const
const outline = {
  sheets: [{ name: '表', hidden: false, rows: 4, columns: 3 }],
  window: { sheet: 0, first: 1, widths: [9, 9, 9], merges: [{ top: 1, left: 1, bottom: 1, right: 3 }, { top: 2, left: 1, bottom: 3, right: 1 }], cells: [cell(1, 1, '标题'), cell(2, 1, '序号'), cell(3, 2, '姓名')] },
} as const

test('merged cells are drawn once, those under them not at all', () => {
  const rows = drawnRows(outline, 200)
  expect(rows.map(({ cells }) => cells.map(({ address, rowSpan, columnSpan, text }) => `${address}${rowSpan > 1 || columnSpan > 1 ? `(${String(rowSpan)}×${String(columnSpan)})` : ''}${text}`).slice(0, 3))).toEqual([
    ['A1(1×3)标题', 'D1', 'E1'], ['A2(2×1)序号', 'B2', 'C2'], ['B3姓名', 'C3', 'D3'], ['A4', 'B4', 'C4'], ['A5', 'B5', 'C5'], ['A6', 'B6', 'C6'], ['A7', 'B7', 'C7'],
  ])
})

test('a window cuts what is merged across its edge', () => {
  const rows = drawnRows({ ...outline, window: { ...outline.window, first: 3, cells: [] } }, 2)
  expect(rows.map(({ row, cells }) => [row, cells[0]?.address, cells[0]?.rowSpan])).toEqual([[3, 'A3', 1], [4, 'A4', 1]])
})

test('arrows step from the edge of merged cells, and stop at the edge of the sheet', () => {
  const rows = drawnRows(outline, 200)
  const at = (address: string) => {
    const found = rows.flatMap(({ cells }) => cells).find((one) => one.address === address)
    if (found === undefined) throw new Error(address)
    return found
  }
  expect([neighbour(rows, at('A2'), [1, 0])?.address, neighbour(rows, at('B3'), [0, -1])?.address, neighbour(rows, at('C2'), [-1, 0])?.address, neighbour(rows, at('A1'), [0, 1])?.address, neighbour(rows, at('A1'), [-1, 0])]).toEqual(['A4', 'A2', 'A1', 'D1', null])
  expect(placeOfCell('AB12')).toEqual({ row: 12, column: 28 })
})
