import { expect, test } from 'vitest'
import { capabilities } from '../../../shared/domain/township/access/permissions.ts'
import { roles } from '../../../shared/domain/township/access/roles.ts'
import { grantsOf } from '../../../shared/domain/township/access/scope.ts'
import { sectionsFor } from './sections.ts'

test('each role sees only the sections it may do something in', () => {
  const seen = Object.fromEntries(roles.map((role) => [role, sectionsFor(capabilities.filter((capability) => grantsOf(capability, [role]).length > 0)).join(' ')]))
  expect(seen).toEqual({
    clerk: '',
    head: 'township',
    leader: '',
    principal: 'township audit',
    inspector: 'township calendar',
    sysadmin: 'accounts backups calendar',
    secadmin: 'accounts',
    auditor: 'audit',
    setup: 'township accounts backups',
  })
})
