import type { Capability } from '../../../shared/domain/township/access/permissions.ts'
import { systemSections, type SystemSection } from '../../api/place.ts'

/** A section is there for whoever holds one of these. */
const needed: Readonly<Record<SystemSection, readonly Capability[]>> = {
  township: ['staff.edit'],
  calendar: ['calendar.edit'],
  accounts: ['system.admin', 'security.admin'],
  backups: ['system.admin'],
  audit: ['audit.read'],
}

/** The sections that a user has, in their order. */
export function sectionsFor(capabilities: readonly Capability[]): readonly SystemSection[] {
  return systemSections.filter((section) => needed[section].some((capability) => capabilities.includes(capability)))
}
