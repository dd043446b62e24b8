import { fillTokens } from './tokens.ts'
import type { ExportMeta } from '../export-meta.ts'
import { metaTokens } from '../metadata.ts'
import type { Layout } from '../../../../shared/domain/papers/layout.ts'
import { fileStemOf } from '../../../../shared/lib/file-name.ts'

/** `清溪镇_四维考评_2026Q1_v1_20260408.xlsx`: without gaps for what there is not; `copy` is put before the ending, so that no two copies are of one name. */
export function exportFileName(layout: Layout, meta: ExportMeta, copy = ''): string {
  const filled = fillTokens(layout.fileName.trim().replace(/\.xlsx$/, ''), metaTokens(meta))
  return `${fileStemOf([filled, copy])}.xlsx`
}
