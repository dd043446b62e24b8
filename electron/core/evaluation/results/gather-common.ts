import { asc, eq } from 'drizzle-orm'
import { identityLabels, sexLabels, trackLabels } from '../../../../shared/domain/people/vocabulary.ts'
import { assignment, decision, moduleTable, post, snapshot, staff } from '../../../db/schema/index.ts'
import type { Read } from '../../../db/types.ts'
import type { ExportMeta } from '../../../workbooks/exports/export-meta.ts'
import { auditHead } from '../../app/audit-chain.ts'
import { dayInChina } from '../../app/environment.ts'
import { requireTownshipRow } from '../../app/session.ts'
import { planOf, type PeriodRow } from '../../plans/periods.ts'
import type { VersionRow } from '../computing/result-versions.ts'
import { metaWords } from '../../reports/exports/vocabulary.ts'

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

/** A person as workbooks name him: labels instead of codes, and where he works. */
export interface PrintedPerson {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly sex: string
  readonly identityLabel: string
  readonly trackLabel: string
  readonly moduleName: string
  readonly postName: string
  readonly remark: string | null
}

/** Everyone in official order; module and post are those of the last day of the range on which the person held any. */
export function printedPeople(read: Read, until: string): readonly PrintedPerson[] {
  const held = read
    .select({ staffId: assignment.staffId, from: assignment.from, to: assignment.to, moduleName: moduleTable.name, postName: post.name })
    .from(assignment)
    .innerJoin(moduleTable, eq(moduleTable.id, assignment.moduleId))
    .innerJoin(post, eq(post.id, assignment.postId))
    .orderBy(asc(assignment.seq))
    .all()
  const byStaff = Map.groupBy(held, ({ staffId }) => staffId)
  return read
    .select()
    .from(staff)
    .orderBy(asc(staff.seq))
    .all()
    .map((row) => {
      const lastDay = ({ to }: { readonly to: string | null }) => (to === null || to > until ? until : to)
      const begun = (byStaff.get(row.id) ?? []).filter(({ from }) => from <= until)
      const latest = begun.reduce((day, other) => (lastDay(other) > day ? lastDay(other) : day), '')
      const present = begun.find((other) => lastDay(other) === latest)
      return {
        id: row.id,
        code: row.code,
        name: row.name,
        sex: row.sex === null ? '' : sexLabels[row.sex],
        identityLabel: identityLabels[row.identity],
        trackLabel: trackLabels[row.track],
        moduleName: present?.moduleName ?? '',
        postName: present?.postName ?? '',
        remark: row.remark,
      }
    })
}

/** Decided grades of a period by staff id. */
export function decidedGrades(read: Read, periodId: string): ReadonlyMap<string, string> {
  return new Map(read.select().from(decision).where(eq(decision.periodId, periodId)).all().map(({ staffId, grade }) => [staffId, grade]))
}
