import { and, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { periodTitle } from '../../../../shared/domain/plans/cycle-vocabulary.ts'
import type { Subject } from '../../../../shared/domain/township/access/scope.ts'
import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import { scorerFaultText } from '../../../../shared/domain/plans/scorer-vocabulary.ts'
import { sheetCount } from '../../../../shared/domain/plans/scorer-rules.ts'
import { attachment, scoreEntry, scoreSheet, staff } from '../../../db/schema/index.ts'
import type { Read, Write } from '../../../db/types.ts'
import type { Guarded } from '../../app/guard.ts'
import { countRows, nextVersion, requireReason, requireRow, scoreColumns, scoreText } from '../../app/rows.ts'
import { requireTownshipRow, type Actor } from '../../app/session.ts'
import { acts, faults, fields, named, nouns } from '../../app/vocabulary.ts'
import { isOpenForInput, notOpen, planDocumentOf, requirePeriodById, type PeriodRow } from '../../plans/periods.ts'
import { sheetRules, trackScale } from './sheet-scale.ts'
import { evaluationWords } from '../../plans/vocabulary.ts'

export interface ScoreInput {
  readonly staffId: string
  readonly band: string | null
  readonly score: string | null
  readonly note: string | null
  /** The entry as the caller saw it. */
  readonly version: number
}

export interface EntryInput extends ScoreInput {
  readonly sheetId: string
}

export interface PasteInput {
  readonly sheetId: string
  readonly entries: readonly ScoreInput[]
}

/** One cell of a paste that cannot be taken. */
export interface RefusedScore {
  readonly index: number
  readonly staffId: string
  readonly field: 'staff' | 'band' | 'score'
  readonly code: string
  readonly message: string
}

export type SheetRow = typeof scoreSheet.$inferSelect
/** `proxy` names the inspector who types in a paper sheet. */
export type Way = SheetKind | 'proxy'

/** Writes one person's score on a sheet of the given kind. */
export function enterScore(guard: Guarded, way: Way, { sheetId, ...entry }: EntryInput): { readonly sheetVersion: number } {
  return guard.mutate({
    about: (read) => ({ staff: [entry.staffId], scorer: sheetOf(read, sheetId, way).scorerId }),
    write(tx) {
      const sheet = requireOpenSheet(tx, sheetId, way, evaluationWords.enterScore)
      const fault = entryFaults(tx, sheet, [entry])[0]
      if (fault !== undefined) throw fault.refusal
      return { sheetVersion: writeEntries(tx, sheet, [entry], way === 'proxy' ? guard.actor.name : null) }
    },
    audit: () => ({ subject: sheetId, detail: { staffId: entry.staffId, band: entry.band, score: entry.score, proxy: way === 'proxy' } }),
  })
}

/** Writes a whole paste, or nothing and says of each cell why not. */
export function enterScores(guard: Guarded, way: Way, { sheetId, entries }: PasteInput): { applied: number; refused: RefusedScore[]; sheetVersion: number } {
  const about = (read: Read) => ({ staff: entries.map(({ staffId }) => staffId), scorer: sheetOf(read, sheetId, way).scorerId })
  guard.requireScope(about(guard.read))
  const present = requireOpenSheet(guard.read, sheetId, way, evaluationWords.enterScore)
  const refused = entryFaults(guard.read, present, entries).map(({ index, staffId, field, refusal }) => ({ index, staffId, field, code: refusal.code, message: refusal.message }))
  if (refused.length > 0) return { applied: 0, refused, sheetVersion: present.version }
  return guard.mutate({
    about,
    write(tx) {
      const sheet = requireOpenSheet(tx, sheetId, way, evaluationWords.enterScore)
      const fault = entryFaults(tx, sheet, entries)[0]
      if (fault !== undefined) throw fault.refusal
      return { applied: entries.length, refused: [], sheetVersion: writeEntries(tx, sheet, entries, way === 'proxy' ? guard.actor.name : null) }
    },
    audit: () => ({ subject: sheetId, detail: { entries: entries.map(({ staffId, band, score }) => ({ staffId, band, score })), proxy: way === 'proxy' } }),
  })
}

/** Submits a sheet: complete, within the scorer rules, and locked from then on. */
export function submitSheet(guard: Guarded, way: Way, input: { readonly sheetId: string; readonly version: number }): { readonly version: number } {
  return guard.mutate({
    about: (read) => aboutSheet(read, sheetOf(read, input.sheetId, way)),
    write(tx) {
      const sheet = requireOpenSheet(tx, input.sheetId, way, evaluationWords.submit)
      const version = nextVersion(sheet, input.version)
      requireComplete(tx, sheet)
      if (way === 'proxy') requireScan(tx, guard.actor, sheet)
      tx.update(scoreSheet).set({ state: 'submitted', version }).where(eq(scoreSheet.id, sheet.id)).run()
      return { version }
    },
    audit: () => ({ subject: input.sheetId, detail: { proxy: way === 'proxy' } }),
  })
}

/** 退回: a submitted sheet is open again for its scorer, who is told the reason. */
export function sendSheetBack(guard: Guarded, input: { readonly sheetId: string; readonly reason: string; readonly version: number }): { readonly version: number } {
  return guard.mutate({
    about: (read) => aboutSheet(read, sheetOf(read, input.sheetId, 'proxy')),
    write(tx) {
      requireReason(input.reason, evaluationWords.sendBack)
      const sheet = sheetOf(tx, input.sheetId, 'proxy')
      requireScoring(requirePeriodById(tx, sheet.periodId), evaluationWords.returnIt)
      if (sheet.state !== 'submitted') throw new Refusal('not_in_state', { state: evaluationWords.draft, action: evaluationWords.sendBack })
      const version = nextVersion(sheet, input.version)
      tx.update(scoreSheet).set({ state: 'draft', version }).where(eq(scoreSheet.id, sheet.id)).run()
      return { version }
    },
    audit: () => ({ subject: input.sheetId, detail: { reason: input.reason } }),
  })
}

export function sheetOf(read: Read, sheetId: string, way: Way): SheetRow {
  const sheet = requireRow(read.select().from(scoreSheet).where(eq(scoreSheet.id, sheetId)).get(), nouns.sheet)
  if (way !== 'proxy' && sheet.kind !== way) throw new Refusal('not_found', { what: nouns.sheet })
  return sheet
}

/** What is done with a sheet as a whole is about its scorer and everybody it rates. */
export function aboutSheet(read: Read, { id, scorerId }: SheetRow): Subject {
  return { scorer: scorerId, staff: read.select({ staffId: scoreEntry.staffId }).from(scoreEntry).where(eq(scoreEntry.sheetId, id)).all().map(({ staffId }) => staffId) }
}

/** A sheet that may still be changed. Refusals: `period_not_open` before 评分, `scoring_over` after it, `sheet_locked`. */
export function requireOpenSheet(read: Read, sheetId: string, way: Way, action: string): SheetRow {
  const sheet = sheetOf(read, sheetId, way)
  requireScoring(requirePeriodById(read, sheet.periodId), action)
  if (sheet.state !== 'draft') throw new Refusal('sheet_locked')
  return sheet
}

/** Refusals: `period_not_open` before 评分, `scoring_over` after it. */
export function requireScoring(row: PeriodRow, action: string): void {
  if (row.stage === 'scoring') return
  throw isOpenForInput(row) ? notOpen(row, acts.score) : new Refusal('scoring_over', { period: periodTitle(row.code), action })
}

/** What is typed in for somebody else is shown by his own hand; a loaded case and the console have no paper. */
function requireScan(read: Read, actor: Actor, sheet: SheetRow): void {
  if (actor.kind === 'console' || requireTownshipRow(read).origin === 'case') return
  if (countScans(read, sheet.id) === 0) throw new Refusal('scan_missing')
}

/** 扫描件 that stand beside a sheet. */
export function countScans(read: Read, sheetId: string): number {
  return countRows(read, attachment, and(eq(attachment.ownerKind, 'score_sheet'), eq(attachment.ownerId, sheetId), isNull(attachment.removedAt)))
}

export interface EntryFault {
  readonly index: number
  readonly staffId: string
  readonly field: RefusedScore['field']
  readonly refusal: Refusal
}

/** What is wrong with each entry, in order. */
export function entryFaults(read: Read, sheet: SheetRow, entries: readonly ScoreInput[]): readonly EntryFault[] {
  const present = new Map(entriesOf(read, sheet).map(({ entry, track }) => [entry.staffId, { track, version: entry.version }]))
  const plan = planDocumentOf(read, requirePeriodById(read, sheet.periodId))
  const field = sheet.kind === 'head' ? fields.headScore : fields.leaderScore
  const seen = new Set<string>()
  return entries.flatMap(({ staffId, band, score, version }, index): readonly EntryFault[] => {
    const fault = (of: EntryFault['field'], refusal: Refusal): readonly EntryFault[] => [{ index, staffId, field: of, refusal }]
    const own = present.get(staffId)
    if (own === undefined) return fault('staff', new Refusal('not_found', { what: nouns.ratee }))
    if (seen.has(staffId)) return fault('staff', new Refusal('invalid_input', { field: nouns.ratee, reason: evaluationWords.otherCell }))
    seen.add(staffId)
    if (own.version !== version) return fault('staff', new Refusal('changed_meanwhile'))
    if (band !== null && score !== null) return fault('score', new Refusal('band_or_score'))
    const { max, bands } = trackScale(plan, sheet.kind, own.track)
    if (band !== null && !bands.some((known) => known.band === band)) return fault('band', new Refusal('invalid_input', { field, reason: faults.noSuchBand(band) }))
    if (score !== null && Number(score) > Number(max)) return fault('score', new Refusal('score_out_of_range', { field, min: '0', max }))
    return []
  })
}

export function entriesOf(read: Read, sheet: SheetRow) {
  return read.select({ entry: scoreEntry, track: staff.track }).from(scoreEntry).innerJoin(staff, eq(staff.id, scoreEntry.staffId)).where(eq(scoreEntry.sheetId, sheet.id)).all()
}

/** Gives the new version of the sheet. */
export function writeEntries(tx: Write, sheet: SheetRow, entries: readonly ScoreInput[], proxyBy: string | null): number {
  for (const { staffId, band, score, note } of entries) {
    tx.update(scoreEntry)
      .set({ band, ...scoreColumns(score), note, version: sql`${scoreEntry.version} + 1` })
      .where(and(eq(scoreEntry.sheetId, sheet.id), eq(scoreEntry.staffId, staffId)))
      .run()
  }
  const version = sheet.version + 1
  tx.update(scoreSheet).set({ version, ...(proxyBy === null ? {} : { proxyBy }) }).where(eq(scoreSheet.id, sheet.id)).run()
  return version
}

function requireComplete(read: Read, sheet: SheetRow): void {
  const plan = planDocumentOf(read, requirePeriodById(read, sheet.periodId))
  const entries = entriesOf(read, sheet).map(({ entry, track }) => ({ band: entry.band, score: scoreText(entry), scale: trackScale(plan, sheet.kind, track) }))
  const { left, faults: broken } = sheetCount(entries, trackScale(plan, sheet.kind, null), sheetRules(plan, sheet.kind))
  if (left > 0) throw new Refusal('sheet_incomplete', { count: left })
  const first = broken[0]
  if (first !== undefined) throw new Refusal('band_limits', { reason: scorerFaultText(first) }, broken.map((fault) => ({ path: named(nouns.sheet, sheet.id), code: fault.kind, message: scorerFaultText(fault) })))
}
