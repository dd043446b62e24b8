import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { refusalOf } from './failure.ts'

test('what the host declined is a refusal, what may pass is none', () => {
  expect(refusalOf(new ORPCError('period_not_open', { message: '当前阶段不能录入。' }))).toBe('当前阶段不能录入。')
  expect([refusalOf(new Error('closed')), refusalOf(new ORPCError('internal', { message: '意外' })), refusalOf(new ORPCError('disk_full', { message: '满了' }))]).toEqual([null, null, null])
})
