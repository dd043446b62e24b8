import type { DayText } from '../../../shared/domain/plans/case.ts'

/** What a workbook says about itself in 元数据, in the line under each title and in the export log. */
export interface ExportMeta {
  /** 导出编号: under this key the export log knows the file again. */
  readonly exportId: string
  readonly township: string
  /** 填报单位 */
  readonly reportingUnit: string
  /** `2026Q1` or `2026`; null where a workbook belongs to no period. */
  readonly periodCode: string | null
  /** As it stands in titles: `2026年第一季度`, `2026年`; empty where there is no period. */
  readonly periodTitle: string
  readonly planVersion: string | null
  readonly resultVersion: string | null
  readonly snapshotHash: string | null
  readonly exportedBy: string
  /** As it is printed, such as `2026-04-08 10:30:00`. */
  readonly exportedAt: string
  /** 填报日期 */
  readonly filledOn: DayText
  /** Head of the audit chain when the file was made (P11). */
  readonly auditHead: string | null
}
