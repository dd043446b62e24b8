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
