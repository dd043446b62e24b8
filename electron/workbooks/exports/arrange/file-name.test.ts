import { expect, it } from 'vitest'
import { testMeta } from '../testing/case-data.ts'
import { exportFileName } from './file-name.ts'
import { readLayout } from '../layout/read-layout.ts'

it('the working copy says so before the ending', async () => {
  expect(exportFileName({ ...(await readLayout('evaluation')), fileName: '{township}考评{periodTitle}{version}.xlsx' }, { ...testMeta, resultVersion: '第3版' }, '工作稿')).toBe('清溪镇考评2026年第一季度v3_工作稿.xlsx')
})

it.each([
  ['evaluation', {}, '清溪镇_四维考评_2026Q1_v1_20260408.xlsx'],
  ['evaluation', { resultVersion: 'v2' }, '清溪镇_四维考评_2026Q1_v2_20260408.xlsx'],
  ['evaluation', { township: '../清:溪*镇', resultVersion: null }, '清溪镇_四维考评_2026Q1_20260408.xlsx'],
  ['roster', { periodCode: null }, '清溪镇_花名册_20260408.xlsx'],
] as const)('%s with %j is %s', async (name, meta, file) => {
  expect(exportFileName(await readLayout(name), { ...testMeta, ...meta })).toBe(file)
})

it.each(['{township}{version}.xlsx ', ' {township}.xlsx', '{township}_.xlsx', '{township}.v1.xlsx'])('“%s”: the copies are of two names, each with its ending', async (fileName) => {
  const layout = { ...(await readLayout('evaluation')), fileName }
  const names = [exportFileName(layout, testMeta), exportFileName(layout, testMeta, '工作稿')]
  expect(new Set(names).size).toBe(2)
  for (const name of names) expect(name).toMatch(/^清溪镇[^ ]*[^_ .]\.xlsx$|^清溪镇\.xlsx$/)
})
