import { describe, expect, test } from 'vitest'
import { kindsFor, readForm, type DeclareForm } from './declare-form.ts'

const quarter = { start: '2026-04-01', end: '2026-06-30' }
const form: DeclareForm = { kind: 'deduction', staffId: 'p1', what: 'absence', date: '2026-05-12', matter: ' 5月12日例会无故缺席 ' }

describe('who may declare what', () => {
  test.each([
    { who: 'a clerk', capabilities: ['point.declare'], heads: [], kinds: ['honour', 'circular'] },
    { who: 'a head', capabilities: ['point.declare'], heads: ['m1'], kinds: ['honour', 'circular', 'deduction'] },
    { who: 'a principal', capabilities: ['ruling.decide'], heads: [], kinds: [] },
    { who: 'an inspector', capabilities: ['point.approve'], heads: [], kinds: [] },
  ] as const)('$who: $kinds', ({ capabilities, heads, kinds }) => {
    expect(kindsFor({ capabilities: [...capabilities], heads: [...heads] })).toEqual(kinds)
  })
})

test('a whole form becomes its declaration', () => {
  expect(readForm(form, quarter)).toEqual({ kind: 'declaration', declaration: { kind: 'deduction', staffId: 'p1', rule: 'absence', date: '2026-05-12', matter: '5月12日例会无故缺席' } })
})

test('every fault is named at its field', () => {
  expect(readForm({ kind: 'deduction', staffId: null, what: null, date: '2026-07-01', matter: '' }, quarter)).toEqual({
    kind: 'faults',
    faults: [
      { field: 'staffId', sentence: '“人员”不能为空，请填写。' },
      { field: 'what', sentence: '“扣分项目”不能为空，请填写。' },
      { field: 'date', sentence: '“发生日期”须在本期 2026-04-01 至 2026-06-30 之内，请改正。' },
      { field: 'matter', sentence: '“事由”不能为空，请填写。' },
    ],
  })
  expect(readForm({ ...form, date: '2026-05-32', matter: '长'.repeat(51) }, quarter)).toEqual({
    kind: 'faults',
    faults: [
      { field: 'date', sentence: '“发生日期”的“2026-05-32”不是有效的日期，请写成 2026-03-15。' },
      { field: 'matter', sentence: '“事由”不能超过 50 字，现有 51 字，请缩短。' },
    ],
  })
})
