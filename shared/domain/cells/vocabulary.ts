import { assertNever } from '../../lib/assert-never.ts'
import type { CellFault } from './fault.ts'

/** What is wrong with a cell and the way out, to stand behind the name of its field: `花名册里没有“张珊”，请核对姓名`. */
export function cellFaultReason(fault: CellFault): string {
  switch (fault.kind) {
    case 'empty':
      return '不能为空'
    case 'too_long':
      return `不能超过 ${fault.most} 字`
    case 'not_a_day':
      return `“${fault.text}”不是有效的日期，请写成 2026-03-15`
    case 'not_a_month':
      return `“${fault.text}”不是有效的年月，请写成 1982-02`
    case 'not_in_list':
      return `没有“${fault.text}”这一项，请填 ${fault.known.join('、')}`
    case 'not_a_phone':
      return '须为 5 到 20 位的电话号码'
    case 'person_unknown':
      return `花名册里没有“${fault.name}”，请核对姓名或先登记`
    case 'person_ambiguous':
      return `有 ${fault.examples.length} 个“${fault.name}”，请写成${fault.examples.map((example) => `“${example}”`).join('或')}`
    case 'person_twice':
      return `“${fault.name}”写了两次，请删去一处`
    case 'too_many':
      return `不能超过 ${fault.most} 人`
    case 'before_issue':
      return `不能早于交办日期 ${fault.issuedOn}`
    case 'not_a_number':
      return `“${fault.text}”不是数字，请只填数字，如 12.5`
    case 'too_fine':
      return `最多保留 ${fault.most} 位小数`
    case 'village_unknown':
      return `没有“${fault.name}”这个村社，请核对名称或先登记`
    case 'village_ambiguous':
      return `有几个村社都叫“${fault.name}”，请先把它们的名称改得不同`
    case 'one_line':
      return '不能分行，请写成一行'
    case 'not_typed':
      return '只能在登记表里添加，不能填写'
    case 'taken':
      return `“${fault.text}”已在另一行登记过，请核对是否重复`
    default:
      return assertNever(fault)
  }
}
