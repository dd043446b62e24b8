import type { ScoreScale, ScorerRules } from '../../../shared/domain/plans/scorer-rules.ts'

/** One person on a sheet; `band`, `score` and `note` as they stand when the book goes out. */
export interface BookPerson {
  readonly staffId: string
  readonly name: string
  readonly moduleName: string
  readonly postName: string
  /** Where the person's track has a scale of its own; else the sheet's. */
  readonly scale: ScoreScale | null
  /** 交接意见, null where the sheet has none. */
  readonly handover: string | null
  readonly band: string | null
  readonly score: string | null
  readonly note: string | null
}

/** One score sheet of the scorer that is not handed in. */
export interface BookSheetData {
  readonly sheetId: string
  /** 大治理模块长评价 */
  readonly title: string
  /** 评分人 as the sheet names him: of a delegated one whose it was besides. */
  readonly scorer: string
  readonly moduleName: string | null
  readonly scale: ScoreScale
  readonly rules: ScorerRules | null
  readonly people: readonly BookPerson[]
}

/** What a score book is made from. Every name is free text and only ever written as a text cell. */
export interface ScoreBookData {
  readonly bookId: string
  readonly township: string
  readonly reportingUnit: string
  readonly periodTitle: string
  readonly scorer: string
  readonly planVersion: string
  /** `2026-04-08 10:00` */
  readonly issuedAt: string
  readonly issuedBy: string
  readonly sheets: readonly BookSheetData[]
}
