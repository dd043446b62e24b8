import type { ScoreBookResult } from '../../../../../shared/contract/evaluation/score-books.ts'
import { bookWords } from './vocabulary.ts'

export type Decision = 'book' | 'screen'

/** By `entryKey`: what is taken of an entry that was written on the screen since its book went out. */
export type Decisions = ReadonlyMap<string, Decision>

export interface EntryPlace {
  readonly sheetId: string
  readonly staffId: string
}

/** A file that was chosen to be taken, and how far it is. `fault`: why the latest attempt failed. `shownBy`: the decisions that `result` is of; where others stand by now, it is being asked for. */
export type FileState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unread'; readonly reason: string }
  | { readonly kind: 'previewed'; readonly result: ScoreBookResult; readonly decisions: Decisions; readonly shownBy: Decisions; readonly fault: string | null }
  | { readonly kind: 'taken'; readonly result: ScoreBookResult; readonly fault: string | null }
  | { readonly kind: 'undone'; readonly result: ScoreBookResult }

export interface TakenFile {
  readonly key: number
  readonly name: string
  readonly state: FileState
  /** The user's own tick; null where he has made none. */
  readonly isChosen: boolean | null
}

/** `check`: it can be taken, though something speaks against it; `choose`: the user has something to decide first. */
export type Verdict = { readonly kind: 'waiting' | 'good' | 'check' | 'choose' | 'bad' | 'taken' | 'undone'; readonly sentence: string }

export function entryKey({ sheetId, staffId }: EntryPlace): string {
  return `${sheetId} ${staffId}`
}

/** The entries that were written on the screen since the book went out, where the book says something else. */
export function conflictsOf({ sheets }: Pick<ScoreBookResult, 'sheets'>): readonly EntryPlace[] {
  return sheets.flatMap(({ sheetId, rows }) => rows.flatMap(({ staffId, conflict }) => (conflict === null ? [] : [{ sheetId, staffId }])))
}

/** How many people's scores a book would change. */
export function takenCount({ sheets }: Pick<ScoreBookResult, 'sheets'>): number {
  return sheets.flatMap(({ refused, rows }) => (refused === null ? rows : [])).filter(({ state, changes }) => state !== 'error' && changes.length > 0).length
}

/** An earlier file of the list that is the same book and is taken, or can be: it is taken once. */
function twinOf(file: TakenFile, bookId: string, files: readonly TakenFile[]): TakenFile | undefined {
  return files.find(({ key, state }) => key < file.key && (state.kind === 'taken' || (state.kind === 'previewed' && holdsSomething(state.result))) && state.result.bookId === bookId)
}

/** Whether a book can be taken at all: nothing altered, and something on it that is good or was typed in already. */
function holdsSomething(result: ScoreBookResult): boolean {
  return result.alteredCount === 0 && (takenCount(result) > 0 || result.summary.same > 0)
}

/** What is to be said of a file, in one sentence. */
export function verdictOf(file: TakenFile, files: readonly TakenFile[]): Verdict {
  const { state } = file
  switch (state.kind) {
    case 'waiting': return { kind: 'waiting', sentence: '' }
    case 'unread': return { kind: 'bad', sentence: state.reason }
    case 'taken': return { kind: 'taken', sentence: state.fault ?? bookWords.applied(takenCount(state.result)) }
    case 'undone': return { kind: 'undone', sentence: bookWords.undone }
    case 'previewed': return previewed(file, files, state)
  }
}

function previewed(file: TakenFile, files: readonly TakenFile[], { result, decisions, shownBy, fault }: Extract<FileState, { kind: 'previewed' }>): Verdict {
  const { alteredCount, sheets, summary, warnings } = result
  const twin = twinOf(file, result.bookId, files)
  if (twin !== undefined) return { kind: 'bad', sentence: bookWords.twin(twin.name) }
  if (alteredCount > 0) return { kind: 'bad', sentence: bookWords.alteredShort(alteredCount) }
  const refused = sheets.flatMap(({ title, refused: reason }) => (reason === null ? [] : [bookWords.sheetRefused(title, reason)]))
  if (!holdsSomething(result)) return { kind: 'bad', sentence: refused.length > 0 ? refused.join(bookWords.join) : bookWords.nothing }
  if (decisions !== shownBy) return { kind: 'waiting', sentence: bookWords.asking }
  const left = conflictsOf(result).filter((place) => !decisions.has(entryKey(place))).length
  if (left > 0) return { kind: 'choose', sentence: bookWords.toChoose(left) }
  const said = [...(fault === null ? [] : [fault]), ...warnings]
  const rest = [...refused, ...(summary.error > 0 && refused.length === 0 ? [bookWords.someRefused(summary.error)] : [])]
  return { kind: said.length > 0 ? 'check' : 'good', sentence: [...said, ...rest].join(bookWords.join) }
}

/** Whether it will be taken: what is good, unless the user says otherwise, and what is to be checked, when he says so. */
export function isTicked(file: TakenFile, files: readonly TakenFile[]): boolean {
  const { kind } = verdictOf(file, files)
  return (kind === 'good' && file.isChosen !== false) || (kind === 'check' && file.isChosen === true)
}
