import type { IssueAction } from '../../../../shared/domain/villages/issues/flow.ts'
import type { IssueTurn } from '../../../../shared/domain/villages/issues/who.ts'

export const issueWords = {
  title: '民情事项',
  search: '搜索事项、反映人，可用拼音',
  record: '登记民情',
  quick: '快速筛选',
  none: '还没有民情事项',
  noneHint: '点“登记民情”记下第一件，入户走访、周二到村、热线来电都可以。',
  noneOfChip: (name: string) => `“${name}”里没有民情事项`,
  noneOfChipHint: '换一个快速筛选看看，或点“全部”。',
  tooManyRows: '一次最多修改 1000 行，请分几次粘贴。',
} as const

export const issueColumnTitles = {
  code: '编号', title: '事项', content: '内容', village: '村社', source: '来源', reporter: '反映人', phone: '联系电话', reportedOn: '反映日期', light: '灯', state: '状态', module: '责任模块', handler: '办理人', due: '办理时限',
  satisfaction: '满意度', reworks: '重办次数', result: '办理结果', resolvedOn: '办结日', closedOn: '回访日', enteredBy: '登记人',
} as const

export const issueChipNames = { waiting: '待我办理', mine: '我的未办结', overdue: '超期', dispatch: '待派办', handling: '办理中', revisit: '待回访', open: '未办结', all: '全部' } as const

export const issueLightWords = {
  overdueBy: (days: number) => `超期 ${String(days)} 天`,
  daysLeft: (days: number) => (days === 0 ? '今天到期' : `还剩 ${String(days)} 天`),
  lying: (days: number) => `待派 ${String(days)} 天`,
  fresh: '新登记',
  noDay: '未定时限',
  resolved: '待回访',
  closed: '已办结',
  declined: '不受理',
} as const

/** Buttons say what they do to the issue in the hand. */
export const issueStepButtons: Readonly<Record<IssueAction, string>> = {
  dispatch: '派办', settle: '当场办结', decline: '不予受理', reconsider: '重新受理', accept: '受理', sendBack: '退回派办', resolve: '办理完毕', close: '登记回访', rework: '登记回访',
}

/** What a step does, said before it is taken. */
export const issueStepConsequences: Readonly<Record<IssueAction, string>> = {
  dispatch: '派给一个模块办理；可以直接指定办理人，不指定则由模块长受理或指派。',
  settle: '已经当场办好的，写明结果后直接进入回访。',
  decline: '不属于受理范围的，写明理由并告知反映人；以后可以重新受理。',
  reconsider: '恢复为待派办，理由记入办理记录。',
  accept: '受理后即为办理中；没有指定办理人的，由受理人办理。',
  sendBack: '不属于本模块的，写明理由退回，由派办人另派。',
  resolve: '写明办理结果，随后由登记人或派办人回访。',
  close: '回访反映人是否满意。办理人不能自己回访；不满意的退回重办。',
  rework: '回访反映人是否满意。办理人不能自己回访；不满意的退回重办。',
}

export const issueSheetWords = {
  loading: '正在载入民情事项',
  heading: (code: string) => `民情 ${code}`,
  flow: '流转',
  next: '下一步',
  nextLine: (who: string, what: string) => `由${who}${what}`,
  done: '已经办结，没有下一步。',
  declined: '不予受理，没有下一步。',
  turns: { desk: '派办人', module: '责任模块长', handler: '办理人', recorder: '登记人' } as const satisfies Record<IssueTurn, string>,
  named: (turn: string, names: string) => `${turn}（${names}）`,
  facts: '事项要素',
  content: '反映内容',
  noContent: '没有填写具体内容。',
  result: '办理结果',
  task: '转成的任务',
  makeTask: '转为任务',
  history: '办理记录',
  states: (from: string, to: string) => `${from} → ${to}`,
  otherActions: { record: '登记', edit: '修改', toTask: '转为任务' },
  edit: '修改',
  none: '—',
  times: (count: number) => `${String(count)} 次`,
  readOnly: '目前没有您可以办理的步骤。',
  stepDone: (name: string, state: string) => `已${name}，现为“${state}”。`,
  maskedNote: '电话只对登记人、派办人和办理人显示。',
} as const

export const issueFormWords = {
  recordTitle: '登记民情',
  editTitle: (code: string) => `修改民情 ${code}`,
  save: '保存',
  saveAndNext: '保存并登记下一件',
  recorded: (code: string) => `已登记 ${code}。`,
  settledToo: (code: string) => `已登记 ${code} 并当场办结，等待回访。`,
  recordedOnly: (code: string, sentence: string) => `${code} 已登记，当场办结没有办成：${sentence}`,
  saved: '已保存。',
  title: '事项',
  titleHelp: '一句话说清反映什么，清单里显示这一句。',
  content: '内容',
  village: '村社',
  source: '来源',
  reporter: '反映人',
  phone: '联系电话',
  reportedOn: '反映日期',
  handler: '办理人',
  due: '办理时限',
  settled: '当场办结结果',
  settledHelp: '当场已经办好的，写明结果，直接进入回访；没有办好的留空。',
  required: (field: string) => `请填写“${field}”。`,
  choose: (field: string) => `请选择“${field}”。`,
  badPhone: '“联系电话”须为 5 到 20 位的电话号码，请改正。',
  inFuture: '“反映日期”不能晚于今天，请改正。',
} as const

export const issueDialogWords = {
  module: '责任模块',
  handler: '办理人',
  handlerHelp: '可留空，由模块长受理或指派。',
  due: '办理时限',
  note: '交办意见',
  reason: '理由',
  result: '办理结果',
  satisfaction: '满意度',
  unsatisfiedReason: '不满意的原因',
  revisitNote: '回访说明',
  required: (field: string) => `请填写“${field}”。`,
  choose: (field: string) => `请选择“${field}”。`,
  duePast: '“办理时限”不能早于今天，请改正。',
  hosts: '主办',
  noHost: '请至少选择一名主办人。',
  taskNote: '在责任模块生成一张交办单草稿，签发后按任务流转；民情事项照常办理和回访，并显示任务的状态。',
  taskMade: (code: string) => `已生成任务草稿 ${code}。`,
} as const
