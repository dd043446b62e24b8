import { describe, expect, test } from 'vitest'
import { checkCells, layFill, layPaste, limitFault } from './paste-plan.ts'
import type { PlannedCell } from './paste-plan.ts'
import type { GridColumn } from './types.ts'

const extent = { rows: 10, columns: 5 }
const range = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })
const texts = (cells: readonly PlannedCell[]) => cells.map(({ at, content }) => `${String(at.row)},${String(at.column)}=${content.kind === 'text' ? content.text : String(content.value)}`)

describe('layPaste', () => {
  test('starts at the corner of the range', () => {
    const plan = layPaste([['a', 'b'], ['c', 'd']], range(1, 1), extent)
    expect(texts(plan.cells)).toEqual(['1,1=a', '1,2=b', '2,1=c', '2,2=d'])
    expect(plan).toMatchObject({ range: range(1, 1, 2, 2), overflow: null })
  })
  test('one cell fills the range', () => {
    expect(texts(layPaste([['x']], range(0, 0, 1, 1), extent).cells)).toEqual(['0,0=x', '0,1=x', '1,0=x', '1,1=x'])
  })
  test('a multiple of the clip is tiled', () => {
    expect(texts(layPaste([['a'], ['b']], range(0, 0, 3, 0), extent).cells)).toEqual(['0,0=a', '1,0=b', '2,0=a', '3,0=b'])
  })
  test('a range that is no multiple takes the clip once', () => {
    expect(texts(layPaste([['a'], ['b']], range(0, 0, 2, 0), extent).cells)).toEqual(['0,0=a', '1,0=b'])
  })
  test('a short row leaves the rest of its cells alone', () => {
    expect(texts(layPaste([['a', 'b'], ['c']], range(0, 0), extent).cells)).toEqual(['0,0=a', '0,1=b', '1,0=c'])
  })
  test('what finds no row is said', () => {
    const plan = layPaste([['a'], ['b'], ['c']], range(8, 0), extent)
    expect(texts(plan.cells)).toEqual(['8,0=a', '9,0=b'])
    expect(plan.overflow).toBe('粘贴的内容有 3 行，从这里往下只有 2 行，请改从更上面粘贴或先增加行。')
  })
  test('what finds no column is said', () => {
    expect(layPaste([['a', 'b']], range(0, 4), extent).overflow).toBe('粘贴的内容有 2 列，从这里往右只有 1 列，请改从更左面粘贴或先显示隐藏的列。')
  })
})

describe('layFill', () => {
  const pairs = (source: Parameters<typeof layFill>[0], target: Parameters<typeof layFill>[1]) => layFill(source, target).map(({ from, to }) => `${String(from.row)},${String(from.column)}→${String(to.row)},${String(to.column)}`)
  test('repeats downwards', () => {
    expect(pairs(range(0, 0, 1, 0), range(0, 0, 4, 0))).toEqual(['0,0→2,0', '1,0→3,0', '0,0→4,0'])
  })
  test('repeats upwards, nearest first in the pattern', () => {
    expect(pairs(range(3, 0, 4, 0), range(1, 0, 4, 0))).toEqual(['3,0→1,0', '4,0→2,0'])
    expect(pairs(range(3, 0, 4, 0), range(2, 0, 4, 0))).toEqual(['4,0→2,0'])
  })
  test('repeats across', () => {
    expect(pairs(range(0, 0), range(0, 0, 0, 2))).toEqual(['0,0→0,1', '0,0→0,2'])
  })
})

interface Row {
  readonly id: string
  readonly name: string
  readonly score: number | null
  readonly locked?: boolean
}

const columns: readonly GridColumn<Row>[] = [
  { field: 'light', title: '灯', width: 80, text: () => '绿灯' },
  { field: 'name', title: '姓名', width: 80, text: ({ name }) => name, edit: { kind: 'text', read: ({ name }) => name, required: true } },
  { field: 'score', title: '得分', width: 80, text: ({ score }) => (score === null ? '' : score.toFixed(2)), edit: { kind: 'number', read: ({ score }) => score, min: 0, max: 10, decimals: 1, editable: ({ locked }) => (locked ? '已经提交，不能再改。' : true) } },
]
const rows: readonly Row[] = [
  { id: 'r0', name: '甲', score: 9 },
  { id: 'r1', name: '乙', score: null, locked: true },
]

function check(cells: readonly (readonly [row: number, column: number, text: string])[], readOnly: 'refuse' | 'skip' = 'refuse') {
  return checkCells(
    cells.map(([row, column, text]) => ({ at: { row, column }, content: { kind: 'text', text } })),
    { columns, rowAt: (row) => rows[row], key: ({ id }) => id, present: (row, column) => column.edit?.read(row) ?? null, today: '2026-08-01', readOnly },
  )
}

describe('checkCells', () => {
  test('tells changes from refusals', () => {
    expect(check([[0, 1, '丙'], [0, 2, '11'], [0, 1, '']])).toEqual({
      changes: [{ key: 'r0', field: 'name', before: '甲', after: '丙', beforeText: '甲', afterText: '丙' }],
      faults: [
        { key: 'r0', field: 'score', row: 0, text: '11', reason: '“得分”须在 0 到 10 之间，请改正。' },
        { key: 'r0', field: 'name', row: 0, text: '', reason: '“姓名”不能为空，请填写。' },
      ],
    })
  })
  test('a cell that stays as it is passes, also where nothing may be changed', () => {
    expect(check([[0, 0, ' 绿灯 '], [0, 1, '甲'], [0, 2, '9.0'], [1, 2, '']])).toEqual({ changes: [], faults: [] })
  })
  test('names why a cell may not be changed', () => {
    expect(check([[0, 0, '红灯'], [1, 2, '5']]).faults.map(({ reason }) => reason)).toEqual(['“灯”由系统得出，不能在这里修改。', '已经提交，不能再改。'])
  })
  test('a fill passes over columns nobody may edit', () => {
    expect(check([[0, 0, '红灯']], 'skip')).toEqual({ changes: [], faults: [] })
  })
  test('a row that is not there is refused', () => {
    expect(check([[7, 1, '丙']]).faults).toEqual([{ key: '', field: 'name', row: 7, text: '丙', reason: '这一行还没有载入，请稍候再试。' }])
  })
  test('an emptied number is null', () => {
    expect(check([[0, 2, ' ']]).changes).toMatchObject([{ before: 9, after: null, afterText: '' }])
  })
})

test('a step of more rows than a call takes is refused before it is on its way', () => {
  const step = (count: number) => ({ changes: Array.from({ length: count }, (_, at) => ({ key: String(Math.floor(at / 2)), field: String(at % 2), before: null, after: 1, beforeText: '', afterText: '1' })), faults: [] })
  const limit = { rows: 3, sentence: '太多' }
  expect([limitFault(step(6), limit), limitFault(step(7), limit), limitFault(step(7), undefined)]).toEqual([null, '太多', null])
})
