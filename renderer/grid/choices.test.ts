import { expect, test } from 'vitest'
import { matchingChoices } from './choices.ts'

const people = [
  { value: 1, label: '欧阳锋', keys: ['oyf', 'ouyangfeng'] },
  { value: 2, label: '张锋', keys: ['zf', 'zhangfeng'] },
  { value: 3, label: '锋利', keys: ['fl', 'fengli'] },
]

test.each([
  ['', '欧阳锋 张锋 锋利'],
  ['锋', '锋利 欧阳锋 张锋'],
  ['ouy', '欧阳锋'],
  ['ZF', '张锋'],
  ['李', ''],
])('“%s”', (text, found) => {
  expect(matchingChoices(people, text).map(({ label }) => label).join(' ')).toBe(found)
})
