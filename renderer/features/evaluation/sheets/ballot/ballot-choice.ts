import { halfWidth } from '../../../../../shared/domain/cells/clean-text.ts'
import { ballotWords } from './vocabulary.ts'

/** A band of the plan, or the abstention. */
export type Choice = { readonly kind: 'band'; readonly band: string } | { readonly kind: 'abstain' }

/** What has been chosen so far, by staff id. */
export type Choices = ReadonlyMap<string, Choice>

/** A key pressed on a person: a band by its letter or its place, `0` and `-` for abstaining; null for any other. */
export function choiceOfKey(key: string, bands: readonly string[]): Choice | null {
  if (key === '0' || key === '-') return { kind: 'abstain' }
  const band = bands.find((other) => other.toLowerCase() === key.toLowerCase()) ?? bands[Number(key) - 1]
  return band === undefined ? null : { kind: 'band', band }
}

/** What stands in a cell for a choice. */
export function choiceText(choice: Choice): string {
  return choice.kind === 'band' ? choice.band : ballotWords.abstain
}

/** Reads a cell: a band, `弃权`, `0` or `-`; null for an empty one. */
export function readChoice(typed: string, bands: readonly string[]): Choice | null | 'refused' {
  const text = halfWidth(typed).trim()
  if (text === '') return null
  if (text === '0' || text === '-' || text === ballotWords.abstain) return { kind: 'abstain' }
  const band = bands.find((other) => other.toLowerCase() === text.toLowerCase())
  return band === undefined ? 'refused' : { kind: 'band', band }
}

/** The votes of a ballot; abstaining is a vote without a band. */
export function votesOf(choices: Choices): readonly { readonly staffId: string; readonly band: string | null }[] {
  return [...choices].map(([staffId, choice]) => ({ staffId, band: choice.kind === 'band' ? choice.band : null }))
}

/** `A 2 人，B 5 人，弃权 1 人`: asked once more before it is cast. */
export function countsText(choices: Choices, bands: readonly string[]): string {
  const all = [...choices.values()]
  const ofBands = bands.map((band) => ({ name: band, count: all.filter((choice) => choice.kind === 'band' && choice.band === band).length }))
  const abstained = { name: ballotWords.abstain, count: all.filter(({ kind }) => kind === 'abstain').length }
  return [...ofBands, abstained].filter(({ count }) => count > 0).map(({ name, count }) => ballotWords.count(name, count)).join(ballotWords.join)
}
