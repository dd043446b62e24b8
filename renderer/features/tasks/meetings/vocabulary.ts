export const meetingWords = {
  title: '会议安排',
  search: '搜索会议、地点、召集人、参会人员',
  add: '安排会议',
  print: '打印本周',
  paper: '一周会议安排',
  quick: '快速筛选',
  asList: '列表',
  asMonth: '月历',
  looks: '显示方式',
  none: '还没有会议',
  noneHint: '点“安排会议”登记第一个；周二为无会日，确需开会的须经党政正职批准。',
  noneOfChip: (name: string) => `“${name}”里没有会议`,
  noneOfChipHint: '换一个快速筛选看看，或点“全部”。',
  weekdays: ['日', '一', '二', '三', '四', '五', '六'],
  weekday: (name: string) => `周${name}`,
  cancelled: '已取消',
  exception: '周二例外',
  over: '已召开',
  coming: '待召开',
  noTuesday: '无会日',
  earlier: '上月',
  later: '下月',
  more: (count: number) => `另有 ${String(count)} 个`,
  dash: '—',
} as const

export const chipNames = { week: '本周', month: '本月', minutes: '待补记录', exceptions: '周二例外', all: '全部' } as const

export const meetingColumns = {
  date: '日期', time: '时间', title: '会议', place: '地点', module: '模块', convener: '召集人', attendees: '参会人员', state: '状态', exception: '例外理由', exceptionBy: '批准人', minutes: '会议记录', cancelled: '取消理由',
} as const

export const meetingForm = {
  addTitle: '安排会议',
  editTitle: '修改会议',
  title: '会议名称',
  date: '日期',
  time: '时间',
  timeHelp: '如 9:00；未定的空着。',
  place: '地点',
  module: '模块',
  convener: '召集人',
  attendees: '参会人员',
  minutes: '会议记录',
  minutesDocument: '导出纪要（Word）',
  minutesHelp: '会后补记：议定事项、分工和时限。',
  save: '保存',
  added: '已安排。',
  saved: '已保存。',
  choose: (field: string) => `请选择“${field}”。`,
  required: (field: string) => `请填写“${field}”。`,
  badTime: (text: string) => `“时间”的“${text}”不是有效的时间，请写成 09:00。`,
  cancel: '取消会议',
  cancelTitle: (title: string) => `取消“${title}”`,
  cancelReason: '取消理由',
  cancelHelp: '会议仍留在列表中，注明已取消。',
  cancelDone: '已取消会议。',
  edit: '修改',
  facts: '会议信息',
} as const

/** Of a meeting of any kind on a Tuesday. */
export const exceptionWords = {
  notice: '这一天是周二无会日，确需开会的写明理由并选择批准的党政正职。',
  reason: '例外理由',
  by: '批准的党政正职',
  reasonMissing: '“例外理由”不能为空：周二无会日开会须写明理由，或改到其他日子。',
  byMissing: '请选择“批准的党政正职”，或改到其他日子。',
} as const
