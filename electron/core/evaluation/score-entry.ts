import { and, asc, eq, isNull } from 'drizzle-orm'
import { Refusal } from '../../../shared/contract/refusal.ts'
import type { SheetKind } from '../../../shared/domain/evaluation/cycle.ts'
import { planOfTrack } from '../../../shared/domain/evaluation/plan-of-track.ts'
import { bandFaults } from '../../../shared/domain/evaluation/scorer-rules.ts'
import { scoreEntry, scoreSheet, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import type { Guarded } from '../app/guard.ts'
import { nextVersion, requireRow, scoreColumns } from '../app/rows.ts'
import { planDocumentOf, requirePeriodById, requireStage } from './periods.ts'
import { acts, faults, fields, nouns } from '../app/vocabulary.ts'

export interface EntryInput {
  readonly sheetId: string
  readonly staffId: string
  readonly band: string | null
  readonly score: string | null
  readonly note: string | null
}

type SheetRow = typeof scoreSheet.$inferSelect

/** Writes one person's score on a sheet of the given kind; `proxy` names the inspector who types in a paper sheet. */
export function enterScore(guard: Guarded, kind: SheetKind | 'proxy', input: EntryInput): Record<string, never> {
  return guard.mutate({
    about: (read) => ({ staff: [input.staffId], scorer: sheetOf(read, input.sheetId, kind).scorerId }),
    write(tx) {
      const sheet = requireOpenSheet(tx, input.sheetId, kind)
      const entry = requireRow(
        tx.select().from(scoreEntry).where(and(eq(scoreEntry.sheetId, sheet.id), eq(scoreEntry.staffId, input.staffId))).get(),
        nouns.ratee,
      )
      if (input.band !== null && input.score !== null) throw new Refusal('band_or_score')
      requireInRange(tx, sheet, input)
      tx.update(scoreEntry)
        .set({ band: input.band, ...scoreColumns(input.score), note: input.note, version: entry.version + 1 })
        .where(eq(scoreEntry.id, entry.id))
        .run()
      if (kind === 'proxy') tx.update(scoreSheet).set({ proxyBy: guard.actor.name }).where(eq(scoreSheet.id, sheet.id)).run()
      return {}
    },
    audit: () => ({ subject: input.sheetId, detail: { staffId: input.staffId, band: input.band, score: input.score, proxy: kind === 'proxy' } }),
  })
}

/** Submits a sheet: complete, within the scorer rules, and locked from then on. */
export function submitSheet(guard: Guarded, kind: SheetKind | 'proxy', input: { readonly sheetId: string; readonly version: number }): { readonly version: number } {
  return guard.mutate({
    about: (read) => ({ scorer: sheetOf(read, input.sheetId, kind).scorerId }),
    write(tx) {
      const sheet = requireOpenSheet(tx, input.sheetId, kind)
      const unscored = tx
        .select()
        .from(scoreEntry)
        .where(and(eq(scoreEntry.sheetId, sheet.id), isNull(scoreEntry.band), isNull(scoreEntry.score)))
        .all().length
      if (unscored > 0) throw new Refusal('sheet_incomplete', { count: unscored })
      if (sheet.kind === 'head') requireBandRules(tx, sheet)
      const version = nextVersion(sheet, input.version)
      tx.update(scoreSheet).set({ state: 'submitted', version }).where(eq(scoreSheet.id, sheet.id)).run()
      return { version }
    },
    audit: () => ({ subject: input.sheetId, detail: { proxy: kind === 'proxy' } }),
  })
}

function sheetOf(read: Read, sheetId: string, kind: SheetKind | 'proxy'): SheetRow {
  const sheet = requireRow(read.select().from(scoreSheet).where(eq(scoreSheet.id, sheetId)).get(), nouns.sheet)
  if (kind !== 'proxy' && sheet.kind !== kind) throw new Refusal('not_found', { what: nouns.sheet })
  return sheet
}

function requireOpenSheet(read: Read, sheetId: string, kind: SheetKind | 'proxy'): SheetRow {
  const sheet = sheetOf(read, sheetId, kind)
  requireStage(requirePeriodById(read, sheet.periodId), 'scoring', acts.score)
  if (sheet.state !== 'draft') throw new Refusal('sheet_locked')
  return sheet
}

function requireInRange(read: Read, sheet: SheetRow, input: EntryInput): void {
  const person = requireRow(read.select().from(staff).where(eq(staff.id, input.staffId)).get(), nouns.person)
  const row = requirePeriodById(read, sheet.periodId)
  const rules = planOfTrack(planDocumentOf(read, row).quarter, person.track).module
  const field = sheet.kind === 'head' ? fields.headScore : fields.leaderScore
  const most = sheet.kind === 'head' ? rules.head : rules.leader
  if (input.band !== null && (sheet.kind !== 'head' || !Object.hasOwn(rules.headBands, input.band))) {
    throw new Refusal('invalid_input', { field, reason: faults.noSuchBand(input.band) })
  }
  if (input.score !== null && Number(input.score) > Number(most)) throw new Refusal('score_out_of_range', { field, min: '0', max: most })
}

function requireBandRules(read: Read, sheet: SheetRow): void {
  const row = requirePeriodById(read, sheet.periodId)
  const bands = Object.entries(planDocumentOf(read, row).quarter.module.headBands).sort(([, a], [, b]) => Number(b) - Number(a))
  const best = bands[0]?.[0]
  const lowest = bands.at(-1)?.[0]
  if (best === undefined || lowest === undefined) return
  const given = read.select().from(scoreEntry).where(eq(scoreEntry.sheetId, sheet.id)).orderBy(asc(scoreEntry.seq)).all().map(({ band }) => band)
  const fault = bandFaults(given, best, lowest)[0]
  if (fault === undefined) return
  const reason = fault.kind === 'lowestMissing' ? faults.lowestMissing(lowest) : faults.tooManyBest(best, fault.allowed, fault.given)
  throw new Refusal('band_limits', { reason })
}
