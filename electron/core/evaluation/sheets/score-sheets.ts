import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { SheetKind } from '../../../../shared/domain/plans/cycle.ts'
import type { PlanDocument } from '../../../../shared/domain/plans/plan-document.ts'
import type { ScoreScale } from '../../../../shared/domain/plans/scorer-rules.ts'
import { grantsOf } from '../../../../shared/domain/township/access/scope.ts'
import type { Track } from '../../../../shared/domain/people/codes.ts'
import { attachment, auditEntry, moduleTable, scoreEntry, scoreSheet, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { actorNames } from '../../app/actor-names.ts'
import type { Guarded } from '../../app/guard.ts'
import { dayInChina } from '../../app/environment.ts'
import { scoreText } from '../../app/rows.ts'
import { printedPeople } from '../../people/printed-people.ts'
import { deputyOf, ofLeadA } from './delegation.ts'
import { notesOf } from './handover.ts'
import { planDocumentOf, type PeriodRow } from '../../plans/periods.ts'
import type { SheetRow } from './score-entry.ts'
import { scorerTitles } from './scorer-title.ts'
import { sheetRules, trackScale } from './sheet-scale.ts'
import { planSheets } from './sheets.ts'

function scalesOf(plan: PlanDocument, kind: SheetKind) {
  const scale = trackScale(plan, kind, null)
  const ofTracks = new Map<Track, ScoreScale | null>()
  return {
    scale,
    /** A track's own scale, null where it is the sheet's. */
    own(track: Track): ScoreScale | null {
      const known = ofTracks.get(track)
      if (known !== undefined) return known
      const found = plan.quarter.tracks[track] === undefined ? null : trackScale(plan, kind, track)
      const own = found === null || JSON.stringify(found) === JSON.stringify(scale) ? null : found
      ofTracks.set(track, own)
      return own
    },
  }
}

const sendBackDetail = z.object({ reason: z.string() })

/** The latest 退回 of each sheet that is open again. */
function sentBackOf(read: Read, sheetIds: readonly string[]): ReadonlyMap<string, { readonly by: string; readonly at: string; readonly reason: string }> {
  if (sheetIds.length === 0) return new Map()
  const rows = read.select().from(auditEntry).where(and(eq(auditEntry.action, 'scores.sendBack'), inArray(auditEntry.subject, [...sheetIds]))).orderBy(asc(auditEntry.seq)).all()
  const nameOf = actorNames(read)
  return new Map(rows.map(({ subject, actor, at, detail }) => [subject ?? '', { by: nameOf(actor), at, reason: sendBackDetail.parse(JSON.parse(detail)).reason }]))
}

/** The sheets of a period that the caller scores or has left to B岗, or all for who may enter by proxy, with all that a grid of scores needs. What others have given himself is left out. */
export function listSheets({ read, actor, now }: Guarded, row: PeriodRow) {
  const self = actor.standing.staffId
  const seesAll = grantsOf('score.proxy', actor.standing.roles).length > 0
  const sheets = read
    .select()
    .from(scoreSheet)
    .where(eq(scoreSheet.periodId, row.id))
    .orderBy(asc(scoreSheet.seq))
    .all()
    .filter(({ scorerId, delegatedById }) => seesAll || (self !== null && (scorerId === self || delegatedById === self)))
  const entries = Map.groupBy(
    read.select({ entry: scoreEntry, track: staff.track }).from(scoreEntry).innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId)).innerJoin(staff, eq(staff.id, scoreEntry.staffId)).where(eq(scoreSheet.periodId, row.id)).orderBy(asc(scoreEntry.seq)).all(),
    ({ entry }) => entry.sheetId,
  )
  const people = new Map(printedPeople(read, row.end).map((person) => [person.id, person]))
  const modules = new Map(read.select({ id: moduleTable.id, name: moduleTable.name }).from(moduleTable).all().map(({ id, name }) => [id, name]))
  const sentBack = sentBackOf(read, sheets.filter(({ state, version }) => state === 'draft' && version > 1).map(({ id }) => id))
  const nameOf = actorNames(read)
  const titleOf = scorerTitles(read)
  const notes = Map.groupBy(notesOf(read, row), ({ moduleId, staffId }) => `${moduleId} ${staffId}`)
  const scans = scansOf(read, sheets.map(({ id }) => id))
  const delegationOf = delegations(read, row, { self, seesAll, today: dayInChina(now) })
  const plan = planDocumentOf(read, row)
  const scales = { head: scalesOf(plan, 'head'), leader: scalesOf(plan, 'leader') }
  return sheets.map((sheet) => {
    const { scale, own } = scales[sheet.kind]
    const { id, kind, moduleId, scorerId, state, proxyBy, version } = sheet
    const moduleName = moduleId === null ? null : (modules.get(moduleId) ?? null)
    const isOwn = scorerId !== null && scorerId === self
    const ratesCaller = self !== null && (entries.get(id) ?? []).some(({ entry }) => entry.staffId === self)
    const rows = (entries.get(id) ?? []).map(({ entry, track }) => {
      const person = people.get(entry.staffId)
      const ownScale = own(track)
      const isHidden = entry.staffId === self
      return {
        staffId: entry.staffId,
        staffName: person?.name ?? '',
        moduleName: moduleName ?? person?.moduleName ?? '',
        postName: person?.postName ?? '',
        isHidden,
        band: isHidden ? null : entry.band,
        score: isHidden ? null : scoreText(entry),
        note: isHidden ? null : entry.note,
        version: entry.version,
        scale: ownScale === null ? null : forContract(ownScale),
        handover: kind === 'head' && !isHidden ? (notes.get(`${moduleId ?? ''} ${entry.staffId}`) ?? []).filter(({ authorId }) => authorId !== scorerId).map(({ author, writtenOn, note }) => ({ author, writtenOn, note })) : [],
      }
    })
    return {
      id, kind, moduleId, moduleName, scorerId, state, version,
      proxyBy: proxyBy === null ? null : nameOf(proxyBy),
      periodCode: row.code,
      scorer: titleOf(sheet),
      delegationReason: sheet.delegationReason,
      delegation: ratesCaller ? { kind: 'none' as const } : delegationOf(sheet),
      isDelegator: sheet.delegatedById !== null && sheet.delegatedById === self,
      scans: scans.get(id) ?? 0,
      isOwn,
      ratesCaller,
      sentBack: sentBack.get(id) ?? null,
      scale: forContract(scale),
      rules: sheetRules(plan, kind),
      entries: rows,
    }
  })
}

/** What the caller may do about who fills in a sheet: A岗 and 督考, while it is open. */
function delegations(read: Read, row: PeriodRow, { self, seesAll, today }: { readonly self: string | null; readonly seesAll: boolean; readonly today: string }) {
  const isOfLeadA = row.stage === 'scoring' ? ofLeadA(planSheets(read, row)) : () => false
  return (sheet: SheetRow) => {
    const owner = sheet.delegatedById ?? sheet.scorerId
    if (row.stage !== 'scoring' || sheet.state !== 'draft' || !(seesAll || (owner !== null && owner === self))) return { kind: 'none' as const }
    if (sheet.delegatedById !== null) return { kind: 'takeBack' as const }
    const deputy = deputyOf(read, sheet, isOfLeadA(sheet), today)
    return deputy.kind === 'deputy' ? { kind: 'delegate' as const, deputy: deputy.name } : { kind: 'none' as const }
  }
}

function scansOf(read: Read, sheetIds: readonly string[]): ReadonlyMap<string, number> {
  if (sheetIds.length === 0) return new Map()
  return new Map(
    read
      .select({ id: attachment.ownerId, scans: count() })
      .from(attachment)
      .where(and(eq(attachment.ownerKind, 'score_sheet'), inArray(attachment.ownerId, [...sheetIds]), isNull(attachment.removedAt)))
      .groupBy(attachment.ownerId)
      .all()
      .map(({ id, scans }) => [id, scans]),
  )
}

function forContract({ max, bands }: ScoreScale) {
  return { max, bands: bands.map((band) => ({ ...band })) }
}
