import { expect, test } from 'vitest'
import { roles } from '../../township/access/roles.ts'
import { permissionRow } from '../../township/access/permissions.ts'
import { taskStates } from './codes.ts'
import { editableFields, editFault } from './edit-rights.ts'
import { taskFields } from './fields.ts'
import { batchSteps, taskActions, taskSteps } from './flow.ts'
import { turnsOf, waitedSteps } from './waiting.ts'

const drafter = { mayDraft: true, maySupervise: false, isDoer: false, isDrafter: true }
const supervisor = { ...drafter, maySupervise: true, isDrafter: false }
const doer = { ...supervisor, isDoer: true }

test('a draft is changed by whoever may draft, but by a doer only where he wrote it; once proposed a doer touches nothing', () => {
  for (const rights of [drafter, supervisor, { ...doer, isDrafter: true }]) expect(editableFields('draft', rights)).toEqual(taskFields)
  expect(editableFields('draft', doer)).toEqual([])
  for (const rights of [drafter, supervisor]) expect(editableFields('pending', rights)).toEqual(taskFields)
  for (const rights of [doer, { ...doer, isDrafter: true }]) expect(editableFields('pending', rights)).toEqual([])
})

test('once issued the wording is the module’s, 权重 is 督考’s until it is handed in, 时限 is moved by 延期 alone, and a doer touches nothing', () => {
  const wording = ['docNo', 'source', 'title', 'content', 'lead', 'group']
  const order = (fields: readonly string[]) => taskFields.filter((field) => fields.includes(field))
  for (const state of ['issued', 'active', 'submitted', 'reviewed', 'suspended'] as const) {
    expect(editableFields(state, drafter)).toEqual(order(wording))
    expect(editableFields(state, supervisor)).toEqual(order(state === 'submitted' || state === 'reviewed' ? wording : [...wording, 'weight']))
    expect(editableFields(state, doer)).toEqual([])
  }
})

test('after 办结 nothing changes', () => {
  for (const state of ['completed', 'closed', 'revoked'] as const) expect(editableFields(state, supervisor)).toEqual([])
})

test('who may not draft changes nothing anywhere', () => {
  for (const state of taskStates) for (const field of taskFields) expect(editFault(field, state, { ...supervisor, mayDraft: false })).toBe('out_of_scope')
})

test('the reason is the first that holds', () => {
  expect([editFault('due', 'active', drafter), editFault('due', 'active', doer), editFault('hosts', 'active', doer), editFault('title', 'closed', doer)]).toEqual(['extension', 'doer', 'fixed', 'finished'])
})

test('every step has its place among the offered ones, and all but a feedback can be taken of many tasks', () => {
  expect([...taskActions].sort()).toEqual(Object.keys(taskSteps).sort())
  expect([...batchSteps, 'feedback'].sort()).toEqual([...taskActions].sort())
})

test('nobody is waited for who may not take the step', () => {
  const capabilities = { issue: 'task.work', accept: 'task.work', review: 'task.review', verify: 'task.verify', closeOut: 'task.verify' } as const
  const held = waitedSteps.flatMap((step) => roles.filter((role) => turnsOf(step, [role]).length > 0).map((role) => [step, role, permissionRow(capabilities[step])[role] !== undefined]))
  expect(held.length).toBeGreaterThan(10)
  expect(held.filter(([, , may]) => may !== true)).toEqual([])
})
