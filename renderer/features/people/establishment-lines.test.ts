import { expect, test } from 'vitest'
import { establishmentLines } from './establishment-lines.ts'

const rows = [
  { moduleId: 'a', identity: 'contract', approved: 2, inPost: 4 },
  { moduleId: 'a', identity: 'civil', approved: 5, inPost: 3 },
  { moduleId: 'b', identity: 'civil', approved: 1, inPost: 1 },
  { moduleId: 'b', identity: 'support', approved: 0, inPost: 0 },
] as const

test('of one module', () => {
  expect(establishmentLines(rows, 'a')).toEqual([
    { identity: 'civil', approved: 5, inPost: 3, vacant: 2 },
    { identity: 'contract', approved: 2, inPost: 4, vacant: -2 },
  ])
})

test('of all together', () => {
  expect(establishmentLines(rows, undefined)).toEqual([
    { identity: 'civil', approved: 6, inPost: 4, vacant: 2 },
    { identity: 'contract', approved: 2, inPost: 4, vacant: -2 },
  ])
})
