import type { LeafName, QuarterFlag, QuarterGrade, YearGrade } from '../../plans/vocabulary.ts'

/** A decimal with exactly 2 places, such as `"97.39"`. */
export type ScoreText = string

export interface QuarterResult {
  readonly staff: string
  /** Only the leaves the person has, in the order P M1 … D. */
  readonly leaves: Readonly<Partial<Record<LeafName, ScoreText>>>
  /** 4 places, in coefficient mode only. */
  readonly coefficient: string | null
  readonly dimensions: {
    readonly post: ScoreText
    readonly module: ScoreText
    readonly team: ScoreText
    readonly special: ScoreText
    readonly deduct: ScoreText
  }
  readonly total: ScoreText
  readonly primaryModule: string
  readonly pool: string | null
  readonly rankTown: number
  readonly rankModule: number
  readonly rankPool: number
  readonly validPeriod: boolean
  readonly grade: QuarterGrade
  readonly flags: readonly QuarterFlag[]
}

/** What a quarter prints, people in input order; the same for the same case, always. */
export interface QuarterResultDocument {
  readonly format: 'township-result/1'
  readonly period: string
  readonly results: readonly QuarterResult[]
}

export interface YearResult {
  readonly staff: string
  readonly annual: ScoreText | null
  readonly validQuarters: number
  readonly pool: string | null
  readonly grade: YearGrade
  readonly flags: readonly 'needsMeeting'[]
}

export interface BonusResult {
  readonly staff: string
  readonly pool: string
  readonly fen: number
}

/** What a year prints; `bonus` by pool in the order of the case's `bonus.pools`, within it in input order. */
export interface YearResultDocument {
  readonly format: 'township-year-result/1'
  readonly year: number
  readonly results: readonly YearResult[]
  readonly bonus: readonly BonusResult[]
}
