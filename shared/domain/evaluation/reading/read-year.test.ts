import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { edited } from '../example.testing.ts'
import { parseCase } from './parse-case.ts'

const year: unknown = JSON.parse(readFileSync(new URL('../cases/year-02.case.json', import.meta.url), 'utf8'))

/** Keys, value (undefined takes the field away), and every issue that follows. */
type Edit = readonly [keys: readonly (string | number)[], value: unknown, ...issues: readonly (readonly [path: string, code: string])[]]

const yearEdits: readonly Edit[] = [
  [['staff', 1, 'id'], 's001', ['staff[1].id', 'duplicate']],
  [['pools', 1, 'id'], 'leader', ['pools[1].id', 'duplicate'], ['bonus.pools.civil', 'unknown_id']],
  [['staff', 0, 'pool'], 'x', ['staff[0].pool', 'unknown_id']],
  [['staff', 0, 'identity'], 'x', ['staff[0].identity', 'unknown_value']],
  [['staff', 0, 'track'], 'x', ['staff[0].track', 'unknown_value']],
  [['staff', 0, 'status'], 'x', ['staff[0].status', 'unknown_value']],
  [['staff', 0, 'vetoes', 0], 'no_good', ['staff[0].vetoes[0]', 'unknown_value']],
  [['staff', 0, 'quarters', 2, 'grade'], 'excellent', ['staff[0].quarters[2].grade', 'unknown_value']],
  [['staff', 0, 'quarters', 2, 'total'], 87.39, ['staff[0].quarters[2].total', 'not_decimal']],
  [['staff', 0, 'quarters', 2, 'deduct'], '-1', ['staff[0].quarters[2].deduct', 'negative']],
  [['staff', 0, 'quarters', 2, 'valid'], undefined, ['staff[0].quarters[2].valid', 'missing']],
  [['staff', 0, 'months'], -1, ['staff[0].months', 'negative']],
  [['yearGrades', 'rounding'], 'half', ['yearGrades.rounding', 'unknown_value']],
  [['yearGrades', 'quota'], undefined, ['yearGrades.quota', 'missing']],
  [['bonus', 'pools', 'civil'], -1, ['bonus.pools.civil', 'negative']],
  [['bonus', 'pools', 'nobody'], 1, ['bonus.pools.nobody', 'unknown_id']],
  [['bonus', 'factors', 'good'], '1', ['bonus.factors.good', 'unknown_value']],
  [['bonus', 'factors', 'basic'], '0,8', ['bonus.factors.basic', 'not_decimal']],
  [['format'], 'township-year-case/2', ['format', 'unknown_value']],
  [['year'], '2026', ['year', 'missing']],
]

describe('a year case is refused with exactly these issues', () => {
  test.each(yearEdits.map(([keys, value, ...issues]) => [keys.join('.'), keys, value, issues] as const))('%s', (_, keys, value, issues) => {
    const parsed = parseCase(edited(year, keys, value))
    expect(parsed.kind === 'refused' && parsed.issues.map((issue) => [issue.path, issue.code])).toEqual(issues)
  })
})

test('what may be absent stands as null, false or 12 months', () => {
  const [pool, warned, months, bonus] = [['staff', 0, 'pool'], ['staff', 0, 'warned'], ['staff', 0, 'months'], ['bonus']]
  const spare = [pool, warned, months, bonus].reduce<unknown>((json, keys) => edited(json, keys ?? [], undefined), year)
  expect(parseCase(spare)).toMatchObject({ kind: 'year', input: { staff: expect.arrayContaining([expect.objectContaining({ pool: null, warned: false, months: 12 })]), bonus: null } })
})
