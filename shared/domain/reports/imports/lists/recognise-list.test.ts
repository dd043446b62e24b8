import { expect, test } from 'vitest'
import { context, sheetOf, workbookOf } from '../import.testing.ts'
import { recogniseListOf } from './recognise-list.ts'

test('a long word is told whole, so that what it means can be said', () => {
  const word = '因单位安排赴外地参加学习培训期间顺带休假并照顾家中老人以及处理其他个人事务等情况的请假类型说明'
  const workbook = workbookOf(sheetOf([['姓名', '假别', '起始日期', '截止日期'], ['张三', word, '2026-04-01', '2026-04-02']]))
  const told = recogniseListOf('leave', workbook, context, {})?.words
  expect([word.length > 40, told]).toEqual([true, [{ key: 'kind', word, code: null }]])
  expect(recogniseListOf('leave', workbook, context, { words: { kind: { [told?.[0]?.word ?? '']: 'annual' } } })?.words.map(({ code }) => code)).toEqual(['annual'])
})
