import { expect, test } from 'vitest'
import type { RawValue } from './raw-workbook.ts'
import { dayOfSerial, isBlankMark, readDate } from './read-date.ts'

const text = (value: string): RawValue => ({ kind: 'text', text: value })
const number = (value: number, format: string | null = null): RawValue => ({ kind: 'number', value, format })

function written(value: RawValue | undefined): string {
  const reading = readDate(value)
  return reading.kind === 'date' ? (reading.day ?? reading.month) : reading.kind
}

test.each([
  ['2026.3', '2026-03'],
  ['2026.03', '2026-03'],
  ['2026.10', '2026-10'],
  ['1982.2.', '1982-02'],
  ['2026-03', '2026-03'],
  ['2026/3', '2026-03'],
  ['2026、3', '2026-03'],
  ['2026—03', '2026-03'],
  ['2026年3月', '2026-03'],
  ['2026年 3 月', '2026-03'],
  ['2026年03月份', '2026-03'],
  ['１９８３．０８', '1983-08'],
  ['202603', '2026-03'],
  ['二〇二六年三月', '2026-03'],
  ['一九九〇年十月', '1990-10'],
  ['二〇一二年十二月二十一日', '2012-12-21'],
  ['1982年2月生', '1982-02'],
  ['1982.02（44岁）', '1982-02'],
  ["'2026.3", '2026-03'],
  ['2026年3月1日', '2026-03-01'],
  ['2026年3月1号', '2026-03-01'],
  ['2026.3.1', '2026-03-01'],
  ['2026/03/01', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['2026-03-01 00:00:00', '2026-03-01'],
  ['2026-03-01T08:30:00.000Z', '2026-03-01'],
  ['46082', '2026-03-01'],
  ['2024.2.29', '2024-02-29'],
  ['', 'empty'],
  ['/', 'empty'],
  ['——', 'empty'],
  ['不详', 'empty'],
  ['2019年13月', 'invalid'],
  ['2023.2.29', 'invalid'],
  ['2026.0', 'invalid'],
  ['2026', 'invalid'],
  ['82.5', 'invalid'],
  ['1826.3', 'invalid'],
  ['不知道', 'invalid'],
  ['3月', 'invalid'],
])('the text %s is %s', (value, expected) => {
  expect(written(text(value))).toBe(expected)
})

test.each([
  [number(46_082), '2026-03-01'],
  [number(46_082.5), '2026-03-01'],
  [number(20_260_301), '2026-03-01'],
  [number(202_603), '2026-03'],
  [number(1982.2), '1982-02'],
  [number(1990.1), '1990-01'],
  [number(1990.1, '0.00'), '1990-10'],
  [number(1990.01, '0.00_ '), '1990-01'],
  [number(1990.12), '1990-12'],
  [number(1990.13), 'invalid'],
  [number(2019), 'invalid'],
  [number(7), 'invalid'],
  [number(-3), 'invalid'],
  [{ kind: 'date', serial: 46_082 } as const, '2026-03-01'],
  [{ kind: 'date', serial: 9e9 } as const, 'invalid'],
  [{ kind: 'boolean', value: true } as const, 'invalid'],
  [{ kind: 'error', code: '#N/A' } as const, 'empty'],
  [undefined, 'empty'],
])('the cell %j is %s', (value, expected) => {
  expect(written(value)).toBe(expected)
})

test('the calendar of serial numbers has a day too many in 1900', () => {
  expect([1, 59, 61, 36_526, 73_050].map(dayOfSerial)).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '2000-01-01', '2099-12-31'])
  expect([0, 73_051, Number.NaN].map(dayOfSerial)).toEqual([null, null, null])
})

test('marks for nothing are nothing', () => {
  expect(['/', '—', '无', '暂无', '不详', 'N/A', '***'].every(isBlankMark)).toBe(true)
  expect(['无锡', '大党建', '0', 'A', '不'].some(isBlankMark)).toBe(false)
})
