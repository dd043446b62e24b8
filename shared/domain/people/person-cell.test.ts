import { expect, test } from 'vitest'
import { cellFaultReason } from '../cells/vocabulary.ts'
import type { PersonField } from './fields.ts'
import { checkPersonCell } from './person-cell.ts'
import { strokeOrder } from './stroke-order.ts'

function read(field: PersonField, text: string | null): unknown {
  const checked = checkPersonCell(field, text)
  return checked.kind === 'good' ? checked.value.value : cellFaultReason(checked.fault)
}

test.each<[PersonField, string | null, unknown]>([
  ['name', '张  三', '张三'],
  ['name', '', '不能为空'],
  ['name', '长'.repeat(51), '不能超过 50 字'],
  ['sex', '女性', 'female'],
  ['sex', 'male', 'male'],
  ['sex', '', null],
  ['sex', '不明', '没有“不明”这一项，请填 男、女'],
  ['birthMonth', '1982.02', '1982-02'],
  ['birthMonth', '1982年2月3日', '1982-02'],
  ['birthMonth', '', null],
  ['birthMonth', '1982.13', '“1982.13”不是有效的年月，请写成 1982-02'],
  ['political', '党员', '中共党员'],
  ['political', '', null],
  ['identity', '行政编制', 'civil'],
  ['identity', 'contract', 'contract'],
  ['identity', '', '不能为空'],
  ['identity', '临时', '没有“临时”这一项，请填 公务员、参公、事业、派驻、抽调/挂职、编外、三支一扶等'],
  ['track', '班子成员', 'leader'],
  ['track', '科员', '没有“科员”这一项，请填 党政正职、班子成员、中层、一般干部、派驻负责人、派驻、编外、试用期'],
  ['status', '试用期', 'probation'],
  ['phone', '0570-1234567', '0570-1234567'],
  ['phone', '１３８ ００００ １１１１', '13800001111'],
  ['phone', '无', '须为 5 到 20 位的电话号码'],
  ['phone', null, null],
  ['pool', '', null],
  ['workStart', '2005/7', '2005-07'],
  ['remark', '一\n二', '一\n二'],
])('%s %j is %j', (field, text, value) => {
  expect(read(field, text)).toEqual(value)
})

test('姓氏笔画: fewer strokes first', () => {
  expect(['魏国', '丁一', '李四', '王五', '卜算', '戴安'].sort(strokeOrder())).toEqual(['丁一', '卜算', '王五', '李四', '戴安', '魏国'])
})
