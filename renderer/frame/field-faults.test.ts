import { expect, test } from 'vitest'
import { dayFaults, lengthFaults, readWhole } from './field-faults.ts'

test.each([
  [null, '请填写“办理时限”。'],
  ['2026-02-30', '“办理时限”的“2026-02-30”不是有效的日期，请写成 2026-03-15。'],
  ['下周二', '“办理时限”的“下周二”不是有效的日期，请写成 2026-03-15。'],
])('%s is no day', (value, sentence) => {
  expect(dayFaults('due', '办理时限', value)).toEqual([{ id: 'due', sentence }])
})

test('a day is one, and a text that fits is left alone', () => {
  expect([dayFaults('due', '办理时限', '2028-02-29'), lengthFaults('reason', '理由', ` ${'长'.repeat(200)} `, 200)]).toEqual([[], []])
})

test('a text that is too long is told how long it is', () => {
  expect(lengthFaults('reason', '理由', '长'.repeat(213), 200)).toEqual([{ id: 'reason', sentence: '“理由”不能超过 200 字，现有 213 字，请缩短。' }])
})

test.each([['50', 50], [' ５０ ', 50], ['0', 0], ['100', 100], ['101', null], ['-1', null], ['50.5', null], ['五十', null], ['', null], ['1e2', null]])('%j as a whole number up to 100', (text, value) => {
  expect(readWhole(text, 0, 100)).toBe(value)
})
