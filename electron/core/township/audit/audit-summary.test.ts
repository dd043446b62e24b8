import { expect, test } from 'vitest'
import { auditSummary, longestText, readableDetail } from './audit-summary.ts'

test('words stand as they are, lists of words too, and of the rest it says how much there is', () => {
  expect(auditSummary({ name: '张三', enabled: false, reason: null, roles: ['head', 'clerk'], rows: [{ id: 'a' }, { id: 'b' }], before: { takenAt: null } })).toEqual([
    { kind: 'word', key: 'name', word: '张三' },
    { kind: 'word', key: 'enabled', word: false },
    { kind: 'word', key: 'reason', word: null },
    { kind: 'words', key: 'roles', words: ['head', 'clerk'] },
    { kind: 'items', key: 'rows', count: 2 },
    { kind: 'more', key: 'before' },
  ])
  expect([auditSummary(null), auditSummary('x'), auditSummary([1])]).toEqual([[], [], []])
})

test('a detail of megabytes is told in a few hundred bytes', () => {
  const detail = { period: '2026Q1', books: Array.from({ length: 200 }, () => ({ original: 'A'.repeat(50_000) })), note: '长'.repeat(2000), ids: Array.from({ length: 500 }, (_, place) => String(place)), ...Object.fromEntries(Array.from({ length: 100 }, (_, place) => [`k${String(place)}`, 1])) }
  expect(JSON.stringify(detail).length).toBeGreaterThan(10_000_000)
  expect(JSON.stringify(auditSummary(detail)).length).toBeLessThan(1_000)
})

test('an opened entry is whole, but for texts that nobody could read', () => {
  const note = '长'.repeat(longestText)
  expect(readableDetail({ rows: [{ note, score: 1 }], original: 'A'.repeat(longestText + 1), none: null })).toEqual({ rows: [{ note, score: 1 }], original: `${'A'.repeat(longestText)}…`, none: null })
})
