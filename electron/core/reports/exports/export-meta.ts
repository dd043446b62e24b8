import { eq } from 'drizzle-orm'
import { decision, snapshot } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { ExportMeta } from '../../../workbooks/exports/export-meta.ts'
import { auditHead } from '../../app/audit-chain.ts'
import { dayInChina } from '../../app/environment.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { planOf, type PeriodRow } from '../../plans/periods.ts'
import type { VersionRow } from '../../evaluation/computing/result-versions.ts'
import { metaWords } from './vocabulary.ts'

export interface ExportAbout {
  readonly exportId: string
  readonly exportedBy: string
  readonly now: string
}

/** What a workbook says about itself. */
export function exportMeta(read: Read, about: ExportAbout, row: PeriodRow | null, version: VersionRow | null): ExportMeta {
  const { name, reportingUnit } = requireTownshipRow(read)
  const plan = row === null ? null : planOf(read, row)
  const head = auditHead(read)
  return {
    exportId: about.exportId,
    township: name,
    reportingUnit,
    periodCode: row?.code ?? null,
    periodTitle: row === null ? '' : periodTitle(row),
    planVersion: plan === null ? null : metaWords.planVersion(plan.name, plan.planVersion),
    resultVersion: version === null ? null : metaWords.resultVersion(version.resultVersion),
    snapshotHash: version === null ? null : (read.select({ hash: snapshot.hash }).from(snapshot).where(eq(snapshot.id, version.snapshotId)).get()?.hash ?? null),
    exportedBy: about.exportedBy,
    exportedAt: new Date(Date.parse(about.now) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
    filledOn: dayInChina(about.now),
    auditHead: head.seq === 0 ? null : `${head.seq}:${head.mac.slice(0, 16)}`,
  }
}

/** `2026年第一季度`, `2026年` */
export function periodTitle(row: PeriodRow): string {
  const year = row.start.slice(0, 4)
  return row.kind === 'year' ? metaWords.year(year) : metaWords.quarter(year, Math.ceil(Number(row.start.slice(5, 7)) / 3))
}

/** Decided grades of a period by staff id. */
export function decidedGrades(read: Read, periodId: string): ReadonlyMap<string, string> {
  return new Map(read.select().from(decision).where(eq(decision.periodId, periodId)).all().map(({ staffId, grade }) => [staffId, grade]))
}
