import { expect, test } from 'vitest'
import { dimensionLabels } from '../../../../../shared/domain/plans/plan-vocabulary.ts'
import { readLayout } from '../../layout/read-layout.ts'
import { withDimensionHeadings } from './dimension-headings.ts'

const layout = await readLayout('evaluation')

function headings(of: typeof layout): readonly string[] {
  return of.sheets.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns.map(({ heading }) => heading)))
}

test('columns of a dimension carry the name the plan gives it, everything else its own', () => {
  const named = withDimensionHeadings(layout, { ...dimensionLabels, special: '专项实绩' })
  const before = headings(layout)
  expect(headings(named)).toEqual(before.map((heading) => (heading === '专项加分' ? '专项实绩' : heading)))
  expect(before.filter((heading) => heading === '专项加分').length).toBeGreaterThan(1)
  expect(withDimensionHeadings(layout, dimensionLabels)).toEqual(layout)
})

test('a heading of the county stays', () => {
  const own = withDimensionHeadings(layout, { ...dimensionLabels, post: '县定岗位分' })
  expect(withDimensionHeadings(own, { ...dimensionLabels, post: '岗位实绩' })).toEqual(own)
})
