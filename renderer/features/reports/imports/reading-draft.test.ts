import { expect, test } from 'vitest'
import { choiceFrom, type ReadingDraft } from './reading-draft.ts'

const cells = (...texts: readonly string[]) => texts.map((text, place) => ({ column: place + 1, text }))
const sheets = [{ name: '请假', rows: [{ row: 1, cells: cells('姓名', '假别', '起', '止') }, { row: 2, cells: cells('张三', '年休假', '', '', '备注在此') }] }]
const draft: ReadingDraft = { sheet: '请假', headerRow: 1, columns: new Map([[1, 'name'], [2, 'kind']]), words: {} }

test('the last columns that are not to be read are said to be so, like all others', () => {
  expect(choiceFrom(draft, sheets).columns).toEqual({ 1: 'name', 2: 'kind', 3: null, 4: null, 5: null })
})

test('what is read beyond the columns shown stays read', () => {
  expect(choiceFrom({ ...draft, columns: new Map([...draft.columns, [7, 'remark']]) }, sheets).columns).toEqual({ 1: 'name', 2: 'kind', 3: null, 4: null, 5: null, 6: null, 7: 'remark' })
})
