import { bandNamed, plainGiven, scoreNamed } from '../../../../../shared/domain/evaluation/sheets/given-text.ts'
import type { ScoreScale } from '../../../../../shared/domain/plans/scorer-rules.ts'
import { cellAddress } from '../../../../workbooks/exports/model/address.ts'
import { cleanText } from '../../../../workbooks/exports/model/clean-text.ts'
import type { CellContent } from '../../../../workbooks/exports/verify/cell-digest.ts'
import type { FoundSheet } from '../../../../workbooks/score-books/read-book.ts'
import type { OriginalPerson, OriginalRating } from './original.ts'
import { takeWords } from './vocabulary.ts'

/** What one person was given in a book, or why that cannot be read. `band` and `score` null: nothing. */
export type GivenInBook =
  | { readonly kind: 'given'; readonly band: string | null; readonly score: string | null; readonly note: string | null }
  | { readonly kind: 'faulty'; readonly fault: string }

const longestNote = 2000

/** A cell as its reader sees it; a number without the last digits that a calculation leaves. */
function typedIn(content: CellContent | undefined): string {
  if (content === undefined || content.value === null) return ''
  return content.value.kind === 'number' ? String(Number(content.value.value.toPrecision(15))) : cleanText(content.value.text)
}

/** Reads the open cells of one person by the rules of typing: full-width and padded texts are taken as what they mean. */
export function givenTo(sheet: FoundSheet, { columns }: Pick<OriginalRating, 'columns'>, { row, score: sent }: OriginalPerson, scale: ScoreScale): GivenInBook {
  const at = (column: number) => typedIn(sheet.cells.get(cellAddress(row, column)))
  const written = { band: columns.band === null ? '' : at(columns.band), score: at(columns.score), note: at(columns.note).trim() }
  const isBlank = (text: string) => plainGiven(text) === ''
  if (written.note.length > longestNote) return { kind: 'faulty', fault: takeWords.longNote(longestNote) }
  const note = written.note === '' ? null : written.note
  if (!isBlank(written.band) && !isBlank(written.score)) return { kind: 'faulty', fault: takeWords.bothGiven }
  if (!isBlank(written.band)) {
    const band = bandNamed(written.band, scale)
    return band === null ? { kind: 'faulty', fault: takeWords.noBand(shortened(written.band)) } : { kind: 'given', band, score: null, note }
  }
  if (isBlank(written.score)) return { kind: 'given', band: null, score: null, note }
  // A score of a loaded case may be finer than what can be typed.
  const score = sent !== null && Number(plainGiven(written.score)) === Number(sent) ? sent : scoreNamed(written.score)
  return score === null ? { kind: 'faulty', fault: takeWords.noScore(shortened(written.score), scale.max) } : { kind: 'given', band: null, score, note }
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}
