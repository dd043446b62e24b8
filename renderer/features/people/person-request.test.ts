import { expect, test } from 'vitest'
import { people } from '../../../shared/contract/people/people.ts'
import type { GridFilter } from '../../grid/types.ts'
import { chipKeys, filtersOf, personFilterOf, personSortOf } from './person-request.ts'

const cases: readonly (readonly [GridFilter, unknown])[] = [
  [{ kind: 'text', field: 'rankTitle', contains: '科员 ' }, { kind: 'text', field: 'rankTitle', contains: '科员' }],
  [{ kind: 'text', field: 'idNo', contains: '330' }, null],
  [{ kind: 'day', field: 'birthMonth', from: '1980-01-15', to: null }, { kind: 'months', field: 'birthMonth', from: '1980-01', to: null }],
  [{ kind: 'day', field: 'joinedOn', from: null, to: '2026-01-01' }, { kind: 'days', field: 'joinedOn', from: null, to: '2026-01-01' }],
  [{ kind: 'choice', field: 'sex', values: ['', 'female'] }, { kind: 'choice', field: 'sex', oneOf: ['female', null] }],
  [{ kind: 'choice', field: 'identity', values: ['contract', 'civil', 'nobody'] }, { kind: 'choice', field: 'identity', oneOf: ['civil', 'contract'] }],
  [{ kind: 'choice', field: 'leave', values: ['sick'] }, { kind: 'choice', field: 'leave', oneOf: ['sick'] }],
  [{ kind: 'choice', field: 'track', values: [] }, null],
  [{ kind: 'number', field: 'name', min: 1, max: null }, null],
]

test.each(cases)('%j', (filter, expected) => {
  expect(personFilterOf(filter)).toEqual(expected)
})

test('a column orders before the order of the roster does', () => {
  expect(personSortOf([], 'official')).toEqual([])
  expect(personSortOf([], 'stroke')).toEqual([{ field: 'stroke', descending: false }])
  expect(personSortOf([{ field: 'phone', descending: true }], 'name')).toEqual([{ field: 'name', descending: false }])
  expect(personSortOf([{ field: 'birthMonth', descending: true }], 'stroke')).toEqual([{ field: 'birthMonth', descending: true }])
})

test('whatever a grid and the quick filters ask for, the contract takes', () => {
  const filters = [...cases.flatMap(([filter]) => personFilterOf(filter) ?? []), ...chipKeys.flatMap(filtersOf)]
  expect(people.list['~orpc'].inputSchema?.['~standard'].validate({ on: '2026-07-08', sort: personSortOf([], 'stroke'), filters })).not.toHaveProperty('issues')
})
