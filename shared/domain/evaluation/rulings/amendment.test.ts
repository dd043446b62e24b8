import { describe, expect, test } from 'vitest'
import { amendableOf } from './amendable.ts'
import { changeOfAddition, changeOfLine, type TypedValue } from './amended-value.ts'
import { amend, valueAt, type SnapshotChange } from './amendment.ts'
import { describeChange } from './describe-change.ts'
import { quarterCase } from '../example.testing.ts'
import { parseCase, parseQuarterInput } from '../reading/parse-case.ts'
import { randomTownship, townshipSeeds } from '../random-township.testing.ts'

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
    { what: 'one of several that are not the same', change: { path: ['rows', {}, 'rank'], before: 1, after: 2 }, becomes: 'stale' },
    { what: 'a list put in place of a list', change: { path: ['rows'], before: { id: 'a' }, after: null }, becomes: 'stale' },
  ])('$what', ({ change, becomes }) => {
    const made = amend(document, [change])
    expect(made.kind === 'stale' ? 'stale' : made.document).toEqual(becomes)
  })

  test('of rows that are the same in everything any one is meant', () => {
    const twins = { rows: [{ id: 'a' }, { id: 'a' }, { id: 'b' }] }
    expect(amend(twins, [{ path: ['rows', { id: 'a' }], before: { id: 'a' }, after: null }])).toEqual({ kind: 'amended', document: { rows: [{ id: 'a' }, { id: 'b' }] } })
    expect([valueAt(twins, ['rows', { id: 'a' }, 'id']), valueAt(twins, ['rows', {}]), valueAt(twins, ['none', { id: 'a' }])]).toEqual(['a', undefined, undefined])
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
  const lines = amendableOf(input, 'a', [])?.lines ?? []
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

describe('in any township', () => {
  test.each(townshipSeeds(6))('%i: every line names its person, and each row that may be taken out or put in leaves a quarter that can be computed', (seed) => {
    const quarter = randomTownship(seed)
    const read = (changes: readonly SnapshotChange[]) => {
      const made = amend(quarter, changes)
      return made.kind === 'stale' ? 'stale' : parseQuarterInput(made.document).kind
    }
    const seen = new Set<string>()
    for (const { id } of quarter.staff.slice(0, 12)) {
      const { lines, additions } = amendableOf(quarter, id, []) ?? fail()
      const changes = [
        ...lines.flatMap((line) => (line.isRemovable ? [changeOfLine(line, { kind: 'remove' })] : [])),
        ...additions.map((row) => changeOfAddition(row, Object.fromEntries([...(row.within === null ? [] : [row.within]), ...row.fields].map(({ name, kind, choices }) => [name, kind === 'choice' ? (choices[0]?.value ?? '') : kind === 'text' ? '补记' : kind === 'decimal' ? '0.5' : name === 'to' ? '' : '2026-02-10'])))),
      ]
      for (const made of changes) {
        // Nothing to choose from: no group, no other task.
        if (made.kind === 'fault') continue
        const said = describeChange(made.change, quarter) ?? fail()
        expect([made.change.path, said.what !== '' && said.staff.includes(id), read([made.change])]).toEqual([made.change.path, true, 'quarter'])
        seen.add(String(made.change.path.filter((step) => typeof step === 'string').join('.')))
      }
      for (const { what, path, before } of lines) expect([what !== '', describeChange({ path, before, after: before }, quarter)?.staff.includes(id), JSON.stringify(valueAt(quarter, path) ?? null)]).toEqual([true, true, JSON.stringify(before)])
    }
    for (const list of ['tasks', 'tasks.parties', 'teamMembers', 'serviceEvents', 'deductions', 'staff.assignments']) expect(seen).toContain(list)
  })
})

function fail(): never {
  throw new Error('no such line')
}
