import type { Hundredths } from '../../../shared/lib/hundredths.ts'
import type { RegisterColumnType } from '../../../shared/domain/registers/codes.ts'
import type { Identity } from '../../../shared/domain/people/codes.ts'
import type { DayText, QuarterInput } from '../../../shared/domain/evaluation/case.ts'
import type { DimensionName } from '../../../shared/domain/evaluation/plan-document.ts'
import type { QuarterOutcome } from '../../../shared/domain/evaluation/outcome.ts'
import type { IssueState } from '../../../shared/domain/issues/codes.ts'
import type { EventState, GridRole } from '../../../shared/domain/villages/codes.ts'
import type { QuarterGrade, YearGrade } from '../../../shared/domain/evaluation/vocabulary.ts'
import type { YearOutcome } from '../../../shared/domain/evaluation/year-outcome.ts'

/**
 * What the core gathers for each workbook: plain data that can be posted to another process. Codes are the stable ones of
 * the database; every name, label and remark is free text and is only ever written as a text cell.
 */

/** What a workbook says about itself in 元数据, in the line under each title and in the export log. */
export interface ExportMeta {
  /** 导出编号: under this key the export log knows the file again. */
  readonly exportId: string
  readonly township: string
  /** 填报单位 */
  readonly reportingUnit: string
  /** `2026Q1` or `2026`; null where a workbook belongs to no period. */
  readonly periodCode: string | null
  /** As it stands in titles: `2026年第一季度`, `2026年`; empty where there is no period. */
  readonly periodTitle: string
  readonly planVersion: string | null
  readonly resultVersion: string | null
  readonly snapshotHash: string | null
  readonly exportedBy: string
  /** As it is printed, such as `2026-04-08 10:30:00`. */
  readonly exportedAt: string
  /** 填报日期 */
  readonly filledOn: DayText
  /** Head of the audit chain when the file was made (P11). */
  readonly auditHead: string | null
}

// ── 四维综合考评工作簿 ─────────────────────────────────────────────────────

/** What the evaluation itself does not know of a person; one for each person of the outcome. */
export interface EvaluationPerson {
  readonly staff: string
  /** As printed: 男, 女 or empty. */
  readonly sex: string
  readonly postName: string
  readonly moduleName: string
  readonly identityLabel: string
  readonly trackLabel: string
  /** 审定等次, null while the meeting has not decided. */
  readonly decidedGrade: QuarterGrade | null
  readonly remark: string | null
}

/** A quarter; `outcome` is what `evaluateQuarter(input)` gives. */
export interface EvaluationBookData {
  readonly meta: ExportMeta
  /** What the township calls the dimensions. */
  readonly dimensions: Readonly<Record<DimensionName, string>>
  readonly input: QuarterInput
  readonly outcome: QuarterOutcome
  readonly people: readonly EvaluationPerson[]
}

/** What the year's evaluation does not know of a person. */
export interface EvaluationYearPerson {
  readonly staff: string
  readonly name: string
  readonly sex: string
  readonly postName: string
  readonly moduleName: string
  readonly identityLabel: string
  readonly trackLabel: string
  readonly decidedGrade: YearGrade | null
  readonly remark: string | null
  /** Which of the quarters 1–4 the entries of `YearPersonOutcome.quarters` are, in the same order. */
  readonly quarterNumbers: readonly QuarterNumber[]
}

export interface EvaluationYearBookData {
  readonly meta: ExportMeta
  readonly outcome: YearOutcome
  readonly people: readonly EvaluationYearPerson[]
}

// ── 绩效考核上报工作簿 ─────────────────────────────────────────────────────

export type QuarterNumber = 1 | 2 | 3 | 4

/** A person's published result of one quarter; scores in hundredths of a point. */
export interface PersonQuarter {
  readonly quarter: QuarterNumber
  readonly total: Hundredths
  readonly post: Hundredths
  readonly module: Hundredths
  readonly team: Hundredths
  readonly special: Hundredths
  readonly deduct: Hundredths
  /** Whether it is a 有效季度. */
  readonly valid: boolean
  readonly suggested: QuarterGrade
  /** 审定等次, null while the meeting has not decided. */
  readonly decided: QuarterGrade | null
}

export interface PerformancePerson {
  readonly staff: string
  readonly name: string
  readonly sex: string
  readonly birthMonth: string | null
  readonly identity: Identity
  readonly identityLabel: string
  readonly trackLabel: string
  /** 序列, as in the evaluation. */
  readonly pool: string | null
  readonly moduleName: string
  readonly postName: string
  /** 职务职级 */
  readonly rankTitle: string
  /** 派出单位, null unless the person is sent by another unit. */
  readonly sendingUnit: string | null
  /** Those published, at most one per quarter; a missing one prints as “—”. */
  readonly quarters: readonly PersonQuarter[]
  /** 年度审定等次, null while the meeting has not decided. */
  readonly decidedYearGrade: YearGrade | null
  readonly remark: string | null
}

/** 优秀名单及实绩: what a person on the list has done. */
export interface Achievement {
  readonly staff: string
  readonly text: string
}

/** 不定等次/特殊情形: the case and the article or clause it rests on. */
export interface SpecialCase {
  readonly staff: string
  /** 情形, such as 试用期、病事假累计超过半年. */
  readonly situation: string
  /** 依据条款 */
  readonly clause: string
  /** 处理意见 */
  readonly handling: string
  readonly remark: string | null
}

/** 派驻人员考评反馈, for the unit that sent the person. */
export interface DispatchedFeedback {
  readonly staff: string
  /** 主要表现 */
  readonly performance: string
  /** 镇考评意见 */
  readonly opinion: string
  readonly remark: string | null
}

/** 模块绩效: counts of the tasks due in the year so far, whole numbers. */
export interface ModulePerformance {
  readonly module: string
  readonly name: string
  readonly people: number
  readonly tasks: number
  readonly completed: number
  readonly onTime: number
  /** Tasks that are or were red. */
  readonly red: number
  /** 督办单 issued. */
  readonly supervisions: number
  /** 人均分, null while nothing has been published. */
  readonly meanScore: Hundredths | null
  readonly remark: string | null
}

export interface PerformanceBookData {
  readonly meta: ExportMeta
  readonly year: number
  /** Quarters that are published, such as `[1, 2]`; the columns of the others print “—”. */
  readonly publishedQuarters: readonly QuarterNumber[]
  readonly people: readonly PerformancePerson[]
  /** What `evaluateYear` gives, null until the year is computed: annual columns are “—” and the bonus sheet is empty. */
  readonly yearOutcome: YearOutcome | null
  readonly achievements: readonly Achievement[]
  readonly specialCases: readonly SpecialCase[]
  readonly feedback: readonly DispatchedFeedback[]
  readonly modules: readonly ModulePerformance[]
  /** Paragraphs of 说明 besides those of the layout. */
  readonly notes: readonly string[]
}

// ── 任务台账/督办工作簿 ────────────────────────────────────────────────────

/** One task of 台账(一表清); names joined as printed, days as text, no codes. */
export interface LedgerTask {
  /** 文号 */
  readonly number: string
  /** 形式: 交办单、备忘录、督办单、周清单 */
  readonly formLabel: string
  /** 来源 */
  readonly source: string
  /** 事项 */
  readonly title: string
  readonly moduleName: string
  readonly leadLeader: string
  readonly hosts: string
  readonly coHosts: string
  readonly weight: number
  readonly issuedOn: DayText | null
  readonly dueOn: DayText | null
  readonly completedOn: DayText | null
  /** Where each part stands, one a line; empty where one person does it all. */
  readonly parts: string
  /** 节点: how many are done, and the next one; empty where none is planned. */
  readonly milestones: string
  /** Per cent, 0–100. */
  readonly progress: number
  readonly stateLabel: string
  /** 红、黄、绿、灰 */
  readonly lightLabel: string
  readonly daysOverdue: number | null
  readonly returns: number
  readonly qualityLabel: string
  readonly latestProgress: string
  readonly remark: string | null
}

/** 督办单 as listed: one issued on a task, or a task that was itself assigned by 督办单. */
export interface LedgerSupervision {
  readonly number: string
  /** 黄牌督办, 红牌督办, or that it is a task. */
  readonly levelLabel: string
  readonly taskNumber: string
  readonly taskTitle: string
  readonly moduleName: string
  /** 主办 */
  readonly hosts: string
  readonly issuedOn: DayText
  /** 督办要求 */
  readonly demand: string
  readonly replyBy: DayText | null
  readonly reply: string
  readonly repliedOn: DayText | null
  readonly stateLabel: string
  readonly remark: string | null
}

/** 模块办结统计: whole numbers; the ratios are formulas. */
export interface LedgerModule {
  readonly name: string
  readonly tasks: number
  readonly completed: number
  readonly onTime: number
  readonly open: number
  readonly overdue: number
  readonly red: number
  readonly yellow: number
  readonly supervisions: number
  readonly remark: string | null
}

/** 交办单, printed one a page. */
export interface AssignmentOrder {
  readonly number: string
  readonly title: string
  readonly content: string
  readonly source: string
  readonly moduleName: string
  readonly leadLeader: string
  readonly hosts: string
  readonly coHosts: string
  readonly weight: number
  readonly issuedOn: DayText | null
  readonly dueOn: DayText | null
  readonly issuedBy: string
  readonly milestones: readonly { readonly name: string; readonly dueOn: DayText }[]
}

/** The iterables may be read more than once and are read row by row, so a ledger of any length can be streamed. */
export interface TasksBookData {
  readonly meta: ExportMeta
  readonly tasks: Iterable<LedgerTask>
  readonly overdue: Iterable<LedgerTask>
  readonly supervisions: Iterable<LedgerSupervision>
  readonly modules: readonly LedgerModule[]
  readonly orders: Iterable<AssignmentOrder>
}

// ── 组团联村与网格 ─────────────────────────────────────────────────────────

/** A village with its 组团; the sums of what was done there are formulas over the other sheets. */
export interface TeamVillage {
  /** Ties records to the village: its place in official order, from 1. */
  readonly villageNo: number
  readonly village: string
  readonly kindLabel: string
  readonly households: number | null
  readonly leader: string
  /** 联村干部 beside the 团长. */
  readonly cadres: string
  readonly departments: string
  readonly experts: string
  /** Whole number of those who serve on the day, the 团长 among them. */
  readonly people: number
  /** 本期名次, null where none is recorded. */
  readonly rank: number | 'unranked' | null
  readonly remark: string | null
}

/** What stands on every record of somebody's work in a village. */
interface VillageRecord {
  readonly villageNo: number
  readonly village: string
  readonly person: string
  readonly moduleName: string
}

/** One line of the 周二 plan. */
export interface TuesdayRecord extends VillageRecord {
  readonly date: DayText
  readonly themeLabel: string
  readonly content: string
  readonly standing: TuesdayStanding
  /** `2026-06-16 09:12` in China, empty before. */
  readonly checkedInAt: string
  readonly result: string
}

/** On the day · later, with a reason · not at all · the day has not passed. */
export type TuesdayStanding = 'on_time' | 'late' | 'absent' | 'ahead'

export interface VisitRecord extends VillageRecord {
  readonly date: DayText
  readonly household: string
  readonly quantity: number
  readonly note: string
  readonly state: EventState
  readonly verifier: string
  /** Why it was sent back. */
  readonly remark: string | null
}

export interface IssueRecord extends Omit<VillageRecord, 'person' | 'moduleName'> {
  readonly code: string
  readonly reportedOn: DayText
  readonly sourceLabel: string
  readonly title: string
  readonly reporter: string
  /** Masked; always text. */
  readonly phone: string
  readonly moduleName: string
  readonly handler: string
  readonly dueOn: DayText | null
  readonly state: IssueState
  readonly result: string
  readonly closedOn: DayText | null
  readonly satisfactionLabel: string
  readonly reworks: number
  readonly remark: string | null
}

/** 一长三员 of a grid: who holds each place, one a line with the telephone number. */
export interface GridStaffing {
  readonly village: string
  readonly grid: string
  readonly households: number | null
  readonly people: Readonly<Record<GridRole, string>>
  /** Places that nobody holds. */
  readonly missing: string
  readonly remark: string | null
}

/** Marks of a grid in a month, in hundredths; a part not entered is null. `total` and `rank` are what the rules give. */
export interface GridMarkRow {
  readonly village: string
  readonly grid: string
  readonly head: string
  readonly fullTime: string
  readonly routine: number | null
  readonly handling: number | null
  readonly opinion: number | null
  readonly bonus: number | null
  readonly total: number | null
  readonly rank: number | null
  readonly remark: string | null
}

export interface TeamsBookData {
  readonly meta: ExportMeta
  /** The day 组团 and 一长三员 are shown as of. */
  readonly day: DayText
  /** Whether the records of the whole township are listed, or those one person may see. */
  readonly isWhole: boolean
  readonly villages: readonly TeamVillage[]
  readonly tuesdays: readonly TuesdayRecord[]
  readonly visits: readonly VisitRecord[]
  readonly issues: readonly IssueRecord[]
  readonly grids: readonly GridStaffing[]
  /** Months 1–12 that have marks, in their order. */
  readonly months: readonly { readonly month: number; readonly rows: readonly GridMarkRow[] }[]
}

// ── 花名册 ─────────────────────────────────────────────────────────────────

export interface RosterPerson {
  readonly name: string
  readonly sex: string
  /** 身份证号, whole, or masked by the caller; always text. */
  readonly idNumber: string
  /** `YYYY-MM` */
  readonly birthMonth: string | null
  readonly politicalStatus: string
  readonly identityLabel: string
  readonly sendingUnit: string
  /** The main module's name as its tab shows it. */
  readonly moduleName: string
  readonly postName: string
  readonly rankTitle: string
  /** 参加工作时间, as text. */
  readonly workSince: string | null
  readonly phone: string
  readonly remark: string | null
}

export interface RosterBookData {
  readonly meta: ExportMeta
  readonly people: readonly RosterPerson[]
}

// ── 模块特色台账 ───────────────────────────────────────────────────────────

export interface RegisterColumnData {
  /** Told apart by it within the register. */
  readonly key: string
  readonly title: string
  readonly unit: string | null
  readonly type: RegisterColumnType
  readonly total: boolean
}

/** A register as it is printed; each row has one text a column, a number as digits and a day `YYYY-MM-DD`, empty where there is nothing. */
export interface PrintedRegister {
  readonly key: string
  readonly name: string
  /** The module's name, or 三库. */
  readonly place: string
  /** Which of its rows: those of a period, all, or what was filtered for. */
  readonly scope: string
  readonly columns: readonly RegisterColumnData[]
  readonly rows: readonly (readonly string[])[]
}

export interface RegistersBookData {
  readonly meta: ExportMeta
  readonly registers: readonly PrintedRegister[]
}
