import { describe, expect, test } from 'vitest'
import { issueLightOf, type IssueLightFacts } from './light.ts'
import { maskPhone } from './mask-phone.ts'

const today = '2026-06-10'
const of = (state: IssueLightFacts['state'], reportedOn: string, due: string | null) => issueLightOf({ state, reportedOn, due }, today)

describe('the light of a 民情事项', () => {
  test.each([
    ['recorded', '2026-06-08', null, 'grey'],
    ['recorded', '2026-06-07', null, 'yellow'],
    ['dispatched', '2026-06-01', '2026-06-09', 'red'],
    ['handling', '2026-06-01', '2026-06-10', 'yellow'],
    ['handling', '2026-06-01', '2026-06-13', 'yellow'],
    ['handling', '2026-06-09', '2026-06-14', 'green'],
    ['handling', '2026-03-01', '2026-06-20', 'yellow'],
    ['handling', '2026-06-01', null, 'green'],
    ['resolved', '2026-06-01', '2026-06-05', 'green'],
    ['closed', '2026-06-01', '2026-06-05', 'grey'],
    ['declined', '2026-01-01', null, 'grey'],
  ] as const)('%s reported %s due %s is %s', (state, reportedOn, due, light) => {
    expect(of(state, reportedOn, due)).toBe(light)
  })
})

test('a number is shown in part', () => {
  expect([maskPhone('13812345678'), maskPhone('0570-1234567'), maskPhone('12345')]).toEqual(['138****5678', '057****4567', '****45'])
})
