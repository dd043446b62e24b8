import { assertNever } from '../../lib/assert-never.ts'
import type { LayoutBook } from './codes.ts'
import type { LayoutFault } from './check-layout.ts'
import { renamedTokens } from './layout-tokens.ts'

export const layoutBookNames: Readonly<Record<LayoutBook, string>> = {
  evaluation: '四维考评（季度）',
  'evaluation-year': '四维考评（年度）',
  performance: '绩效考核',
  tasks: '任务台账',
  teams: '组团联村与网格',
  registers: '特色台账',
  roster: '人员花名册',
  papers: '单张表（评分表、告知单等）',
}

/** What the tokens are called on screen, each by a name of its own: `{township}` is seen and typed as `{乡镇}`. */
export const tokenNames: Readonly<Record<string, string>> = {
  township: '乡镇',
  reportingUnit: '填报单位',
  periodCode: '周期代码',
  periodTitle: '周期',
  version: '结果版本',
  compactDate: '日期数字',
  filledOn: '填报日期',
  year: '年度',
  attending: '应参加人数',
  quota: '优秀名额',
  people: '人数',
  number: '文号',
  register: '台账名称',
  place: '所属',
  scope: '范围',
  rows: '行数',
  day: '截至日期',
  name: '名称',
  title: '列名',
  publicity: '公示时间',
  paper: '表名',
  person: '姓名',
  module: '所在模块',
  scorer: '评分人',
  sheet: '评分内容',
  how: '评分说明',
  appeal: '申诉办法',
  pool: '序列',
  eligible: '参评人数',
  best: '最高等次',
  meeting: '会议',
  submitted: '提交日期',
  from: '开始日期',
  to: '结束日期',
  counts: '件数',
  month: '月份',
}

const tokensByName: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(tokenNames).map(([token, name]) => [name, token]))

/** A text of a layout as it is seen on screen. */
export function withTokenNames(text: string): string {
  return renamedTokens(text, tokenNames)
}

/** A text as it was typed, as the layout keeps it. */
export function withTokens(text: string): string {
  return renamedTokens(text, tokensByName)
}

/** The words a layout uses for its own sheets and columns in {@link layoutFaultText}. */
const sheetWord = (name: string) => `工作表“${name}”`
const columnWord = (sheet: string, heading: string) => `工作表“${sheet}”的“${withTokenNames(heading)}”列`
const tokenWord = (token: string) => withTokenNames(`{${token}}`)

/** What is wrong and the way out, in one sentence that names the sheet and the column. */
export function layoutFaultText(fault: LayoutFault): string {
  switch (fault.kind) {
    case 'sheet_name_empty': return `第 ${String(fault.at)} 张工作表没有名称，请填写。`
    case 'sheet_name_long': return `${sheetWord(fault.sheet)}的名称超过 31 字，表格软件打不开，请缩短。`
    case 'sheet_name_character': return `${sheetWord(fault.sheet)}的名称里有“${fault.character}”，表格软件不允许，请去掉。`
    case 'sheet_name_twice': return `有两张工作表都叫“${fault.sheet}”，请改其中一张的名称。`
    case 'sheet_unknown': return `版式里的工作表“${fault.sheet}”不在这本工作簿里，请恢复为随附版式后再改。`
    case 'sheet_needed': return `${sheetWord(fault.sheet)}不能去掉：${fault.by.map((name) => `“${name}”`).join('、')}的公式要用它，请留着，或把这些工作表一并去掉。`
    case 'sheet_required': return `${sheetWord(fault.sheet)}不能去掉，没有它这本工作簿不成立，请放回来。`
    case 'sheet_fixed': return `${sheetWord(fault.sheet)}用来核验文件，不能改动，请恢复为随附版式。`
    case 'sheet_first': return `${sheetWord(fault.sheet)}要排在第一张，花名册才能直接导入，请移到最前。`
    case 'table_unknown': return `${sheetWord(fault.sheet)}的表格与随附版式对不上，请恢复这张工作表后再改。`
    case 'column_unknown': return `${columnWord(fault.sheet, fault.column)}不是这张表的列，请恢复这张工作表后再改。`
    case 'column_missing': return `${sheetWord(fault.sheet)}缺了“${withTokenNames(fault.column)}”列，不需要的列请隐藏，请恢复这张工作表后再改。`
    case 'column_changed': return `${columnWord(fault.sheet, fault.column)}的数字格式或公式口径与随附版式不同，请恢复这张工作表后再改。`
    case 'column_twice': return `${columnWord(fault.sheet, fault.column)}出现了两次，请恢复这张工作表后再改。`
    case 'columns_none': return `${sheetWord(fault.sheet)}的列都隐藏了，请至少显示一列，或去掉这张工作表。`
    case 'column_shared': return `${columnWord(fault.sheet, fault.column)}不能隐藏：这张工作表上下排着几张表，列是共用的，请显示。`
    case 'column_labels_total': return `${columnWord(fault.sheet, fault.column)}不能隐藏：“${fault.label}”两字写在这一列，请显示。`
    case 'column_charted': return `${columnWord(fault.sheet, fault.column)}不能隐藏：这张工作表的图要用它，藏了图就是空的，请显示。`
    case 'heading_empty': return `${sheetWord(fault.sheet)}有一列没有表头（原为“${withTokenNames(fault.column)}”），请填写。`
    case 'heading_twice': return `${sheetWord(fault.sheet)}有两列都叫“${withTokenNames(fault.column)}”，导入时分不清，请改其中一列。`
    case 'heading_without': return `${columnWord(fault.sheet, fault.column)}的表头要保留“${tokenWord(fault.token)}”，每一列的名称写在这里，请补上。`
    case 'heading_grouped': return `${columnWord(fault.sheet, fault.column)}不能归入上级表头：花名册的表头只有一行，请清空。`
    case 'width_narrow': return `${columnWord(fault.sheet, fault.column)}太窄，数字会印成“###”，宽度请不小于 ${String(fault.least)}。`
    case 'width_wide': return `${columnWord(fault.sheet, fault.column)}太宽，宽度请不大于 ${String(fault.most)}。`
    case 'token_unknown': return `${fault.sheet === null ? '工作簿的标题或填报栏' : sheetWord(fault.sheet)}里的“${tokenWord(fault.token)}”填不出内容，请改成可用的占位符或直接写字。`
    case 'text_long': return `${fault.sheet === null ? '工作簿的标题或填报栏' : sheetWord(fault.sheet)}里有一段文字超过 ${String(fault.most)} 字，请缩短。`
    case 'signers_many': return `签字栏最多 ${String(fault.most)} 项，请删减。`
    case 'file_name_empty': return '文件名没有填写，请填写。'
    case 'file_name_blank': return '文件名里的占位符可能都没有内容，存出来的文件会没有名字，请加上文字或乡镇、日期。'
    case 'file_name_ending': return `文件名要以“${fault.ending}”结尾，请补上。`
    case 'file_name_character': return `文件名里有“${fault.character}”，系统不允许，请去掉。`
    case 'file_name_token': return `文件名里的“${tokenWord(fault.token)}”填不出内容，请改成可用的占位符或直接写字。`
    default: return assertNever(fault)
  }
}
