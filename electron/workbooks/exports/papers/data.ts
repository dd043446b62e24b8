import type { DayText } from '../../../../shared/domain/plans/case.ts'

/** The papers that are only printed, each as the core fills it in: names and labels as they stand on paper, no codes. */

/** 评分表: what a scorer fills in by hand, or has filled in. */
export interface ScoreSheetPaper {
  /** 大治理模块长评价 */
  readonly sheet: string
  readonly scorer: string
  /** The bands of the sheet, best first, with their points; none where only scores are given. */
  readonly bands: readonly { readonly band: string; readonly points: string }[]
  /** How to fill it in, and the rules of the plan in numbers of this sheet. */
  readonly how: string
  readonly people: readonly ScoredPerson[]
}

export interface ScoredPerson {
  readonly name: string
  readonly post: string
  /** What was given; both null on an empty form. */
  readonly band: string | null
  readonly score: number | null
  /** 交接意见; empty for most. */
  readonly handover: string
  readonly note: string
}

/** 告知单 of one person. */
export interface NoticePaper {
  readonly person: string
  readonly items: readonly NoticeItem[]
  /** Until when, and where, to appeal. */
  readonly appeal: string
}

export interface NoticeItem {
  readonly item: string
  readonly value: string
  /** Part of the dimension above it. */
  readonly isPart: boolean
}

/** 审定表 of one pool. */
export interface DecisionsPaper {
  readonly pool: string
  readonly eligible: number
  /** The grade that the quota holds for. */
  readonly best: string
  readonly quota: number
  readonly meeting: string
  readonly people: readonly { readonly name: string; readonly module: string; readonly total: number | null; readonly suggested: string; readonly decided: string; readonly note: string }[]
}

/** 周期计划 */
export interface StepsPaper {
  readonly steps: readonly { readonly stage: string; readonly from: DayText | null; readonly to: DayText | null; readonly owner: string; readonly entered: string; readonly note: string }[]
}

/** 个人小结 of one person. */
export interface SummaryPaper {
  readonly person: string
  readonly module: string
  readonly submitted: string
  readonly text: string
}

/** 周清单 */
export interface WeekPaper {
  /** Whose it is, behind the township's name; empty of the whole township. */
  readonly scope: string
  readonly from: string
  readonly to: string
  /** How many of each kind there are, and what is left out. */
  readonly counts: string
  readonly lines: readonly { readonly part: string; readonly number: string; readonly title: string; readonly milestone: string; readonly module: string; readonly hosts: string; readonly due: DayText; readonly progress: number }[]
}

/** 一周会议安排 */
export interface MeetingsPaper {
  readonly from: string
  readonly to: string
  readonly meetings: readonly { readonly when: string; readonly title: string; readonly place: string; readonly convener: string; readonly attendees: string; readonly note: string }[]
}

/** 网格月度考核, best first. */
export interface GridsPaper {
  readonly month: string
  readonly grids: readonly { readonly rank: number | null; readonly village: string; readonly name: string; readonly head: string; readonly fullTime: string; readonly routine: number | null; readonly handling: number | null; readonly opinion: number | null; readonly bonus: number | null; readonly total: number | null; readonly note: string }[]
}
