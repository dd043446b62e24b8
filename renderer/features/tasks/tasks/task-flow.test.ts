import { expect, test } from 'vitest'
import { taskActions } from '../../../../shared/domain/tasks/tasks/flow.ts'
import { actionName, askingOf, flowSteps, isDanger, mainStep, type FlowFacts } from './task-flow.ts'

const task: FlowFacts = {
  state: 'active',
  overdue: false,
  issuedOn: '2026-06-28',
  due: '2026-07-20',
  completedOn: null,
  log: [
    { at: '2026-06-27T02:00:00Z', fromState: 'draft', toState: 'pending' },
    { at: '2026-06-28T02:00:00Z', fromState: 'pending', toState: 'issued' },
    { at: '2026-06-28T16:30:00Z', fromState: 'issued', toState: 'active' },
    { at: '2026-07-01T02:00:00Z', fromState: 'active', toState: 'active' },
  ],
}

const brief = (facts: FlowFacts) => flowSteps(facts).map(({ label, state, date, note }) => [label, state, date ?? '', note ?? ''].join(' ').trimEnd())

test('what is done, where it stands, what is ahead', () => {
  expect(brief(task)).toEqual(['草稿 done', '待签发 done 06-27', '待签收 done 06-28', '办理中 current 06-29', '待模块审 ahead 时限 07-20', '待核验 ahead', '已办结 ahead', '已销号 ahead'])
})

test('late where it stands, and put aside where it stood', () => {
  expect(brief({ ...task, overdue: true })[3]).toBe('办理中 late 06-29')
  expect(brief({ ...task, state: 'suspended', log: [...task.log, { at: '2026-07-02T02:00:00Z', fromState: 'active', toState: 'suspended' }] })[3]).toBe('办理中 current 06-29 中止')
  expect(brief({ ...task, state: 'revoked', issuedOn: null, log: [] })[0]).toBe('草稿 current  撤销')
})

test('without a log the days of the task itself are shown', () => {
  expect(brief({ ...task, state: 'closed', completedOn: '2026-07-10', log: [] })).toEqual(['草稿 done', '待签发 done', '待签收 done 06-28', '办理中 done', '待模块审 done', '待核验 done', '已办结 done 07-10', '已销号 current'])
})

test('each step asks for what it needs, and every one has a name', () => {
  expect(Object.fromEntries(taskActions.map((action) => [action, askingOf(action)]))).toEqual({
    propose: 'nothing', sendBack: 'reason', issue: 'confirm', accept: 'nothing', feedback: 'progress', submit: 'result', review: 'quality', rejectAtReview: 'reason', verify: 'confirm', rejectAtVerification: 'reason',
    closeOut: 'confirm', suspend: 'reason', resume: 'nothing', reopen: 'reason', revoke: 'reason',
  })
  expect([actionName('accept'), actionName('edit'), actionName('draft'), actionName('unheard')]).toEqual(['签收', '修改', '拟稿', '修改'])
  expect(taskActions.filter(isDanger)).toEqual(['rejectAtReview', 'rejectAtVerification', 'revoke'])
})

test('the primary button brings the task on', () => {
  expect([mainStep(['revoke', 'accept']), mainStep(['feedback', 'submit']), mainStep(['rejectAtVerification', 'verify']), mainStep(['revoke']), mainStep([])]).toEqual(['accept', 'submit', 'verify', null, null])
})
