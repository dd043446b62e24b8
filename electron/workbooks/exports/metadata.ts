import { number, text } from './arrange/draft.ts'
import type { DraftRow, DraftSheet } from './arrange/draft.ts'
import type { ExportMeta } from './export-meta.ts'
import { words } from './vocabulary.ts'
import type { LayoutToken } from '../../../shared/domain/papers/layout-tokens.ts'

/** The words 元数据 names its rows by; `exportId` is the one a file is known again by. */
export const metadataWords = {
  exportId: '导出编号',
  township: '乡镇',
  reportingUnit: '填报单位',
  periodCode: '周期',
  planVersion: '方案版本',
  resultVersion: '结果版本',
  snapshotHash: '快照校验值',
  exportedBy: '导出人',
  exportedAt: '导出时间',
  filledOn: '填报日期',
  auditHead: '审计链末值',
} as const satisfies Partial<Record<keyof ExportMeta, string>>

type MetadataField = keyof typeof metadataWords

const fields = ['exportId', 'township', 'reportingUnit', 'periodCode', 'planVersion', 'resultVersion', 'snapshotHash', 'exportedBy', 'exportedAt', 'filledOn', 'auditHead'] as const satisfies readonly MetadataField[]

/** 元数据: where the numbers come from; every value is text. */
export function metadataSheet(meta: ExportMeta): DraftSheet {
  const rows = fields.map((field, index): DraftRow => ({ cells: { seq: number(index + 1), item: text(metadataWords[field]), content: text(meta[field]) } }))
  return { key: 'metadata', tables: [{ key: 'metadata', rows }] }
}

/** `2026年4月8日` */
export function chineseDate(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year ?? ''}年${String(Number(month))}月${String(Number(date))}日`
}

/** When a result is, or was, hung up, as the 公示表 says it. */
export function publicityToken(publicity: { readonly from: string; readonly to: string } | null): string {
  return publicity === null ? words.publicityOpen : words.publicityDays(chineseDate(publicity.from), chineseDate(publicity.to))
}

/** The tokens titles and lines of every layout may use. */
export function metaTokens(meta: ExportMeta): Readonly<Record<LayoutToken, string>> {
  return {
    township: meta.township,
    reportingUnit: meta.reportingUnit,
    periodCode: meta.periodCode ?? '',
    periodTitle: meta.periodTitle,
    version: meta.resultVersion === null ? '' : `v${/\d+/.exec(meta.resultVersion)?.[0] ?? ''}`,
    compactDate: meta.filledOn.replaceAll('-', ''),
    filledOn: chineseDate(meta.filledOn),
  }
}

/** When the file was made, for its document properties; the day it was filled in where the time is written in some other way. */
export function createdAt(meta: ExportMeta): number {
  const written = Date.parse(meta.exportedAt.replace(' ', 'T'))
  return Number.isNaN(written) ? Date.parse(`${meta.filledOn}T00:00:00Z`) : written
}
