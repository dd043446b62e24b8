import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { SheetKind } from '../../../shared/domain/evaluation/cycle.ts'
import type { PlanDocument } from '../../../shared/domain/evaluation/plan-document.ts'
import { scorerRulesOf } from '../../../shared/domain/evaluation/plan-document.ts'
import { planOfTrack } from '../../../shared/domain/evaluation/plan-of-track.ts'
import { scaleOf, type ScoreScale, type ScorerRules } from '../../../shared/domain/evaluation/scorer-rules.ts'
import { grantsOf } from '../../../shared/domain/access/scope.ts'
import type { Track } from '../../../shared/domain/people/codes.ts'
import { auditEntry, moduleTable, scoreEntry, scoreSheet, staff } from '../../db/schema/index.ts'
import type { Read } from '../../db/types.ts'
import { actorNames } from '../app/actor-names.ts'
import type { Guarded } from '../app/guard.ts'
import { scoreText } from '../app/rows.ts'
import { printedPeople } from '../transfer/gather-common.ts'
import { planDocumentOf, type PeriodRow } from './periods.ts'

/** What may be given on a sheet to people of a track: the plan's for that track. */
export function trackScale(plan: PlanDocument, kind: SheetKind, track: Track | null): ScoreScale {
  const { module } = track === null ? plan.quarter : planOfTrack(plan.quarter, track)
  return kind === 'head' ? scaleOf(module.head, module.headBands) : scaleOf(module.leader, {})
}

/** The rules a sheet is handed in by; M4 knows none. */
export function sheetRules(plan: PlanDocument, kind: SheetKind): ScorerRules | null {
  return kind === 'head' ? scorerRulesOf(plan) : null
}

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

/** The sheets of a period that the caller scores, or all for who may enter by proxy, with all that a grid of scores needs. */
export function listSheets({ read, actor }: Guarded, row: PeriodRow) {
  const self = actor.standing.staffId
  const seesAll = grantsOf('score.proxy', actor.standing.roles).length > 0
  const sheets = read
    .select()
    .from(scoreSheet)
    .where(eq(scoreSheet.periodId, row.id))
    .orderBy(asc(scoreSheet.seq))
    .all()
    .filter(({ scorerId }) => seesAll || (scorerId !== null && scorerId === self))
  const entries = Map.groupBy(
    read.select({ entry: scoreEntry, track: staff.track }).from(scoreEntry).innerJoin(scoreSheet, eq(scoreSheet.id, scoreEntry.sheetId)).innerJoin(staff, eq(staff.id, scoreEntry.staffId)).where(eq(scoreSheet.periodId, row.id)).orderBy(asc(scoreEntry.seq)).all(),
    ({ entry }) => entry.sheetId,
  )
  const people = new Map(printedPeople(read, row.end).map((person) => [person.id, person]))
  const modules = new Map(read.select({ id: moduleTable.id, name: moduleTable.name }).from(moduleTable).all().map(({ id, name }) => [id, name]))
  const sentBack = sentBackOf(read, sheets.filter(({ state, version }) => state === 'draft' && version > 1).map(({ id }) => id))
  const nameOf = actorNames(read)
  const plan = planDocumentOf(read, row)
  const scales = { head: scalesOf(plan, 'head'), leader: scalesOf(plan, 'leader') }
  return sheets.map((sheet) => {
    const { scale, own } = scales[sheet.kind]
    const { id, kind, moduleId, scorerId, state, proxyBy, version } = sheet
    const moduleName = moduleId === null ? null : (modules.get(moduleId) ?? null)
    const rows = (entries.get(id) ?? []).map(({ entry, track }) => {
      const person = people.get(entry.staffId)
      const ownScale = own(track)
      return {
        staffId: entry.staffId,
        staffName: person?.name ?? '',
        moduleName: moduleName ?? person?.moduleName ?? '',
        postName: person?.postName ?? '',
        band: entry.band,
        score: scoreText(entry),
        note: entry.note,
        version: entry.version,
        scale: ownScale === null ? null : forContract(ownScale),
      }
    })
    return {
      id, kind, moduleId, moduleName, scorerId, state, version,
      proxyBy: proxyBy === null ? null : nameOf(proxyBy),
      periodCode: row.code,
      scorer: sheet.scorerLabel ?? people.get(scorerId ?? '')?.name ?? '',
      isOwn: scorerId !== null && scorerId === self,
      sentBack: sentBack.get(id) ?? null,
      scale: forContract(scale),
      rules: sheetRules(plan, kind),
      entries: rows,
    }
  })
}

function forContract({ max, bands }: ScoreScale) {
  return { max, bands: bands.map((band) => ({ ...band })) }
}
