import { describe, expect, test } from 'vitest'
import { defaultYearRule } from '../../../../shared/domain/plans/plan-document.ts'
import { defaultPlan } from '../../../../shared/domain/plans/plan-presets.ts'
import { valueAt, withValueAt, type DocumentPath } from '../../plans/document-path.ts'
import { withLinkedMaxima } from './linked-maxima.ts'

const start: unknown = { quarter: defaultPlan, year: defaultYearRule }

function changed(path: DocumentPath, typed: string, before = start): unknown {
  return withLinkedMaxima(before, withValueAt(before, path, typed), start)
}

const at = (document: unknown, ...path: DocumentPath) => valueAt(document, ['quarter', ...path])
const parts = (document: unknown) => ['head', 'tasks', 'peer', 'leader'].map((part) => at(document, 'module', part))

describe('a maximum takes along', () => {
  test('its dimension, where a part is changed', () => {
    expect(at(changed(['quarter', 'module', 'tasks'], '25'), 'dimensions', 'module')).toBe('45')
    expect(at(changed(['quarter', 'team', 'service', 'max'], '15.5'), 'dimensions', 'team')).toBe('35.5')
  })

  test('its parts and their points, where a dimension is changed', () => {
    const less = changed(['quarter', 'dimensions', 'module'], '30')
    expect([parts(less), at(less, 'module', 'headBands'), at(less, 'module', 'peerBands')]).toEqual([['7.5', '15', '3.75', '3.75'], { A: '7.5', B: '6', C: '4.5' }, { A: '3.75', B: '2.25', C: '0.75' }])
    expect(parts(changed(['quarter', 'dimensions', 'module'], '33.33'))).toEqual(['8.33', '16.66', '4.17', '4.17'])
    expect(at(changed(['quarter', 'dimensions', 'team'], '20'), 'team', 'tiers')).toEqual(['10', '8', '6'])
  })

  test('nothing while it cannot be read, and by the plan one began with afterwards', () => {
    const empty = changed(['quarter', 'module', 'head'], '')
    expect([at(empty, 'dimensions', 'module'), at(empty, 'module', 'headBands')]).toEqual(['40', { A: '10', B: '8', C: '6' }])
    const typed = changed(['quarter', 'module', 'head'], '15', changed(['quarter', 'module', 'head'], '1', empty))
    expect([at(typed, 'dimensions', 'module'), at(typed, 'module', 'headBands')]).toEqual(['45', { A: '15', B: '12', C: '9' }])
  })
})

test('the proportions are those of the plan one began with, not of another', () => {
  const begun = parts(start).reduce<unknown>((document, _, place) => withValueAt(document, ['quarter', 'module', ['head', 'tasks', 'peer', 'leader'][place] ?? ''], ['10', '10', '5', '5'][place]), withValueAt(start, ['quarter', 'dimensions', 'module'], '30'))
  expect(parts(withLinkedMaxima(begun, withValueAt(begun, ['quarter', 'dimensions', 'module'], '36'), begun))).toEqual(['12', '12', '6', '6'])
})

test('what is no maximum takes nothing along', () => {
  expect(changed(['quarter', 'quarterGrades', 'quota'], '0.2')).toEqual(withValueAt(start, ['quarter', 'quarterGrades', 'quota'], '0.2'))
})
