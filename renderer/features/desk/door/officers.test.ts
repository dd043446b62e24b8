import { expect, test } from 'vitest'
import { administratorsOf, officerFaults, type OfficerDraft } from './officers.ts'

const faultIds = (draft: OfficerDraft) => officerFaults(draft, 'me').map(({ id }) => id)

test.each([
  [{ mode: 'one', secadmin: null, auditor: null }, []],
  [{ mode: 'some', secadmin: null, auditor: 'b' }, ['officer-secadmin']],
  [{ mode: 'some', secadmin: 'me', auditor: 'me' }, []],
  [{ mode: 'three', secadmin: 'a', auditor: 'b' }, []],
  [{ mode: 'three', secadmin: 'me', auditor: 'b' }, ['officer-secadmin']],
  [{ mode: 'three', secadmin: 'a', auditor: 'a' }, ['officer-auditor']],
  [{ mode: 'three', secadmin: 'a', auditor: null }, ['officer-auditor']],
] as const)('%o', (draft, ids) => {
  expect(faultIds(draft)).toEqual(ids)
})

test('one person holds all three, others only where they are named', () => {
  const roles = (draft: OfficerDraft) => administratorsOf(draft, 'me').map(({ accountId, role }) => `${role} ${accountId}`)
  expect([roles({ mode: 'one', secadmin: 'a', auditor: 'b' }), roles({ mode: 'three', secadmin: 'a', auditor: 'b' })]).toEqual([['secadmin me', 'auditor me'], ['secadmin a', 'auditor b']])
})
