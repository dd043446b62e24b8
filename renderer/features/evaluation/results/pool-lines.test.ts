import { expect, test } from 'vitest'
import { poolLines } from './pool-lines.ts'

const pool = (name: string, quota: number) => ({ pool: name, people: 10, eligible: 9, quota, suggested: 0, decided: 0, tiedAtLine: 0 })
const row = (name: string, grade: string, decidedGrade: string | null = null) => ({ pool: name, grade, decidedGrade })

test('a decision counts in place of the suggestion', () => {
  const rows = [row('civil', 'good', 'fair_good'), row('civil', 'good'), row('civil', 'fair_good', 'good'), row('institution', 'good'), row('institution', 'good'), row('contract', 'average'), row('special', 'good')]
  const lines = poolLines('quarter', [pool('civil', 2), pool('institution', 1), pool('contract', 1), pool('special', 0), pool('leader', 0)], rows)
  expect(lines.map(({ pool: name, given, quota, state }) => `${name ?? ''} ${String(given)}/${String(quota)} ${state}`)).toEqual(['civil 2/2 full', 'institution 2/1 over', 'contract 0/1 room', 'special 1/0 over', 'leader 0/0 none'])
})

test('a year counts 优秀', () => {
  expect(poolLines('year', [pool('civil', 1)], [row('civil', 'excellent'), row('civil', 'good')])[0]?.given).toBe(1)
})
