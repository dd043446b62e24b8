import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import type { WaitedIssueStep } from '../../../../shared/domain/villages/issues/who.ts'
import type { WaitedStep } from '../../../../shared/domain/tasks/tasks/waiting.ts'
import type { CircularKind } from '../../../../shared/domain/plans/points/codes.ts'
import { untilDay } from '../../../../shared/domain/plans/cycle-plan-vocabulary.ts'
import { countText } from '../../../frame/count-text.ts'

export const workbenchWords = {
  title: '工作台',
  today: (year: number, month: number, day: number, weekday: string) => `${String(year)}年${String(month)}月${String(day)}日　星期${weekday}`,
  weekdays: ['日', '一', '二', '三', '四', '五', '六'],
  tuesday: '周二无会日',
  summary: '今日概况',

  ownOpen: '我的未办结',
  ownRed: '我的超期',
  ownYellow: '我的预警',
  waiting: '待我办理',
  unscored: '未评分',
  pointsWaiting: '加减分待审',
  eventsWaiting: '服务待核实',
  tasksUnit: '件',
  peopleUnit: '人',
  entriesUnit: '条',

  own: '我的任务',
  noOwn: '没有未办结的任务',
  noOwnHint: '交办给您的任务会按红黄绿灯排在这里。',
  nothingWaiting: '没有等您办理的任务',
  nothingWaitingHint: '需要您签发、签收、审核、核验或销号的任务会列在这里。',
  all: (count: number) => `看全部 ${countText(count)} 件`,
  batch: (name: string) => `批量${name}`,
  groupCount: (count: number) => `${countText(count)} 件`,
  nothingToBatch: '这些任务刚刚已有人办理，没有可以批量办理的了。',
  newTask: '新建任务',

  sheets: '我的评分',
  sheetLine: (period: string, scope: string) => `${period}　${scope}`,
  wholeTownship: '全乡',
  scoring: '评分中',
  submitted: '已提交',
  submittedSheets: (period: string, sheets: number) => `${period}　${String(sheets)} 张评分表`,
  scoredPeople: (people: number) => `共 ${String(people)} 人`,
  unscoredOf: (unscored: number, people: number) => (unscored === 0 ? `${String(people)} 人已评完，待提交` : `未评 ${String(unscored)} 人，共 ${String(people)} 人`),
  greyCount: (count: number) => `未计时 ${countText(count)}`,
  score: '去评分',
  voting: '投票中',
  ballotLine: (period: string) => `${period}　互评`,
  notVoted: (colleagues: number) => `未投票，共 ${String(colleagues)} 人`,
  vote: '去投票',
  look: '查看',

  points: '加减分待审',
  pointStep: { declared: '待初核', verified: '待审定', approved: '已审定', rejected: '已退回' },
  honour: (level: string) => `荣誉（${level}）`,
  pointLine: (what: string, matter: string) => `${what}：${matter}`,
  handlePoints: '去审核',
  supervision: '督办与延期',
  toSupervise: (count: number) => `红灯超过 3 天、待签发督办单的任务 ${countText(count)} 件`,
  issuePapers: '去督办',
  dueOn: (day: string) => `时限 ${day}`,
  events: '服务记录待核实',
  verifyEvents: '去核实',
  returned: '退回给我的服务记录',
  correctEvents: '去改正',
  records: '服务记录',
  enterRecord: '记服务',
  checkIn: '周二签到',
  thisTuesday: (day: string) => `本周二（${day}）`,
  checkedInOf: (checkedIn: number, planned: number) => `安排 ${countText(planned)} 人，签到 ${countText(checkedIn)} 人`,
  isCheckedIn: '已签到',
  notCheckedIn: '未签到',
  meetings: '今天的会议',
  meetingCount: (count: number) => `共 ${countText(count)} 个`,
  noTime: '未定',
  totalEntries: (count: number) => `共 ${countText(count)} 条`,

  changes: '近 7 天变动',
  sinceLastLook: (at: string, count: number) => (count === 0 ? `上次登录（${at}）以来没有变动` : `上次登录（${at}）以来他人办理 ${countText(count)} 步`),
  noChanges: '近 7 天没有变动。',
  changeBy: (actor: string, action: string) => `${actor} ${action}`,
  ledger: '任务台账',

  cycle: '考评周期提醒',
  cycleOwner: (name: string) => `${name}负责`,
  cycleDue: (day: string) => `应于 ${day} 完成`,
  cycleOpen: '去办理',
  summaryOf: (period: string, due: string | null) => `${period}个人小结还没有提交${due === null ? '' : `，应于${untilDay(due)}提交`}`,
  writeSummary: '去写',
  publishedOf: (period: string, until: string) => `${period}结果公示中，${untilDay(until)}可申诉`,
  ownResult: '看我的结果',
  groups: '专班例会提醒',
  groupDue: { weekly: '该开周例会', monthly: '该做月评估' },
  lastMeeting: (day: string) => `上次 ${day}`,
  noMeeting: '还没有开过',
  rulings: '裁定与申诉',
  handleRulings: '办理',
  ruling: '待裁定',
  appeal: '申诉',
  lateAppeal: '申诉逾期',
  rulingLine: (period: string, kind: string) => `${period} ${kind}`,
  appealLine: (period: string, matter: string) => `${period} ${matter}`,
  proposedOn: (day: string) => `提请 ${day}`,
  answerBy: (day: string) => `答复期限 ${day}`,
  recordIssue: '登记民情',
  ownIssues: '我的民情（未办结）',
  issues: '民情待我办理',
  issuesLedger: '民情事项',
  allIssues: '全部',
  issueCount: (count: number) => `${countText(count)} 件`,
} as const

export const waitingNames: Readonly<Record<WaitedStep, string>> = { issue: '待签发', accept: '待签收', review: '待模块审', verify: '待核验', closeOut: '待销号' }

export const sheetKindNames: Readonly<Record<SheetKind, string>> = { head: '模块长评价', leader: '领导评分' }

export const circularNames: Readonly<Record<CircularKind, string>> = { positive: '正面通报', negative: '反面通报' }

export const issueWaitingNames: Readonly<Record<WaitedIssueStep, string>> = { dispatch: '待派办', accept: '待受理', resolve: '待办结', close: '待回访' }

export const supervisionNames = { replies: '督办单待回复', extensions: '延期待审批', settlements: '督办回复待了结' } as const
