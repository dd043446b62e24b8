import { expect, test } from 'vitest'
import { lightWord, type LitTask } from './light-word.ts'

const on = '2026-07-08'
const cases: readonly (readonly [string, LitTask])[] = [
  ['超期 3 天', { state: 'active', light: 'red', due: '2026-07-05' }],
  ['今天到期', { state: 'active', light: 'yellow', due: '2026-07-08' }],
  ['还剩 3 天', { state: 'issued', light: 'yellow', due: '2026-07-11' }],
  ['还剩 10 天', { state: 'active', light: 'yellow', due: '2026-07-18', issuedOn: '2026-05-01' }],
  ['进度滞后', { state: 'active', light: 'yellow', due: '2026-07-18', issuedOn: '2026-06-28' }],
  ['进度滞后', { state: 'active', light: 'yellow', due: '2026-07-18' }],
  ['还剩 12 天', { state: 'active', light: 'green', due: '2026-07-20' }],
  ['已提交', { state: 'submitted', light: 'green', due: '2026-07-01', parties: [{ submittedOn: '2026-07-01' }] }],
  ['迟交 2 天', { state: 'reviewed', light: 'green', due: '2026-07-01', parties: [{ submittedOn: '2026-06-20' }, { submittedOn: '2026-07-03' }] }],
  ['未签发', { state: 'pending', light: 'grey', due: '2026-07-01' }],
  ['未签发', { state: 'active', light: 'grey', due: '2026-07-01', issuedOn: null }],
  ['已办结', { state: 'completed', light: 'grey', due: '2026-07-01', parties: [{ submittedOn: '2026-07-01' }] }],
  ['办结（迟 1 天）', { state: 'completed', light: 'grey', due: '2026-07-01', parties: [{ submittedOn: '2026-07-02' }] }],
  ['已销号', { state: 'closed', light: 'grey', due: '2026-07-01' }],
  ['已中止', { state: 'suspended', light: 'grey', due: '2026-07-01' }],
  ['已撤销', { state: 'revoked', light: 'grey', due: '2026-07-01' }],
]

test.each(cases)('%s', (word, task) => {
  expect(lightWord(task, on)).toBe(word)
})
