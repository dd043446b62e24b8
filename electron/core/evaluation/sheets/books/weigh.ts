import { asc, eq } from 'drizzle-orm'
import type { ScoreBookResult } from '../../../../../shared/contract/evaluation/score-books.ts'
import { sheetCount, type ScorerFault, type ScoreScale } from '../../../../../shared/domain/plans/scorer-rules.ts'
import { scorerFaultText } from '../../../../../shared/domain/plans/scorer-vocabulary.ts'
import { scoreEntry, scoreSheet, staff } from '../../../../db/schema/index.ts'
import type { Read } from '../../../../db/types.ts'
import type { FoundSheet } from '../../../../workbooks/score-books/read-book.ts'
import { scoreText } from '../../../app/rows.ts'
import { planDocumentOf, type PeriodRow } from '../../../plans/periods.ts'
import { entriesOf, entryFaults, type ScoreInput, type SheetRow } from '../score-entry.ts'
import { scorerTitles } from '../scorer-title.ts'
import { sheetRules, trackScale } from '../sheet-scale.ts'
import { noteDigest, type Original, type OriginalPerson, type OriginalRating } from './original.ts'
import { givenTo } from './read-sheet.ts'
import { sameScore } from './same-score.ts'
import { takeWords } from './vocabulary.ts'

type BookSheet = ScoreBookResult['sheets'][number]
type BookRow = BookSheet['rows'][number]
type Present = ReturnType<typeof entriesOf>[number]

/** What a book does to one sheet: what is shown of it, and the entries that would be written. */
export interface WeighedSheet {
  readonly shown: BookSheet
  readonly sheet: SheetRow | null
  readonly entries: readonly ScoreInput[]
}

/** Whose entry stays as it stands, whatever the book says. */
export interface KeptEntry {
  readonly sheetId: string
  readonly staffId: string
}

interface Given {
  readonly band: string | null
  readonly score: string | null
  readonly note: string | null
}

interface WeighedRow {
  readonly row: BookRow
  /** Null where nothing is written. */
  readonly entry: ScoreInput | null
}

/** Weighs every sheet of a book against what stands now. Nothing that was left as it went out changes anything, whatever was entered since. */
export function weighBook(read: Read, row: PeriodRow, scorerId: string, original: Original, found: readonly FoundSheet[], keep: readonly KeptEntry[]): readonly WeighedSheet[] {
  return original.sheets.flatMap(({ name, rating }) => {
    const sheet = found.find((other) => other.name === name)
    return rating === null || sheet === undefined ? [] : [weighSheet(read, row, scorerId, rating, sheet, new Set(keep.filter(({ sheetId }) => sheetId === rating.sheetId).map(({ staffId }) => staffId)))]
  })
}

function weighSheet(read: Read, row: PeriodRow, scorerId: string, rating: OriginalRating, found: FoundSheet, keep: ReadonlySet<string>): WeighedSheet {
  const sheet = read.select().from(scoreSheet).where(eq(scoreSheet.id, rating.sheetId)).get() ?? null
  if (sheet === null) return { shown: { sheetId: rating.sheetId, title: rating.title, refused: takeWords.gone, warnings: [], rows: [] }, sheet, entries: [] }
  const plan = planDocumentOf(read, row)
  const scale = trackScale(plan, sheet.kind, null)
  const present = new Map(entriesOf(read, sheet).map((one) => [one.entry.staffId, { ...one, scale: trackScale(plan, sheet.kind, one.track) }]))
  const weighed = rating.people.map((person) => weighPerson(rating, person, found, present.get(person.staffId), present.get(person.staffId)?.scale ?? scale, scorerId, keep.has(person.staffId)))
  const entries = weighed.flatMap(({ entry }) => entry ?? [])
  const faults = new Map(entryFaults(read, sheet, entries).map(({ staffId, refusal }) => [staffId, refusal.message]))
  const rows = weighed.map(({ row: shown }): BookRow => {
    const fault = faults.get(shown.staffId)
    return fault === undefined ? shown : { ...shown, state: 'error', errors: [...shown.errors, fault] }
  })
  const good = entries.filter(({ staffId }) => !faults.has(staffId))
  const refused = refusalOf(read, sheet, scorerId) ?? limitsOf([...present.values()], good, scale, sheetRules(plan, sheet.kind))
  const warnings = newcomersOf(read, sheet, rating)
  return { shown: { sheetId: sheet.id, title: rating.title, refused, warnings, rows }, sheet, entries: refused === null ? good : [] }
}

/** Why nothing of a sheet can be taken. */
function refusalOf(read: Read, sheet: SheetRow, scorerId: string): string | null {
  if (sheet.state !== 'draft') return takeWords.locked
  return sheet.scorerId === scorerId ? null : takeWords.handedOver(scorerTitles(read)(sheet))
}

/** The scorer rules that the sheet would break; what is merely missing while it is not complete is none. */
function limitsOf(present: readonly (Present & { readonly scale: ScoreScale })[], taken: readonly ScoreInput[], scale: ScoreScale, rules: ReturnType<typeof sheetRules>): string | null {
  if (taken.length === 0) return null
  const by = new Map(taken.map((entry) => [entry.staffId, entry]))
  const entries = present.map(({ entry, scale: own }) => {
    const { band, score } = by.get(entry.staffId) ?? { band: entry.band, score: scoreText(entry) }
    return { band, score, scale: own }
  })
  const { left, faults } = sheetCount(entries, scale, rules)
  const broken = faults.filter((fault) => left === 0 || isPassed(fault))
  return broken.length === 0 ? null : takeWords.limits(broken.map(scorerFaultText).join(takeWords.comma))
}

function isPassed({ kind }: ScorerFault): boolean {
  return kind === 'tooManyBest' || kind === 'tooManyAlike'
}

function newcomersOf(read: Read, sheet: SheetRow, rating: OriginalRating): string[] {
  const known = new Set(rating.people.map(({ staffId }) => staffId))
  const names = read.select({ id: staff.id, name: staff.name }).from(scoreEntry).innerJoin(staff, eq(staff.id, scoreEntry.staffId)).where(eq(scoreEntry.sheetId, sheet.id)).orderBy(asc(scoreEntry.seq)).all()
  const fresh = names.filter(({ id }) => !known.has(id)).map(({ name }) => name)
  return fresh.length === 0 ? [] : [takeWords.newcomers(fresh.join(takeWords.join))]
}

function weighPerson(rating: OriginalRating, person: OriginalPerson, found: FoundSheet, standing: Present | undefined, scale: ScoreScale, scorerId: string, isKept: boolean): WeighedRow {
  const base = { staffId: person.staffId, name: person.name, changes: [], conflict: null, errors: [], warnings: [] }
  const failed = (error: string): WeighedRow => ({ row: { ...base, state: 'error', errors: [error] }, entry: null })
  if (standing === undefined) return failed(takeWords.left)
  if (person.staffId === scorerId) return failed(takeWords.self)
  const read = givenTo(found, rating, person, scale)
  if (read.kind === 'faulty') return failed(read.fault)
  const { entry } = standing
  const present: Given = { band: entry.band, score: scoreText(entry), note: entry.note }
  const isBlank = read.band === null && read.score === null
  const isTouched = !isBlank && !sameScore(read, person)
  const isNoteTouched = noteDigest(read.note) !== person.note
  const inBook: Given = { ...(isTouched ? { band: read.band, score: read.score } : { band: present.band, score: present.score }), note: isNoteTouched ? read.note : present.note }
  const conflict = conflictOf(person, present, inBook, isKept)
  const target = conflict?.isKept === true ? present : inBook
  const changes = differing(present, target).map(({ field, stands, inBook: to }) => ({ field, from: stands, to }))
  const stands = shownGiven(present)
  const warnings = [...(isBlank && stands !== null ? [takeWords.kept(stands)] : []), ...(conflict === null ? [] : [conflict.isKept ? takeWords.keptMeanwhile : takeWords.meanwhile])]
  return {
    row: { ...base, state: stateOf(isBlank && stands === null, changes.length > 0, stands), changes, conflict, warnings: isBlank && stands === null ? [takeWords.blank] : warnings },
    entry: changes.length === 0 ? null : { staffId: person.staffId, ...target, version: entry.version },
  }
}

/** What somebody wrote since the book went out, where the book says something else; null where nobody did. */
function conflictOf(sent: OriginalPerson, present: Given, inBook: Given, isKept: boolean): BookRow['conflict'] {
  const fields = differing(present, inBook).filter(({ field }) => (field === 'given' ? !sameScore(present, sent) : noteDigest(present.note) !== sent.note))
  return fields.length === 0 ? null : { fields, isKept }
}

function differing(present: Given, inBook: Given) {
  return [
    ...(sameScore(inBook, present) ? [] : [{ field: 'given' as const, stands: shownGiven(present), inBook: shownGiven(inBook) }]),
    ...(inBook.note === present.note ? [] : [{ field: 'note' as const, stands: present.note, inBook: inBook.note }]),
  ]
}

function stateOf(isMissing: boolean, isChanged: boolean, stands: string | null): BookRow['state'] {
  if (isMissing) return 'missing'
  if (!isChanged) return 'same'
  return stands === null ? 'new' : 'changed'
}

function shownGiven({ band, score }: Pick<Given, 'band' | 'score'>): string | null {
  return band ?? (score === null ? null : Number(score).toFixed(2))
}
