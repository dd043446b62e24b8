import { expect, test } from 'vitest'
import { previewBook } from './preview-book.ts'

const result = { resultVersion: 1, state: 'computed', computedAt: '' } as const
const periods = [
  { code: '2026', start: '2026-01-01', kind: 'year', result: null },
  { code: '2026Q1', start: '2026-01-01', kind: 'quarter', result },
  { code: '2026Q2', start: '2026-04-01', kind: 'quarter', result: null },
] as const

test.each([
  ['evaluation', '2026Q2', { workbook: 'evaluation', period: '2026Q1', copy: 'official' }],
  ['evaluation-year', null, null],
  ['performance', '2026', { workbook: 'performance', period: '2026Q1', copy: 'official' }],
  ['tasks', '2026Q1', { workbook: 'tasks', period: '2026Q1', copy: 'official' }],
  ['roster', null, { workbook: 'roster', period: '', copy: 'official' }],
] as const)('%s in %s is shown with %j', (book, wished, shown) => {
  expect(previewBook(book, [...periods], wished)).toEqual(shown)
})
