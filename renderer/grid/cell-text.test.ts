import { describe, expect, test } from 'vitest'
import { checkValue, parseCell, readDay, textOfValue } from './cell-text.ts'
import type { CellEdit, CellValue } from './types.ts'

interface Row {
  readonly locked: boolean
}

const context = { row: { locked: false }, title: '栏', today: '2026-08-01' }
const read = () => null

function outcome(edit: CellEdit<Row>, text: string): CellValue {
  const parsed = parseCell(edit, text, context)
  return parsed.kind === 'value' ? parsed.value : `! ${parsed.reason}`
}

describe('text', () => {
  test.each([
    [{ kind: 'text', read }, '  甲 ', '甲'],
    [{ kind: 'text', read }, ' ', null],
    [{ kind: 'text', read, required: true }, '', '! “栏”不能为空，请填写。'],
    [{ kind: 'text', read }, '一\n二', '! “栏”只能写一行，请去掉换行。'],
    [{ kind: 'text', read, multiline: true }, '一\n二', '一\n二'],
    [{ kind: 'text', read, maxLength: 2 }, '一二𠮷', '! “栏”最多 2 个字，请缩短。'],
    [{ kind: 'text', read, maxLength: 2 }, '一𠮷', '一𠮷'],
    [{ kind: 'text', read, check: (value: CellValue) => (value === '甲' ? '不行。' : null) }, '甲', '! 不行。'],
  ] as const)('%#', (edit, text, expected) => {
    expect(outcome(edit, text)).toBe(expected)
  })
})

describe('choice', () => {
  const choices = [
    { value: 'civil', label: '公务员', keys: ['gwy'] },
    { value: 'a', label: '张三' },
    { value: 'b', label: '张三' },
    { value: 2, label: '重点' },
  ]
  const edit = { kind: 'choice', read, choices } as const
  test.each([
    ['公务员', 'civil'],
    [' gwy ', 'civil'],
    ['civil', 'civil'],
    ['重点', 2],
    ['2', 2],
    ['张三', '! “栏”里有多个“张三”，请在单元格里从列表中选择。'],
    ['村官', '! “栏”里没有“村官”这一项，请从列表中选择。'],
  ])('%s', (text, expected) => {
    expect(outcome(edit, text)).toBe(expected)
  })
  test('is typed again by its label, also where the row decides the choices', () => {
    expect(textOfValue({ kind: 'choice', read, choices: () => choices }, 2, context.row)).toBe('重点')
    expect(textOfValue(edit, 'gone', context.row)).toBe('gone')
  })
})

describe('day', () => {
  test.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['3-5', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['３．５', '2026-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['13月1日', null],
    ['明天', null],
  ])('%s', (text, day) => {
    expect(readDay(text, '2026-08-01')).toBe(day)
  })
  test('stays within its bounds', () => {
    const edit = { kind: 'day', read, min: '2026-01-01', max: '2026-12-31' } as const
    expect(outcome(edit, '2025-12-31')).toBe('! “栏”不能早于 2026-01-01，请改正。')
    expect(outcome(edit, '2027-1-1')).toBe('! “栏”不能晚于 2026-12-31，请改正。')
    expect(outcome(edit, '12.31')).toBe('2026-12-31')
    expect(outcome(edit, '近日')).toBe('! “栏”的“近日”不是有效的日期，请写成 2026-03-15。')
  })
})

describe('number', () => {
  const score = { kind: 'number', read, min: 0, max: 100, decimals: 2 } as const
  test.each([
    [score, '97.39', 97.39],
    [score, '1,0', 10],
    [score, '９５', 95],
    [score, '95.100', 95.1],
    [score, '.5', 0.5],
    [score, '97.391', '! “栏”最多 2 位小数，请改正。'],
    [score, '101', '! “栏”须在 0 到 100 之间，请改正。'],
    [score, '-0.01', '! “栏”须在 0 到 100 之间，请改正。'],
    [score, '九十', '! “栏”的“九十”不是数字，请改正。'],
    [score, '1e3', '! “栏”的“1e3”不是数字，请改正。'],
    [score, '.', '! “栏”的“.”不是数字，请改正。'],
    [{ kind: 'number', read }, '1.5', '! “栏”须是整数，请改正。'],
    [{ kind: 'number', read, min: 1 }, '0', '! “栏”不能小于 1，请改正。'],
    [{ kind: 'number', read, max: 9 }, '10', '! “栏”不能大于 9，请改正。'],
  ] as const)('%# %s', (edit, text, expected) => {
    expect(outcome(edit, text)).toBe(expected)
  })
})

test('a value from another cell keeps the rules of its column', () => {
  expect(checkValue({ kind: 'text', read, required: true }, null, context)).toEqual({ kind: 'fault', reason: '“栏”不能为空，请填写。' })
  expect(checkValue({ kind: 'number', read }, 3, context)).toEqual({ kind: 'value', value: 3 })
})
