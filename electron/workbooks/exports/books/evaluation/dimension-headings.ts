import type { DimensionName } from '../../../../../shared/domain/plans/vocabulary.ts'
import { dimensionLabels } from '../../../../../shared/domain/plans/plan-vocabulary.ts'
import type { ColumnLayout, Layout } from '../../../../../shared/domain/papers/layout.ts'

const fields: Readonly<Record<string, DimensionName>> = { post: 'post', moduleScore: 'module', team: 'team', special: 'special', deduct: 'deduct' }

function named(column: ColumnLayout, labels: Readonly<Record<DimensionName, string>>): ColumnLayout {
  const dimension = Object.hasOwn(fields, column.field) ? fields[column.field] : undefined
  return dimension === undefined || column.heading !== dimensionLabels[dimension] ? column : { ...column, heading: labels[dimension] }
}

/** The layout with its columns of dimensions headed as the plan calls them; a county's own heading stays. */
export function withDimensionHeadings(layout: Layout, labels: Readonly<Record<DimensionName, string>>): Layout {
  return { ...layout, sheets: layout.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, columns: table.columns.map((column) => named(column, labels)) })) })) }
}
