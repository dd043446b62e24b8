import { expect, test } from 'vitest'
import { taskForms } from '../../../../shared/domain/tasks/tasks/codes.ts'
import { orderTitle } from './order-title.ts'

test.each([
  ['{township}重点任务交办单', 'assignment_order', '{township}重点任务交办单'],
  ['{township}重点任务交办单', 'supervision_order', '{township}重点任务督办单'],
  ['{township}工作任务书', 'assignment_order', '{township}工作任务书'],
  ['{township}工作任务书', 'memo', '{township}工作任务书（备忘录）'],
  ['{township}督办单', 'supervision_order', '{township}督办单'],
] as const)('%s for %s is %s', (title, form, called) => {
  expect(orderTitle(title, form)).toBe(called)
})

test('no two forms are printed under one title, whatever the township calls it', () => {
  for (const title of ['{township}重点任务交办单', '任务书', '']) expect(new Set(taskForms.map((form) => orderTitle(title, form))).size, title).toBe(taskForms.length)
})
