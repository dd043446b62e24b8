import { expect, test } from 'vitest'
import { pointWords } from './point-words.ts'

test.each([
  [{ kind: 'honour', what: 'county', matter: '先进个人' }, '荣誉（县级）：先进个人'],
  [{ kind: 'circular', what: 'negative', matter: '材料迟报' }, '反面通报：材料迟报'],
  [{ kind: 'deduction', what: 'absence', matter: null }, '无故缺勤'],
  [{ kind: 'deduction', what: '自定', matter: '' }, '自定'],
] as const)('%j', (point, words) => {
  expect(pointWords(point)).toBe(words)
})
