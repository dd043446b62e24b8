import type { DayText } from '../../../../../shared/domain/plans/case.ts'
import type { ExportMeta } from '../../export-meta.ts'

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
