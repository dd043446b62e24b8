import { bandNamed, plainGiven, scoreNamed } from '../../../../shared/domain/evaluation/sheets/given-text.ts'
import type { ScoreScale } from '../../../../shared/domain/plans/scorer-rules.ts'
import { halfWidth } from '../../../../shared/domain/cells/clean-text.ts'
import { parseDecimal } from '../../../../shared/lib/decimal.ts'
import { compare } from '../../../../shared/lib/rational.ts'
import { sheetWords } from './vocabulary.ts'

/** What a scorer gave one person: a band, a score, or nothing yet. */
export interface Given {
  readonly band: string | null
  readonly score: string | null
}

export type GivenReading = { readonly kind: 'given'; readonly given: Given } | { readonly kind: 'refused'; readonly sentence: string }

/** What stands in the cell; of the viewer himself, that it is not shown. */
export function givenText({ isHidden = false, band, score }: Given & { readonly isHidden?: boolean }): string {
  return isHidden ? sheetWords.hidden : (band ?? score ?? '')
}

/** The people of a sheet of whom the viewer learns what they were given. */
export function shownEntries<Entry extends { readonly isHidden: boolean }>({ entries }: { readonly entries: readonly Entry[] }): readonly Entry[] {
  return entries.filter(({ isHidden }) => !isHidden)
}

/**
 * Reads what was typed or pasted: a band whatever its case or width (`a`, `Ａ`), a score (`8.5`, `８。５`, `.5`), or nothing.
 * A score has at most two decimals and lies between 0 and the scale's maximum.
 */
export function readGiven(typed: string, { max, bands }: ScoreScale): GivenReading {
  if (plainGiven(typed) === '') return { kind: 'given', given: { band: null, score: null } }
  const band = bandNamed(typed, { bands })
  if (band !== null) return { kind: 'given', given: { band, score: null } }
  const score = scoreNamed(typed)
  if (score === null) return { kind: 'refused', sentence: bands.length === 0 ? sheetWords.badScore(max, typed) : sheetWords.badBand(bandList({ bands }), max, typed) }
  if (compare(parseDecimal(score), parseDecimal(max)) > 0) return { kind: 'refused', sentence: sheetWords.tooHigh(max, score) }
  return { kind: 'given', given: { band: null, score } }
}

/** `A、B、C` */
export function bandList({ bands }: Pick<ScoreScale, 'bands'>): string {
  return bands.map(({ band }) => band).join('、')
}

/**
 * What a single key gives: a band by its letter, or on a scale without bands that ends below ten a whole figure; null where it only
 * begins a text.
 */
export function oneKeyGiven(key: string, { max, bands }: ScoreScale): string | null {
  const text = halfWidth(key)
  if (text.length !== 1) return null
  const begun = bands.filter(({ band }) => band.toLowerCase().startsWith(text.toLowerCase()))
  if (bands.length > 0) return begun.length === 1 && begun[0]?.band.length === 1 ? begun[0].band : null
  return /^\d$/.test(text) && Number(max) < 10 && Number(text) <= Number(max) ? text : null
}

/** The points that count for what was given; null while nothing is. */
export function pointsOf({ band, score }: Given, { bands }: Pick<ScoreScale, 'bands'>): string | null {
  return score ?? bands.find((other) => other.band === band)?.points ?? null
}
