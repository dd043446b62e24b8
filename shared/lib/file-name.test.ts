import { expect, test } from 'vitest'
import { fileStem, fileStemOf } from './file-name.ts'

test.each([
  ['清溪镇_四维考评_2026Q1', '清溪镇_四维考评_2026Q1'],
  ['a\\b/c:d*e?f"g<h>i|j', 'abcdefghij'],
  ['回车\r\n、制表\t、空格 、全角　、铃\u0007', '回车、制表、空格、全角、铃'],
  ['清溪镇__2026_.v1', '清溪镇_2026.v1'],
  ['..隐藏_.', '隐藏'],
])('%j is %s', (name, stem) => {
  expect(fileStem(name)).toBe(stem)
})

test('parts that there are not leave no gap', () => {
  expect(fileStemOf(['清溪镇', null, '', '花名册'])).toBe('清溪镇_花名册')
})
