import { assertNever } from '../../lib/assert-never.ts'
import { cellFaultReason } from '../cells/vocabulary.ts'
import type { ChangeFault, RowsInTheWay } from './change.ts'
import { registerLimits, type ProposalKind, type RegisterColumnType } from './codes.ts'
import type { ProposalPart } from './proposal.ts'

export const columnTypeNames: Readonly<Record<RegisterColumnType, string>> = {
  text: '文字', long_text: '长文字', number: '数字', date: '日期', choice: '选项', person: '人员', village: '村社', amount: '金额', attachment: '附件',
}

export const proposalKindNames: Readonly<Record<ProposalKind, string>> = { event: '服务记录', honour: '荣誉加分', circular: '通报加减分' }

export const proposalPartNames: Readonly<Record<ProposalPart, string>> = {
  staff: '人员', village: '村社', date: '日期', household: '户主', quantity: '数量', matter: '事由', level: '荣誉级别', circular: '通报性质',
}

const where = ({ rows, first }: RowsInTheWay): string => (first === null ? `回收站里有 ${rows} 行` : rows === 1 ? `第 ${first} 行` : `有 ${rows} 行（第一处是第 ${first} 行）`)

/** What is wrong with a definition and the way out, in one sentence that names the column. */
export function changeFaultText(fault: ChangeFault): string {
  switch (fault.kind) {
    case 'no_columns':
      return '台账至少要有一列，请先添加列'
    case 'too_many_columns':
      return `台账最多 ${registerLimits.columns} 列，请删减后再保存`
    case 'title_empty':
      return `第 ${fault.index + 1} 列没有名称，请填写列名`
    case 'title_long':
      return `第 ${fault.index + 1} 列的名称不能超过 ${registerLimits.title} 字，请缩短`
    case 'title_twice':
      return `已有叫“${fault.title}”的列，请换一个列名`
    case 'unit_long':
      return `“${fault.title}”的单位不能超过 ${registerLimits.unit} 字，请缩短`
    case 'options_missing':
      return `“${fault.title}”是选项列，请至少填写一个选项`
    case 'too_many_options':
      return `“${fault.title}”的选项不能超过 ${registerLimits.options} 个，请删减`
    case 'option_long':
      return `“${fault.title}”的选项不能超过 ${registerLimits.option} 字，请缩短`
    case 'option_twice':
      return `“${fault.title}”的选项“${fault.option}”写了两次，请删去一处`
    case 'total_not_number':
      return `“${fault.title}”不是数字或金额，不能合计，请取消合计`
    case 'unique_not_possible':
      return `“${fault.title}”是${columnTypeNames[fault.type]}列，不能设为不可重复，请取消`
    case 'required_not_possible':
      return `“${fault.title}”是附件列，不能设为必填，请取消`
    case 'type_blocked':
      return `“${fault.title}”不能改为${columnTypeNames[fault.type]}，${where(fault)}不合要求：${cellFaultReason(fault.fault)}`
    case 'option_in_use':
      return `“${fault.title}”的选项“${fault.option}”${where(fault)}正在使用，不能删去，请先把这些行改成别的选项`
    case 'required_empty':
      return fault.isNew ? `新列“${fault.title}”不能一开始就必填：已有 ${fault.rows} 行没有填写，请先保存为选填，补齐后再改为必填` : `“${fault.title}”不能改为必填：${where(fault)}还没有填写，请先补齐`
    case 'unique_twice':
      return `“${fault.title}”不能设为不可重复：${where(fault)}的“${fault.text}”与别的行相同，请先改正`
    case 'proposal':
      return `提请设置的“${proposalPartNames[fault.fault.part]}”${fault.fault.title === '' ? '还没有选列' : `用的列“${fault.fault.title}”不在台账里或类型不符`}，须选一个${fault.fault.types.map((type) => columnTypeNames[type]).join('或')}列`
    default:
      return assertNever(fault)
  }
}

/** Where in the form the fault stands: `columns.2.title`, `proposal.staff`. */
export function changeFaultPath(fault: ChangeFault): string {
  switch (fault.kind) {
    case 'no_columns':
    case 'too_many_columns':
      return 'columns'
    case 'title_empty':
    case 'title_long':
    case 'title_twice':
      return `columns.${fault.index}.title`
    case 'unit_long':
      return `columns.${fault.index}.unit`
    case 'options_missing':
    case 'too_many_options':
    case 'option_long':
    case 'option_twice':
    case 'option_in_use':
      return `columns.${fault.index}.options`
    case 'total_not_number':
      return `columns.${fault.index}.total`
    case 'unique_not_possible':
    case 'unique_twice':
      return `columns.${fault.index}.isUnique`
    case 'required_not_possible':
    case 'required_empty':
      return `columns.${fault.index}.required`
    case 'type_blocked':
      return `columns.${fault.index}.type`
    case 'proposal':
      return `proposal.${fault.fault.part}`
    default:
      return assertNever(fault)
  }
}
