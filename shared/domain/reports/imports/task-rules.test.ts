import { describe, expect, test } from 'vitest'
import type { TaskState } from '../../tasks/tasks/codes.ts'
import type { TaskRights } from '../../tasks/tasks/edit-rights.ts'
import { editFaultReasons } from '../../tasks/tasks/vocabulary.ts'
import type { TaskKey } from './columns.ts'
import { taskLabel } from './read-tasks.ts'
import { applyTaskRules } from './task-rules.ts'
import type { TaskDraft, TaskRow } from './types.ts'

const head: TaskRights = { mayDraft: true, maySupervise: false, isDoer: false, isDrafter: false }
const supervisor: TaskRights = { ...head, maySupervise: true }

const draft: TaskDraft = { docNo: '清交1', title: '修路', module: 'M1', moduleName: '大党建', hosts: [], cohosts: [], weight: 1, issuedOn: null, due: '2026-04-30', remark: null }
const row: TaskRow = { row: 3, draft, errors: [], notices: [], read: '', state: 'new', matchId: null, candidates: [], changes: [], hostIds: ['zhang'], cohostIds: ['li'] }

function changed(...keys: readonly TaskKey[]): TaskRow {
  return { ...row, state: 'changed', matchId: 't1', changes: keys.map((key) => ({ column: taskLabel(key), from: '', to: '' })) }
}

function outcome(given: TaskRow, state: TaskState, rights: TaskRights) {
  const held = applyTaskRules(given, { self: null, standingOf: () => ({ state, rights, doers: [] }), isFrozen: () => false, departed: () => null })
  return [held.state, ...(held.errors ?? []).map(({ column, code }) => `${column} ${code}`)]
}

describe('a known task changes as far as editing it may', () => {
  test.each([
    ['pending', head, ['hosts', 'module', 'weight', 'due', 'issuedOn'], ['changed']],
    ['draft', head, ['issuedOn'], ['same']],
    ['active', head, ['title'], ['changed']],
    ['active', head, ['hosts', 'module'], ['error', '主办 not_editable', '所在模块 not_editable']],
    ['active', head, ['due', 'weight', 'issuedOn'], ['error', '办理时限 not_editable', '权重 not_editable', '交办时间 not_editable']],
    ['active', supervisor, ['weight'], ['changed']],
    ['active', supervisor, ['due'], ['error', '办理时限 not_editable']],
    ['active', supervisor, ['cohosts', 'issuedOn'], ['error', '协办 not_editable', '交办时间 not_editable']],
    ['active', { ...supervisor, isDoer: true }, ['title'], ['error', '事项 not_editable']],
    ['completed', supervisor, ['title', 'due'], ['error', '事项 not_editable', '办理时限 not_editable']],
    ['closed', head, ['hosts'], ['error', '主办 not_editable']],
    ['revoked', supervisor, ['issuedOn'], ['error', '交办时间 not_editable']],
    ['pending', { ...head, mayDraft: false }, ['title'], ['error', '事项 out_of_scope']],
  ] as const)('%s %o %j', (state, rights, keys, expected) => {
    expect(outcome(changed(...keys), state, rights)).toEqual(expected)
  })

  test('a refused row says why, and nothing of it is left to write', () => {
    const held = applyTaskRules(changed('hosts'), { self: null, standingOf: () => ({ state: 'completed', rights: supervisor, doers: [] }), isFrozen: () => false, departed: () => null })
    expect(held).toMatchObject({ errors: [{ message: editFaultReasons.finished }], matchId: null, changes: [], hostIds: [], cohostIds: [] })
  })
})

test.each([
  ['zhang', ['error', '主办 about_self']],
  ['li', ['error', '协办 about_self']],
  ['wang', ['new']],
  [null, ['new']],
])('a new task of one’s own (%s)', (self, expected) => {
  const held = applyTaskRules(row, { self, standingOf: () => ({ state: 'active', rights: head, doers: [] }), isFrozen: () => false, departed: () => null })
  expect([held.state, ...(held.errors ?? []).map(({ column, code }) => `${column} ${code}`)]).toEqual(expected)
})

test.each([
  ['2026-03-31', row, ['error', '办理时限 quarter_closed']],
  ['2026-04-01', row, ['new']],
  ['2026-03-31', changed('due'), ['error', '办理时限 quarter_closed']],
  ['2026-03-31', changed('title'), ['changed']],
] as const)('a deadline of %s, the first quarter frozen: %j', (due, given, expected) => {
  const held = applyTaskRules({ ...given, draft: { ...draft, due } }, { self: null, standingOf: () => ({ state: 'pending', rights: head, doers: [] }), isFrozen: (day) => day < '2026-04-01', departed: () => null })
  expect([held.state, ...(held.errors ?? []).map(({ column, code }) => `${column} ${code}`)]).toEqual(expected)
})

test.each([
  ['zhang', row, [], 'pending', ['error', '主办 person_departed']],
  ['li', row, [], 'pending', ['error', '协办 person_departed']],
  ['wang', row, [], 'pending', ['new']],
  ['li', { ...changed('cohosts'), cohostIds: ['li'] }, ['zhang'], 'pending', ['error', '协办 person_departed']],
  ['li', { ...changed('title'), cohostIds: ['li'] }, ['zhang', 'li'], 'pending', ['changed']],
  ['li', changed('title'), [], 'active', ['changed']],
] as const)('%s has left: %j with %j on it, %s', (left, given, doers, state, expected) => {
  const held = applyTaskRules(given, { self: null, standingOf: () => ({ state, rights: head, doers }), isFrozen: () => false, departed: (id) => (id === left ? '已离任' : null) })
  expect([held.state, ...(held.errors ?? []).map(({ column, code }) => `${column} ${code}`)]).toEqual(expected)
})
