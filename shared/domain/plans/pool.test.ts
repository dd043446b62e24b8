import { expect, test } from 'vitest'
import { defaultPlan } from './plan-presets.ts'
import { byPool, poolOf } from './pool.ts'

test.each([
  [{ pool: 'special', track: 'leader', identity: 'civil' }, 'special'],
  [{ pool: null, track: 'leader', identity: 'institution' }, 'leader'],
  [{ pool: null, track: 'mid', identity: 'ref_civil' }, 'civil'],
  [{ pool: null, track: 'staff', identity: 'institution' }, 'institution'],
  [{ pool: null, track: 'dispatched_head', identity: 'seconded_in' }, 'dispatched'],
  [{ pool: null, track: 'contract', identity: 'support' }, 'contract'],
] as const)('%o ranks in %s', (person, pool) => {
  expect(poolOf(person, defaultPlan.pools)).toBe(pool)
})

test('the first rule that holds the track or the identity wins', () => {
  const rules = [{ id: 'one', tracks: [], identities: ['civil'] }, { id: 'two', tracks: ['leader'], identities: [] }] as const
  expect(poolOf({ pool: null, track: 'leader', identity: 'civil' }, rules)).toBe('one')
  expect(poolOf({ pool: null, track: 'staff', identity: 'support' }, rules)).toBeNull()
})

test('pools come in the order of the rules, people without one last', () => {
  const people = [{ pool: null }, { pool: 'civil' }, { pool: 'leader' }]
  expect([...byPool(people, (person) => person.pool, defaultPlan.pools).keys()]).toEqual(['leader', 'civil', null])
})
