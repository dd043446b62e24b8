import type { Capability } from '../../../shared/domain/township/access/permissions.ts'
import { reportSections, type ReportSection } from '../../api/place.ts'

const needed: Readonly<Record<ReportSection, Capability>> = { export: 'export.run', import: 'import.run', layouts: 'layout.edit', templates: 'export.run', verify: 'export.run' }

/** The sections that a user has, in their order. */
export function sectionsFor(capabilities: readonly Capability[]): readonly ReportSection[] {
  return reportSections.filter((section) => capabilities.includes(needed[section]))
}
