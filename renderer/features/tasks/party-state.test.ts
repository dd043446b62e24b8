import { expect, test } from 'vitest'
import { partyState } from './party-state.ts'

const open = { submittedOn: null, completedOn: null }
const handedIn = { submittedOn: '2026-07-01', completedOn: null }

test.each([
  ['draft', open, 'notStarted'],
  ['issued', open, 'notAccepted'],
  ['active', open, 'working'],
  ['active', handedIn, 'submitted'],
  ['suspended', open, 'working'],
  ['reviewed', handedIn, 'submitted'],
  ['completed', handedIn, 'completed'],
  ['closed', { submittedOn: '2026-07-01', completedOn: '2026-07-01' }, 'completed'],
  ['revoked', open, 'notStarted'],
] as const)('%s, %j: %s', (state, party, expected) => {
  expect(partyState(state, party)).toBe(expected)
})
