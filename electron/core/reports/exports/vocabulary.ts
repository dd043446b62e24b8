/** A post that a roster leaves blank: made without a score, so that computing waits for it. */
export const unsetPostName = '未定岗'

export const errorWorkbookSuffix = '_错误说明.xlsx'

export const performanceWords = {
  notReal: '本工作簿的数据为示例或案例数据。',
  summary: (quarters: number) => `参加考评${quarters}个季度，成绩见年度绩效汇总。`,
  veto: '一票否决',
  status: {
    probation: { situation: '试用期', clause: '试用期人员考核规定', handling: '只写评语，不定等次' },
    pending_case: { situation: '立案审查调查未结案', clause: '受处分及立案人员考核规定', handling: '暂不定等次' },
  },
} as const

export const exportFileWords = {
  workbooks: { evaluation: '四维考评', performance: '绩效考核', tasks: '任务台账', registers: '特色台账', teams: '组团联村与网格', roster: '人员花名册' },
  copies: { working: '工作稿', official: '' },
  wholeSheet: '整张工作表',
  sheetTwice: '有几张同名的工作表',
  noPlace: '没有位置的单元格',
  filtered: '筛选',
  cancelled: '已取消',
  shared: '三库',
  files: (count: number) => `${count} 个`,
  noRegisters: '没有可以导出的台账，请先在模块的“特色台账”里新建',
  writerEnded: '生成文件的程序意外结束，请重试',
  tooLongToCheck: '文件太大，没有核对完，请删去后来加进的工作表再核对。',
} as const

/** What a printed workbook is called in the export log. */
export const printedWords = {
  ways: { paper: '打印', pdf: 'PDF' },
  sheets: (first: string, count: number) => (count === 1 ? first : `${first}等${count}张表`),
  layoutUnfit: '版式与这个工作簿的内容对不上，请核对表和列',
} as const

/** How a sheet says which rows of a register it holds. */
export const selectionWords = {
  whole: '全部登记',
  filtered: (what: string) => `筛选“${what}”`,
  and: '；',
  or: '、',
  more: (named: string, count: number) => `${named}等 ${count} 项`,
  field: (title: string, what: string) => `${title}：${what}`,
  contains: (title: string, text: string) => `${title}含 ${text}`,
  search: (text: string) => `搜索 ${text}`,
  between: (from: string | number, to: string | number) => `${from} 至 ${to}`,
  from: (from: string | number) => `${from} 起`,
  atMost: (to: string | number) => `不超过 ${to}`,
  untilDay: (to: string | number) => `${to} 及以前`,
  filled: '已填写',
  empty: '（空）',
  mine: (name: string) => `${name}录入的`,
  open: '未提请',
  enteredBy: '录入人',
  enteredAt: '录入时间',
} as const

/** What the ledger writes of a task beside its own words. */
export const ledgerWords = {
  /** 级别 of a task that was itself assigned by 督办单. */
  supervisionTask: '督办任务',
  joiner: '、',
  doneOn: (name: string, day: string) => `${name} ${day}办结`,
  handedInOn: (name: string, day: string, state: string) => `${name} ${day}提交 ${state}`,
  stands: (name: string, state: string) => `${name} ${state}`,
  day: (month: number, day: number) => `${month}月${day}日`,
  dayOfYear: (year: string, day: string) => `${year}年${day}`,
  milestonesDone: (done: number, of: number) => `${done}/${of}`,
  nextMilestone: (done: string, name: string, day: string) => `${done}，${name}${day}`,
} as const

/** What the book of the village teams writes beside the words of its areas. */
export const teamWords = {
  joiner: '、',
  /** A member who left within the period. */
  leftOn: (name: string, day: string) => `${name}（至${day}）`,
  task: (number: string) => `转任务 ${number}`,
} as const

const quarterWords = ['一', '二', '三', '四'] as const

/** How workbooks name versions and periods. */
export const metaWords = {
  planVersion: (name: string, version: number) => `${name} 第${version}版`,
  resultVersion: (version: number) => `第${version}版`,
  year: (year: string) => `${year}年`,
  /** `quarter` 1–4 */
  quarter: (year: string, quarter: number) => `${year}年第${quarterWords[quarter - 1] ?? ''}季度`,
} as const

export const importWords = {
  chooseRegister: '请选择要导入的台账',
  othersRow: '这一行是他人录入的，您不能修改，请交给录入人或模块长',
} as const

/** A place among the villages as a change shows it. */
export function rankText(rank: number | null): string {
  return rank === null ? listWords.unranked : String(rank)
}

const openEnd = '今'

/** What is said of a row of a list by what the township holds: what is wrong and the way out. */
export const listWords = {
  unranked: '不排名',
  noHolder: '在册人员里没有这个号码，请核对，或填写姓名',
  noName: '请填写姓名，或填写工号、身份证号',
  otherName: (name: string) => `工号或身份证号是另一个人的，不是“${name}”，请核对`,
  unknownPerson: (name: string) => `在册人员里没有“${name}”，请核对姓名或先录入花名册`,
  departed: (name: string, day: string) => `“${name}”已于 ${day} 离任，请核对日期或改填当日在任的人员`,
  unknownVillage: (name: string) => `没有“${name.slice(0, 20)}”这个村社，请改成本乡镇的村社名称，或先导入村社`,
  rankTooLow: (villages: number) => `全镇共 ${String(villages)} 个村社，名次不能大于 ${String(villages)}，请核对`,
  nameTaken: (name: string, code: string) => `“${name}”已经有了，编号是 ${code}，请核对编号或名称`,
  twiceInFile: (row: number) => `与第 ${String(row)} 行重复，请删去一行`,
  overlapsRow: (row: number) => `与第 ${String(row)} 行的时间重叠，请核对`,
  endsBefore: (from: string) => `早于开始的 ${from}，请核对`,
  assignmentOverlaps: (from: string, to: string | null) => `该岗位已有 ${from} 至 ${to ?? openEnd} 的任职，请核对日期`,
  mainTooEarly: (from: string) => `现有任职从 ${from} 开始，不能在这一天之前结束；与它并存的请在“主兼”填“兼”`,
  leaveOverlaps: (kind: string, from: string, to: string | null) => `已有 ${from} 至 ${to ?? openEnd} 的${kind}，日期重叠，请核对`,
  memberOverlaps: (from: string, to: string | null) => `该村组团里已有 ${from} 至 ${to ?? openEnd} 的记录，日期重叠，请核对`,
  roleStands: (role: string) => `已登记为${role}，角色不能改；确需改的，请先结束原来的，再从次日另起一行`,
  verified: '这条记录已经核实，不能再改；确需改的，请核实人先撤回核实',
  tuesdayTwice: (day: string) => `${day} 已有一条周二到村记录，一人一天只记一条`,
  noQuarter: (what: string) => `没有 ${what} 这个考评周期，请核对，或先建立周期`,
  quarterClosed: (period: string, stage: string) => `${period}当前为“${stage}”，不能再录入，请改为仍可录入的季度`,
  honourStands: (level: string) => `该荣誉已按${level}申报，不能改；确需改的，请审定人先退回`,
  circularStands: (kind: string) => `该事由已按${kind}申报，不能改；确需改的，请审定人先退回`,
  notInPlan: (word: string) => `本季度的考评方案里没有“${word}”，请改为方案里有的级别`,
  aboutSelf: '这一行说的是您本人，不能由您自己导入，请由他人办理',
  outOfScope: '这一行不属于您负责的范围，请交给负责的模块或督考办导入',
} as const

/** What a blank form of a kind is called, and what it says at its end. */
export const formWords = {
  fileName: (title: string) => `${title}_导入模板.xlsx`,
  notes: ['红字带 * 的列必须填写；其余的列可以不填，也可以删去。', '列的先后和名称可以改动，导入时会自动识别；请不要在表格中间插入合计行。', '身份证号按文本填写，不要让表格软件把它变成数字。'],
  political: ['中共党员', '中共预备党员', '共青团员', '无党派人士', '群众'],
} as const

export const formHints: { readonly day: string; readonly choice: string; readonly unique: string; readonly unit: (unit: string) => string; readonly register: Readonly<Record<string, string>>; readonly staff: Readonly<Record<string, string>>; readonly tasks: Readonly<Record<string, string>> } = {
  day: '如 2026-03-15',
  choice: '从下拉选项里选',
  unique: '不可重复',
  unit: (unit) => `单位：${unit}`,
  register: { date: '如 2026-03-15', choice: '从下拉选项里选', village: '从下拉选项里选', person: '在册人员的姓名；有同名的写成“张三（工号）”', number: '只填数字', amount: '只填数字，最多两位小数' },
  staff: { idNo: '18 位，按文本填写', birth: '如 1990.03', identity: '从下拉选项里选', module: '从下拉选项里选；党政正职、班子成员可不填', post: '没有的岗位会新建，待定分', workStart: '如 2012.08' },
  tasks: { hosts: '几个人用顿号隔开；有同名的写成“张三(大服务)”', cohosts: '几个人用顿号隔开', weight: '1、2 或 3', issuedOn: '如 2026-03-01', due: '如 2026-03-15' },
}
