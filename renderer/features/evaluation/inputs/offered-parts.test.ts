import { expect, test } from 'vitest'
import { capabilities } from '../../../../shared/domain/township/access/permissions.ts'
import type { Role } from '../../../../shared/domain/township/access/roles.ts'
import { grantsOf } from '../../../../shared/domain/township/access/scope.ts'
import { offeredParts } from './offered-parts.ts'

test.each([
  { role: 'clerk', first: 'points', seesSources: false },
  { role: 'leader', first: 'points', seesSources: false },
  { role: 'inspector', first: 'villages', seesSources: true },
  { role: 'principal', first: 'groups', seesSources: true },
] as const satisfies readonly { readonly role: Role; readonly first: string; readonly seesSources: boolean }[])('$role begins with $first', ({ role, first, seesSources }) => {
  const parts = offeredParts(capabilities.filter((capability) => grantsOf(capability, [role]).length > 0))
  expect([parts.first, parts.offered.includes('sources')]).toEqual([first, seesSources])
})
