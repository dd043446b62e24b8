import { expect, test } from 'vitest'
import { passwordState } from './password-rules.ts'

test.each([
  ['', '', '', { isLong: false, isMixed: false, isDifferent: false, isRepeated: false }],
  ['abcdefghij', 'abcdefghij', '', { isLong: true, isMixed: false, isDifferent: true, isRepeated: true }],
  ['abcdef-23456', 'abcdef-2345', 'abcdef-23456', { isLong: true, isMixed: true, isDifferent: false, isRepeated: false }],
  ['清溪镇的密码很长2', '清溪镇的密码很长2', 'x', { isLong: false, isMixed: true, isDifferent: true, isRepeated: true }],
  ['清溪镇的密码很长22', '清溪镇的密码很长22', 'x', { isLong: true, isMixed: true, isDifferent: true, isRepeated: true }],
])('%s repeated as %s after %s', (next, repeat, current, state) => {
  expect(passwordState({ next, repeat, current })).toEqual(state)
})
