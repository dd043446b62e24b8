import { expect, test } from 'vitest'
import { changedCells, fieldOfPath } from './row-form.ts'

test('only what was typed differently is sent, and an emptied cell as null', () => {
  expect(changedCells({ a: '1', b: '2', c: '3' }, { a: '1', b: '', c: '4', d: '5' })).toEqual({ b: null, c: '4', d: '5' })
  expect([fieldOfPath('cells.a'), fieldOfPath('registerId')]).toEqual(['a', ''])
})
