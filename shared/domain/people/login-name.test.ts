import { expect, test } from 'vitest'
import { loginNameFor } from './login-name.ts'

test.each([
  ['张三', [], 'zhangsan'],
  ['欧阳锋', [], 'ouyangfeng'],
  ['单国强', [], 'shanguoqiang'],
  ['吕绿', [], 'lvlv'],
  ['张三', ['zhangsan'], 'zhangsan2'],
  ['张三', ['zhangsan', 'zhangsan2'], 'zhangsan3'],
  ['A李', [], 'ali'],
  ['——', [], 'user'],
])('%s with %j taken is %s', (name, taken, expected) => {
  expect(loginNameFor(name, (candidate) => taken.some((other) => other === candidate))).toBe(expected)
})
