/** What one scorer gave: bands of the people on a sheet, null where a direct score stands instead. */
export type BandsGiven = readonly (string | null)[]

export type BandFault =
  | { readonly kind: 'tooManyBest'; readonly given: number; readonly allowed: number }
  | { readonly kind: 'lowestMissing' }

const smallSheet = 4

/** 评分规则, checked on submit: A at most 30 % of the sheet, and from 4 people up at least one C. Sheets of direct scores are free of both. */
export function bandFaults(given: BandsGiven, best: string, lowest: string): readonly BandFault[] {
  if (given.every((band) => band === null)) return []
  const faults: BandFault[] = []
  const count = (band: string) => given.filter((other) => other === band).length
  const allowed = Math.max(1, Math.floor((given.length * 3) / 10))
  if (count(best) > allowed) faults.push({ kind: 'tooManyBest', given: count(best), allowed })
  if (given.length >= smallSheet && count(lowest) === 0) faults.push({ kind: 'lowestMissing' })
  return faults
}
