import { expect, test } from 'vitest'
import { readPlanLines, type KnownPeople } from './read-plan-lines.ts'

const known: KnownPeople = {
  people: [
    { id: 'a', code: 'S1', name: '张三' },
    { id: 'b', code: 'S2', name: '李四' },
    { id: 'c', code: 'S3', name: '王五' },
    { id: 'd', code: 'S4', name: '王五' },
  ],
  villages: [{ id: 'v', code: 'V1', name: '上溪村' }, { id: 'w', code: 'V2', name: '下溪村' }],
  theme: 'team',
}

test('a block from a table, and lines typed with blanks', () => {
  expect(readPlanLines('张三\t上溪村\r\n李四\t下溪村\t民情沟通日\t反馈 饮水改造\n\n 王五（S4）　V1　乡贤议事日 ', known)).toEqual({
    rows: [
      { staffId: 'a', villageId: 'v', theme: 'team', content: null },
      { staffId: 'b', villageId: 'w', theme: 'opinion', content: '反馈 饮水改造' },
      { staffId: 'd', villageId: 'v', theme: 'elders', content: null },
    ],
    faults: [],
  })
})

test.each([
  ['赵六 上溪村', '“人员和村社”第 1 行：没有找到“赵六”，请核对姓名。'],
  ['王五 上溪村', '“人员和村社”第 1 行：有两个“王五”，请写成“王五（编号）”。'],
  ['张三', '“人员和村社”第 1 行：没有写村社，请补上。'],
  ['张三 中溪村', '“人员和村社”第 1 行：没有“中溪村”这个村社，请核对名称。'],
  ['张三 上溪村 开会', '“人员和村社”第 1 行：没有“开会”这个主题。'],
  ['\n张三 上溪村\n张三 上溪村', '“人员和村社”第 3 行：张三 到上溪村写了两次，请删去一行。'],
  [`张三\t上溪村\t\t${'长'.repeat(501)}`, '“人员和村社”第 1 行：内容不能超过 500 字。'],
])('%j', (text, sentence) => {
  expect(readPlanLines(text, known).faults).toEqual([sentence])
})
