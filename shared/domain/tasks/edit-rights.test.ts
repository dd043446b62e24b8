import { expect, test } from 'vitest'
import { roles } from '../access/roles.ts'
import { permissionRow } from '../access/permissions.ts'
import { taskStates } from './codes.ts'
import { editableFields, editFault } from './edit-rights.ts'
import { taskFields } from './fields.ts'
import { batchSteps, taskActions, taskSteps } from './flow.ts'
import { turnsOf, waitedSteps } from './waiting.ts'

const drafter = { mayDraft: true, maySupervise: false, isDoer: false }
const supervisor = { ...drafter, maySupervise: true }
const doer = { ...supervisor, isDoer: true }

test('before 签发 a drafter changes everything, also a doer who drafts for himself', () => {
  for (const state of ['draft', 'pending'] as const) for (const rights of [drafter, supervisor, doer]) expect(editableFields(state, rights)).toEqual(taskFields)
})

test('once issued the wording is the module’s, 时限 and 权重 are 督考’s, and a doer touches nothing', () => {
  for (const state of ['issued', 'active', 'submitted', 'reviewed', 'suspended'] as const) {
    expect(editableFields(state, drafter)).toEqual(['docNo', 'source', 'title', 'content', 'lead', 'group'])
    expect(editableFields(state, supervisor)).toEqual(['docNo', 'source', 'title', 'content', 'lead', 'weight', 'due', 'group'])
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
  expect([editFault('due', 'active', drafter), editFault('due', 'active', doer), editFault('hosts', 'active', doer), editFault('title', 'closed', doer)]).toEqual(['terms', 'doer', 'fixed', 'finished'])
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
