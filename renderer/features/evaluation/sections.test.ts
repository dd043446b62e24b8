import { expect, test } from 'vitest'
import type { Capability } from '../../../shared/domain/township/access/permissions.ts'
import { grantsOf } from '../../../shared/domain/township/access/scope.ts'
import { capabilities } from '../../../shared/domain/township/access/permissions.ts'
import type { Role } from '../../../shared/domain/township/access/roles.ts'
import { sectionsFor } from './sections.ts'

const held = (...roles: Role[]): readonly Capability[] => capabilities.filter((capability) => grantsOf(capability, roles).length > 0)

test.each([
  { role: 'clerk', sections: ['cycle', 'summaries', 'ballot', 'inputs', 'results', 'plans'] },
  { role: 'head', sections: ['cycle', 'summaries', 'sheets', 'ballot', 'inputs', 'results', 'plans'] },
  { role: 'leader', sections: ['cycle', 'summaries', 'sheets', 'ballot', 'inputs', 'results', 'plans'] },
  { role: 'principal', sections: ['cycle', 'summaries', 'sheets', 'ballot', 'inputs', 'rulings', 'results', 'plans', 'trial', 'fairness'] },
  { role: 'inspector', sections: ['cycle', 'summaries', 'sheets', 'ballot', 'inputs', 'rulings', 'results', 'plans', 'trial', 'fairness'] },
  { role: 'sysadmin', sections: [] },
  { role: 'secadmin', sections: [] },
  { role: 'auditor', sections: [] },
] as const)('$role has $sections', ({ role, sections }) => {
  expect(sectionsFor(held(role))).toEqual(sections)
})
