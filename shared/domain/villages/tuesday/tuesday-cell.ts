import { bad, good, type Checked } from '../../cells/fault.ts'
import { readChoice, readLongText, required } from '../../cells/read-cell.ts'
import { compact } from '../../cells/clean-text.ts'
import { tuesdayThemes, type TuesdayField, type TuesdayTheme } from '../villages/codes.ts'
import { tuesdayThemeNames } from '../villages/vocabulary.ts'

export const tuesdayContentLimit = 500

export interface KnownVillage {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** The value of each field that was typed; the village by id. */
export interface TuesdayChange {
  readonly village?: string
  readonly theme?: TuesdayTheme
  readonly content?: string | null
}

/** A village by its name or code. */
export function readVillage(text: string | null, villages: readonly KnownVillage[]): Checked<string> {
  const plain = compact(text ?? '')
  if (plain === '') return bad({ kind: 'empty' })
  const found = villages.find(({ code, name }) => compact(name) === plain || compact(code) === plain)
  return found === undefined ? bad({ kind: 'not_in_list', text: plain.slice(0, 20), known: villages.slice(0, 8).map(({ name }) => name) }) : good(found.id)
}

/** One of the 六个日, by its name or code. */
export function readTheme(text: string | null): Checked<TuesdayTheme> {
  return required(readChoice(text, tuesdayThemes, tuesdayThemeNames))
}

/** Reads what was typed or pasted into a cell of the plan of a Tuesday. */
export function checkTuesdayCell(field: TuesdayField, text: string | null, villages: readonly KnownVillage[]): Checked<TuesdayChange> {
  switch (field) {
    case 'village': {
      const read = readVillage(text, villages)
      return read.kind === 'bad' ? read : good({ village: read.value })
    }
    case 'theme': {
      const read = readTheme(text)
      return read.kind === 'bad' ? read : good({ theme: read.value })
    }
    case 'content': {
      const read = readLongText(text, tuesdayContentLimit)
      return read.kind === 'bad' ? read : good({ content: read.value })
    }
  }
}
