import { expect, test } from 'vitest'
import { slipWords } from './vocabulary.ts'
import { slipText } from './slip-text.ts'

test('one line a slip, with the mark of UTF-8 and Windows line ends', () => {
  const bytes = slipText([{ name: 'zhangsan', staffName: '张三', moduleName: '大党建', oneTimePassword: 'abc-234567' }])
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual(['姓名\t模块\t账号\t一次性密码', '张三\t大党建\tzhangsan\tabc-234567', '', slipWords.rule, ''])
})
