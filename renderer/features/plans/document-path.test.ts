import { expect, test } from 'vitest'
import { defaultPlan } from '../../../shared/domain/plans/plan-presets.ts'
import { keysAt, lengthAt, pathText, plainAt, withValueAt } from './document-path.ts'

const document = { quarter: defaultPlan, year: { bonusFactors: { excellent: '1.2' } } }

test('values, names and lengths are read by path', () => {
  expect(plainAt(document, ['quarter', 'module', 'headBands', 'A'])).toBe('10')
  expect(plainAt(document, ['quarter', 'tasks', 'late', 2, 'days'])).toBeNull()
  expect(plainAt(document, ['quarter', 'tasks', 'late', 9, 'days'])).toBeUndefined()
  expect(plainAt(document, ['quarter', 'module'])).toBeUndefined()
  expect(keysAt(document, ['quarter', 'special', 'levels'])).toEqual(['township', 'county', 'city', 'province'])
  expect(lengthAt(document, ['quarter', 'team', 'tiers'])).toBe(3)
  expect(keysAt(document, ['quarter', 'constructor'])).toEqual([])
})

test('a change copies what is on its way and leaves the rest and the original alone', () => {
  const path = ['quarter', 'tasks', 'late', 0, 'days'] as const
  const changed = withValueAt(document, path, 5)
  expect(plainAt(changed, path)).toBe(5)
  expect(plainAt(document, path)).toBe(3)
  expect(plainAt(changed, ['quarter', 'tasks', 'late', 1, 'days'])).toBe(10)
  expect(plainAt(withValueAt(document, ['scorers', 'spread'], '4'), ['scorers', 'spread'])).toBe('4')
})

test('a path reads as the host writes it', () => {
  expect(pathText(['quarter', 'tasks', 'late', 0, 'days'])).toBe('quarter.tasks.late[0].days')
})
