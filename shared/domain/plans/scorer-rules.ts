import { decimalText, parseDecimal } from '../../lib/decimal.ts'
import { compare, floor, maximum, minimum, multiply, subtract, whole } from '../../lib/rational.ts'
import type { Rational } from '../../lib/rational.ts'
import type { DecimalText } from './plan.ts'

/** 评分规则 of a plan: what a sheet of band ratings must keep to when it is handed in. Null: the rule is not used. */
export interface ScorerRules {
  /** At most this share of the people in the best band, but always one. */
  readonly bestShare: DecimalText | null
  /** From so many people up at least one in the lowest band. */
  readonly lowestFrom: number | null
  /** From four people up: highest minus lowest points at least this much. */
  readonly spread: DecimalText | null
  /** From four people up: at most this share of the people on one and the same points. */
  readonly sameShare: DecimalText | null
}

/** A ≤ 30 %, at least one C from 4 people up. */
export const defaultScorerRules: ScorerRules = { bestShare: '0.3', lowestFrom: 4, spread: null, sameShare: null }

/** What may be given: 0 to `max`, or one of the bands, best first. */
export interface ScoreScale {
  readonly max: DecimalText
  readonly bands: readonly { readonly band: string; readonly points: DecimalText }[]
}

/** The scale of bands that a plan names, best first. */
export function scaleOf(max: DecimalText, bands: Readonly<Record<string, DecimalText>>): ScoreScale {
  const rows = Object.entries(bands).map(([band, points]) => ({ band, points }))
  return { max, bands: rows.sort((a, b) => compare(parseDecimal(b.points), parseDecimal(a.points))) }
}

/** What one scorer gave: bands of the people on a sheet, null where a direct score stands instead. */
export type BandsGiven = readonly (string | null)[]

export type BandFault =
  | { readonly kind: 'tooManyBest'; readonly band: string; readonly given: number; readonly allowed: number }
  | { readonly kind: 'lowestMissing'; readonly band: string; readonly from: number }

export type ScorerFault =
  | BandFault
  | { readonly kind: 'spreadTooSmall'; readonly least: DecimalText }
  | { readonly kind: 'tooManyAlike'; readonly points: string; readonly given: number; readonly allowed: number }

/** A sheet below this size is too small for spread and likeness. */
const smallSheet = 4

/** How many of `people` a share allows. */
export function allowedOf(share: DecimalText, people: number): number {
  return Math.max(1, Number(floor(multiply(parseDecimal(share), whole(people)))))
}

/** The rules about bands. Sheets of direct scores alone are free of them. */
export function bandFaults(given: BandsGiven, best: string, lowest: string, { bestShare, lowestFrom }: ScorerRules = defaultScorerRules): readonly BandFault[] {
  if (given.every((band) => band === null)) return []
  const faults: BandFault[] = []
  const count = (band: string) => given.filter((other) => other === band).length
  const allowed = bestShare === null ? given.length : allowedOf(bestShare, given.length)
  if (count(best) > allowed) faults.push({ kind: 'tooManyBest', band: best, given: count(best), allowed })
  if (lowestFrom !== null && given.length >= lowestFrom && count(lowest) === 0) faults.push({ kind: 'lowestMissing', band: lowest, from: lowestFrom })
  return faults
}

/** One person's row on a sheet; `scale` where it is not the sheet's. */
export interface ScoredEntry {
  readonly band: string | null
  readonly score: DecimalText | null
  readonly scale?: ScoreScale | null
}

/** One band while a sheet is being filled in: `room` more may be given, `lacking` more must be; null: no limit. */
export interface BandCount {
  readonly band: string
  readonly count: number
  readonly most: number | null
  readonly least: number
  readonly room: number | null
  readonly lacking: number
}

export interface SheetCount {
  readonly people: number
  /** People without a band or score. */
  readonly left: number
  readonly bands: readonly BandCount[]
  /** What would be refused if the sheet were handed in as it stands, apart from those left. */
  readonly faults: readonly ScorerFault[]
}

/** Counts a sheet by the rules of its plan: live while it is filled in, and again when it is handed in. Without rules only what is left counts. */
export function sheetCount(entries: readonly ScoredEntry[], scale: ScoreScale, rules: ScorerRules | null): SheetCount {
  const people = entries.length
  const left = entries.filter(({ band, score }) => band === null && score === null).length
  const given = entries.map(({ band }) => band)
  const best = scale.bands[0]?.band
  const lowest = scale.bands.at(-1)?.band
  const bands = scale.bands.map(({ band }): BandCount => {
    const count = given.filter((other) => other === band).length
    const most = rules?.bestShare && band === best ? allowedOf(rules.bestShare, people) : null
    const least = rules?.lowestFrom && band === lowest && band !== best && people >= rules.lowestFrom ? 1 : 0
    return { band, count, most, least, room: most === null ? null : Math.max(0, most - count), lacking: Math.max(0, least - count) }
  })
  const ofBands = rules === null || best === undefined || lowest === undefined ? [] : bandFaults(given, best, lowest, rules)
  return { people, left, bands, faults: rules === null ? [] : [...ofBands, ...pointFaults(entries, scale, rules)] }
}

function pointFaults(entries: readonly ScoredEntry[], scale: ScoreScale, { spread, sameShare }: ScorerRules): readonly ScorerFault[] {
  const points = entries.flatMap((entry) => pointsOf(entry, entry.scale ?? scale) ?? [])
  const [first] = points
  if (first === undefined || entries.length < smallSheet) return []
  const faults: ScorerFault[] = []
  const width = subtract(points.reduce(maximum, first), points.reduce(minimum, first))
  if (spread !== null && points.length === entries.length && compare(width, parseDecimal(spread)) < 0) faults.push({ kind: 'spreadTooSmall', least: spread })
  if (sameShare !== null) {
    const allowed = allowedOf(sameShare, entries.length)
    for (const [text, alike] of alikeIn(points)) if (alike > allowed) faults.push({ kind: 'tooManyAlike', points: text, given: alike, allowed })
  }
  return faults
}

function pointsOf({ band, score }: ScoredEntry, { bands }: ScoreScale): Rational | null {
  const text = score ?? bands.find((other) => other.band === band)?.points
  return text === undefined ? null : parseDecimal(text)
}

function alikeIn(points: readonly Rational[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of points) {
    const text = decimalText(value, 2)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}
