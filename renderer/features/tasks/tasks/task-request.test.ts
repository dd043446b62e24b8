import { expect, test } from 'vitest'
import { tasks } from '../../../../shared/contract/tasks/tasks.ts'
import type { GridFilter } from '../../../grid/types.ts'
import { chipKeys, requestOf } from './task-chips.ts'
import { taskFilterOf, taskSortOf } from './task-request.ts'

const module = '0190a2b4-0000-7000-8000-000000000001'

const cases: readonly (readonly [GridFilter, unknown])[] = [
  [{ kind: 'text', field: 'title', contains: ' 防汛 ' }, { kind: 'text', field: 'title', contains: '防汛' }],
  [{ kind: 'text', field: 'title', contains: ' ' }, null],
  [{ kind: 'text', field: 'progress', contains: '1' }, null],
  [{ kind: 'day', field: 'due', from: '2026-07-01', to: null }, { kind: 'days', field: 'due', from: '2026-07-01', to: null }],
  [{ kind: 'number', field: 'weight', min: 2, max: null }, { kind: 'number', field: 'weight', min: 2, max: null }],
  [{ kind: 'choice', field: 'state', values: ['closed', 'active', 'unheard'] }, { kind: 'choice', field: 'state', oneOf: ['active', 'closed'] }],
  [{ kind: 'choice', field: 'quality', values: ['poor', ''] }, { kind: 'choice', field: 'quality', oneOf: ['poor', null] }],
  [{ kind: 'choice', field: 'module', values: [module] }, { kind: 'choice', field: 'module', oneOf: [module] }],
  [{ kind: 'choice', field: 'lead', values: ['', module] }, { kind: 'choice', field: 'lead', oneOf: [module, null] }],
  [{ kind: 'choice', field: 'form', values: [] }, null],
  [{ kind: 'blank', field: 'docNo', blank: true }, null],
]

test.each(cases)('%j', (filter, expected) => {
  expect(taskFilterOf(filter)).toEqual(expected)
})

test('whatever a grid and the quick filters ask for, the contract takes', () => {
  const { inputSchema } = tasks.list['~orpc']
  const filters = [...cases.flatMap(([filter]) => taskFilterOf(filter) ?? []), ...chipKeys.flatMap((chip) => requestOf(chip, module).filters)]
  const sort = taskSortOf([{ field: 'due', descending: true }, { field: 'hosts', descending: false }, { field: 'title', descending: false }])
  expect(sort).toEqual([{ field: 'due', descending: true }, { field: 'title', descending: false }])
  expect(inputSchema?.['~standard'].validate({ on: '2026-07-08', sort, filters })).not.toHaveProperty('issues')
})

test('外模块交办 asks for the other modules’ open tasks, every other quick filter for the module’s own', () => {
  const open = { kind: 'choice', field: 'state', oneOf: ['draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'suspended'] }
  expect(requestOf('outside', module)).toEqual({ filters: [open, { kind: 'outside', moduleId: module }] })
  expect(requestOf('open', module)).toEqual({ filters: [open], moduleId: module })
  expect(requestOf('open', undefined)).toEqual({ filters: [open] })
})
