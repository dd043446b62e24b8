import { expect, test } from 'vitest'
import { isJsonObject, mergeDeep, ownValue } from './json.ts'

test('objects merge at any depth, arrays and values are replaced whole', () => {
  const base = { a: { b: '1', c: '2' }, list: [1, 2, 3], kept: null }
  expect(mergeDeep(base, { a: { c: '3', d: '4' }, list: [9] })).toEqual({ a: { b: '1', c: '3', d: '4' }, list: [9], kept: null })
  expect(mergeDeep(base, { a: null })).toEqual({ ...base, a: null })
  expect(mergeDeep(base, undefined)).toBe(base)
  expect(mergeDeep('1', { x: 1 })).toEqual({ x: 1 })
})

test('inherited names are no values', () => {
  expect(ownValue({}, 'constructor')).toBeUndefined()
  expect(ownValue({ constructor: 1 }, 'constructor')).toBe(1)
  expect(isJsonObject([])).toBe(false)
  expect(isJsonObject(null)).toBe(false)
  expect(isJsonObject({})).toBe(true)
})
