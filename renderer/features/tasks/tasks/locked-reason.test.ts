import { expect, test } from 'vitest'
import { lockedReason, toneOf } from './task-columns.tsx'

const party = { staffId: 'me', staffCode: 'S0001', staffName: '张三', role: 'host', state: 'active', acceptedOn: null, reworks: null, quality: null, submittedOn: null, completedOn: null } as const

test('a locked cell names its field, why, and the way out', () => {
  expect([
    lockedReason('due', { state: 'completed', parties: [] }, 'me'),
    lockedReason('hosts', { state: 'active', parties: [] }, 'me'),
    lockedReason('due', { state: 'active', parties: [] }, 'me'),
    lockedReason('due', { state: 'active', parties: [party] }, 'me'),
    lockedReason('title', { state: 'draft', parties: [] }, null),
  ]).toEqual([
    '“办理时限”不能修改：任务已办结或撤销，如确有错误请先重开。',
    '“主办”不能修改：任务已签发，如需调整请撤销后重新交办。',
    '“办理时限”不能修改：任务已签发，时限只能通过延期调整，请由模块长申请延期。',
    '“办理时限”不能修改：承办人不能自己改动，请由拟稿人、模块或督考修改。',
    '“事项”不能修改：该任务不由您的模块交办，请由其所在模块或上级修改。',
  ])
})

test('what is over steps back', () => {
  expect((['draft', 'issued', 'reviewed', 'closed', 'suspended', 'revoked'] as const).map(toneOf)).toEqual(['quiet', 'accent', 'plain', 'good', 'warn', 'quiet'])
})
