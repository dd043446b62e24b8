import type { IdNumberReading } from '../../../shared/domain/people/id-number.ts'

export const peopleWords = {
  title: '花名册',
  search: '搜索姓名、电话，可用拼音',
  quick: '快速筛选',
  order: '排列次序',
  orders: { official: '编制次序', stroke: '姓氏笔画', name: '姓名拼音' },
  chips: { present: '在册', onLeave: '请假', unassigned: '未任职', left: '已离开', all: '全部' },
  add: '新增人员',
  exportRoster: '导出花名册',
  importRoster: '导入',
  establishment: '编制',
  none: '还没有人员',
  noneHint: '点“新增人员”登记第一位，或从原有花名册导入。',
  noneOfChip: '没有符合的人员',
  noneOfChipHint: '换一个快速筛选看看，或点“全部”。',
  notEditable: '这个人的资料不由您修改，请由其模块长或督考修改；本人的资料由他人修改。',
  tooManyRows: '一次最多修改 1000 行，请分几次粘贴。',
  pickerHint: '输入姓名或拼音',
  nobodyFound: '没有找到，请换个字词或拼音',
  pickModule: '选择模块',
  pickPost: '选择岗位',
  leads: (module: string) => `${module}牵头领导`,
  present: '在岗',
  gone: '已离开',
  unassigned: '未任职',
  leaveUntil: (kind: string, to: string) => `${kind}至 ${to}`,
  dash: '—',
} as const

export const columnTitles = {
  name: '姓名', code: '编号', sex: '性别', birthMonth: '出生年月', political: '政治面貌', identity: '人员身份', sendingUnit: '派出单位', module: '模块', post: '岗位', rankTitle: '职务职级', phone: '联系电话', track: '考核类别',
  pool: '序列', status: '状态', leave: '在岗', workStart: '参加工作', idNo: '身份证号', joinedOn: '到岗日', leftOn: '离开日', remark: '备注',
} as const

export const sheetWords = {
  loading: '正在载入人员',
  facts: '基本信息',
  edit: '修改资料',
  assignments: '任职',
  newAssignment: '新任职',
  transfer: '调动',
  endAssignment: '结束任职',
  leaves: '请假',
  addLeave: '登记请假',
  endLeave: '改结束日',
  removeLeave: '删除',
  removeLeaveAsk: (kind: string, from: string, to: string) => `删除 ${from} 至 ${to} 的${kind}？`,
  removeLeaveNote: '只用于登记错了的请假；审计记录会保留。',
  noAssignments: '还没有任职，点“新任职”安排模块和岗位。',
  noLeaves: '没有请假记录。',
  results: '考评结果',
  assignmentColumns: { module: '模块', post: '岗位', from: '起', to: '止' },
  leaveColumns: { kind: '类别', from: '起', to: '止' },
  toNow: '至今',
  open: '未定',
  future: '未到任',
  leaveNow: '请假中',
  idNo: '身份证号',
  noIdNo: '未登记',
  unmask: '查看全号',
  unmaskTitle: '查看身份证号',
  unmaskReason: '查看理由',
  unmaskHelp: '查看会连同理由记入审计。',
  unmaskMissing: '请填写查看理由。',
  setIdNo: '登记',
  changeIdNo: '更正',
  setIdNoTitle: '登记身份证号',
  hide: '隐藏',
  saved: '已保存。',
  assigned: '已安排任职。',
  transferred: '已调动，原任职到前一天为止。',
  ended: '已结束任职。',
  leaveAdded: '已登记请假。',
  leaveEnded: '已改结束日。',
  leaveRemoved: '已删除。',
} as const

export const formWords = {
  addTitle: '新增人员',
  pick: '请选择',
  editTitle: (name: string) => `修改资料：${name}`,
  assignTitle: (name: string) => `新任职：${name}`,
  transferTitle: (name: string) => `调动：${name}`,
  transferNote: '现有任职到前一天为止，从所填日期起到新的模块和岗位。',
  assignNote: '在现有任职之外再任一职。',
  endTitle: (post: string) => `结束任职：${post}`,
  leaveTitle: (name: string) => `登记请假：${name}`,
  endLeaveTitle: (kind: string) => `改结束日：${kind}`,
  person: '人员资料',
  firstAssignment: '首个任职',
  module: '模块',
  post: '岗位',
  from: '到岗日期',
  start: '开始日期',
  lastDay: '最后一天',
  kind: '类别',
  save: '保存',
  add: '新增',
  addAnother: '保存并新增下一位',
  cancel: '取消',
  required: (field: string) => `请填写“${field}”。`,
  choose: (field: string) => `请选择“${field}”。`,
  beforeStart: (from: string) => `“最后一天”不能早于开始日期 ${from}，请改正。`,
  notAfterPresent: (from: string) => `“开始日期”须晚于现任职的开始日期 ${from}，请改正。`,
  datesBackwards: '“最后一天”早于“开始日期”，请改正。',
  added: (name: string) => `已新增 ${name}。`,
  idNoHelp: '18 位；填对后自动带出性别和出生年月。',
  idNoGood: (month: string, sex: string) => `校验通过：${sex}，${month} 生`,
  identityHelp: '决定编制归属和考评序列。',
  sendingUnitHelp: '派驻、抽调或挂职人员填写。',
} as const

/** What is wrong with an ID number and the way out; null when nothing is. */
export function idNoFault(reading: IdNumberReading): string | null {
  switch (reading.kind) {
    case 'empty':
    case 'valid':
      return null
    case 'digits_lost':
      return '身份证号末几位已丢失，请照证件重新填写。'
    case 'wrong_length':
      return `身份证号应为 18 位，现有 ${String(reading.length)} 位，请补齐或删去多余的。`
    case 'wrong_birth':
      return '身份证号里的出生日期不存在，请逐位核对。'
    case 'wrong_check_digit':
      return '身份证号最后一位校验不符，请逐位核对。'
  }
}

export const establishmentWords = {
  title: '编制与实有',
  open: '编制明细',
  identity: '人员身份',
  approved: '核定',
  inPost: '实有',
  vacant: '空缺',
  total: '合计',
  over: (count: number) => `超 ${String(count)}`,
  short: (count: number) => `缺 ${String(count)}`,
  full: '满编',
  vacantSum: (vacant: number, beyond: number) => [...(vacant > 0 ? [`缺 ${String(vacant)}`] : []), ...(beyond > 0 ? [`超 ${String(beyond)}`] : [])].join('，') || '满编',
  nobody: '—',
  strip: (inPost: number, approved: number) => `${String(inPost)}/${String(approved)}`,
  help: '实有按今天的任职计算，同时在两个模块任职的各计一次。',
  editHelp: '点“核定”一列的数字即可修改。',
  saved: '已保存核定数。',
  approvedWrong: (identity: string) => `“${identity}核定数”须为 0 到 999 的整数，请改正。`,
  approvedOf: (identity: string) => `${identity}核定数`,
} as const

export const politicalChoices = ['中共党员', '中共预备党员', '共青团员', '群众', '民革党员', '民盟盟员', '民建会员', '民进会员', '农工党党员', '致公党党员', '九三学社社员', '台盟盟员', '无党派人士'] as const
