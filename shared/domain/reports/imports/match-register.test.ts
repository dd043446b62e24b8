import { expect, test } from 'vitest'
import type { RegisterColumn } from '../../registers/column.ts'
import { registerMatcher, type StandingRow } from './match-register.ts'

const column = (id: string, isUnique: boolean): RegisterColumn => ({ id, title: `列${id}`, type: 'text', unit: null, options: [], required: false, isUnique, inList: true, total: false })
const columns = [column('a', true), column('b', true), column('c', false)]
const directory = { peopleNamed: () => [], villagesNamed: () => [], person: () => undefined, village: () => undefined }
const words = { directory, outOfScope: '他人录入', fixedCell: '不能改' }
const given = ['a', 'b', 'c']
const rowOf = (row: number, cells: Readonly<Record<string, string>>) => ({ row, draft: { cells }, errors: [], notices: [], read: '' })

test('a value that another row has in a further unique column is an error; the row’s own is none', () => {
  const standing: readonly StandingRow[] = [
    { id: '1', cells: { a: 'A1', b: 'B1' }, mayChange: true, fixed: new Set() },
    { id: '2', cells: { a: 'A2', b: 'B2' }, mayChange: true, fixed: new Set() },
  ]
  const match = registerMatcher({ columns, standing, given, ...words })
  const rows = [rowOf(2, { a: 'A1', b: 'B 1', c: '改' }), rowOf(3, { a: 'A2', b: 'B1' }), rowOf(4, { a: 'A3', b: 'B3' }), rowOf(5, { a: 'A3', b: 'B4' })].map(match)
  expect(rows.map(({ state, matchId, errors }) => [state, matchId, ...errors.map(({ column: title, code }) => `${title} ${code}`)])).toEqual([
    ['changed', '1'],
    ['error', null, '列b taken'],
    ['new', null],
    ['error', null, '列a taken'],
  ])
})

test('the rows that stand are gone through once, however many rows the file has', () => {
  let reads = 0
  const standing = Array.from({ length: 200 }, (_, place): StandingRow => {
    const cells = { a: `A${String(place)}`, b: `B${String(place)}` }
    return {
      id: String(place), mayChange: true, fixed: new Set(),
      get cells() {
        reads += 1
        return cells
      },
    }
  })
  const match = registerMatcher({ columns, standing, given, ...words })
  const before = reads
  for (let row = 0; row < 500; row += 1) match(rowOf(row, { a: `N${String(row)}`, b: `M${String(row)}` }))
  expect(reads).toBe(before)
})
