import { expect, test } from 'vitest'
import { context, sheetOf, workbookOf } from './import.testing.ts'
import { recogniseListRows, recogniseStaff } from './recognise.ts'

test('a row tells what was read of it, in the words of the file, without its ID number', () => {
  const found = recogniseStaff(workbookOf(sheetOf([['序号', '姓名', '身份证号码', '所在模块', '岗位', '手机', '备注'], [1, '张三', '330825198202169773', '大党建', '综合\n文字岗', '13800001111', '原号 330825198202169773'], [2, '李四', '', '大服务', '/', 17178128657, '长'.repeat(300)]])), context)
  const texts = found.kind === 'table' ? found.rows.map(({ read }) => read) : []
  expect(texts[0]).toBe('身份证号 330*************73，所在模块 大党建，岗位 综合 文字岗，联系电话 13800001111，备注 原号 330*************73')
  expect(texts[1]).toBe(`所在模块 大服务，联系电话 17178128657，备注 ${'长'.repeat(39)}…`)
})

test('filled columns that nothing is read from are named, unless a person left them out', () => {
  const workbook = workbookOf(sheetOf([['村', '团长', '联村干部', '片区', ''], ['上溪村', '王五', '张三', '', ''], ['下溪村', '', '李四', '', '']]))
  const unread = (choice = {}) => {
    const found = recogniseListRows('teams', workbook, context, choice)
    return found.kind === 'table' ? found.table.unread : null
  }
  expect([unread(), unread({ columns: { 2: null } })]).toEqual([['团长'], []])
})
