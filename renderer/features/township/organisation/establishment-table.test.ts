import { expect, test } from 'vitest'
import { establishmentTable, placesTyped, type EstablishmentRow } from './establishment-table.ts'

const row = (moduleId: string, identity: EstablishmentRow['identity'], approved: number, inPost: number): EstablishmentRow => ({ moduleId, moduleName: moduleId, identity, approved, inPost, vacant: approved - inPost })

test('sums both ways; an unknown pair stands with zeros', () => {
  const table = establishmentTable([{ id: 'a', name: '大党建' }, { id: 'b', name: '大治理' }], [row('a', 'civil', 5, 4), row('a', 'contract', 0, 2), row('b', 'civil', 3, 3)])
  expect(table.lines.map(({ moduleName, total, places }) => [moduleName, total, places.support])).toEqual([
    ['大党建', { approved: 5, inPost: 6 }, { approved: 0, inPost: 0 }],
    ['大治理', { approved: 3, inPost: 3 }, { approved: 0, inPost: 0 }],
  ])
  expect([table.totals.civil, table.totals.contract, table.total]).toEqual([{ approved: 8, inPost: 7 }, { approved: 0, inPost: 2 }, { approved: 8, inPost: 9 }])
})

test.each([['12', 12], [' 0 ', 0], ['', 0], ['1000', null], ['-1', null], ['1.5', null], ['三', null]])('%s', (text, places) => {
  expect(placesTyped(text)).toBe(places)
})
