import { expect, test } from 'vitest'
import { taskFields } from '../../../../shared/domain/tasks/tasks/fields.ts'
import { changesOf, draftsForSelf, emptyDraft, mayIssue, modulesToDraftFor, readDraft, rowOf, type TaskDraft } from './task-form.ts'

const draft: TaskDraft = { ...emptyDraft, title: ' 防汛值班 ', content: '第一行\n第二行', docNo: ' ', source: '党委会', moduleId: 'm', hosts: ['a'], cohosts: ['b'], due: '2026-07-20' }
const nameOf = (id: string) => `姓名${id}`

test('a draft that says enough', () => {
  expect(readDraft(draft, null, nameOf)).toEqual({
    kind: 'good',
    input: { docNo: null, form: 'assignment_order', source: '党委会', title: '防汛值班', content: '第一行\n第二行', weight: 1, moduleId: 'm', leadStaffId: null, due: '2026-07-20', groupId: null, parties: [{ staffId: 'a', role: 'host' }, { staffId: 'b', role: 'cohost' }] },
  })
})

test('each fault names its field, the way out, and leads to it', () => {
  expect(readDraft(emptyDraft, null, nameOf)).toEqual({
    kind: 'bad',
    faults: [
      { id: 'task-title', sentence: '请填写“事项”。' },
      { id: 'task-module', sentence: '请选择“责任模块”。' },
      { id: 'task-hosts', sentence: '请至少选择一名主办人。' },
      { id: 'task-due', sentence: '请填写“办理时限”。' },
    ],
  })
  expect(readDraft({ ...draft, title: '长'.repeat(201), cohosts: ['a'] }, '2026-07-21', nameOf)).toEqual({
    kind: 'bad',
    faults: [
      { id: 'task-title', sentence: '“事项”不能超过 200 字，请缩短。' },
      { id: 'task-cohosts', sentence: '“姓名a”既是主办又是协办，请删去一处。' },
      { id: 'task-due', sentence: '“办理时限”不能早于签发日 2026-07-21，请改正。' },
    ],
  })
})

test.each([['title', 'task-title'], ['changes.due', 'task-due'], ['parties.0.staffId', 'task-hosts'], ['changes.leadStaffId', 'task-lead'], ['version', '']])('a fault at %s stands at %s', (path, id) => {
  expect(rowOf(path)).toBe(id)
})

test('only what has changed and may change is sent', () => {
  const before = readDraft(draft, null, nameOf)
  const after = readDraft({ ...draft, title: '防汛', due: '2026-07-25', hosts: ['c'] }, null, nameOf)
  if (before.kind === 'bad' || after.kind === 'bad') throw new Error('both drafts are good')
  expect(changesOf(before.input, before.input, taskFields)).toEqual({})
  expect(changesOf(before.input, after.input, taskFields)).toEqual({ title: '防汛', due: '2026-07-25', parties: [{ staffId: 'c', role: 'host' }, { staffId: 'b', role: 'cohost' }] })
  expect(changesOf(before.input, after.input, ['title', 'source'])).toEqual({ title: '防汛' })
})

const clerk = { kind: 'account', roles: ['clerk'], staffId: 'me', memberOf: ['m'], heads: [], leads: [] } as const
const caller = (role: 'head' | 'leader' | 'principal' | 'inspector') => ({ kind: 'account' as const, roles: [role], staffId: 'me', memberOf: ['m'], heads: role === 'head' ? ['m'] : [], leads: role === 'leader' ? ['n'] : [] })

test('for which modules one drafts, and for whom', () => {
  const me = { ...clerk, roles: [...clerk.roles], memberOf: [...clerk.memberOf], heads: [], leads: [] }
  expect([modulesToDraftFor(me), modulesToDraftFor(caller('head')), modulesToDraftFor(caller('leader')), modulesToDraftFor(caller('inspector'))]).toEqual([['m'], ['m'], ['n', 'm'], null])
  expect([draftsForSelf(me, 'm'), draftsForSelf(caller('head'), 'm'), draftsForSelf(caller('leader'), 'm'), draftsForSelf(caller('principal'), 'x')]).toEqual([true, false, true, false])
})

test('nobody issues the own work, nor for a module that is not the own', () => {
  const me = { ...clerk, roles: [...clerk.roles], memberOf: [...clerk.memberOf], heads: [], leads: [] }
  const task = { moduleId: 'm', hosts: ['a'], cohosts: [] }
  expect([mayIssue(me, task), mayIssue(caller('head'), task), mayIssue(caller('head'), { ...task, moduleId: 'n' }), mayIssue(caller('leader'), { ...task, moduleId: 'n' }), mayIssue(caller('principal'), task), mayIssue(caller('principal'), { ...task, cohosts: ['me'] })]).toEqual([false, true, false, true, true, false])
})
