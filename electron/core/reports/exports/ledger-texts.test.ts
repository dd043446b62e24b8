import { expect, test } from 'vitest'
import { milestonesText, partsText } from './ledger-texts.ts'

const part = { name: '张三', state: 'active', submittedOn: null, completedOn: null } as const

test.each([
  ['not issued yet', 'pending', [part, part], ''],
  ['one part', 'active', [part], ''],
  ['under way and done', 'active', [part, { ...part, name: '李四', state: 'completed', submittedOn: '2026-06-10', completedOn: '2026-06-10' }], '张三 办理中\n李四 6月10日办结'],
  ['done with the task', 'closed', [{ ...part, state: 'completed' }, { ...part, name: '李四', state: 'completed', completedOn: '2026-06-10' }], '张三 6月18日办结\n李四 6月10日办结'],
  ['handed in, and done the year before', 'active', [{ ...part, state: 'submitted', submittedOn: '2026-06-01' }, { ...part, name: '李四', state: 'completed', completedOn: '2025-12-31' }], '张三 6月1日提交 待模块审\n李四 2025年12月31日办结'],
] as const)('parts: %s', (_, state, parts, text) => {
  expect(partsText({ state, due: '2026-06-30', completedOn: state === 'closed' ? '2026-06-18' : null }, parts)).toBe(text)
})

test.each([
  [[], ''],
  [[{ name: '部署启动', due: '2026-06-03', doneOn: '2026-06-02' }, { name: '中期推进', due: '2026-06-16', doneOn: null }], '1/2，中期推进6月16日'],
  [[{ name: '部署启动', due: '2026-06-03', doneOn: '2026-06-02' }], '1/1'],
] as const)('milestones %j', (planned, text) => {
  expect(milestonesText(planned, '2026-06-30')).toBe(text)
})
