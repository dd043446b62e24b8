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
    default:
      return assertNever(fault)
  }
}
