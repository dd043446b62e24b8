import type { DayText } from '../../../../../shared/domain/plans/case.ts'
import type { IssueState } from '../../../../../shared/domain/villages/issues/codes.ts'
import type { EventState, GridRole } from '../../../../../shared/domain/villages/villages/codes.ts'
import type { ExportMeta } from '../../export-meta.ts'

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

/** 一长三员 of a grid: who holds each place, one a line with the telephone number, masked. */
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
