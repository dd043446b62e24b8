import { describe, expect, test } from 'vitest'
import { formatPlace, parsePlace, tabKey, withoutSheet, type Place } from './place.ts'

const places: readonly (readonly [Place, string])[] = [
  [{ tab: 'workbench' }, '#/workbench'],
  [{ tab: 'module', module: 'party', section: 'people' }, '#/module/party/people'],
  [{ tab: 'module', module: 'm7', section: 'tasks', id: '0190-a' }, '#/module/m7/tasks/0190-a'],
  [{ tab: 'evaluation', section: 'sheets', id: 'x/y' }, '#/evaluation/sheets/x%2Fy'],
  [{ tab: 'reports', section: 'verify' }, '#/reports/verify'],
  [{ tab: 'reports', section: 'templates', id: 't1' }, '#/reports/templates/t1'],
  [{ tab: 'system', section: 'audit' }, '#/system/audit'],
]

describe('a place', () => {
  test.each(places)('%j is the address %s, there and back', (place, hash) => {
    expect([formatPlace(place), parsePlace(hash)]).toEqual([hash, place])
  })

  test.each(['', '#/', '#/nowhere', '#/module', '#/%', '#/workbench/x'])('%j leads to the workbench', (hash) => {
    expect(parsePlace(hash)).toEqual({ tab: 'workbench' })
  })

  test('an unknown section leads to the first one of its tab', () => {
    expect([parsePlace('#/module/party/moon'), parsePlace('#/evaluation/moon'), parsePlace('#/system/moon')]).toEqual([
      { tab: 'module', module: 'party', section: 'overview' },
      { tab: 'evaluation', section: 'cycle' },
      { tab: 'system', section: 'township' },
    ])
  })

  test('a lock closes the sheet that lies over the page, and leaves the page', () => {
    expect(places.map(([place]) => formatPlace(withoutSheet(place)))).toEqual(places.map(([, hash]) => hash.replace('/0190-a', '')))
  })

  test('each module has a tab of its own', () => {
    expect([tabKey({ tab: 'module', module: 'party', section: 'people' }), tabKey({ tab: 'module', module: 'govern', section: 'people' }), tabKey({ tab: 'system', section: 'audit' })]).toEqual(['module:party', 'module:govern', 'system'])
  })
})
