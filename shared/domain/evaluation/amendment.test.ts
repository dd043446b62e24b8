import { describe, expect, test } from 'vitest'
import { amendableOf } from './amendable.ts'
import { changeOfLine, type TypedValue } from './amended-value.ts'
import { amend, type SnapshotChange } from './amendment.ts'
import { describeChange } from './describe-change.ts'
import { quarterCase } from './example.testing.ts'
import { parseCase } from './parse-case.ts'

const document = { rows: [{ id: 'a', rank: 1 }, { id: 'b', rank: null }], gone: [] }

describe('a change of a snapshot', () => {
  test.each<{ readonly what: string; readonly change: SnapshotChange; readonly becomes: unknown }>([
    { what: 'a field', change: { path: ['rows', { id: 'a' }, 'rank'], before: 1, after: 2 }, becomes: { ...document, rows: [{ id: 'a', rank: 2 }, { id: 'b', rank: null }] } },
    { what: 'a field emptied', change: { path: ['rows', { id: 'a' }, 'rank'], before: 1, after: null }, becomes: { ...document, rows: [{ id: 'a', rank: null }, { id: 'b', rank: null }] } },
    { what: 'a row taken out', change: { path: ['rows', { id: 'a' }], before: { id: 'a', rank: 1 }, after: null }, becomes: { ...document, rows: [{ id: 'b', rank: null }] } },
    { what: 'a row added', change: { path: ['gone'], before: null, after: { id: 'c' } }, becomes: { ...document, gone: [{ id: 'c' }] } },
    { what: 'another value than it was made from', change: { path: ['rows', { id: 'a' }, 'rank'], before: 3, after: 2 }, becomes: 'stale' },
    { what: 'a row that is not there', change: { path: ['rows', { id: 'x' }], before: { id: 'x' }, after: null }, becomes: 'stale' },
    { what: 'a field that is not there', change: { path: ['rows', { id: 'a' }, 'score'], before: null, after: 2 }, becomes: 'stale' },
    { what: 'a list put in place of a list', change: { path: ['rows'], before: { id: 'a' }, after: null }, becomes: 'stale' },
  ])('$what', ({ change, becomes }) => {
    const made = amend(document, [change])
    expect(made.kind === 'stale' ? 'stale' : made.document).toEqual(becomes)
  })

  test('finds its row after an earlier one has moved it', () => {
    const first: SnapshotChange = { path: ['rows', { id: 'a' }], before: { id: 'a', rank: 1 }, after: null }
    const second: SnapshotChange = { path: ['rows', { id: 'b' }, 'rank'], before: null, after: 1 }
    expect(amend(document, [first, second])).toEqual({ kind: 'amended', document: { ...document, rows: [{ id: 'b', rank: 1 }] } })
  })
})

describe('what may be set right of a person', () => {
  const parsed = parseCase(quarterCase({ headRatings: [{ scorer: 'h', staff: 'a', module: 'm1', band: null, score: '8' }], deductions: [{ id: 'd', staff: 'a', rule: 'absence', date: '2026-02-01', exempt: false }] }))
  if (parsed.kind !== 'quarter') throw new Error('refused')
  const { input } = parsed
  const lines = amendableOf(input, 'a')?.lines ?? []
  const lineOf = (what: string) => lines.find((line) => line.what.includes(what)) ?? fail()
  const text = (typed: string): TypedValue => ({ kind: 'text', text: typed })

  test.each([
    { what: '模块长评价', typed: text('a'), after: { scorer: 'h', staff: 'a', module: 'm1', band: 'A', score: null } },
    { what: '模块长评价', typed: text('９.5'), after: { scorer: 'h', staff: 'a', module: 'm1', band: null, score: '9.5' } },
    { what: '模块长评价', typed: text('10.01'), after: '请输入 A、B、C 之一，或 0 到 10、最多两位小数的分数' },
    { what: '尽责豁免', typed: { kind: 'choice', value: true } as const, after: true },
    { what: '尽责豁免', typed: { kind: 'choice', value: false } as const, after: '与现在的值相同，请填写更正后的值' },
    { what: '任职', typed: { kind: 'range', from: '2026-02-01', to: '2026-01-01' } as const, after: '结束日期早于开始日期，请改正日期' },
    { what: '任职', typed: { kind: 'range', from: '2026-02-30', to: '' } as const, after: '日期须写成 2026-03-01 的样子' },
  ])('$what takes $typed', ({ what, typed, after }) => {
    const read = changeOfLine(lineOf(what), typed)
    expect(read.kind === 'fault' ? read.reason : read.change.after).toEqual(after)
  })

  test('each line says what it is, and nobody may be left unnamed', () => {
    expect(lines.every(({ what, now }) => what !== '' && now !== '')).toBe(true)
    const bare: SnapshotChange = { path: ['leaderScores', { scorer: 'l' }, 'score'], before: '1', after: '2' }
    expect([describeChange(bare, input), describeChange({ path: ['peerCounts', { staff: 'a' }, 'abstained'], before: 1, after: 0 }, input)]).toEqual([null, null])
  })
})

function fail(): never {
  throw new Error('no such line')
}
