import { expect, test } from 'vitest'
import { standingsOf } from './standing-edits.ts'

const row = {
  staffId: 'a', staffCode: 'S1', staffName: '张三', moduleName: '', postName: '', identity: 'civil', pool: null, status: 'active',
  leaveDays: 0, warned: true, months: 6, monthsServed: 12, confirmedBy: null, isEntered: true, version: 2,
} as const

test.each([
  [{ months: '8' }, { warned: true, months: 8 }],
  [{ months: null }, { warned: true, months: null }],
  [{ warned: '否' }, { warned: false, months: 6 }],
  [{ warned: '是', months: 0 }, { warned: true, months: 0 }],
])('%j', (changes, expected) => {
  expect(standingsOf([row], [{ key: 'a', version: 2, changes }])).toEqual([{ staffId: 'a', version: 2, ...expected }])
})
