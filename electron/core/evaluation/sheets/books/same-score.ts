/** What one person was given: a band, a score, or nothing. */
export interface GivenScore {
  readonly band: string | null
  readonly score: string | null
}

/** Whether both give the same; `8.5` and `8.50` do. */
export function sameScore(a: GivenScore, b: GivenScore): boolean {
  if (a.band !== b.band) return false
  return a.score === null || b.score === null ? a.score === b.score : Number(a.score) === Number(b.score)
}
