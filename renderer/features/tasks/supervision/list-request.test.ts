import { describe, expect, test } from 'vitest'
import { extensions, supervisions } from '../../../../shared/contract/tasks/supervision.ts'
import type { GridFilter, GridRequest } from '../../../grid/types.ts'
import { extensionColumns } from './extension-columns.tsx'
import { extensionsRequest, papersRequest, proposalsRequest } from './list-request.ts'
import { paperColumns, proposalColumns } from './paper-columns.tsx'

const on = '2026-07-08'
const plain: GridRequest = { offset: 0, limit: 200, sort: [], filters: [], search: '' }
const filtersOf = (request: (asked: GridRequest) => { readonly filters: readonly unknown[] }, filter: GridFilter) => request({ ...plain, filters: [filter] }).filters

describe('a filter of the grid is one of the contract, or none', () => {
  test.each([
    [{ kind: 'text', field: 'title', contains: ' 防汛 ' }, [{ kind: 'text', field: 'title', contains: '防汛' }]],
    [{ kind: 'text', field: 'title', contains: ' ' }, []],
    [{ kind: 'text', field: 'level', contains: '红' }, []],
    [{ kind: 'day', field: 'replyDue', from: on, to: null }, [{ kind: 'days', field: 'replyDue', from: on, to: null }]],
    [{ kind: 'choice', field: 'level', values: ['red', 'unheard'] }, [{ kind: 'choice', field: 'level', oneOf: ['red'] }]],
    [{ kind: 'choice', field: 'state', values: ['settled', 'issued'] }, [{ kind: 'choice', field: 'state', oneOf: ['issued', 'settled'] }]],
    [{ kind: 'choice', field: 'state', values: [] }, []],
    [{ kind: 'blank', field: 'reply', blank: true }, [{ kind: 'blank', field: 'reply', isBlank: true }]],
    [{ kind: 'number', field: 'granted', min: 1, max: null }, []],
  ] as const)('督办单: %j', (filter, expected) => {
    expect(filtersOf(papersRequest, filter)).toEqual(expected)
  })

  test.each([
    [{ kind: 'number', field: 'daysOverdue', min: 8, max: null }, [{ kind: 'number', field: 'daysOverdue', min: 8, max: null }]],
    [{ kind: 'day', field: 'due', from: null, to: on }, [{ kind: 'days', field: 'due', from: null, to: on }]],
    [{ kind: 'blank', field: 'docNo', blank: true }, []],
  ] as const)('待督办: %j', (filter, expected) => {
    expect(filtersOf(proposalsRequest, filter)).toEqual(expected)
  })

  test.each([
    [{ kind: 'number', field: 'granted', min: 1, max: 2 }, [{ kind: 'number', field: 'granted', min: 1, max: 2 }]],
    [{ kind: 'choice', field: 'state', values: ['asked'] }, [{ kind: 'choice', field: 'state', oneOf: ['asked'] }]],
    [{ kind: 'text', field: 'askedBy', contains: '叶' }, [{ kind: 'text', field: 'askedBy', contains: '叶' }]],
  ] as const)('延期: %j', (filter, expected) => {
    expect(filtersOf(extensionsRequest, filter)).toEqual(expected)
  })
})

describe('whatever a list may be ordered, filtered and searched by, its procedure takes', () => {
  test.each([
    ['待督办', proposalColumns, proposalsRequest, supervisions.proposals],
    ['督办单', paperColumns, papersRequest, supervisions.list],
    ['延期', extensionColumns, extensionsRequest, extensions.list],
  ] as const)('%s', (_, columns, request, procedure) => {
    for (const { field, sortable, filter } of columns) {
      const asked = request({ ...plain, search: ` ${'河'.repeat(60)} `, sort: sortable === true ? [{ field, descending: true }] : [], filters: filter === undefined ? [] : [sampleOf(field, filter)] })
      expect([field, asked.sort.length, asked.filters.length]).toEqual([field, sortable === true ? 1 : 0, filter === undefined ? 0 : 1])
      expect(procedure['~orpc'].inputSchema?.['~standard'].validate({ ...asked, on })).not.toHaveProperty('issues')
    }
  })
})

function sampleOf(field: string, filter: NonNullable<(typeof paperColumns)[number]['filter']>): GridFilter {
  switch (filter.kind) {
    case 'text':
      return { kind: 'text', field, contains: '某' }
    case 'choice':
      return { kind: 'choice', field, values: filter.choices.map(({ value }) => value) }
    case 'day':
      return { kind: 'day', field, from: on, to: on }
    case 'number':
      return { kind: 'number', field, min: 1, max: 3 }
  }
}
