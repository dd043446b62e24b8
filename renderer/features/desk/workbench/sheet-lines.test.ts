import { expect, test } from 'vitest'
import { sheetLines } from './sheet-lines.ts'

const sheet = { id: 's', kind: 'head', periodId: 'p', periodCode: '2026Q2', moduleId: 'm', moduleName: '大党建', state: 'draft', people: 12, unscored: 5 } as const

test('what is to be filled in stands alone, what is handed in together', () => {
  expect(sheetLines([{ ...sheet, state: 'submitted' }, sheet, { ...sheet, state: 'locked', people: 3 }, { ...sheet, state: 'submitted', periodCode: '2026Q1', people: 1 }])).toEqual([
    { kind: 'open', sheet },
    { kind: 'done', periodCode: '2026Q2', sheets: 2, people: 15 },
    { kind: 'done', periodCode: '2026Q1', sheets: 1, people: 1 },
  ])
  expect(sheetLines([])).toEqual([])
})
