import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../../../shared/contract/refusal.ts'
import { moduleOffice, moduleTable, scoreEntry, scoreSheet, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import { dayInChina } from '../../app/environment.ts'
import type { Guarded } from '../../app/guard.ts'
import { nextVersion, requireReason } from '../../app/rows.ts'
import { coversDay } from '../../app/standing.ts'
import { requirePeriodById } from '../../plans/periods.ts'
import { aboutSheet, requireOpenSheet, sheetOf, type SheetRow } from './score-entry.ts'
import { planSheets } from './sheets.ts'
import { delegationFaults, evaluationWords } from '../../plans/vocabulary.ts'

/** By A岗 himself, or by 督考 for him. */
type Way = 'leader' | 'proxy'

interface Seen {
  readonly sheetId: string
  readonly version: number
}

/** Who would fill in a sheet in place of its A岗, or why nobody may: with the way out. */
export type Deputy = { readonly kind: 'deputy'; readonly staffId: string; readonly name: string } | { readonly kind: 'nobody'; readonly reason: string }

/** B岗 of the module today, for a sheet that the plan gives to A岗; never one of those who are rated on it. `isOfLeadA`: the plan's word. */
export function deputyOf(read: Read, sheet: SheetRow, isOfLeadA: boolean, today: string): Deputy {
  const { moduleId } = sheet
  if (!isOfLeadA || moduleId === null) return { kind: 'nobody', reason: delegationFaults.notLeadA }
  const module = read.select({ name: moduleTable.name }).from(moduleTable).where(eq(moduleTable.id, moduleId)).get()?.name ?? ''
  const deputy = read
    .select({ staffId: staff.id, name: staff.name })
    .from(moduleOffice)
    .innerJoin(staff, eq(staff.id, moduleOffice.staffId))
    .where(and(eq(moduleOffice.moduleId, moduleId), eq(moduleOffice.office, 'lead_b'), coversDay(moduleOffice.from, moduleOffice.to, today)))
    .get()
  if (deputy === undefined || deputy.staffId === sheet.scorerId) return { kind: 'nobody', reason: delegationFaults.noDeputy(module) }
  const rated = read.select({ id: scoreEntry.id }).from(scoreEntry).where(and(eq(scoreEntry.sheetId, sheet.id), eq(scoreEntry.staffId, deputy.staffId))).get()
  return rated === undefined ? { kind: 'deputy', ...deputy } : { kind: 'nobody', reason: delegationFaults.isRated(deputy.name) }
}

/** A岗 leaves an M4 sheet, as it stands, to the B岗 of the module. */
export function delegateSheet(guard: Guarded, way: Way, { sheetId, reason, version: seen }: Seen & { readonly reason: string }): { readonly version: number } {
  return guard.mutate({
    about: (read) => aboutSheet(read, sheetOf(read, sheetId, way)),
    write(tx, now) {
      const sheet = requireOpenSheet(tx, sheetId, way, evaluationWords.delegate)
      requireReason(reason, evaluationWords.delegate)
      const version = nextVersion(sheet, seen)
      if (sheet.delegatedById !== null) throw new Refusal('delegation_refused', { reason: delegationFaults.already })
      const deputy = deputyOf(tx, sheet, ofLeadA(planSheets(tx, requirePeriodById(tx, sheet.periodId)))(sheet), dayInChina(now))
      if (deputy.kind === 'nobody') throw new Refusal('delegation_refused', { reason: deputy.reason })
      tx.update(scoreSheet).set({ scorerId: deputy.staffId, delegatedById: sheet.scorerId, delegationReason: reason, version }).where(eq(scoreSheet.id, sheet.id)).run()
      return { version, to: deputy.staffId }
    },
    audit: ({ to }) => ({ subject: sheetId, detail: { to, reason } }),
  })
}

/** A岗 takes a sheet back, with what B岗 has entered, until it is handed in. */
export function takeSheetBack(guard: Guarded, way: Way, { sheetId, version: seen }: Seen): { readonly version: number } {
  return guard.mutate({
    about(read) {
      const sheet = sheetOf(read, sheetId, way)
      return { ...aboutSheet(read, sheet), scorer: sheet.delegatedById }
    },
    write(tx) {
      const sheet = requireOpenSheet(tx, sheetId, way, evaluationWords.takeBack)
      const version = nextVersion(sheet, seen)
      if (sheet.delegatedById === null) throw new Refusal('delegation_refused', { reason: delegationFaults.notDelegated })
      tx.update(scoreSheet).set({ scorerId: sheet.delegatedById, delegatedById: null, delegationReason: null, version }).where(eq(scoreSheet.id, sheet.id)).run()
      return { version }
    },
    audit: () => ({ subject: sheetId, detail: {} }),
  })
}

/** Whether the plan gives a sheet to the A岗 who has it. */
export function ofLeadA(planned: ReturnType<typeof planSheets>): (sheet: SheetRow) => boolean {
  return ({ kind, scorerId, moduleId }) => kind === 'leader' && planned.some((other) => other.kind === 'leader' && other.office === 'lead_a' && other.scorerId === scorerId && other.moduleId === moduleId)
}
