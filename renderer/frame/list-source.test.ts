import { describe, expect, test } from 'vitest'
import type { GridColumn, GridFilter, GridSort } from '../grid/types.ts'
import { listSource } from './list-source.ts'

interface Person {
  readonly id: string
  readonly name: string
  readonly module: string
  readonly total: number | null
}

const rows: readonly Person[] = [
  { id: '1', name: '欧阳锋', module: '大治理', total: 97.39 },
  { id: '2', name: '张三', module: '大党建', total: 66.2 },
  { id: '3', name: '单国强', module: '大治理', total: null },
  { id: '4', name: '李四', module: '', total: 97.39 },
]

const columns: readonly GridColumn<Person>[] = [
  { field: 'name', title: '姓名', width: 96, text: ({ name }) => name },
  { field: 'module', title: '模块', width: 96, text: ({ module }) => module, filter: { kind: 'choice', choices: [{ value: 'govern', label: '大治理' }, { value: 'party', label: '大党建' }] } },
  { field: 'total', title: '总分', width: 96, text: ({ total }) => (total === null ? '' : total.toFixed(2)), number: ({ total }) => total },
]

const source = listSource({ rows, columns, key: ({ id }) => id, revision: 0, name: ({ name }) => name })

async function shown({ search = '', filters = [], sort = [], offset = 0, limit = 200 }: { search?: string; filters?: readonly GridFilter[]; sort?: readonly GridSort[]; offset?: number; limit?: number }) {
  const answer = await source.load({ search, filters, sort, offset, limit }, new AbortController().signal)
  return { ids: answer.rows.map(({ id }) => id).join(' '), total: answer.total }
}

describe('a loaded list', () => {
  test.each<{ what: string; search: string; ids: string }>([
    { what: 'a word', search: '大治理', ids: '1 3' },
    { what: 'initials', search: 'ouyf', ids: '1' },
    { what: 'the other reading of a surname', search: 'shan', ids: '3' },
    { what: 'a number as it is shown', search: '97.39', ids: '1 4' },
    { what: 'nothing there', search: '王', ids: '' },
  ])('is searched by $what', async ({ search, ids }) => {
    expect((await shown({ search })).ids).toBe(ids)
  })

  test.each<{ filter: GridFilter; ids: string }>([
    { filter: { field: 'module', kind: 'choice', values: ['govern'] }, ids: '1 3' },
    { filter: { field: 'module', kind: 'blank', blank: true }, ids: '4' },
    { filter: { field: 'total', kind: 'number', min: 60, max: 70 }, ids: '2' },
    { filter: { field: 'name', kind: 'text', contains: '三' }, ids: '2' },
  ])('is filtered by $filter', async ({ filter, ids }) => {
    expect((await shown({ filters: [filter] })).ids).toBe(ids)
  })

  test('is sorted by numbers, without a number last either way, and stays in order where equal', async () => {
    expect((await shown({ sort: [{ field: 'total', descending: true }] })).ids).toBe('1 4 2 3')
    expect((await shown({ sort: [{ field: 'total', descending: false }] })).ids).toBe('2 1 4 3')
  })

  test('is sorted by several columns', async () => {
    expect((await shown({ sort: [{ field: 'module', descending: false }, { field: 'total', descending: false }] })).ids).toBe('2 1 3 4')
  })

  test('is given in pages with its whole length', async () => {
    expect(await shown({ offset: 1, limit: 2 })).toEqual({ ids: '2 3', total: 4 })
  })

  test('a filter narrows what letters find', async () => {
    expect((await shown({ search: 'ouyf', filters: [{ field: 'total', kind: 'number', min: null, max: 50 }] })).ids).toBe('')
  })
})
