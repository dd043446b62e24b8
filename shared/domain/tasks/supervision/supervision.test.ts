import { expect, test } from 'vitest'
import { askFault, mayDecideExtension } from '../tasks/extension.ts'
import { daysOverdue, proposedSupervision, type SupervisionFacts } from './supervision.ts'

const base: SupervisionFacts = { state: 'active', issuedOn: '2026-03-01', due: '2026-03-31', progress: 40, supervisions: [] }
const yellow = { level: 'yellow', issuedOn: '2026-04-04' } as const

test.each<[string, SupervisionFacts, string, string | null]>([
  ['three days late', base, '2026-04-03', null],
  ['four days late', base, '2026-04-04', 'yellow'],
  ['seven days late', base, '2026-04-07', 'yellow'],
  ['eight days late', base, '2026-04-08', 'red'],
  ['four days late, not accepted', { ...base, state: 'issued' }, '2026-04-04', 'yellow'],
  ['handed in, waiting for others', { ...base, state: 'submitted' }, '2026-04-20', null],
  ['suspended', { ...base, state: 'suspended' }, '2026-04-20', null],
  ['a yellow one is there', { ...base, supervisions: [yellow] }, '2026-04-07', null],
  ['a yellow one is there, eight days late', { ...base, supervisions: [yellow] }, '2026-04-08', 'red'],
  ['both are there', { ...base, supervisions: [yellow, { level: 'red', issuedOn: '2026-04-08' }] }, '2026-05-08', null],
  ['late again after the deadline was moved', { ...base, due: '2026-04-20', supervisions: [yellow] }, '2026-04-24', 'yellow'],
])('%s: %#', (_, task, today, level) => {
  expect(proposedSupervision(task, today)).toBe(level)
})

test('days overdue are those of a red light', () => {
  expect([daysOverdue(base, '2026-03-31'), daysOverdue(base, '2026-04-02'), daysOverdue({ ...base, state: 'reviewed' }, '2026-04-02')]).toEqual([0, 2, 0])
})

test('an extension is asked for while the work is being done, one at a time, to a later day', () => {
  const task = { state: 'active', due: '2026-03-31', isAsked: false, granted: 0 } as const
  expect([askFault(task, '2026-04-10'), askFault({ ...task, state: 'issued' }, '2026-04-10')]).toEqual([null, null])
  expect((['draft', 'submitted', 'completed', 'suspended', 'revoked'] as const).map((state) => askFault({ ...task, state }, '2026-04-10')?.kind)).toEqual(Array(5).fill('notBusy'))
  expect([askFault({ ...task, isAsked: true }, '2026-04-10')?.kind, askFault(task, '2026-03-31')?.kind]).toEqual(['askedAlready', 'notLater'])
})

test('the third extension needs a leader', () => {
  expect([mayDecideExtension(['inspector'], 0), mayDecideExtension(['inspector'], 1), mayDecideExtension(['inspector'], 2), mayDecideExtension(['leader'], 2), mayDecideExtension(['principal'], 5)]).toEqual([true, true, false, true, true])
})
